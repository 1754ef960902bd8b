-- expand: what names nobody of the registry and no case is forgotten by the clock once its years are over, and a case takes
-- its place on an affected list along (ADR 50). Both take words out of entries about others too; which entry carries what was
-- left of such a one is written down here for all erasures alike.
create table ledger_carry (
  district text collate "C" not null,
  seq bigint not null,
  command_id uuid not null,
  primary key (district, seq)
);
comment on table ledger_carry is 'Of an entry whose words were taken: the command whose entry carries what was left of it now.';
alter table ledger_carry enable row level security;
-- No policy: only the functions that forget read and write it.
grant select on ledger_carry to openslrt_api;
insert into ledger_carry (district, seq, command_id)
select distinct on (e.district, s.seq) e.district, s.seq::bigint, l.command_id
from registry_erasure e
cross join jsonb_array_elements_text(e.carries) s(seq)
join ledger l on l.district = e.district and l.subject = e.id and l.kind = 'registry.erase'
where e.status = 'erased'
order by e.district, s.seq, l.seq desc;

create table forget_due (
  district text collate "C" not null,
  id uuid not null,
  "of" text not null,
  subject uuid not null,
  place text collate "C" not null,
  kept_until timestamptz not null,
  listed_at timestamptz not null,
  forgotten_at timestamptz,
  primary key (district, id)
);
comment on table forget_due is 'PPKS, visits, PSKS and rows of affected lists that the clock forgets once their years are over and they stood here for 30 days.';
create index forget_due_subject on forget_due (district, subject);
create index forget_due_place on forget_due (place, kept_until) where forgotten_at is null;
alter table forget_due enable row level security;
create policy forget_due_seen on forget_due for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy forget_due_work on forget_due to openslrt_worker using (true) with check (true);
grant select on forget_due to openslrt_api;
grant select, insert, update, delete on forget_due to openslrt_worker;
create index affected_case on affected (district, case_id);

-- PRIVACY-10, a second time: words go for a wish of a person, or for years that are over and were told for 30 days.
create function may_forget(p_district text, p_wish uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select 1 from registry_erasure where district = p_district and id = p_wish and status = 'asked')
    or exists (select 1 from cases where district = p_district and id = p_wish and erasure_asked_by is not null)
    or exists (select 1 from forget_due where district = p_district and subject = p_wish and forgotten_at is null
      and kept_until <= now() and listed_at <= now() - interval '30 days')
$$;
revoke all on function may_forget(text, uuid) from public;

create or replace function entries_to_forget(p_district text, p_wish uuid, p_subjects uuid[]) returns setof ledger
language plpgsql stable security definer set search_path = public as $$
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not may_forget(p_district, p_wish) then
    return;
  end if;
  return query select l.* from ledger l where l.district = p_district and l.subject = any (p_subjects) order by l.seq;
end $$;

create function entries_that_carry(p_district text, p_wish uuid, p_seqs bigint[]) returns setof ledger
language plpgsql stable security definer set search_path = public as $$
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not may_forget(p_district, p_wish) then
    return;
  end if;
  return query select l.* from ledger l where l.district = p_district and l.command_id in
    (select c.command_id from ledger_carry c where c.district = p_district and c.seq = any (p_seqs)) order by l.seq;
end $$;
revoke all on function entries_that_carry(text, uuid, bigint[]) from public;
grant execute on function entries_that_carry(text, uuid, bigint[]) to openslrt_api;

-- As before, and: for whatever wish; what was left is carried by the command that asks; wrong rows of affected lists go, which
-- may name the same person once more, and rows of a closed list that still wait.
drop function forget_entries(text, uuid, bigint[], uuid[], uuid[]);
create function forget_entries(
  p_district text, p_wish uuid, p_command uuid, p_seqs bigint[], p_subjects uuid[], p_loads uuid[], p_surges uuid[]
) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint;
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not may_forget(p_district, p_wish) then
    raise exception 'nobody asked for this to be erased' using errcode = '42501';
  end if;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.seq = any (p_seqs) and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and seq = any (p_seqs) and payload is not null;
  get diagnostics erased = row_count;
  insert into ledger_carry (district, seq, command_id) select p_district, s, p_command from unnest(p_seqs) s
  on conflict (district, seq) do update set command_id = excluded.command_id;
  update access_log set reason = '' where district = p_district and subject = any (p_subjects) and reason <> '';
  delete from double_candidate where district = p_district and (first = any (p_subjects) or second = any (p_subjects));
  delete from load_file f using load l
  where l.district = p_district and l.id = any (p_loads) and l.ended_at is not null and f.district = l.district and f.digest = l.file_digest;
  update surge_file set faults = null where district = p_district and surge = any (p_surges) and faults is not null;
  delete from surge_chunk c using surge s
  where c.district = p_district and c.surge = any (p_surges) and s.district = c.district and s.id = c.surge and s.status = 'closed';
  return erased;
end $$;
revoke all on function forget_entries(text, uuid, uuid, bigint[], uuid[], uuid[], uuid[]) from public;
grant execute on function forget_entries(text, uuid, uuid, bigint[], uuid[], uuid[], uuid[]) to openslrt_api;

-- The clock acts from no office: whoever runs all lists of a district sees them.
create policy surge_run on surge for select to openslrt_api using ((select scope_text('surge')) = 'yes');

-- Words about mentoring and training go with the PSKS; until now such a row was never changed.
create policy psks_event_move on psks_event for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
grant update (version, seq, title, result) on psks_event to openslrt_api;
