drop function heard_of(uuid[], date);
drop table load_heard;
