-- expand: people who may stand in the registry twice. Likely pairs are found by the worker in what ledgers wrote since it
-- last looked, and can be found anew at any time; what people said of two, and what a merge changed, is the ledger's.
create table registry_pair (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  "of" text not null,
  kept uuid not null,
  gone uuid not null,
  place text collate "C" not null,
  other_place text collate "C" not null,
  verdict text not null,
  took text[] not null,
  was bytea,
  moved jsonb not null,
  "by" text not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (district, id)
);
comment on table registry_pair is 'What was said of two people or families who looked like one: not the same, or merged, with all that undoing takes.';
create index registry_pair_kept on registry_pair (district, kept);
create index registry_pair_gone on registry_pair (district, gone);
create index registry_pair_newest on registry_pair (district, at desc) where verdict = 'merged';

create table double_candidate (
  district text collate "C" not null,
  id uuid not null,
  first uuid not null,
  second uuid not null,
  low text collate "C" not null,
  high text collate "C" not null,
  score int not null,
  reasons text[] not null,
  primary key (district, id)
);
comment on table double_candidate is 'Two people who are likely one, with the reasons, as last found. Made anew from people; low and high are the villages of the two.';
create index double_candidate_likeliest on double_candidate (district, score desc, id);
create index double_candidate_first on double_candidate (district, first);
create index double_candidate_second on double_candidate (district, second);

create table double_sweep (
  district text collate "C" primary key,
  seq bigint not null,
  last uuid not null
);
comment on table double_sweep is 'How far in each ledger the worker has looked for doubles: the entry, and the person within it.';
create index person_written on person (district, seq, id);

alter table registry_pair enable row level security;
create policy registry_pair_seen on registry_pair for select to openslrt_api using (
  place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to'))
  and other_place >= (select scope_text('registry_from')) and other_place < (select scope_text('registry_to'))
);
create policy registry_pair_new on registry_pair for insert to openslrt_api with check (district = scope_text('ledger'));
create policy registry_pair_move on registry_pair for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy registry_pair_work on registry_pair for select to openslrt_worker using (true);
grant select, insert, update on registry_pair to openslrt_api;
grant select on registry_pair to openslrt_worker;

-- Both have to live within sight: of one who does not nothing is told, not even that there is one.
alter table double_candidate enable row level security;
create policy double_candidate_seen on double_candidate for select to openslrt_api
  using (low >= (select scope_text('registry_from')) and high < (select scope_text('registry_to')));
create policy double_candidate_work on double_candidate to openslrt_worker using (true) with check (true);
alter table double_sweep enable row level security;
create policy double_sweep_work on double_sweep to openslrt_worker using (true) with check (true);
grant select on double_candidate to openslrt_api;
grant select, insert, update, delete on double_candidate, double_sweep to openslrt_worker;
-- No policy lets it see a row: that is said by the wall, not by an error.
grant select on double_sweep to openslrt_api;

-- A giving of values follows whoever it is about.
create policy registry_record_move on registry_record for update to openslrt_api using (true) with check (district = scope_text('ledger'));
grant update on registry_record to openslrt_api;
