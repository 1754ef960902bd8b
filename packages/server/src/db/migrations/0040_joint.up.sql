-- expand: programmes that several offices carry together. Whoever acts from the lead or from an office that takes part sees
-- a programme (setting app.joint); of the people on its list only what its queries choose by the agreement.
create table joint_programme (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  name text not null,
  purpose text not null,
  lead uuid not null references office (id),
  status text not null,
  agreement text not null,
  agreed_on date,
  valid_until date,
  offices text[] not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id)
);
comment on table joint_programme is 'Joint programmes (program bersama): purpose, agreement, and the offices that carry them now, the lead among these.';
create index joint_programme_offices on joint_programme using gin (offices);

create table joint_partner (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  joint uuid not null,
  kind text not null,
  office uuid references office (id),
  name text not null,
  contact bytea,
  fields text[] not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (district, id),
  foreign key (district, joint) references joint_programme (district, id)
);
comment on table joint_partner is 'Who takes part in a joint programme, an office or a named body outside, and what the agreement shows it of each target.';
create index joint_partner_of on joint_partner (district, joint);

create table joint_task (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  joint uuid not null,
  partner uuid,
  what text not null,
  due_on date not null,
  status text not null,
  note bytea,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, joint) references joint_programme (district, id),
  foreign key (district, partner) references joint_partner (district, id)
);
comment on table joint_task is 'Who does what in a joint programme until which day; without a partner it is the lead''s.';
create index joint_task_of on joint_task (district, joint, due_on);

create table joint_target (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  joint uuid not null,
  case_id uuid,
  place text not null,
  name bytea,
  nik bytea,
  nik_index bytea,
  phone bytea,
  address bytea,
  need bytea,
  status text not null,
  partner uuid,
  result bytea,
  listed_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, joint) references joint_programme (district, id),
  foreign key (district, partner) references joint_partner (district, id),
  foreign key (district, case_id) references cases (district, id)
);
comment on table joint_target is 'Families and people that a joint programme is for: cases of the lead''s place, or named with their village, sealed.';
create index joint_target_of on joint_target (district, joint, status, listed_at);
create unique index joint_case_said_once on joint_target (district, joint, case_id) where case_id is not null and status <> 'dropped';
create unique index joint_nik_said_once on joint_target (district, joint, nik_index) where nik_index is not null;

alter table joint_programme enable row level security;
create policy joint_seen on joint_programme for select to openslrt_api
  using (offices @> array[(select scope_text('joint'))]);
create policy joint_new on joint_programme for insert to openslrt_api with check (district = scope_text('ledger'));
create policy joint_move on joint_programme for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy joint_work on joint_programme for select to openslrt_worker using (true);

alter table joint_partner enable row level security;
create policy joint_partner_seen on joint_partner for select to openslrt_api
  using (exists (select 1 from joint_programme j where j.district = joint_partner.district and j.id = joint_partner.joint));
create policy joint_partner_new on joint_partner for insert to openslrt_api with check (district = scope_text('ledger'));
create policy joint_partner_move on joint_partner for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy joint_partner_work on joint_partner for select to openslrt_worker using (true);

alter table joint_task enable row level security;
create policy joint_task_seen on joint_task for select to openslrt_api
  using (exists (select 1 from joint_programme j where j.district = joint_task.district and j.id = joint_task.joint));
create policy joint_task_new on joint_task for insert to openslrt_api with check (district = scope_text('ledger'));
create policy joint_task_move on joint_task for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy joint_task_work on joint_task for select to openslrt_worker using (true);

alter table joint_target enable row level security;
create policy joint_target_seen on joint_target for select to openslrt_api
  using (exists (select 1 from joint_programme j where j.district = joint_target.district and j.id = joint_target.joint));
create policy joint_target_new on joint_target for insert to openslrt_api with check (district = scope_text('ledger'));
create policy joint_target_move on joint_target for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy joint_target_work on joint_target for select to openslrt_worker using (true);

grant select, insert, update on joint_programme, joint_partner, joint_task, joint_target to openslrt_api;
grant select on joint_programme, joint_partner, joint_task, joint_target to openslrt_worker;

-- A partner sees no case of the lead's. Whom a case on the list is about is read here, by whoever takes part, and as long as
-- the case is open to it: one that was restricted meanwhile, or forgotten, names nobody.
create function joint_people(p_district text, p_joint uuid)
returns table (target uuid, client_name text, client_nik bytea, client_phone bytea, client_address text)
language sql stable security definer set search_path = public as $$
  select t.id, c.client_name, c.client_nik, c.client_phone, c.client_address
  from joint_target t
  join joint_programme j on j.district = t.district and j.id = t.joint
  join cases c on c.district = t.district and c.id = t.case_id
  where t.district = p_district and t.joint = p_joint and j.offices @> array[scope_text('joint')]
    and t.status <> 'dropped' and c.restricted is null and c.client_name <> ''
$$;
revoke all on function joint_people(text, uuid) from public;
grant execute on function joint_people(text, uuid) to openslrt_api;

-- Roles as shipped take part, or lead; a new installation gets them so.
update role set permissions = array_append(permissions, 'joint.join')
  where code in ('coordinator', 'manager', 'province', 'national', 'section-head', 'planner', 'ministry', 'supervisor', 'provider', 'partner')
    and not 'joint.join' = any (permissions);
update role set permissions = array_append(permissions, 'joint.lead')
  where code in ('coordinator', 'manager', 'province', 'national', 'section-head', 'planner', 'ministry') and not 'joint.lead' = any (permissions);
