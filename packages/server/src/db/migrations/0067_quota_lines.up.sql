-- expand: a quota knows how many of its places narrower ones share out; a line is carried over into the next period, so
-- everybody who waits for one programme is opened to the command that does it (app.line); the order of a line is since when.
alter table quota add column shared int;
alter table quota add constraint quota_shared check (granted + coalesce(shared, 0) <= places);
comment on column quota.shared is 'Places that quotas of narrower places have of it; null in one that was set before there were shares.';
create index quota_waited_for on quota (valid_until) where waiting > 0;
create index application_line on application (district, quota, decided_at, ticket) where ticket is not null;
create policy application_line on application for select to openslrt_api
  using (ticket is not null and programme = (select scope_text('line'))::uuid);

alter table participation add column reason text;
comment on column participation.reason is 'Why it stopped, by the list; null where it goes on, and in what was said before reasons were.';
create index application_case on application (district, case_id) where case_id is not null;
