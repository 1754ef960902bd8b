drop policy need_seen on need;
drop table participation;
drop table application;
drop table quota;
drop table need;
