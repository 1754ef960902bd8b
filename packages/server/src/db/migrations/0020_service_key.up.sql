-- expand: keys of programs. A program is a member of staff without a sign-in: it holds posts like anybody else, and acts
-- over the API with a key that an administrator gave it for one of them.
create table service_key (
  id uuid primary key default gen_random_uuid(),
  digest bytea not null unique,
  staff uuid not null references staff (id),
  post uuid not null references post (id),
  label text not null,
  reach text not null check (reach in ('all', 'read')),
  given_by uuid not null references staff (id),
  given_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index service_key_staff on service_key (staff);
comment on table service_key is 'Keys by which programs use the API, by their digest. A key opens what its post allows, while that is held; `reach` narrows it to reading.';

grant select, insert on service_key to openslrt_api;
grant update (revoked_at, used_at) on service_key to openslrt_api;
