-- expand: how people get in. Kept apart from the ledger: it is about doors, not about cases.
create table credential (
  staff uuid primary key references staff (id),
  name text not null unique check (name = lower(name)),
  password text not null,
  changed_at timestamptz not null
);
comment on table credential is 'Sign-in name and argon2id hash. No row, no way in.';

create table invitation (
  token bytea primary key,
  purpose text not null check (purpose in ('first-admin', 'invite', 'reset')),
  staff uuid references staff (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table invitation is 'One-time links, by the hash of their token.';

create table sign_in_session (
  token bytea primary key,
  staff uuid not null references staff (id),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sign_in_session_staff on sign_in_session (staff);
comment on table sign_in_session is 'Who is signed in, by the hash of the cookie.';

create table citizen_session (
  token bytea primary key,
  district text collate "C" not null,
  case_id uuid not null,
  expires_at timestamptz not null
);
comment on table citizen_session is 'A citizen who showed number and secret, for half an hour, for that one case.';

create table lock_out (
  key text primary key,
  failures int not null,
  last_at timestamptz not null,
  until timestamptz not null
);
comment on table lock_out is 'Wrong guesses per name, case and source, with the moment until which no further guess is heard.';

create table access_log (
  district text collate "C" not null,
  id uuid not null,
  at timestamptz not null,
  actor text not null,
  office uuid,
  action text not null,
  subject uuid,
  reason text not null,
  primary key (district, id)
);
create index access_log_subject on access_log (district, subject, at);
comment on table access_log is 'Who looked at personal data, when and why. Append-only.';

create table deployment (
  name text primary key,
  value jsonb not null
);
comment on table deployment is 'Facts of this installation: whether it shows demo data, when places were loaded.';
