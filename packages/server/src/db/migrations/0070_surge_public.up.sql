-- expand: a list may be told to everybody in numbers, and people keep the order in which they stood in their file.
alter table surge add column is_public boolean not null default false;
comment on column surge.is_public is 'Whether everybody may read how many are on the list and how far it has come. Never who.';
alter table affected add column line int not null default 0;
comment on column affected.line is 'The line of the file in which somebody stood: the order of those of one class that came in one file.';
drop index affected_next;
create index affected_next on affected (district, surge, status, rank, listed_at, line, id);
-- Slots that were given back, for the worker that gives them again.
create index affected_given_back on affected (district, surge, changed_at) where number is not null and slot_day is null;
create index surge_public on surge (started_at) where is_public;

-- What is too few to be told is left out where it is shown.
drop function public_surge(text, uuid);
create function public_surge(p_district text, p_id uuid, p_zone text) returns jsonb
language sql stable security definer set search_path = public as $$
  with s as (select * from surge where district = p_district and id = p_id and is_public),
    a as materialized (select left(f.place, 8) as place, f.status = 'done' as done, f.person is not null as matched,
        f.opened_at is not null as opened, f.slot_day is not null as placed,
        case when f.status = 'done' then (f.settled_at at time zone p_zone)::date end as day
      from affected f join s on f.district = s.district and f.surge = s.id where f.status <> 'dropped')
  select jsonb_build_object('name', s.name, 'placeName', coalesce(p.name, s.place), 'day', s.day, 'open', s.status = 'open',
    'counts', (select jsonb_build_object('total', count(*), 'matched', count(*) filter (where matched), 'opened', count(*) filter (where opened),
        'placed', count(*) filter (where placed), 'done', count(*) filter (where done)) from a),
    'places', coalesce((select jsonb_agg(c) from (select coalesce(u.name, a.place) as name, count(*) as total, count(*) filter (where a.done) as done
        from a left join place u on u.code = a.place and u.valid_to is null group by 1) c), '[]'::jsonb),
    'days', coalesce((select jsonb_agg(d) from (select a.day, count(*) as done from a where a.day is not null group by 1 order by 1) d), '[]'::jsonb))
  from s left join place p on p.code = s.place and p.valid_to is null
$$;
create function public_surges() returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(l), '[]'::jsonb) from (
    select s.district, s.id, s.name, coalesce(p.name, s.place) as "placeName", s.day, s.status = 'open' as open
    from surge s left join place p on p.code = s.place and p.valid_to is null
    where s.is_public order by s.status = 'open' desc, s.started_at desc, s.id limit 100) l
$$;
revoke all on function public_surge(text, uuid, text) from public;
revoke all on function public_surges() from public;
grant execute on function public_surge(text, uuid, text), public_surges() to openslrt_door;
