-- expand: lists of people whom one event affects, the people on them, and what the server still has to do about them. Names
-- and numbers are sealed. Seen by who runs such lists over the place, and by the office that receives somebody.
create table surge (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  name text not null,
  kind text not null,
  place text collate "C" not null,
  day date not null,
  category text not null,
  rules jsonb not null,
  offices text[] not null,
  days text[] not null,
  per_day int not null check (per_day > 0),
  office uuid not null references office (id),
  status text not null,
  numbered int not null,
  note text,
  started_by uuid not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table surge is 'Events that strike many at once (PBI switched off, disaster, aid): order of triage, offices and days that receive people.';

create table affected (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  surge uuid not null,
  place text collate "C" not null,
  name bytea not null,
  nik bytea,
  nik_index bytea,
  phone bytea,
  address bytea not null,
  birth_date bytea,
  person uuid,
  family uuid,
  class text not null,
  why text not null,
  rank int not null,
  number int,
  office uuid,
  slot_day date,
  slot_nth int,
  status text not null,
  case_id uuid not null,
  opened_at timestamptz,
  note bytea,
  settled_by uuid,
  settled_at timestamptz,
  listed_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, surge) references surge (district, id),
  constraint affected_numbered_once unique (district, surge, number),
  constraint affected_slot_once unique (district, surge, office, slot_day, slot_nth)
);
comment on table affected is 'People on an affected list: their class, place in the queue, slot, and what became of them.';
create index affected_next on affected (district, surge, status, rank, listed_at, seq, id);
create index affected_received on affected (district, surge, office, status, slot_day, slot_nth);
create index affected_unopened on affected (district, surge, number) where opened_at is null;

create table surge_file (
  district text collate "C" not null,
  id uuid not null,
  surge uuid not null,
  staff uuid not null,
  -- The rows that came back, with the reason on each, sealed; null where none did.
  faults bytea,
  loaded_at timestamptz not null,
  primary key (district, id),
  foreign key (district, surge) references surge (district, id)
);
comment on table surge_file is 'Files that were loaded to an affected list; their wrong rows lie sealed until the next file.';
create table surge_chunk (
  district text collate "C" not null,
  id uuid not null,
  surge uuid not null,
  file uuid not null,
  nth int not null,
  said bytea not null,
  primary key (district, id),
  foreign key (district, file) references surge_file (district, id)
);
comment on table surge_chunk is 'Rows of a file that are still to be put on the list, sealed, some at a time; gone once they are.';
create index surge_chunk_left on surge_chunk (district, surge, nth);
create table surge_work (
  district text collate "C" not null,
  surge uuid not null,
  staff uuid not null,
  office uuid not null,
  opens boolean not null,
  asked_at timestamptz not null,
  worked_at timestamptz,
  held_until timestamptz,
  ended_at timestamptz,
  primary key (district, surge),
  foreign key (district, surge) references surge (district, id)
);
comment on table surge_work is 'What the server does about an affected list: put rows on it, give slots, open cases.';
create index surge_work_left on surge_work (worked_at) where ended_at is null;

alter table surge enable row level security;
create policy surge_seen on surge for select to openslrt_api using ((select scope_text('office')) is not null);
create policy surge_new on surge for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy surge_move on surge for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy surge_work on surge for select to openslrt_worker using (true);
alter table affected enable row level security;
create policy affected_seen on affected for select to openslrt_api using (
  ((select scope_text('surge')) = 'yes'
    and place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
  or office = (select scope_text('office'))::uuid
);
create policy affected_new on affected for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy affected_move on affected for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy affected_work on affected for select to openslrt_worker using (true);
alter table surge_file enable row level security;
create policy surge_file_run on surge_file to openslrt_api
  using ((select scope_text('surge')) = 'yes' and district = (select scope_text('ledger')));
alter table surge_chunk enable row level security;
create policy surge_chunk_run on surge_chunk to openslrt_api
  using ((select scope_text('surge')) = 'yes' and district = (select scope_text('ledger')));
create policy surge_chunk_work on surge_chunk to openslrt_worker using (true);
alter table surge_work enable row level security;
create policy surge_work_run on surge_work to openslrt_api
  using ((select scope_text('surge')) = 'yes' and district = (select scope_text('ledger')));
create policy surge_work_work on surge_work to openslrt_worker using (true);
grant select, insert, update on surge, affected, surge_work to openslrt_api;
grant select, insert, update on surge_file to openslrt_api;
grant select, insert on surge_chunk to openslrt_api;
grant select on surge, affected to openslrt_worker;
grant select, delete on surge_chunk to openslrt_worker;
grant select, update on surge_work to openslrt_worker;

-- The public is told numbers: how many, by sub-district. What is too few to be told is left out where it is shown.
create function public_surge(p_district text, p_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('name', s.name, 'day', s.day, 'open', s.status = 'open',
    'places', coalesce((select jsonb_agg(c) from (
      select coalesce(p.name, left(a.place, 8)) as name, count(*) as total, count(*) filter (where a.status = 'done') as done
      from affected a left join place p on p.code = left(a.place, 8) and p.valid_to is null
      where a.district = s.district and a.surge = s.id and a.status <> 'dropped' group by 1) c), '[]'::jsonb))
  from surge s where s.district = p_district and s.id = p_id
$$;
revoke all on function public_surge(text, uuid) from public;
grant execute on function public_surge(text, uuid) to openslrt_door;
