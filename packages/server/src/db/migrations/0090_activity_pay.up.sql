-- expand: (distributed by district) what facilitators are paid for a month: their report is sent in, approved, paid or sent back.
create table activity_pay (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  staff uuid not null,
  month text not null,
  office uuid not null references office (id),
  place text collate "C" not null,
  status text not null,
  amount int,
  paid_on date,
  reference text,
  note text,
  sent_at timestamptz not null,
  judged_by uuid,
  judged_at timestamptz,
  primary key (district, id),
  constraint activity_pay_report_once unique (district, staff, month)
);
comment on table activity_pay is 'Payment for each month of a facilitator: sent in, approved, paid on a day by a paper, or sent back with words.';
create index activity_pay_place on activity_pay (district, place, month);

-- Whoever worked sees their own; of a place those see it who see its people. The questions narrow this to whoever leads them.
alter table activity_pay enable row level security;
create policy activity_pay_seen on activity_pay for select to openslrt_api using (
  staff = (select scope_text('visits'))::uuid
  or (place >= (select scope_text('registry_from')) and place < (select scope_text('registry_to')))
);
create policy activity_pay_new on activity_pay for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy activity_pay_move on activity_pay for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy activity_pay_work on activity_pay for select to openslrt_worker using (true);
grant select, insert, update on activity_pay to openslrt_api;
grant select on activity_pay to openslrt_worker;
