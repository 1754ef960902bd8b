drop table timer;
