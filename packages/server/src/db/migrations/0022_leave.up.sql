-- expand: somebody may be away from a post for some days, with another who does it meanwhile (that one holds a dated post).
create table leave (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  staff uuid not null references staff (id),
  post uuid not null references post (id),
  office uuid not null references office (id),
  stand_in uuid references staff (id),
  -- Made by the same command, in whatever order: no foreign key.
  stand_in_post uuid,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  primary key (district, id)
);
create index leave_post on leave (post, valid_until);
create index leave_stand_in on leave (stand_in);
create index leave_office on leave (office, valid_until);
comment on table leave is 'When somebody is away from a post, and who stands in. It names no citizen; colleagues see it.';
alter table leave enable row level security;
create policy leave_seen on leave for select to openslrt_api, openslrt_worker using (true);
create policy leave_new on leave for insert to openslrt_api with check (district = scope_text('ledger'));
create policy leave_move on leave for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
grant select, insert, update on leave to openslrt_api;
grant select on leave to openslrt_worker;
