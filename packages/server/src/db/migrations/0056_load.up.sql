-- expand: extracts of DTSEN or DTKS that are loaded into the registry. `load` is proven by the ledger; what the server
-- needs while it works lies beside it and may be thrown away.
create table load (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  office uuid not null,
  opened_by uuid not null,
  source text not null,
  snapshot date not null,
  file_name text not null,
  file_digest text not null,
  head_digest text not null,
  mapping jsonb not null,
  place text collate "C",
  hand_over jsonb not null,
  status text not null,
  line int not null,
  at_byte int not null,
  checked jsonb not null,
  counts jsonb not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id)
);
comment on table load is 'Extracts loaded into the registry: which, of what day, how handed over, and how far each has come.';
create index load_own on load (district, opened_at desc);
create index load_head on load (district, head_digest, opened_at desc);

-- A file lies in sealed pieces: a gigabyte is never in memory at once.
create table load_file (
  district text collate "C" not null,
  id uuid not null,
  staff uuid not null references staff (id),
  office uuid not null references office (id),
  name text not null,
  digest text not null,
  size bigint not null,
  encoding text not null,
  head jsonb not null,
  pieces text[] not null,
  sent_at timestamptz not null,
  primary key (district, id)
);
comment on table load_file is 'A file that was sent to be loaded: its heads, and the sealed pieces in which it is kept.';
create index load_file_age on load_file (district, sent_at);
create index load_file_digest on load_file (district, digest, sent_at desc);

create table load_work (
  district text collate "C" not null,
  load uuid not null,
  staff uuid not null references staff (id),
  office uuid not null references office (id),
  asked_at timestamptz not null,
  held_until timestamptz,
  -- How far a trial has come, which writes nothing that could tell.
  progress jsonb not null,
  -- The first rows that can't be taken: line, column and reason, and nothing of what they say.
  wrong jsonb not null,
  fault text,
  ended_at timestamptz,
  primary key (district, load)
);
create index load_work_left on load_work (asked_at) where ended_at is null;
comment on table load_work is 'Work on a load that goes on when its window is closed: whose it is, who holds it, how far a trial came.';

alter table load enable row level security;
create policy load_seen on load for select to openslrt_api using (district = (select scope_text('ledger')));
create policy load_new on load for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy load_move on load for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy load_work_reads on load for select to openslrt_worker using (true);
alter table load_file enable row level security;
create policy load_file_own on load_file to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy load_file_work on load_file to openslrt_worker using (true) with check (true);
alter table load_work enable row level security;
create policy load_work_own on load_work to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy load_work_work on load_work to openslrt_worker using (true) with check (true);

grant select, insert, update on load to openslrt_api;
grant select on load to openslrt_worker;
grant select, insert on load_file to openslrt_api;
grant select, delete on load_file to openslrt_worker;
grant select, insert, update on load_work to openslrt_api;
grant select, update, delete on load_work to openslrt_worker;
