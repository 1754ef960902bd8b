-- expand: a second factor beside the password. A role says whether it is held only with one; a session says how far its
-- person has come: in, or with a code or the set-up still to do.
alter table role add column second_factor boolean;
comment on column role.second_factor is 'Whether the role is held only in sessions that passed a second factor. Null: if it manages offices or staff.';

create table second_factor (
  staff uuid primary key references staff (id),
  secret bytea,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  pending bytea,
  check ((secret is null) = (confirmed_at is null))
);
comment on table second_factor is 'Shared secrets of authenticator apps, sealed. `pending` waits for its first code; no step of time at or before `last_step` is taken again.';

create table recovery_code (
  staff uuid not null references staff (id),
  digest bytea not null,
  used_at timestamptz,
  primary key (staff, digest)
);
comment on table recovery_code is 'One-time codes for who lost the device, by keyed digest. A new set voids the one before.';

alter table sign_in_session add column stage text not null default 'in' check (stage in ('in', 'code', 'set-up'));
alter table sign_in_session add column via text not null default 'password' check (via in ('password', 'provider'));
alter table sign_in_session add column second_at timestamptz;
comment on column sign_in_session.stage is 'in: everything works. code, set-up: only that step does.';
comment on column sign_in_session.via is 'What was shown at the door.';
comment on column sign_in_session.second_at is 'When this session passed the second factor. Null: it did not.';

grant select, insert, update, delete on second_factor, recovery_code to openslrt_api;
