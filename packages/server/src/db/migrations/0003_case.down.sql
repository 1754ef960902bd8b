drop table case_state_count;
drop table case_day_count;
drop table file_blob;
drop table attachment;
drop table case_grant;
drop table referral;
drop table cases;
