-- expand: what offices say of lists, calendar and hours, each from a day on. Shipped lists stay where they are; the
-- newest word of the nearest place counts. Rows are what the ledger of `district` (00: the nation) says.
create table list_change (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  list text not null,
  code text not null,
  names jsonb not null,
  data jsonb not null,
  valid_from date not null,
  says text not null check (says in ('holds', 'ended', 'as-above', 'taken-back')),
  primary key (district, id),
  constraint list_change_said_once unique (district, list, code, valid_from)
);
comment on table list_change is 'What a place says of a list''s item from a day on: it holds with these words, it ended, or the place above counts again; taken back, it says nothing.';

create table calendar_change (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  day date not null,
  closed boolean not null,
  name text not null,
  basis text not null,
  primary key (district, id),
  constraint calendar_change_said_once unique (district, day)
);
comment on table calendar_change is 'Days on which a place closes its offices, or opens them although the place above is closed.';

create table hours_change (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  valid_from date not null,
  week jsonb not null,
  basis text not null,
  primary key (district, id),
  constraint hours_change_said_once unique (district, valid_from)
);
comment on table hours_change is 'Opening hours per weekday from Sunday that a place sets from a day on, minutes after local midnight.';

-- Everybody reads lists; only a command in the place's own ledger writes them.
alter table list_change enable row level security;
create policy list_seen on list_change for select to openslrt_api, openslrt_worker using (true);
create policy list_new on list_change for insert to openslrt_api with check (district = scope_text('ledger'));
create policy list_move on list_change for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter table calendar_change enable row level security;
create policy calendar_seen on calendar_change for select to openslrt_api, openslrt_worker using (true);
create policy calendar_new on calendar_change for insert to openslrt_api with check (district = scope_text('ledger'));
create policy calendar_move on calendar_change for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter table hours_change enable row level security;
create policy hours_seen on hours_change for select to openslrt_api, openslrt_worker using (true);
create policy hours_new on hours_change for insert to openslrt_api with check (district = scope_text('ledger'));
create policy hours_move on hours_change for update to openslrt_api using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
grant select, insert, update on list_change, calendar_change, hours_change to openslrt_api;
grant select on list_change, calendar_change, hours_change to openslrt_worker;

-- Roles as shipped look after lists from now on; a new installation gets them so.
update role set permissions = array_append(permissions, 'lists.manage')
  where code in ('admin', 'national') and not 'lists.manage' = any (permissions);
