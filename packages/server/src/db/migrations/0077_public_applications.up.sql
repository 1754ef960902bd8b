-- expand: whoever holds a case's secret follows the applications to programmes that came of it: to which, where each stands
-- and since when, until when it is answered, and the reason of a refusal. No name, no number, no word that somebody wrote.
create function public_applications(p_district text, p_case uuid, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'programmeName', a.programme_name, 'status', a.status, 'fromName', f.name, 'officeName', o.name,
    'draftedAt', at_ms(a.drafted_at), 'sentAt', at_ms(a.sent_at), 'dueDay', a.due_day::text,
    'decidedAt', at_ms(a.decided_at), 'why', a.reason, 'changedAt', at_ms(a.changed_at)
  ) order by a.drafted_at, a.id), '[]')
  from cases c
  join application a on a.district = c.district and a.case_id = c.id
  join office f on f.id = a.from_office
  join office o on o.id = a.office
  where c.district = p_district and c.id = p_case and (c.door_short = p_proof or c.door_long = p_proof)
$$;
revoke all on function public_applications(text, uuid, bytea) from public;
grant execute on function public_applications(text, uuid, bytea) to openslrt_door;
