-- expand: people and families of the registry, and every giving of their values. Whoever sees a whole place and may read its
-- people sees those who live there (settings app.registry_from, app.registry_to); nobody else sees any.
create table family (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  place text collate "C" not null,
  kk bytea,
  kk_index bytea,
  address text not null,
  said jsonb not null,
  desil int check (desil between 1 and 10),
  desil_on date,
  desil_source text not null,
  status text not null,
  merged_into uuid,
  complete int not null,
  load uuid,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table family is 'Families (KK): dwelling, assets and desil as last said. Numbers sealed; values by official name.';
create index family_kk on family (kk_index) where kk_index is not null;
create index family_place on family (place);

create table person (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  place text collate "C" not null,
  family uuid,
  name text not null,
  name_key text not null,
  nik bytea,
  nik_index bytea,
  birth_date date,
  sex text check (sex in ('L', 'P')),
  phone bytea,
  phone_index bytea,
  said jsonb not null,
  status text not null,
  merged_into uuid,
  complete int not null,
  load uuid,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table person is 'People of the registry, one row each: what tells them apart, and all else by official name as last said.';
create index person_nik on person (nik_index) where nik_index is not null;
create index person_family on person (district, family) where family is not null;
create index person_place on person (place);

create table registry_record (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  holder uuid not null,
  "of" text not null,
  place text collate "C" not null,
  way text not null,
  source text not null,
  ref uuid,
  office uuid,
  "by" text not null,
  at timestamptz not null,
  said jsonb not null,
  was jsonb not null,
  primary key (district, id)
);
comment on table registry_record is 'Every giving of values of a person or family: who gave what, when and how, and what stood before.';
create index registry_record_of on registry_record (district, holder, at);

alter table family enable row level security;
create policy family_seen on family for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy family_new on family for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy family_move on family for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy family_work on family for select to openslrt_worker using (true);

alter table person enable row level security;
create policy person_seen on person for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy person_new on person for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy person_move on person for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy person_work on person for select to openslrt_worker using (true);

alter table registry_record enable row level security;
create policy registry_record_seen on registry_record for select to openslrt_api
  using (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')));
create policy registry_record_new on registry_record for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy registry_record_work on registry_record for select to openslrt_worker using (true);

grant select, insert, update on family, person to openslrt_api;
grant select, insert on registry_record to openslrt_api;
grant select on family, person, registry_record to openslrt_worker;

-- Roles as shipped; a new installation gets them so.
create function pg_temp.give(codes text[], rights text[]) returns void language sql as $$
  update role set permissions = permissions || array(select r from unnest(rights) as r where not r = any (permissions))
    where code = any (codes)
$$;
select pg_temp.give('{facilitator,village-operator,fo,bo,supervisor,coordinator,manager,province,national}', '{registry.read,registry.edit,proposal.make}');
select pg_temp.give('{facilitator,village-operator,surveyor,bo,supervisor,coordinator,manager,province,national}', '{visit.do}');
select pg_temp.give('{village-operator,bo,supervisor,coordinator,manager,province,national}', '{visit.plan}');
select pg_temp.give('{bo,supervisor,coordinator,manager,province,national}', '{ppks.handle}');
select pg_temp.give('{village-operator,coordinator,manager,province,national}', '{psks.manage}');
select pg_temp.give('{coordinator,manager,province,national}', '{registry.merge,programme.manage,programme.decide}');
select pg_temp.give('{manager}', '{registry.load,surge.manage}');
select pg_temp.give('{section-head}', '{registry.read,programme.manage,programme.decide,surge.manage}');
select pg_temp.give('{agency-head,approver}', '{registry.read,proposal.approve}');
select pg_temp.give('{verifier}', '{registry.read,registry.merge,proposal.verify}');
select pg_temp.give('{provider}', '{programme.manage,programme.decide}');
select pg_temp.give('{planner}', '{programme.manage}');
drop function pg_temp.give(text[], text[]);
