-- expand: what field phones ask for. A phone holds rows of a few villages and is told what changed in them since an entry of
-- the ledger: found by village and entry. The indexes on villages alone are the beginning of these.
create index person_replica on person (place, seq, id);
drop index person_place;
create index family_replica on family (place, seq, id);
drop index family_place;
create index cases_replica on cases (place, seq, id);
create index visit_replica on visit (place, seq, id);
create index visit_sent on visit (assignee, seq, id) where assignee is not null;
create index need_replica on need (place, seq, id);
create index participation_replica on participation (place, seq, id);
create index application_replica on application (place, seq, id);
create index proposal_replica on proposal (place, seq, id);

-- Which database this is: a restore from a backup gives it another epoch, and phones send again what they were told was done.
insert into deployment (name, value) values ('epoch', to_jsonb(gen_random_uuid())) on conflict (name) do nothing;

create table device (
  id uuid primary key,
  staff uuid not null references staff (id),
  place text collate "C" not null,
  office uuid not null,
  name text not null,
  app text not null,
  waiting int not null check (waiting >= 0),
  held int not null check (held >= 0),
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ordered text not null default 'none',
  why text not null default '',
  ordered_by uuid,
  ordered_at timestamptz,
  told_at timestamptz
);
comment on table device is 'Field phones: whose, where from, when they were last heard, what waits on them, and whether they are to forget all. Apart from the ledgers, as sessions are.';
create index device_staff on device (staff);
create index device_place on device (place, seen_at);
alter table device enable row level security;
create policy device_own on device to openslrt_api
  using (staff = (select scope_text('staff'))::uuid) with check (staff = (select scope_text('staff'))::uuid);
create policy device_kept on device to openslrt_api
  using (place >= (select scope_text('devices_from')) and place < (select scope_text('devices_to')))
  with check (place >= (select scope_text('devices_from')) and place < (select scope_text('devices_to')));
create policy device_work on device for select to openslrt_worker using (true);
grant select, insert, update on device to openslrt_api;
grant select on device to openslrt_worker;
