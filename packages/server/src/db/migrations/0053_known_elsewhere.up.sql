-- expand: whoever looks for a NIK that nobody of their scope has may be told in which district it is known, and nothing else
-- of the person (DOUBLE-5). Every such question is written down, also one that found nobody, and nobody asks more than
-- thirty in an hour: then the answer is one row without a district.
create function person_elsewhere(p_nik bytea, p_actor text, p_office uuid) returns table (district text)
language plpgsql volatile security definer set search_path = public as $$
declare
  known text[];
begin
  if scope_text('registry_from') is null or scope_text('registry_to') is null then
    return;
  end if;
  if (select count(*) from access_log l where l.office = p_office and l.actor = p_actor and l.action = 'elsewhere'
        and l.at > now() - interval '1 hour') >= 30 then
    return query select null::text;
    return;
  end if;
  known := array(
    select distinct p.district from person p
    where p.nik_index = p_nik and p.status <> 'merged'
      and not (p.place >= scope_text('registry_from') and p.place < scope_text('registry_to'))
    order by 1 limit 5
  );
  insert into access_log (district, id, at, actor, office, action, subject, reason)
    values (left(scope_text('registry_from'), 5), gen_random_uuid(), now(), p_actor, p_office, 'elsewhere', null, array_to_string(known, ', '));
  return query select unnest(known);
end
$$;
revoke all on function person_elsewhere(bytea, text, uuid) from public;
grant execute on function person_elsewhere(bytea, text, uuid) to openslrt_api;
