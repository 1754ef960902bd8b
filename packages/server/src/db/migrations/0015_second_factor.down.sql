delete from sign_in_session where stage <> 'in';
alter table sign_in_session drop column second_at;
alter table sign_in_session drop column via;
alter table sign_in_session drop column stage;
drop table recovery_code;
drop table second_factor;
alter table role drop column second_factor;
