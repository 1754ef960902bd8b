-- expand: (distributed by district) how far a district stands on its own feet, as it says of itself each year, its province
-- verifies and the head of its agency signs; and the versions of the instrument that the nation says.
create table independence (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  year int not null,
  instrument date not null,
  office uuid not null references office (id),
  status text not null,
  answers jsonb not null,
  judged jsonb not null,
  figures jsonb,
  score int,
  profile jsonb not null,
  note text,
  assessors uuid[] not null,
  verifiers uuid[] not null,
  signer uuid,
  drafted_at timestamptz not null,
  submitted_at timestamptz,
  verified_at timestamptz,
  signed_at timestamptz,
  changed_at timestamptz not null,
  primary key (district, id)
);
comment on table independence is 'How far a district stands on its own feet in a year: levels said, figures, what the province found, the score, who did what.';
comment on column independence.score is 'Share of what could be reached, in hundredths of a percent; profile holds the same by dimension.';
-- Of two who begin one at once, the second is told.
create unique index independence_asked_once on independence (district, year) where status <> 'withdrawn';

-- No person is in it: whoever reads the figures of a place sees it there. Two districts never see each other's.
alter table independence enable row level security;
create policy independence_seen on independence for select to openslrt_api
  using (district >= (select scope_text('figures_from')) and district < (select scope_text('figures_to')));
create policy independence_new on independence for insert to openslrt_api with check (district = (select scope_text('ledger')));
create policy independence_move on independence for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
create policy independence_work on independence for select to openslrt_worker using (true);
grant select, insert, update on independence to openslrt_api;
grant select on independence to openslrt_worker;

-- The middle of districts alike, of their last signed assessment in these years: nothing below five, and no district told apart.
create function independence_middle(p_districts text[], p_from int, p_to int)
returns table (districts int, what text, share int)
language sql stable security definer set search_path = public as $$
  with last as (
    select distinct on (i.district) i.district, i.score, i.profile from independence i
    where i.district = any (p_districts) and i.status = 'signed' and i.year between p_from and p_to and i.score is not null
    order by i.district, i.year desc),
  said as (
    select 'total' as what, score as share from last
    union all select p.key, p.value::int from last, jsonb_each_text(last.profile) p where p.value is not null)
  select (select count(*)::int from last), s.what, round(percentile_cont(0.5) within group (order by s.share))::int
  from said s group by s.what having count(*) >= 5
$$;
revoke all on function independence_middle(text[], int, int) from public;
grant execute on function independence_middle(text[], int, int) to openslrt_api;

-- Versions of the instrument: small, and no secret; on a cluster a reference table.
create table independence_instrument (
  id uuid primary key,
  district text collate "C" not null,
  version int not null check (version > 0),
  seq bigint not null,
  holds_from date not null constraint independence_instrument_said_once unique,
  words jsonb not null
);
comment on table independence_instrument is 'The instrument by which districts are assessed, as the nation says it from a day on. What ships with a release stands in its code.';
grant select, insert, update on independence_instrument to openslrt_api;
grant select on independence_instrument to openslrt_worker;

-- Roles as shipped assess, verify, sign and say the instrument from now on; a new installation gets them so.
update role set permissions = array_append(permissions, 'independence.assess') where code = 'manager' and not 'independence.assess' = any (permissions);
update role set permissions = array_append(permissions, 'independence.verify') where code = 'province' and not 'independence.verify' = any (permissions);
update role set permissions = array_append(permissions, 'independence.sign') where code = 'agency-head' and not 'independence.sign' = any (permissions);
update role set permissions = array_append(permissions, 'independence.change') where code = 'national' and not 'independence.change' = any (permissions);
