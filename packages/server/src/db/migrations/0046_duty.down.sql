drop table duty;
