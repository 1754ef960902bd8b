-- expand: somebody of one district who is somebody of another (DOUBLE-12). Asked where they live now, answered where they are
-- known: what is asked is seen by the district that is asked, and there by whoever sees the person; what was answered by
-- those who see either of the two. NIK and words are sealed.
create table registry_link (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  person uuid not null,
  place text collate "C" not null,
  nik bytea not null,
  nik_index bytea not null,
  other text collate "C" not null,
  other_person uuid,
  other_place text collate "C",
  status text not null,
  note bytea not null,
  office uuid,
  "by" text not null,
  at timestamptz not null,
  answer_office uuid,
  answered_by text,
  answered_at timestamptz,
  primary key (district, id),
  foreign key (district, person) references person (district, id)
);
comment on table registry_link is 'That somebody of one district is somebody of another: asked by the one, answered by the other.';
create unique index registry_link_said_once on registry_link (district, person, other) where status <> 'ended';
create index registry_link_person on registry_link (district, person);
create index registry_link_other on registry_link (other, status, at);

alter table registry_link enable row level security;
create policy registry_link_seen on registry_link for select to openslrt_api using (
  (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
  or (other_place >= (select scope_text('registry_from')) and other_place < (select scope_text('registry_to')))
  or (status = 'asked' and other = left((select scope_text('registry_from')), 5))
);
create policy registry_link_follow on registry_link for select to openslrt_api using (person = any ((select scope_follows())::uuid[]));
create policy registry_link_new on registry_link for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy registry_link_move on registry_link for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy registry_link_work on registry_link for select to openslrt_worker using (true);
grant select, insert, update on registry_link to openslrt_api;
grant select on registry_link to openslrt_worker;
