-- expand: what people are told of a case. Notices are made from the entries of a ledger, read in their order by a cursor:
-- an entry has no gaps before it (its number was given under the head's lock), so none is missed and none told twice.
alter table cases add column contact_care text[];
comment on column cases.contact_care is 'What must be minded when the citizen is reached: no-call, shared-phone, unsafe.';

create table notice_cursor (
  district text collate "C" primary key,
  seq bigint not null
);
comment on table notice_cursor is 'Up to which entry of its ledger everybody was told. An installation that is upgraded begins at its head: old news is no news.';
insert into notice_cursor (district, seq) select district, seq from district_head where seq > 0;

create table notice (
  district text collate "C" not null,
  id uuid not null,
  -- The number of the entry that it tells of.
  mark bigint not null,
  what text not null,
  -- `citizen`, or the id of the officer.
  whom text not null,
  staff uuid references staff (id),
  office uuid,
  case_id uuid not null,
  number text not null,
  says jsonb not null,
  made_at timestamptz not null,
  read_at timestamptz,
  primary key (district, id),
  unique (district, case_id, mark, what, whom),
  foreign key (district, case_id) references cases (district, id),
  check ((whom = 'citizen') = (staff is null))
);
create index notice_unread on notice (staff) where read_at is null;
create index notice_own on notice (staff, made_at desc);
create index notice_old on notice (district, made_at);
comment on table notice is 'Who is told what of which entry, once. Facts and ids only: words are found when somebody reads or sends it.';

create table notice_delivery (
  district text collate "C" not null,
  id uuid not null,
  notice uuid not null,
  case_id uuid not null,
  way text not null check (way in ('email', 'push', 'sms', 'whatsapp', 'tell')),
  state text not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'read', 'failed', 'told', 'not-found', 'refused', 'void')),
  tries int not null default 0,
  next_at timestamptz not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- What the gateway calls it: by this its later word on it is found.
  reference text,
  problem text,
  told_by uuid,
  primary key (district, id),
  unique (district, notice, way),
  foreign key (district, notice) references notice (district, id) on delete cascade
);
create index delivery_due on notice_delivery (way, next_at) where state in ('waiting', 'sending');
create index delivery_case on notice_delivery (district, case_id);
create index delivery_reference on notice_delivery (reference) where reference is not null;
comment on table notice_delivery is 'One way by which a notice goes out, and how far it came. `sending` with its moment over means that nobody wrote down what became of it: it is sent again.';

create table notice_way (
  way text primary key check (way in ('email', 'push', 'sms', 'whatsapp')),
  failing_since timestamptz,
  why text,
  failures int not null default 0,
  paused_until timestamptz,
  worked_at timestamptz
);
comment on table notice_way is 'How each way out stands: since when it fails and why, until when nothing is tried on it. Stays on one machine.';

create table staff_notice (
  staff uuid primary key references staff (id),
  lang text not null check (lang in ('id', 'en')),
  email bytea,
  ways text[] not null default '{}'
);
comment on table staff_notice is 'By which ways an officer wants to be told beside the desk. The address is sealed.';

create table push_subscription (
  id uuid primary key,
  staff uuid not null references staff (id),
  digest bytea not null unique,
  sealed bytea not null,
  made_at timestamptz not null
);
create index push_staff on push_subscription (staff);
comment on table push_subscription is 'A browser that asked to be told, sealed; gone as soon as its push service says that it is.';

alter table notice_cursor enable row level security;
create policy cursor_work on notice_cursor to openslrt_worker using (true) with check (true);
alter table notice enable row level security;
create policy notice_own on notice for select to openslrt_api using (staff = (select scope_text('staff'))::uuid);
create policy notice_told on notice for select to openslrt_api
  using (whom = 'citizen' and exists (select 1 from cases c where c.district = notice.district and c.id = notice.case_id));
create policy notice_mark on notice for update to openslrt_api
  using (staff = (select scope_text('staff'))::uuid) with check (staff = (select scope_text('staff'))::uuid);
create policy notice_work on notice to openslrt_worker using (true) with check (true);
alter table notice_delivery enable row level security;
create policy delivery_seen on notice_delivery for select to openslrt_api
  using (exists (select 1 from cases c where c.district = notice_delivery.district and c.id = notice_delivery.case_id));
create policy delivery_told on notice_delivery for update to openslrt_api
  using (district = scope_text('ledger')) with check (district = scope_text('ledger') and way = 'tell');
create policy delivery_work on notice_delivery to openslrt_worker using (true) with check (true);

grant select, insert, update, delete on notice_cursor, notice, notice_delivery, notice_way to openslrt_worker;
-- Of the cursors it sees no row: no policy lets it.
grant select on notice, notice_delivery, notice_cursor to openslrt_api;
grant update (read_at) on notice to openslrt_api;
grant update (state, changed_at, told_by) on notice_delivery to openslrt_api;
grant select, insert, update, delete on staff_notice, push_subscription to openslrt_api;
grant select on staff_notice to openslrt_worker;
grant select, delete on push_subscription to openslrt_worker;
