-- expand: the words of visits go with an erased case.
-- While a case is erased, its visits are in sight of whoever erases it, and nobody's else: the server names the case.
create policy visit_forget on visit for select to openslrt_api using (case_id = (select scope_text('forgets'))::uuid);
create policy ledger_forget on ledger for select to openslrt_api using (
  (select scope_text('forgets')) is not null
  and exists (select 1 from visit v where v.district = ledger.district and v.id = ledger.subject and v.case_id = (select scope_text('forgets'))::uuid)
);
create policy visit_photo_move on visit_photo for update to openslrt_api using (true) with check (district = (select scope_text('ledger')));
grant update (version, seq, sha256) on visit_photo to openslrt_api;
create or replace function erase_entries(p_district text, p_case uuid) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint; subjects uuid[];
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from cases where district = p_district and id = p_case and erasure_asked_by is not null) then
    raise exception 'nobody asked for this case to be erased' using errcode = '42501';
  end if;
  -- Its visits go with it: what was said there was said of the same person.
  subjects := array(select id from visit where district = p_district and case_id = p_case) || p_case;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.subject = any(subjects) and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and subject = any(subjects) and payload is not null;
  get diagnostics erased = row_count;
  update access_log set reason = '' where district = p_district and subject = any(subjects) and reason <> '';
  return erased;
end $$;
