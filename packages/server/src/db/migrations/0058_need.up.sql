-- expand: needs, applications to programmes, what somebody has of a programme, and quotas. A need is seen by whoever may read
-- the people of its village (of a case: who sees the case as well), an application by the office that decides on it too
-- (setting app.decides); app.quota opens the line of one quota to a command that moves somebody up.
create table need (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  person uuid,
  family uuid,
  case_id uuid,
  place text collate "C" not null,
  kind text not null,
  text bytea,
  status text not null,
  programme uuid,
  standing int not null check (standing >= 0),
  reason text,
  note bytea,
  day date not null,
  office uuid not null references office (id),
  said_by text not null,
  recorded_at timestamptz not null,
  settled_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, person) references person (district, id),
  foreign key (district, family) references family (district, id),
  foreign key (district, case_id) references cases (district, id)
);
comment on table need is 'What people and families are in need of, from the record until it is met or is told not to be, and why.';
create index need_place on need (place, day);
create index need_family on need (district, family) where family is not null;
create index need_person on need (district, person) where person is not null;
create index need_case on need (district, case_id) where case_id is not null;

create table quota (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  programme uuid not null,
  programme_home text not null,
  programme_name text not null,
  place text collate "C" not null,
  valid_from date not null,
  valid_until date not null,
  places int not null check (places >= 0),
  granted int not null check (granted between 0 and places),
  waiting int not null check (waiting >= 0),
  last_ticket int not null,
  office uuid not null references office (id),
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table quota is 'How many places a programme has for the people of a place in a time, how many were given, how many wait.';
create unique index quota_said_once on quota (district, programme, place, valid_from);

create table application (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  need uuid not null,
  person uuid,
  family uuid,
  case_id uuid,
  place text collate "C" not null,
  kind text not null,
  programme uuid not null,
  programme_home text not null,
  programme_name text not null,
  name bytea,
  from_office uuid not null references office (id),
  office uuid not null references office (id),
  status text not null,
  papers text[] not null,
  ticked text[] not null,
  quota uuid,
  ticket int,
  reason text,
  note bytea,
  decided_by text,
  due_day date,
  due_at timestamptz,
  remind_at timestamptz,
  overdue_since timestamptz,
  drafted_at timestamptz not null,
  sent_at timestamptz,
  decided_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, need) references need (district, id),
  foreign key (district, quota) references quota (district, id)
);
comment on table application is 'What is asked of a programme for a need, followed until it is decided: by which office, until when, and how.';
create index application_need on application (district, need);
create unique index application_said_once on application (district, need, programme)
  where status in ('drafted', 'sent', 'waiting', 'granted');
create unique index application_place_said_once on application (district, quota, ticket) where ticket is not null;
create index application_decides on application (office, status, due_at);
create index application_asks on application (from_office, status, changed_at);
create index application_pressed on application ((least(remind_at, due_at))) where status = 'sent' and overdue_since is null;

create table participation (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  person uuid,
  family uuid,
  case_id uuid,
  place text collate "C" not null,
  programme uuid not null,
  programme_name text not null,
  status text not null,
  since date,
  until date,
  amount_right text not null,
  on_time text not null,
  useful text not null,
  said_by text not null,
  said_on date not null,
  recorded_by text not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, person) references person (district, id),
  foreign key (district, family) references family (district, id),
  foreign key (district, case_id) references cases (district, id)
);
comment on table participation is 'What people and families have of a programme as last said: since when, and whether it is right, on time and useful.';
create unique index participation_said_once on participation (district, programme, (coalesce(person, family, case_id)));
create index participation_family on participation (district, family) where family is not null;

alter table application enable row level security;
create policy application_seen on application for select to openslrt_api using (
  office = (select scope_text('decides'))::uuid
  or quota = (select scope_text('quota'))::uuid
  or (
    (
      (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
      or from_office = (select scope_text('office'))::uuid
    )
    and (case_id is null or exists (select 1 from cases c where c.district = application.district and c.id = application.case_id))
  )
);
create policy application_new on application for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy application_move on application for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy application_work on application for select to openslrt_worker using (true);

alter table need enable row level security;
create policy need_seen on need for select to openslrt_api using (
  (
    (
      (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
      or office = (select scope_text('office'))::uuid
    )
    and (case_id is null or exists (select 1 from cases c where c.district = need.district and c.id = need.case_id))
  )
  or exists (
    select 1 from application a
    where a.district = need.district and a.need = need.id and a.office = (select scope_text('decides'))::uuid
  )
);
create policy need_new on need for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy need_move on need for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy need_work on need for select to openslrt_worker using (true);

alter table participation enable row level security;
create policy participation_seen on participation for select to openslrt_api using (
  place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to'))
  and (case_id is null or exists (select 1 from cases c where c.district = participation.district and c.id = participation.case_id))
);
create policy participation_new on participation for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy participation_move on participation for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy participation_work on participation for select to openslrt_worker using (true);

-- A quota names no citizen: only writing is walled.
alter table quota enable row level security;
create policy quota_seen on quota for select to openslrt_api using (true);
create policy quota_new on quota for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy quota_move on quota for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy quota_work on quota for select to openslrt_worker using (true);

grant select, insert, update on need, application, participation, quota to openslrt_api;
grant select on need, application, participation, quota to openslrt_worker;
