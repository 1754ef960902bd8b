create or replace function erase_entries(p_district text, p_case uuid) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint;
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from cases where district = p_district and id = p_case and erasure_asked_by is not null) then
    raise exception 'nobody asked for this case to be erased' using errcode = '42501';
  end if;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.subject = p_case and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and subject = p_case and payload is not null;
  get diagnostics erased = row_count;
  update access_log set reason = '' where district = p_district and subject = p_case and reason <> '';
  return erased;
end $$;
revoke update (version, seq, sha256) on visit_photo from openslrt_api;
drop policy visit_photo_move on visit_photo;
drop policy ledger_forget on ledger;
drop policy visit_forget on visit;
