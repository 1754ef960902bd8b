-- expand: (distributed by district) how many districts and Puskesos there are to be by the end of each year, as the nation and the
-- provinces said it, each word kept beside those before it.
create table network_target (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  year int not null,
  counted text not null,
  count int not null,
  from_day date not null,
  reason text not null,
  turn int not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (district, id),
  constraint network_target_said_once unique (district, year, counted, turn)
);
comment on table network_target is 'Targets of the network, by the nation or a province, for a year. Never changed: a revision is a next turn, with its reason.';

-- A target is meant to be known: whoever reads figures reads those of the nation, of their province and below. It is written in
-- the ledger of its own place alone.
alter table network_target enable row level security;
create policy network_target_seen on network_target for select to openslrt_api using (
  (select scope_text('figures_from')) is not null
  and (
    district = '00' or district = left((select scope_text('figures_from')), 2)
    or (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')))
  )
);
create policy network_target_new on network_target for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy network_target_work on network_target for select to openslrt_worker using (true);
grant select, insert on network_target to openslrt_api;
grant select on network_target to openslrt_worker;
