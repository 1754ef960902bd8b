-- expand: the villages that a facilitator goes to. A village may have several, or none.
create table post_area (
  district text collate "C" not null,
  id uuid not null references post (id),
  version int not null check (version > 0),
  seq bigint not null,
  villages text[] not null,
  primary key (district, id)
);
create index post_area_village on post_area using gin (villages);
comment on table post_area is 'Villages that the holder of a post looks after; its id is the post''s.';
alter table post_area enable row level security;
create policy area_seen on post_area for select to openslrt_api, openslrt_worker using (true);
create policy area_new on post_area for insert to openslrt_api with check (district = scope_text('ledger'));
create policy area_move on post_area for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
grant select, insert, update on post_area to openslrt_api;
grant select on post_area to openslrt_worker;
