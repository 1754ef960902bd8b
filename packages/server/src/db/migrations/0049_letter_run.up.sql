-- expand: work on many letters that goes on when its window is closed. Each letter is still a command of its own; these
-- rows only say which are left, and are thrown away after some weeks. What is the same for all drafts is sealed.
create table letter_run (
  -- The ledger of the office from which it was begun; its letters may lie in others.
  district text collate "C" not null,
  id uuid not null,
  kind text not null check (kind in ('sign', 'initial', 'draft', 'print')),
  staff uuid not null references staff (id),
  office uuid not null references office (id),
  said bytea,
  asked_at timestamptz not null,
  worked_at timestamptz,
  held_until timestamptz,
  cancelled_at timestamptz,
  ended_at timestamptz,
  closed_at timestamptz,
  primary key (district, id)
);
create index letter_run_own on letter_run (staff, asked_at desc) where closed_at is null;
create index letter_run_left on letter_run (worked_at, asked_at) where ended_at is null;
comment on table letter_run is 'Work on many letters that somebody began: signing, initialling, drafting, or making paper of them.';

create table letter_run_item (
  district text collate "C" not null,
  run uuid not null,
  nth int not null check (nth >= 0),
  ledger text not null,
  case_id uuid not null,
  case_number text not null,
  letter uuid not null,
  seen int not null,
  state text not null check (state in ('waiting', 'done', 'refused')),
  number text,
  refusal jsonb,
  primary key (district, run, nth),
  foreign key (district, run) references letter_run (district, id) on delete cascade
);
comment on table letter_run_item is 'One letter of many: which, the version that was looked at, and what became of it.';

alter table letter_run enable row level security;
create policy letter_run_own on letter_run to openslrt_api
  using (staff = (select scope_text('staff'))::uuid) with check (staff = (select scope_text('staff'))::uuid);
create policy letter_run_work on letter_run to openslrt_worker using (true) with check (true);
alter table letter_run_item enable row level security;
create policy letter_run_item_own on letter_run_item to openslrt_api
  using (exists (select 1 from letter_run r where r.district = letter_run_item.district and r.id = letter_run_item.run));
create policy letter_run_item_work on letter_run_item to openslrt_worker using (true) with check (true);
grant select, insert on letter_run, letter_run_item to openslrt_api;
grant update (cancelled_at, ended_at, closed_at) on letter_run to openslrt_api;
grant select, update, delete on letter_run, letter_run_item to openslrt_worker;
