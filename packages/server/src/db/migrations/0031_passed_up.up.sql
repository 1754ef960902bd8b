-- expand: where a case lay before somebody passed it up, until the office above does something with it: so it can be taken back.
alter table cases add column passed jsonb;
comment on column cases.passed is 'From which office, by whom held, in which status and with which clock a case was passed up; null once it was acted on.';
