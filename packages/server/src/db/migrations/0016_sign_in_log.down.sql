drop table sign_in_log;
drop index sign_in_session_id;
alter table sign_in_session drop column agent;
alter table sign_in_session drop column source;
alter table sign_in_session drop column id;
