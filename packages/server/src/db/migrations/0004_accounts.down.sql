drop table deployment;
drop table access_log;
drop table lock_out;
drop table citizen_session;
drop table sign_in_session;
drop table invitation;
drop table credential;
