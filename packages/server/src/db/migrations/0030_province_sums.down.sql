drop index referral_sent;
drop policy head_figures on district_head;
drop table counter_sum;
drop table province_day_count;
drop policy day_sum on case_day_count;
revoke update (summed) on case_day_count from openslrt_worker;
alter table case_day_count drop column summed;
