-- expand: people in need of social welfare services (PPKS) with their services, and those who help them (PSKS) with reports,
-- trainings and postings. What was said of somebody is sealed; types, places, days and states are not: by these they are found.
create table ppks (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  place text collate "C" not null,
  office uuid not null references office (id),
  person uuid,
  family uuid,
  name bytea not null,
  nik bytea,
  nik_index bytea,
  type text not null,
  restricted text,
  since date not null,
  case_id uuid,
  status text not null,
  findings bytea,
  risks text[] not null,
  assessed_by uuid,
  assessed_on date,
  course bytea not null,
  outcome text,
  ended_on date,
  added_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table ppks is 'People in need of social welfare services (PPKS): type, assessment, how far they are, what came of it.';
create index ppks_place on ppks (place, added_at desc);
create index ppks_year on ppks (district, (extract(year from since)), type);
create index ppks_case on ppks (district, case_id) where case_id is not null;
create index ppks_person on ppks (district, person) where person is not null;

create table ppks_service (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  ppks uuid not null,
  what bytea not null,
  office uuid,
  provider text not null,
  from_day date not null,
  until_day date,
  status text not null,
  note bytea,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, ppks) references ppks (district, id)
);
comment on table ppks_service is 'Services of the plan of a PPKS: what, by which office or provider, from when until when.';
create index ppks_service_of on ppks_service (district, ppks);

-- Whoever may read the people of a village sees its PPKS; of a restricted type only a role that names it.
alter table ppks enable row level security;
create policy ppks_seen on ppks for select to openslrt_api using (
  place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to'))
  and (restricted is null or restricted = any (string_to_array((select scope_text('restricted')), ',')))
);
create policy ppks_new on ppks for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy ppks_move on ppks for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy ppks_work on ppks for select to openslrt_worker using (true);
alter table ppks_service enable row level security;
create policy ppks_service_seen on ppks_service for select to openslrt_api
  using (exists (select 1 from ppks p where p.district = ppks_service.district and p.id = ppks_service.ppks));
create policy ppks_service_new on ppks_service for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy ppks_service_move on ppks_service for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy ppks_service_work on ppks_service for select to openslrt_worker using (true);

create table psks (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  kind text not null,
  who text not null,
  place text collate "C" not null,
  serves text[] collate "C" not null,
  office uuid not null references office (id),
  name text not null,
  name_key text not null,
  nik bytea,
  nik_index bytea,
  phone bytea,
  email bytea,
  address bytea,
  fields bytea not null,
  status text not null,
  note bytea,
  registered_by uuid not null,
  verified_by uuid,
  checked_on date,
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table psks is 'Those who help (PSKS): social workers, volunteers, institutions, partners; whom they serve, and whether they were verified.';
create index psks_place on psks (place);
create index psks_serves on psks using gin (serves);
create index psks_kind on psks (district, kind, status);
create index psks_nik on psks (district, nik_index) where nik_index is not null;

create table psks_report (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  psks uuid not null,
  month text not null,
  activities bytea not null,
  days int not null,
  people int not null,
  status text not null,
  note bytea,
  sent_by uuid not null,
  sent_at timestamptz not null,
  judged_by uuid,
  judged_at timestamptz,
  primary key (district, id),
  constraint psks_report_once unique (district, psks, month),
  foreign key (district, psks) references psks (district, id)
);
comment on table psks_report is 'What a PSKS did in a month, sent and checked: the evidence on which they are paid.';

create table psks_event (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  psks uuid not null,
  what text not null,
  title text not null,
  on_day date not null,
  hours int not null,
  result text not null,
  added_at timestamptz not null,
  primary key (district, id),
  foreign key (district, psks) references psks (district, id)
);
comment on table psks_event is 'Mentoring and training of a PSKS.';
create index psks_event_of on psks_event (district, psks, on_day);

create table psks_posting (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  psks uuid not null,
  target text not null,
  case_id uuid,
  case_number text,
  visit uuid,
  village text collate "C",
  office uuid not null,
  task bytea not null,
  from_day date not null,
  until_day date,
  ended_on date,
  result bytea,
  made_at timestamptz not null,
  primary key (district, id),
  foreign key (district, psks) references psks (district, id)
);
comment on table psks_posting is 'What a PSKS was asked to look after: a case, a visit, a village.';
create index psks_posting_of on psks_posting (district, psks, made_at);
create index psks_posting_case on psks_posting (district, case_id) where case_id is not null;

-- A PSKS is seen by whoever reads the people where it sits, or of a place that it serves: there it is needed.
create function psks_serves_range(p_serves text[], p_from text, p_to text) returns boolean language sql immutable parallel safe
  return exists (select 1 from unnest(p_serves) s
    where (s collate "C" >= p_from collate "C" and s collate "C" < p_to collate "C") or p_from = s or starts_with(p_from, s || '.'));
alter table psks enable row level security;
create policy psks_seen on psks for select to openslrt_api using (
  (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
  or psks_serves_range(serves, (select scope_text('registry_from')), (select scope_text('registry_to')))
);
create policy psks_new on psks for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy psks_move on psks for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy psks_work on psks for select to openslrt_worker using (true);
alter table psks_report enable row level security;
create policy psks_report_seen on psks_report for select to openslrt_api
  using (exists (select 1 from psks p where p.district = psks_report.district and p.id = psks_report.psks));
create policy psks_report_new on psks_report for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy psks_report_move on psks_report for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy psks_report_work on psks_report for select to openslrt_worker using (true);
alter table psks_event enable row level security;
create policy psks_event_seen on psks_event for select to openslrt_api
  using (exists (select 1 from psks p where p.district = psks_event.district and p.id = psks_event.psks));
create policy psks_event_new on psks_event for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy psks_event_work on psks_event for select to openslrt_worker using (true);
alter table psks_posting enable row level security;
create policy psks_posting_seen on psks_posting for select to openslrt_api
  using (exists (select 1 from psks p where p.district = psks_posting.district and p.id = psks_posting.psks));
create policy psks_posting_new on psks_posting for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy psks_posting_move on psks_posting for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy psks_posting_work on psks_posting for select to openslrt_worker using (true);

grant select, insert, update on ppks, ppks_service, psks, psks_report, psks_posting to openslrt_api;
grant select, insert on psks_event to openslrt_api;
grant select on ppks, ppks_service, psks, psks_report, psks_event, psks_posting to openslrt_worker;
