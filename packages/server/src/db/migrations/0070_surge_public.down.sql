drop function public_surges();
drop function public_surge(text, uuid, text);
create function public_surge(p_district text, p_id uuid) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('name', s.name, 'day', s.day, 'open', s.status = 'open',
    'places', coalesce((select jsonb_agg(c) from (
      select coalesce(p.name, left(a.place, 8)) as name, count(*) as total, count(*) filter (where a.status = 'done') as done
      from affected a left join place p on p.code = left(a.place, 8) and p.valid_to is null
      where a.district = s.district and a.surge = s.id and a.status <> 'dropped' group by 1) c), '[]'::jsonb))
  from surge s where s.district = p_district and s.id = p_id
$$;
revoke all on function public_surge(text, uuid) from public;
grant execute on function public_surge(text, uuid) to openslrt_door;
drop index surge_public;
drop index affected_given_back;
drop index affected_next;
create index affected_next on affected (district, surge, status, rank, listed_at, seq, id);
alter table affected drop column line;
alter table surge drop column is_public;
