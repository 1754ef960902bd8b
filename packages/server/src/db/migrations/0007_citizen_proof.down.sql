alter table citizen_session drop column receipt;
alter table citizen_session drop column proof;
