-- expand: cases with what hangs on them, and the counters. Every key begins with the district.
create table cases (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  number text collate "C" not null,
  kind text not null,
  category text not null,
  channel text not null,
  priority text not null,
  place text collate "C" not null,
  office uuid not null,
  registered_office uuid not null,
  assignee uuid,
  status text not null,
  status_before text,
  decision text,
  summary text not null,
  story text not null,
  client_name text not null,
  client_name_key text not null,
  client_nik bytea,
  client_nik_index bytea,
  client_kk bytea,
  client_kk_index bytea,
  client_phone bytea,
  client_phone_index bytea,
  client_address text not null,
  reporter_name text,
  reporter_phone bytea,
  reporter_relation text not null,
  anonymous boolean not null,
  contact_via text not null,
  restricted text,
  missing text,
  outcome text,
  result text,
  closure text,
  satisfaction int,
  duplicate_of uuid,
  appeals text[] not null,
  open_referrals int not null check (open_referrals >= 0),
  waiting_office uuid,
  hop_started_at timestamptz not null,
  hop_due_at timestamptz,
  hop_left int,
  total_started_at timestamptz not null,
  total_due_at timestamptz,
  total_left int,
  registered_at timestamptz not null,
  changed_at timestamptz not null,
  answered_at timestamptz,
  closed_at timestamptz,
  door_short bytea,
  door_long bytea,
  primary key (district, id),
  unique (district, number)
);
create index cases_queue on cases (district, office, status, hop_due_at);
create index cases_place on cases (district, place, registered_at);
create index cases_nik on cases (district, client_nik_index) where client_nik_index is not null;
create index cases_kk on cases (district, client_kk_index) where client_kk_index is not null;
create index cases_phone on cases (district, client_phone_index) where client_phone_index is not null;
create index cases_name on cases (district, client_name_key text_pattern_ops) where client_name_key <> '';
create index cases_door on cases (district, door_long) where door_long is not null;
comment on table cases is 'One row a case (kasus) as it stands. NIK, KK and phone are sealed; their _index columns are keyed digests for exact search.';

create table referral (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  case_id uuid not null,
  from_office uuid not null,
  to_office uuid not null,
  status text not null,
  asked text not null,
  part_of uuid,
  reason text,
  outcome text,
  result text,
  requested_at timestamptz not null,
  due_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id)
);
create index referral_case on referral (district, case_id);
create index referral_inbox on referral (to_office, status, due_at);
comment on table referral is 'A referral (rujukan) from an office to an office, with FHIR Task states. The inbox of an office reads across districts.';

create table case_grant (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  case_id uuid not null,
  office uuid not null,
  referral uuid,
  fields text[] not null,
  until timestamptz not null,
  withdrawn_at timestamptz,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id)
);
create index case_grant_case on case_grant (district, case_id);
create index case_grant_office on case_grant (office, district, case_id);
comment on table case_grant is 'What an office outside the place may see of one case, and until when. Written with a referral and withdrawn with it.';

create table attachment (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  case_id uuid not null,
  name text not null,
  type text not null,
  size int not null check (size > 0),
  sha256 text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id)
);
create index attachment_case on attachment (district, case_id);
comment on table attachment is 'Files of a case. The bytes lie in file_blob''s store under their own hash.';

create table file_blob (
  district text collate "C" not null,
  sha256 text not null,
  type text not null,
  size int not null,
  stored_at timestamptz not null,
  primary key (district, sha256)
);
comment on table file_blob is 'Files that were uploaded and proved to be what they say. Bytes are sealed and lie outside the database.';

create table case_day_count (
  district text collate "C" not null,
  day date not null,
  measure text not null,
  n int not null check (n >= 0),
  primary key (district, day, measure)
);
comment on table case_day_count is 'How often something happened on a day in a district. National and provincial trends read this, never the cases.';

create table case_state_count (
  district text collate "C" not null,
  state text not null,
  n int not null check (n >= 0),
  primary key (district, state)
);
comment on table case_state_count is 'How many cases of a kind stand in a status now ("handling|complaint").';
