-- expand: the second wall. The application's roles own nothing and see only what the transaction's scope names:
-- app.ledger (the one ledger this transaction may write), app.place_from/app.place_to (places that the acting office
-- serves), app.office, app.restricted, app.case (a citizen's one case, or the case a command was already let into).
-- An unset or emptied setting is null here, and null is no row: a pooled connection outside any scope sees nothing.
create function scope_text(name text) returns text language sql stable parallel safe
  return nullif(current_setting('app.' || name, true), '');

alter table cases enable row level security;
create policy cases_seen on cases for select to openslrt_api using (
  (
    (
      (place >= (select scope_text('place_from')) and place < (select scope_text('place_to')))
      or office = (select scope_text('office'))::uuid
    )
    and (restricted is null or restricted = any (string_to_array((select scope_text('restricted')), ',')))
  )
  or id = (select scope_text('case'))::uuid
  or exists (
    select 1 from case_grant g
    where g.district = cases.district and g.case_id = cases.id and g.office = (select scope_text('office'))::uuid
      and g.withdrawn_at is null and g.until > now()
  )
);
create policy cases_new on cases for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy cases_move on cases for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy cases_work on cases for select to openslrt_worker using (true);

-- A grant's own policy must not look at cases again (the two would ask each other for ever). Inside a ledger's
-- transaction it shows which office was granted which fields, never anything of the case.
alter table case_grant enable row level security;
create policy grant_seen on case_grant for select to openslrt_api
  using (office = (select scope_text('office'))::uuid or district = (select scope_text('ledger')));
create policy grant_new on case_grant for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy grant_move on case_grant for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy grant_work on case_grant for select to openslrt_worker using (true);

alter table referral enable row level security;
create policy referral_seen on referral for select to openslrt_api using (
  to_office = (select scope_text('office'))::uuid
  or from_office = (select scope_text('office'))::uuid
  or exists (select 1 from cases c where c.district = referral.district and c.id = referral.case_id)
);
create policy referral_new on referral for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy referral_move on referral for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy referral_work on referral for select to openslrt_worker using (true);

alter table attachment enable row level security;
create policy attachment_seen on attachment for select to openslrt_api
  using (exists (select 1 from cases c where c.district = attachment.district and c.id = attachment.case_id));
create policy attachment_new on attachment for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy attachment_work on attachment for select to openslrt_worker using (true);

alter table ledger enable row level security;
create policy ledger_seen on ledger for select to openslrt_api
  using (exists (select 1 from cases c where c.district = ledger.district and c.id = ledger.subject));
create policy ledger_new on ledger for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy ledger_work on ledger for select to openslrt_worker using (true);

alter table district_head enable row level security;
create policy head_own on district_head to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy head_work on district_head for select to openslrt_worker using (true);

alter table command_outcome enable row level security;
create policy outcome_own on command_outcome to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy outcome_work on command_outcome for select to openslrt_worker using (true);

alter table number_series enable row level security;
create policy series_own on number_series to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy series_work on number_series for select to openslrt_worker using (true);

-- Counters hold no person. They are written inside one ledger and read by those who may see figures of a range.
alter table case_day_count enable row level security;
create policy day_own on case_day_count to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy day_figures on case_day_count for select to openslrt_api
  using (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')));
create policy day_work on case_day_count for select to openslrt_worker using (true);

alter table case_state_count enable row level security;
create policy state_own on case_state_count to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy state_figures on case_state_count for select to openslrt_api
  using (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')));
create policy state_work on case_state_count for select to openslrt_worker using (true);

alter table access_log enable row level security;
create policy access_new on access_log for insert to openslrt_api with check (true);
create policy access_work on access_log for select to openslrt_worker using (true);

grant usage on schema public to openslrt_api, openslrt_worker, openslrt_door;
grant select on place, role, list_item, calendar_day, working_week, deployment to openslrt_api, openslrt_worker;
grant select, insert, update on office, staff, post to openslrt_api;
grant select on office, staff, post to openslrt_worker;
grant select, insert on ledger, command_outcome, attachment, file_blob, data_key to openslrt_api;
grant select, insert, update on district_head, number_series, cases, referral, case_grant, case_day_count, case_state_count to openslrt_api;
grant insert on access_log to openslrt_api;
grant select, insert, update on credential, invitation to openslrt_api;
grant select, insert, update, delete on sign_in_session, citizen_session, lock_out to openslrt_api;
grant select on ledger, command_outcome, district_head, number_series, cases, referral, case_grant, attachment, file_blob,
  data_key, case_day_count, case_state_count, access_log to openslrt_worker;
grant delete on sign_in_session, citizen_session, lock_out to openslrt_worker;
grant select on sign_in_session, citizen_session, lock_out to openslrt_worker;
