-- expand: an office that answers referrals (hospital, school, Baznas, balai) also meets people in need and opens a case
-- for them. It lies at the citizen's Puskesos from the first moment; the office that opened it sees what came of it.
alter table cases add column opened_by uuid, add column consent text check (consent in ('form', 'verbal', 'statute', 'override')),
  add column consent_words text;
comment on column cases.opened_by is 'The asked office that opened the case; null where a desk took it in or the citizen sent it.';
comment on column cases.consent is 'By what right that office told of the person: a signed form, a yes that a witness heard, a duty by law, or a documented override.';
comment on column cases.consent_words is 'Who heard it, which law, or why nobody could be asked.';
create index cases_opened on cases (opened_by, registered_at desc, id) where opened_by is not null;

-- The only way by which an office reads what it opened: the walls round cases stay as they are, and what leaves here is
-- what the office wrote itself and how the case stands. Of a restricted case, whoever restricted it, not even that.
create function opened_cases(p_ended text[], p_over boolean, p_limit int, p_offset int) returns setof jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'district', c.district, 'number', c.number, 'openedAt', at_ms(c.registered_at), 'placeName', p.name, 'officeName', o.name,
    'status', c.status, 'dueAt', at_ms(c.hop_due_at), 'totalDueAt', at_ms(c.total_due_at), 'changedAt', at_ms(c.changed_at),
    'closure', c.closure, 'restricted', c.restricted is not null,
    'summary', case when c.restricted is null then c.summary end, 'client', case when c.restricted is null then c.client_name end,
    'category', case when c.restricted is null then c.category end, 'outcome', case when c.restricted is null then c.outcome end
  )
  from cases c join place p on p.code = c.place join office o on o.id = c.office
  where c.opened_by = scope_text('office')::uuid and (p_over is null or (c.status = any (p_ended)) = p_over)
  order by c.registered_at desc, c.id limit p_limit offset p_offset
$$;
create function opened_count(p_ended text[], p_over boolean) returns bigint
language sql stable security definer set search_path = public as $$
  select count(*) from cases c where c.opened_by = scope_text('office')::uuid and (p_over is null or (c.status = any (p_ended)) = p_over)
$$;
revoke all on function opened_cases(text[], boolean, int, int), opened_count(text[], boolean) from public;
grant execute on function opened_cases(text[], boolean, int, int), opened_count(text[], boolean) to openslrt_api;

-- Whoever answers referrals may open cases from now on; a new installation gets the role so.
update role set permissions = array_append(permissions, 'case.open') where code = 'provider' and not 'case.open' = any (permissions);
