-- expand: (distributed by district, beside "load") LOAD-22: what an extract found as it says stands for its
-- day from then on. One row for a chunk, proven by the ledger: a thousand people are some thirty kilobytes, where a
-- record of each would be a hundred times as much.
create table load_heard (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  load uuid not null,
  snapshot date not null,
  holders uuid[] not null,
  sets text[] not null,
  which int[] not null,
  primary key (district, id)
);
comment on table load_heard is 'Whom a chunk of an extract found as they stand, and in which variables: `which` says of each holder which of the sets agreed.';
-- Without a list of what is yet to be put in order: a load asks while it writes.
create index load_heard_of on load_heard using gin (holders) with (fastupdate = off);

alter table load_heard enable row level security;
create policy load_heard_seen on load_heard for select to openslrt_api using (district = (select scope_text('ledger')));
create policy load_heard_new on load_heard for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy load_heard_reads on load_heard for select to openslrt_worker using (true);
grant select, insert on load_heard to openslrt_api;
grant select on load_heard to openslrt_worker;

-- Under row-level security the index of lists is not used: it would look at rows before the wall. Here the ids lead, and
-- the same wall is put round what they find.
create function heard_of(p_holders uuid[], p_from date) returns table (holder uuid, said text, snapshot date)
language sql stable security definer set search_path = public set enable_seqscan = off as $$
  with found as materialized (select district, snapshot, holders, sets, which from load_heard where holders && p_holders)
  select one.holder, f.sets[one.nth + 1], f.snapshot from found f, unnest(f.holders, f.which) as one (holder, nth)
    where f.district = scope_text('ledger') and f.snapshot >= p_from and one.holder = any (p_holders)
$$;
comment on function heard_of is 'What extracts of a day or later found of these people and families as it stood, in the ledger in hand: for loads.';
revoke all on function heard_of(uuid[], date) from public;
grant execute on function heard_of(uuid[], date) to openslrt_api;

-- LOAD-23: the questions of the district itself that an export has columns for, as they were when it was asked for. Its
-- pieces are written one after the other, and have to have the same columns whatever the list says meanwhile.
alter table registry_export add column locals jsonb not null default '[]';
