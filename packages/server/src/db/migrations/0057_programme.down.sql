drop table programme;
