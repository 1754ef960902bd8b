-- expand: whoever holds a case's secret follows the proposals that came of it: of which kind, where each stands and since
-- when, and the reason of the answer. No name, no number, no value, no word that somebody wrote.
create function public_proposals(p_district text, p_case uuid, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', p.kind, 'status', p.status, 'officeName', o.name, 'draftedAt', at_ms(p.drafted_at),
    'verifiedAt', at_ms(p.verified_at), 'sentAt', at_ms(p.exported_at), 'month', b.month,
    'answeredOn', p.answered_on::text, 'why', case when p.answered_on is not null then p.why end, 'changedAt', at_ms(p.changed_at)
  ) order by p.drafted_at, p.id), '[]')
  from cases c
  join proposal p on p.district = c.district and p.case_id = c.id
  join office o on o.id = p.office
  left join proposal_batch b on b.district = p.district and b.id = p.batch
  where c.district = p_district and c.id = p_case and (c.door_short = p_proof or c.door_long = p_proof)
$$;
revoke all on function public_proposals(text, uuid, bytea) from public;
grant execute on function public_proposals(text, uuid, bytea) to openslrt_door;
