-- expand: challenges (kendala): what hinders an office, of whom it asks help, and what came of it. They name no citizen, so
-- words lie in the open and are searched. Seen by whoever reports or answers challenges, of all places under their office.
create table challenge (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  kind text not null,
  words text not null,
  since date not null,
  villages int,
  citizens int,
  reported_by uuid not null references office (id),
  place text collate "C" not null,
  reporter uuid not null,
  asks text not null,
  office uuid not null references office (id),
  owner uuid,
  status text not null,
  answer text,
  answer_day date,
  helped text,
  course text not null,
  reported_at timestamptz not null,
  reached_at timestamptz not null,
  due_at timestamptz,
  missed int not null,
  late_since timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table challenge is 'Challenges (kendala) of offices: reported, taken where they lie, answered, and ended by whoever asked. `missed` counts limits that went by.';
create index challenge_place on challenge (place, status, reported_at);
create index challenge_office on challenge (office, status, due_at);
create index challenge_asked on challenge (reported_by, reported_at);
create index challenge_pressed on challenge (due_at) where late_since is null and due_at is not null;

-- The wall: a district's challenges are its own, its province's and the nation's; time sees the one whose limit went by.
alter table challenge enable row level security;
create policy challenge_seen on challenge for select to openslrt_api using (
  id = (select scope_text('challenge'))::uuid
  or (place >= (select scope_text('challenges_from')) and place < (select scope_text('challenges_to')))
);
create policy challenge_new on challenge for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy challenge_move on challenge for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy challenge_work on challenge for select to openslrt_worker using (true);
grant select, insert, update on challenge to openslrt_api;
grant select on challenge to openslrt_worker;

comment on column notice.about_kind is 'What else than a case or a meeting it tells of: psks, proposal, application, visit, challenge.';

-- Roles as shipped; a new installation gets them so.
update role set permissions = array_append(permissions, 'challenge.report')
  where code in ('coordinator', 'manager') and not 'challenge.report' = any (permissions);
update role set permissions = array_append(permissions, 'challenge.answer')
  where code in ('coordinator', 'manager', 'province', 'national') and not 'challenge.answer' = any (permissions);
