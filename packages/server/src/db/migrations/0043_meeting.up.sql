-- expand: meetings (case conferences and those of the coordination team), and the tasks that they decide. What was typed is
-- sealed; offices, days and states are not: by these they are found. Seen by every office that takes part.
create table meeting (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  kind text not null,
  office uuid not null references office (id),
  offices text[] not null,
  caller uuid not null,
  status text not null,
  starts_at timestamptz not null,
  lasts int not null,
  venue bytea not null,
  agenda bytea not null,
  cases text[] not null,
  attendance bytea,
  minutes bytea,
  series uuid not null,
  nth int not null check (nth > 0),
  follows uuid,
  carried text[] not null,
  note bytea,
  called_at timestamptz not null,
  changed_at timestamptz not null,
  held_at timestamptz,
  closed_at timestamptz,
  primary key (district, id),
  constraint meeting_followed_once unique (district, follows)
);
comment on table meeting is 'Meetings (rapat) of offices: called, held, written down, closed. `offices` are all that take part; `carried` the tasks that earlier sittings left open.';
create index meeting_offices on meeting using gin (offices);

create table meeting_task (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  meeting uuid not null,
  series uuid not null,
  point text,
  case_district text collate "C",
  case_id uuid,
  case_number text,
  office uuid not null references office (id),
  person uuid,
  offices text[] not null,
  text bytea not null,
  due_day date not null,
  due_at timestamptz not null,
  remind_at timestamptz,
  overdue_since timestamptz,
  status text not null,
  note bytea,
  made_at timestamptz not null,
  settled_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, meeting) references meeting (district, id)
);
comment on table meeting_task is 'What a meeting decided: who does what until when, and what came of it.';
create index meeting_task_owner on meeting_task (office, status, due_at);
create index meeting_task_meeting on meeting_task (district, meeting);
create index meeting_task_series on meeting_task (district, series);
create index meeting_task_case on meeting_task (case_district, case_id) where case_id is not null;
create index meeting_task_pressed on meeting_task ((least(remind_at, due_at))) where status = 'open' and overdue_since is null;

-- The wall: `app.meets` is the office that somebody attends meetings for. A task is also seen with its case: its row says so.
alter table meeting enable row level security;
create policy meeting_seen on meeting for select to openslrt_api using ((select scope_text('meets')) = any (offices));
create policy meeting_new on meeting for insert to openslrt_api with check (district = scope_text('ledger'));
create policy meeting_move on meeting for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy meeting_work on meeting for select to openslrt_worker using (true);
alter table meeting_task enable row level security;
create policy meeting_task_seen on meeting_task for select to openslrt_api
  using ((select scope_text('meets')) = any (offices)
    or exists (select 1 from cases c where c.district = meeting_task.case_district and c.id = meeting_task.case_id));
create policy meeting_task_new on meeting_task for insert to openslrt_api with check (district = scope_text('ledger'));
create policy meeting_task_move on meeting_task for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy meeting_task_work on meeting_task for select to openslrt_worker using (true);
grant select, insert, update on meeting, meeting_task to openslrt_api;
grant select on meeting, meeting_task to openslrt_worker;

-- Of the cases of an agenda: which may be talked of before everybody who takes part. A restricted one shows its number alone
-- to whoever may not see it, an erased one to all: of that nothing is told. Asked by ids that only an agenda names.
create function meeting_open_cases(p_keys text[]) returns table (key text, open boolean)
language sql stable security definer set search_path = public as $$
  select k.key, c.restricted is null from unnest(p_keys) as k(key)
  join cases c on c.district = split_part(k.key, '/', 1) and c.id = split_part(k.key, '/', 2)::uuid
  where c.status <> 'erased'
$$;
revoke all on function meeting_open_cases(text[]) from public;
grant execute on function meeting_open_cases(text[]) to openslrt_api;

-- A notice may be about a meeting instead of a case.
alter table notice alter column case_id drop not null;
alter table notice add column meeting uuid;
alter table notice add constraint notice_about check (case_id is not null or meeting is not null);
create unique index notice_meeting_once on notice (district, meeting, mark, what, whom) where meeting is not null;
alter table notice_delivery alter column case_id drop not null;
comment on column notice.meeting is 'The meeting that it tells of; null where it tells of a case.';

-- Roles as shipped take part in meetings from now on; a new installation gets them so.
update role set permissions = array_append(permissions, 'meeting.attend')
  where code in ('facilitator', 'village-operator', 'fo', 'bo', 'coordinator', 'supervisor', 'manager', 'section-head', 'agency-head', 'verifier',
    'approver', 'provider', 'planner', 'province', 'national') and not 'meeting.attend' = any (permissions);
