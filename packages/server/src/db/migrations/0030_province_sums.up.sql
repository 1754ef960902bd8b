-- expand: the nation's figures added up 1.8 million counters of districts and days for one answer. The counters of a province are
-- now summed by day, by the worker, a district at a time; `summed` says how much of a counter its province's sum already holds, so
-- that a reader adds what is still missing and never sees less than there is.
alter table case_day_count add column summed int not null default 0;
grant update (summed) on case_day_count to openslrt_worker;
create policy day_sum on case_day_count for update to openslrt_worker using (true) with check (true);

create table province_day_count (
  province text collate "C" not null,
  day date not null,
  measure text not null,
  n int not null,
  primary key (province, day, measure)
);
comment on table province_day_count is 'What the counters of a province''s districts held when each was last summed. With what they hold beyond that: the nation''s figures.';
alter table province_day_count enable row level security;
create policy province_figures on province_day_count for select to openslrt_api
  using (province >= (select scope_text('figures_from')) and province < (select scope_text('figures_to')));
create policy province_work on province_day_count to openslrt_worker using (true) with check (true);

create table counter_sum (
  district text collate "C" primary key,
  seq bigint not null,
  since date not null
);
comment on table counter_sum is 'Up to which entry of its ledger the counters of a district are in the sums of its province, and from which day on they can have grown since.';
alter table counter_sum enable row level security;
create policy sum_figures on counter_sum for select to openslrt_api
  using (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')));
create policy sum_work on counter_sum to openslrt_worker using (true) with check (true);
create policy head_figures on district_head for select to openslrt_api
  using (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')));

grant select on province_day_count, counter_sum to openslrt_api;
grant select, insert, update on province_day_count, counter_sum to openslrt_worker;

-- An office's list of what it asked for read the referrals of the whole country.
create index referral_sent on referral (from_office, status, due_at);
