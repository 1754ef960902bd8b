drop index application_case;
alter table participation drop column reason;
drop policy application_line on application;
drop index application_line;
drop index quota_waited_for;
alter table quota drop constraint quota_shared;
alter table quota drop column shared;
