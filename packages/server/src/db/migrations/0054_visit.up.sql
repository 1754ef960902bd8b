-- expand: visits to homes, and their pictures. What was typed of people is sealed; who goes, where, when and why is not: by
-- these they are found. Seen by whoever is sent; by the office that goes and by those who see the place's people, as far as
-- the case of the visit is not one that they may not see.
create table visit (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  place text collate "C" not null,
  case_id uuid,
  case_number text,
  family uuid,
  person uuid,
  whom bytea not null,
  trigger text not null,
  ask bytea not null,
  proposal text not null,
  planned_for date not null,
  due_at timestamptz not null,
  overdue_since timestamptz,
  office uuid not null references office (id),
  assignee uuid,
  status text not null,
  result text,
  fit text,
  report bytea,
  spot bytea,
  visitor uuid,
  captured_at timestamptz,
  received_at timestamptz,
  reason text,
  note bytea,
  tries int not null check (tries > 0),
  planned_by uuid not null,
  planned_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table visit is 'Visits to homes (kunjungan): planned, then done, missed or cancelled. `captured_at` is what the device told, `received_at` when it came in.';
create index visit_own on visit (assignee, status, planned_for) where assignee is not null;
create index visit_office on visit (office, status, planned_for);
create index visit_place on visit (place, status, planned_for);
create index visit_case on visit (district, case_id) where case_id is not null;
create index visit_family on visit (district, family) where family is not null;
create index visit_person on visit (district, person) where person is not null;
create index visit_late on visit (due_at) where status = 'planned' and overdue_since is null;

create table visit_photo (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  visit uuid not null,
  kind text not null,
  sha256 text not null,
  type text not null,
  size int not null check (size > 0),
  captured_at timestamptz not null,
  added_at timestamptz not null,
  primary key (district, id),
  foreign key (district, visit) references visit (district, id)
);
comment on table visit_photo is 'What each picture of a visit shows; the bytes lie sealed among the files.';
create index visit_photo_visit on visit_photo (district, visit);
create index visit_photo_file on visit_photo (district, sha256);

-- Whether a visit may be told for its case's sake: an erased case tells nothing, a restricted one only those who may see its
-- kind. Whoever makes visits may see no case at all, so that row-level security of cases can't answer.
create function visit_open(p_district text, p_case uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select coalesce((
    select c.status <> 'erased' and (c.restricted is null or c.restricted = any (string_to_array(scope_text('restricted'), ',')))
    from cases c where c.district = p_district and c.id = p_case), false)
$$;
revoke all on function visit_open(text, uuid) from public;
grant execute on function visit_open(text, uuid) to openslrt_api;

alter table visit enable row level security;
create policy visit_seen on visit for select to openslrt_api using (
  id = (select scope_text('visit'))::uuid
  or ((select scope_text('visits')) is not null and (
    assignee = (select scope_text('visits'))::uuid
    or (
      (office = (select scope_text('office'))::uuid
        or (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to'))))
      and (case_id is null or visit_open(district, case_id))
    )
  ))
);
create policy visit_new on visit for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy visit_move on visit for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy visit_work on visit for select to openslrt_worker using (true);

alter table visit_photo enable row level security;
create policy visit_photo_seen on visit_photo for select to openslrt_api
  using (exists (select 1 from visit v where v.district = visit_photo.district and v.id = visit_photo.visit));
create policy visit_photo_new on visit_photo for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy visit_photo_work on visit_photo for select to openslrt_worker using (true);

grant select, insert, update on visit to openslrt_api;
grant select, insert on visit_photo to openslrt_api;
grant select on visit, visit_photo to openslrt_worker;
