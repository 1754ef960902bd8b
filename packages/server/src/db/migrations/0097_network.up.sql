-- expand: (distributed by district) the register of the network of offices: where each secretariat and Puskesos stands, what
-- holds of it today, and all that was ever said of it.
create table network_office (
  district text collate "C" not null,
  id uuid not null references office (id),
  version int not null check (version > 0),
  seq bigint not null,
  state text,
  state_on date,
  facts jsonb not null,
  grown_year int,
  cohort int,
  initiator text,
  connection text,
  changed_at timestamptz not null,
  -- Two who say the first word of an office at once make the same row: the later one looks again.
  constraint network_office_said_once primary key (district, id)
);
comment on table network_office is 'Where a secretariat or Puskesos stands, and what holds of it: its paper, growth, money, premises, devices, connection, site.';
create index network_office_written on network_office (district, seq);
create index network_office_state on network_office (state, district);

create table network_fact (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  office uuid not null references office (id),
  about text not null,
  from_day date not null,
  said jsonb,
  state text,
  reason text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (district, id)
);
comment on table network_fact is 'What was once said of an office of the network, from which day on and by whom. Never changed, never taken away.';
create index network_fact_office on network_fact (district, office, said_at desc);

-- No word of these is about a citizen. Whoever reads figures of a place reads them in its district; the questions narrow it to
-- the place itself. Each is written in its own ledger alone, and no fact is written over.
alter table network_office enable row level security;
create policy network_office_seen on network_office for select to openslrt_api using (
  district >= left((select scope_text('figures_from')), 5) and district < (select scope_text('figures_to'))
);
create policy network_office_new on network_office for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy network_office_move on network_office for update to openslrt_api
  using (district = (select scope_text('ledger'))) with check (district = (select scope_text('ledger')));
create policy network_office_work on network_office for select to openslrt_worker using (true);

alter table network_fact enable row level security;
create policy network_fact_seen on network_fact for select to openslrt_api using (
  district >= left((select scope_text('figures_from')), 5) and district < (select scope_text('figures_to'))
);
create policy network_fact_new on network_fact for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy network_fact_work on network_fact for select to openslrt_worker using (true);
grant select, insert, update on network_office to openslrt_api;
grant select, insert on network_fact to openslrt_api;
grant select on network_office, network_fact to openslrt_worker;

-- Offices of the network in the order of their places, for its list and for its parts as a file.
create index office_network on office (place, id) where kind in ('secretariat', 'puskesos');
