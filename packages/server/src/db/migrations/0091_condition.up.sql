-- expand: how people of a place live (desil, houses, school, programmes, needs), counted from the registry by the worker. A
-- province's page would otherwise read millions of families.
create table condition_count (
  district text collate "C" not null,
  place text collate "C" not null,
  face text collate "C" not null,
  value text collate "C" not null,
  n int not null check (n > 0),
  told int not null check (told >= 0),
  primary key (district, place, face, value)
);
comment on table condition_count is 'How many families or people of a village, a sub-district or a district have what, as counted last; told is the rounded number for those who may not open them.';
-- A province and the nation add up whole districts.
create index condition_whole on condition_count (face, district) where place = district;

create table condition_counted (
  district text collate "C" primary key,
  day date not null,
  at timestamptz not null,
  seq bigint not null,
  took_ms int not null
);
comment on table condition_counted is 'When the registry of a district was counted last, up to which entry of its ledger, and how long that took.';

alter table condition_count enable row level security;
create policy condition_figures on condition_count for select to openslrt_api
  using (place >= (select scope_text('figures_from')) and place < (select scope_text('figures_to')));
create policy condition_work on condition_count to openslrt_worker using (true) with check (true);
alter table condition_counted enable row level security;
-- A village's page says when its district was counted.
create policy condition_counted_figures on condition_counted for select to openslrt_api using (
  (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')))
  or district = left((select scope_text('figures_from')), 5)
);
create policy condition_counted_work on condition_counted to openslrt_worker using (true) with check (true);

grant select on condition_count, condition_counted to openslrt_api;
grant select, insert, update, delete on condition_count, condition_counted to openslrt_worker;
