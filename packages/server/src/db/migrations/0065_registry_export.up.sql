-- expand: people and families that are taken out of the registry as a file: who, why, when, how many, under which mark. The
-- line stays when the file is gone.
create table registry_export (
  district text collate "C" not null,
  id uuid not null,
  mark text not null,
  subject text not null,
  form text not null,
  place text collate "C" not null,
  desils text[] not null,
  programme uuid,
  programme_name text,
  complete text,
  numbers boolean not null,
  reason text not null,
  lang text not null,
  staff uuid not null references staff (id),
  office uuid not null references office (id),
  asked_at timestamptz not null,
  total int not null,
  held_until timestamptz,
  -- How far it is written: after whom the next row comes, and what its pieces add up to.
  rows int not null,
  after_place text collate "C",
  after_id uuid,
  size bigint not null,
  crc bigint not null,
  plain bigint not null,
  pieces text[] not null,
  fault text,
  ended_at timestamptz,
  forgotten_at timestamptz,
  fetched int not null,
  primary key (district, id),
  unique (district, mark)
);
comment on table registry_export is 'What was taken out of the registry as a file: who, why, when, which people, how many, and the sealed pieces it lies in.';
create index registry_export_newest on registry_export (district, asked_at desc);
create index registry_export_left on registry_export (asked_at) where ended_at is null;

alter table registry_export enable row level security;
create policy registry_export_own on registry_export to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy registry_export_work on registry_export to openslrt_worker using (true) with check (true);

grant select, insert on registry_export to openslrt_api;
grant update (fetched) on registry_export to openslrt_api;
grant select, update on registry_export to openslrt_worker;
