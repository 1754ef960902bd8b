drop table load_work;
drop table load_file;
drop table load;
