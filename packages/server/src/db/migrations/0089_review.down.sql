update role set permissions = array_remove(permissions, 'case.review');
create or replace function public_case(p_district text, p_key text, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'id', c.id, 'district', c.district, 'version', c.version, 'number', c.number, 'kind', c.kind, 'category', c.category,
    'status', c.status, 'red', c.priority = 'red', 'summary', c.summary, 'placeName', p.name, 'officeName', o.name, 'officePhone', o.phone, 'office', o.id,
    'waitingOffice', w.name, 'anonymous', c.anonymous, 'missing', c.missing, 'outcome', c.outcome, 'result', c.result,
    'closure', c.closure, 'satisfaction', c.satisfaction, 'registeredAt', at_ms(c.registered_at),
    'hopStartedAt', at_ms(c.hop_started_at), 'dueAt', at_ms(c.hop_due_at), 'totalDueAt', at_ms(c.total_due_at),
    'answeredAt', at_ms(c.answered_at), 'closedAt', at_ms(c.closed_at), 'livesOnAs', d.number,
    'appeals', c.appeals, 'level', o.level,
    'steps', coalesce((
      select jsonb_agg(jsonb_build_object('kind', l.kind, 'at', at_ms(l.received_at), 'officeName', lo.name) order by l.seq)
      from ledger l left join office lo on lo.id = l.office
      where l.district = c.district and l.subject = c.id and l.kind not in ('case.note', 'case.attach', 'case.assign', 'case.share', 'case.restrict', 'case.set-contact', 'case.set-red', 'case.remind', 'referral.remind', 'referral.overdue', 'referral.give-link', 'referral.revoke-link', 'notice.tell')
    ), '[]'),
    'referrals', coalesce((
      select jsonb_agg(jsonb_build_object('officeName', ro.name, 'status', r.status, 'requestedAt', at_ms(r.requested_at),
        'changedAt', at_ms(r.changed_at), 'dueAt', at_ms(r.due_at)) order by r.requested_at)
      from referral r join office ro on ro.id = r.to_office
      where r.district = c.district and r.case_id = c.id and r.status <> 'entered-in-error'
    ), '[]')
  )
  from cases c
  join place p on p.code = c.place
  join office o on o.id = c.office
  left join office w on w.id = c.waiting_office
  left join cases d on d.district = c.district and d.id = c.duplicate_of
  where c.district = p_district and (c.door_short = p_proof or c.door_long = p_proof)
    -- One branch for each way to name a case, so that each is found through its own index: anybody may knock here.
    and c.id in (
      select n.id from cases n where n.district = p_district and n.number = p_key
      union all
      select i.id from cases i
      where i.district = p_district and i.id = case when p_key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_key::uuid end
      union all
      select k.id from cases k where k.district = p_district and p_key = '' and k.door_long = p_proof
    )
$$;
alter table cases drop column sent_by;
alter table cases drop column review;
