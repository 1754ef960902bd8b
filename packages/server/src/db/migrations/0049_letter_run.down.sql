drop table letter_run_item;
drop table letter_run;
