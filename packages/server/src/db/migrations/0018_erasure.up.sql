-- expand: a case can be forgotten. Who asked for it stands on the case until somebody else decides; then the words of its
-- entries go, and what is left of each (LEDGER-18) stands in the entry that erased them.
alter table cases add column erasure_asked_by uuid;
alter table cases add column erasure_asked_at timestamptz;
alter table cases add column erasure_basis text;
create index cases_erasure on cases (district) where erasure_asked_by is not null;
insert into case_state_count (district, state, n)
select h.district, 'erased|' || kind, 0 from (select distinct district from case_state_count) h cross join unnest(array['service', 'complaint', 'question', 'suggestion']) kind
on conflict do nothing;

-- The application adds to a ledger and never changes it (LEDGER-13); this is the one way to take words out of it, in one
-- ledger's transaction, for one case. The head is locked first, so that nothing is added meanwhile. Digests and hashes
-- stay: the chain holds. The answer to each command stays too, without the digest of its words, which could be guessed.
create function erase_entries(p_district text, p_case uuid) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint;
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from cases where district = p_district and id = p_case and erasure_asked_by is not null) then
    raise exception 'nobody asked for this case to be erased' using errcode = '42501';
  end if;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.subject = p_case and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and subject = p_case and payload is not null;
  get diagnostics erased = row_count;
  return erased;
end $$;
revoke all on function erase_entries(text, uuid) from public;
grant execute on function erase_entries(text, uuid) to openslrt_api;
-- What hangs on a forgotten case is blanked like the case itself; until now an attachment was never changed.
create policy attachment_move on attachment for update to openslrt_api using (true) with check (district = scope_text('ledger'));
grant update (version, seq, name, sha256) on attachment to openslrt_api;
grant delete on file_blob to openslrt_worker;

create table retention_due (
  district text collate "C" not null,
  case_id uuid not null,
  kept_until timestamptz not null,
  primary key (district, case_id),
  foreign key (district, case_id) references cases (district, id)
);
comment on table retention_due is 'Cases whose years were over when the worker last looked. A list for people: nothing is erased by it.';
alter table retention_due enable row level security;
create policy due_seen on retention_due for select to openslrt_api
  using (exists (select 1 from cases c where c.district = retention_due.district and c.id = retention_due.case_id));
create policy due_work on retention_due to openslrt_worker using (true);
grant select on retention_due to openslrt_api;
grant select, insert, update, delete on retention_due to openslrt_worker;
update role set permissions = permissions || array['case.erase']
where valid_from = '2016-01-01' and code = 'manager' and not permissions @> array['case.erase'];
