-- expand: heads of offices read who opened which record, and can tell the citizen who asks. A look is seen by who sees
-- the case that it was at, and by the office from which it was made; whether somebody may ask at all is a permission.
update access_log set action = 'file', reason = '' where action = 'open' and reason = 'file';
create index access_log_office on access_log (office, at) where office is not null;
create policy access_seen on access_log for select to openslrt_api using (
  office = (select scope_text('office'))::uuid
  or exists (select 1 from cases c where c.district = access_log.district and c.id = access_log.subject)
);
grant select on access_log to openslrt_api;
-- Looks are forgotten by the worker once the district's years for them are over (ACCESS-19); the application still only adds.
create policy access_forget on access_log for delete to openslrt_worker using (true);
grant delete on access_log to openslrt_worker;
update role set permissions = permissions || array['person.export', 'access.review']
where valid_from = '2016-01-01' and code in ('coordinator', 'manager', 'province', 'national') and not permissions @> array['access.review'];
