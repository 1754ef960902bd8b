-- expand: proposals to the national registry (usulan), the minutes of the village meetings that back them, and what was taken
-- out together. Numbers, values and words are sealed; places, states and days are not: by these they are found.
create table village_minutes (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  kind text not null,
  status text not null,
  place text collate "C" not null,
  office uuid not null references office (id),
  writer uuid not null,
  day date not null,
  venue text not null,
  leader bytea not null,
  attendance bytea not null,
  counts jsonb not null,
  decisions bytea not null,
  verdicts bytea not null,
  file text,
  file_name text,
  note bytea,
  opened_at timestamptz not null,
  signed_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table village_minutes is 'Minutes (berita acara) of village meetings, musdes or muskel: who came, what was counted, what was said of each proposal, the signed scan.';
create index village_minutes_place on village_minutes (place, day);
create index village_minutes_file on village_minutes (district, file) where file is not null;

create table proposal_batch (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  month text not null,
  place text collate "C" not null,
  office uuid not null references office (id),
  maker uuid not null,
  size int not null check (size > 0),
  made_at timestamptz not null,
  primary key (district, id)
);
comment on table proposal_batch is 'Proposals that were taken out together for one month, to be handed over as a file or typed into a closed system.';
create index proposal_batch_place on proposal_batch (place, made_at);

create table proposal (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  kind text not null,
  status text not null,
  place text collate "C" not null,
  person uuid,
  family uuid,
  name text not null,
  name_key text not null,
  nik bytea,
  nik_index bytea,
  kk bytea,
  kk_index bytea,
  case_id uuid,
  visit uuid,
  programme text,
  asked bytea not null,
  reason text not null,
  note bytea not null,
  drafters text[] not null,
  office uuid not null references office (id),
  captured_at timestamptz not null,
  received_at timestamptz not null,
  capture text not null,
  month text not null,
  backing text,
  minutes uuid,
  file text,
  file_name text,
  backed_at timestamptz,
  verifier uuid,
  verified_at timestamptz,
  approver uuid,
  approved_at timestamptz,
  why text,
  words bytea,
  batch uuid,
  exported_at timestamptz,
  ticks jsonb not null,
  answered_on date,
  answered_at timestamptz,
  due_at timestamptz,
  pressed int not null,
  press_at timestamptz,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, minutes) references village_minutes (district, id),
  foreign key (district, batch) references proposal_batch (district, id),
  -- PROPOSAL-4, a second time: no row may say that one person did two of the three.
  constraint proposal_three_people check (verifier is null or (verifier is distinct from approver and not verifier::text = any (drafters))),
  constraint proposal_approver_apart check (approver is null or not approver::text = any (drafters))
);
comment on table proposal is 'Proposals to the national registry (usulan): what is asked for whom, who stands behind it, verified and approved it, and what the centre answered.';
create index proposal_worklist on proposal (place, status, month);
create index proposal_nik on proposal (nik_index) where nik_index is not null;
create index proposal_case on proposal (district, case_id) where case_id is not null;
create index proposal_person on proposal (district, person) where person is not null;
create index proposal_minutes on proposal (district, minutes) where minutes is not null;
create index proposal_batch_of on proposal (district, batch) where batch is not null;
create index proposal_file on proposal (district, file) where file is not null;
create index proposal_pressed on proposal (press_at) where press_at is not null;

-- The wall: seen by village, as people are; the clock sees the one whose time has come.
alter table village_minutes enable row level security;
create policy village_minutes_seen on village_minutes for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy village_minutes_new on village_minutes for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy village_minutes_move on village_minutes for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy village_minutes_work on village_minutes for select to openslrt_worker using (true);

alter table proposal_batch enable row level security;
create policy proposal_batch_seen on proposal_batch for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy proposal_batch_new on proposal_batch for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy proposal_batch_work on proposal_batch for select to openslrt_worker using (true);

alter table proposal enable row level security;
create policy proposal_seen on proposal for select to openslrt_api
  using ((place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
    or id::text = (select scope_text('proposal')));
create policy proposal_new on proposal for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy proposal_move on proposal for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy proposal_work on proposal for select to openslrt_worker using (true);

grant select, insert, update on proposal, village_minutes to openslrt_api;
grant select, insert on proposal_batch to openslrt_api;
grant select on proposal, village_minutes, proposal_batch to openslrt_worker;
