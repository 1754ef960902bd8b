-- expand: who has overcome a challenge of a kind may be asked how. Districts do not see each other's challenges: this tells names
-- of districts alone, to whoever reports or answers challenges, and nothing of what was written, when or how often.
create index challenge_solved_by on challenge (kind, district) where helped is not null;
create function challenge_solved(p_kind text, p_status text, p_helped text, p_but text) returns table (district text)
language sql stable security definer set search_path = public as $$
  select distinct c.district from challenge c
  where c.kind = p_kind and c.status = p_status and c.helped = p_helped and c.district <> p_but
    and scope_text('challenges_from') is not null
  order by c.district limit 100
$$;
revoke all on function challenge_solved(text, text, text, text) from public;
grant execute on function challenge_solved(text, text, text, text) to openslrt_api;
