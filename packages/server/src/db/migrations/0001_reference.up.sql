-- expand: what is the same everywhere (places, offices, staff, roles, lists, calendars). Small; on a cluster these are
-- reference tables, copied to every machine. Codes compare as plain bytes, whatever the database's own collation.
create table place (
  code text collate "C" primary key check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$'),
  name text not null,
  level text not null check (level in ('nation', 'province', 'district', 'subdistrict', 'village')),
  parent text collate "C" references place (code),
  zone text,
  search_name text not null,
  valid_from date not null,
  valid_to date
);
create index place_parent on place (parent);
create index place_search on place (search_name text_pattern_ops);
comment on table place is 'Kemendagri codes and names, dated because regions split. Data of idn-area-data under ODbL; zone is set on districts.';

create table office (
  id uuid primary key,
  district text collate "C" not null,
  version int not null check (version > 0),
  seq bigint not null,
  name text not null,
  kind text not null,
  level text not null,
  place text collate "C" not null references place (code),
  parent uuid references office (id),
  active boolean not null,
  address text not null,
  phone text not null,
  opened_at timestamptz not null
);
create index office_place on office (place);
create index office_parent on office (parent);
comment on table office is 'Offices as a tree: each has the office that it escalates to. Rows are what the ledger of `district` says.';

create table staff (
  id uuid primary key,
  district text collate "C" not null,
  version int not null check (version > 0),
  seq bigint not null,
  name text not null,
  active boolean not null
);
comment on table staff is 'People who work here. Sign-in names and passwords are kept apart, in credential.';

create table post (
  id uuid primary key,
  district text collate "C" not null,
  version int not null check (version > 0),
  seq bigint not null,
  staff uuid not null references staff (id),
  office uuid not null references office (id),
  role text not null,
  valid_from timestamptz not null,
  valid_until timestamptz
);
create index post_staff on post (staff);
create index post_office on post (office);
comment on table post is 'Which role a person holds at which office, from when until when.';

create table role (
  code text not null,
  permissions text[] not null,
  restricted text[] not null,
  sees text not null check (sees in ('place', 'office', 'none')),
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from)
);
comment on table role is 'Dated bundles of permissions. Permissions themselves are fixed in the program.';

create table list_item (
  list text not null,
  code text not null,
  place text collate "C" not null,
  names jsonb not null,
  data jsonb not null,
  valid_from date not null,
  valid_to date,
  primary key (list, code, place, valid_from)
);
comment on table list_item is 'Everything that offices may change as a list: categories, channels, reasons, outcomes, time windows. `place` 00 is for all.';

create table calendar_day (
  place text collate "C" not null,
  day date not null,
  name text not null,
  basis text not null,
  primary key (place, day)
);
comment on table calendar_day is 'Days on which offices are closed: national holidays, joint leave, local closures.';

create table working_week (
  place text collate "C" not null,
  valid_from date not null,
  week jsonb not null,
  basis text not null,
  primary key (place, valid_from)
);
comment on table working_week is 'Opening hours per weekday from Sunday, minutes after local midnight; null is a day off.';
