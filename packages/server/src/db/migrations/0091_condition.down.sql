drop table condition_count, condition_counted;
