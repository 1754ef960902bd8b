-- expand: somebody may be named who answers for the red cards of an office for some days, so that none waits for the morning.
create table duty (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  office uuid not null references office (id),
  staff uuid not null references staff (id),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  primary key (district, id)
);
create index duty_office on duty (office, valid_until);
comment on table duty is 'Who answers for the red cards of an office, and when. It names no citizen; colleagues see it.';
alter table duty enable row level security;
create policy duty_seen on duty for select to openslrt_api, openslrt_worker using (true);
create policy duty_new on duty for insert to openslrt_api with check (district = scope_text('ledger'));
create policy duty_move on duty for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
grant select, insert, update on duty to openslrt_api;
grant select on duty to openslrt_worker;
