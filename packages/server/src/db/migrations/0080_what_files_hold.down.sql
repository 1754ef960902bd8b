alter table registry_export drop column locals;
drop function heard_of(uuid[], date);
drop table load_heard;
