-- expand: people and families can be forgotten, as cases can. A wish is asked for by one and decided by another; it names its
-- holder by id only, and its words go once it is decided. `carries` are entries about others too: what is left of them lies
-- in the entry of this erasure.
create table registry_erasure (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  "of" text not null,
  holder uuid not null,
  place text collate "C" not null,
  basis text not null,
  words bytea not null,
  status text not null,
  office uuid not null references office (id),
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  carries jsonb not null,
  primary key (district, id),
  -- PRIVACY-3, a second time: no row may say that one person did both.
  constraint registry_erasure_two_people check (status <> 'erased' or decided_by is distinct from asked_by)
);
comment on table registry_erasure is 'Wishes that people or families be forgotten: who asked on which basis, who decided. Names nobody once decided.';
create unique index registry_erasure_asked_once on registry_erasure (district, holder) where status = 'asked';
create index registry_erasure_asked on registry_erasure (place, asked_at) where status = 'asked';

alter table registry_erasure enable row level security;
create policy registry_erasure_seen on registry_erasure for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy registry_erasure_new on registry_erasure for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy registry_erasure_move on registry_erasure for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy registry_erasure_work on registry_erasure for select to openslrt_worker using (true);
grant select, insert, update on registry_erasure to openslrt_api;
grant select on registry_erasure to openslrt_worker;

-- What is erased has to be read once more, to write down what is left of it; ledgers are read by whoever sees their cases, and
-- of people there is none. So a wish that somebody asked opens the entries, sealed as they are, in that ledger's transaction.
create function entries_to_forget(p_district text, p_wish uuid, p_subjects uuid[]) returns setof ledger
language plpgsql stable security definer set search_path = public as $$
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (
    select 1 from registry_erasure where district = p_district and id = p_wish and status = 'asked'
    union all select 1 from cases where district = p_district and id = p_wish and erasure_asked_by is not null
  ) then
    return;
  end if;
  return query select l.* from ledger l where l.district = p_district and l.subject = any (p_subjects) order by l.seq;
end $$;
revoke all on function entries_to_forget(text, uuid, uuid[]) from public;
grant execute on function entries_to_forget(text, uuid, uuid[]) to openslrt_api;

-- The words of the entries that speak of somebody: in that ledger's own transaction, for a wish that somebody else asked.
-- Which entries those are stands in sealed payloads, so that the application says it; digests and hashes stay, and what is
-- left of each stands in the entry that erased it. What was typed about looks at them goes too, and lists that are only
-- found again: likely doubles, and files of extracts that are in.
create function forget_entries(p_district text, p_erasure uuid, p_seqs bigint[], p_subjects uuid[], p_loads uuid[]) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint;
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from registry_erasure where district = p_district and id = p_erasure and status = 'asked') then
    raise exception 'nobody asked for this to be erased' using errcode = '42501';
  end if;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.seq = any (p_seqs) and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and seq = any (p_seqs) and payload is not null;
  get diagnostics erased = row_count;
  update access_log set reason = '' where district = p_district and subject = any (p_subjects) and reason <> '';
  delete from double_candidate where district = p_district and (first = any (p_subjects) or second = any (p_subjects));
  delete from load_file f using load l
  where l.district = p_district and l.id = any (p_loads) and l.ended_at is not null and f.district = l.district and f.digest = l.file_digest;
  return erased;
end $$;
revoke all on function forget_entries(text, uuid, bigint[], uuid[], uuid[]) from public;
grant execute on function forget_entries(text, uuid, bigint[], uuid[], uuid[]) to openslrt_api;

-- PRIVACY-5 A case takes along what was done for it: its needs, applications and visits.
create or replace function erase_entries(p_district text, p_case uuid) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare
  erased bigint;
  subjects uuid[];
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from cases where district = p_district and id = p_case and erasure_asked_by is not null) then
    raise exception 'nobody asked for this case to be erased' using errcode = '42501';
  end if;
  subjects := array(
    select p_case
    union all select n.id from need n where n.district = p_district and n.case_id = p_case
    union all select a.id from application a where a.district = p_district and a.case_id = p_case
    union all select v.id from visit v where v.district = p_district and v.case_id = p_case
  );
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.subject = any (subjects) and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and subject = any (subjects) and payload is not null;
  get diagnostics erased = row_count;
  update access_log set reason = '' where district = p_district and subject = any (subjects) and reason <> '';
  return erased;
end $$;
