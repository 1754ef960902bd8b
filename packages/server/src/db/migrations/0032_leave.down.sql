drop table leave;
