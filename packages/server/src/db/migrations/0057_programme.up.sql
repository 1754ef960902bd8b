-- expand: the catalogue of programmes and services, of every owner. Small, and no secret: on a cluster a reference table.
create table programme (
  id uuid primary key,
  district text collate "C" not null,
  version int not null check (version > 0),
  seq bigint not null,
  code text not null,
  name text not null,
  gives text not null,
  sector text not null,
  unit text not null,
  owner text not null,
  owner_name text not null,
  office uuid references office (id),
  place text collate "C" not null,
  decides text not null,
  papers text[] not null,
  contact text not null,
  schedule text not null,
  certainty text not null,
  replaces uuid references programme (id),
  versions jsonb not null,
  starts_on date not null,
  ends_on date,
  changed_at timestamptz not null
);
comment on table programme is 'Programmes and services: who gives what to whom, by which criteria from which day on. Rows are what the ledger of `district` says.';
create index programme_place on programme (place);

grant select, insert, update on programme to openslrt_api;
grant select on programme to openslrt_worker;
