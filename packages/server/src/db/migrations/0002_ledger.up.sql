-- expand: the spine. One ledger per district; its head row is locked until commit, so seq is commit order.
-- On a cluster every table here is distributed by district and co-located.
create table district_head (
  district text collate "C" primary key check (district ~ '^\d{2}(\.\d{2})?$'),
  seq bigint not null check (seq >= 0),
  hash bytea not null
);
comment on table district_head is 'The last number and hash of each ledger. Locking this row is what orders a district''s changes.';

create table ledger (
  district text collate "C" not null,
  seq bigint not null,
  command_id uuid not null,
  kind text not null,
  subject uuid not null,
  place text collate "C" not null,
  office uuid,
  actor text not null,
  done_at timestamptz not null,
  received_at timestamptz not null,
  ref_seq bigint not null,
  salt bytea,
  payload bytea,
  digest bytea not null,
  hash bytea not null,
  primary key (district, seq),
  unique (district, command_id)
);
create index ledger_subject on ledger (district, subject, seq);
comment on table ledger is 'Append-only. Every change anyone made: history, audit trail, cursor and proof. Salt and payload are null once erased.';

create table command_outcome (
  district text collate "C" not null,
  command_id uuid not null,
  actor text not null,
  body_hash bytea not null,
  reply jsonb not null,
  answered_at timestamptz not null,
  primary key (district, command_id)
);
create index command_outcome_age on command_outcome (answered_at);
comment on table command_outcome is 'What each command was answered, refusals too, so that a retry is told the same and nothing is done twice.';

create table number_series (
  district text collate "C" not null,
  year text not null,
  last int not null check (last > 0),
  primary key (district, year)
);
comment on table number_series is 'How many cases a district has numbered in a year: dense, given under the head lock.';

create table data_key (
  district text collate "C" not null,
  id int not null check (id > 0),
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (district, id)
);
comment on table data_key is 'The key that seals a district''s personal data, itself sealed under the master key that lies outside the database.';

-- Raising inside the one statement rolls everything back, the head too.
create function demand(written bigint, wanted bigint) returns boolean language plpgsql immutable as $$
begin
  if written <> wanted then
    raise exception 'a version moved: % of % rows', written, wanted using errcode = 'SL001';
  end if;
  return true;
end $$;
