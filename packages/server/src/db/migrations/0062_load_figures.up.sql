-- expand: while a load writes thousands of people a second, what the planner knows of their tables is old within moments:
-- it then read a whole district to find one number. The worker may have them counted anew.
create function count_registry() returns void language plpgsql security definer set search_path = public as $$
begin
  analyze person;
  analyze family;
  analyze registry_record;
end $$;
comment on function count_registry is 'Has the tables of people and families counted for the planner: a load outruns the database doing so by itself.';
revoke all on function count_registry() from public;
grant execute on function count_registry() to openslrt_worker;

-- Under row-level security every question carries a range of villages, which the planner takes for rare: asked for a
-- thousand numbers, it read a whole district. Here the numbers lead, and the same walls are put round what they find.
create function people_numbered(p_digests bytea[], p_ids uuid[]) returns setof person
language sql stable security definer set search_path = public set enable_seqscan = off as $$
  select p.* from person p
    where p.nik_index = any (p_digests) and p.district || '' = scope_text('ledger')
      and p.place || '' >= scope_text('registry_from') and p.place || '' < scope_text('registry_to')
  union all
  select p.* from person p
    where p.district = scope_text('ledger') and p.id = any (p_ids)
      and p.place || '' >= scope_text('registry_from') and p.place || '' < scope_text('registry_to')
$$;
comment on function people_numbered is 'People of the ledger in hand by digests of their NIK or by id, within the reader''s villages: for loads.';
create function families_numbered(p_digests bytea[], p_ids uuid[]) returns setof family
language sql stable security definer set search_path = public set enable_seqscan = off as $$
  select f.* from family f
    where f.kk_index = any (p_digests) and f.district || '' = scope_text('ledger')
      and f.place || '' >= scope_text('registry_from') and f.place || '' < scope_text('registry_to')
  union all
  select f.* from family f
    where f.district = scope_text('ledger') and f.id = any (p_ids)
      and f.place || '' >= scope_text('registry_from') and f.place || '' < scope_text('registry_to')
$$;
comment on function families_numbered is 'Families of the ledger in hand by digests of their KK or by id, within the reader''s villages: for loads.';
revoke all on function people_numbered(bytea[], uuid[]), families_numbered(bytea[], uuid[]) from public;
grant execute on function people_numbered(bytea[], uuid[]), families_numbered(bytea[], uuid[]) to openslrt_api;
