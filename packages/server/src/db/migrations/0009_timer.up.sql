-- expand: work that lies in the future waits in a table of ours and goes to the queue when it is due. Adding it to the
-- queue at once cost a third of all throughput: each addition wakes every worker, and its notice orders all commits.
create table timer (
  district text collate "C" not null,
  command_id uuid not null,
  task text not null,
  data json not null,
  run_at timestamptz not null,
  primary key (district, command_id, task)
);
create index timer_due on timer (run_at);
comment on table timer is 'What a command asked to be done later. Written in its statement, moved to the job queue by the worker when due.';

alter table timer enable row level security;
create policy timer_own on timer for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy timer_work on timer to openslrt_worker using (true);
grant select, insert on timer to openslrt_api;
grant select, update, delete on timer to openslrt_worker;
