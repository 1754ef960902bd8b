revoke update (version, seq, title, result) on psks_event from openslrt_api;
drop policy psks_event_move on psks_event;
drop policy surge_run on surge;
drop function forget_entries(text, uuid, uuid, bigint[], uuid[], uuid[], uuid[]);
create function forget_entries(p_district text, p_erasure uuid, p_seqs bigint[], p_subjects uuid[], p_loads uuid[]) returns bigint
language plpgsql volatile security definer set search_path = public as $$
declare erased bigint;
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (select 1 from registry_erasure where district = p_district and id = p_erasure and status = 'asked') then
    raise exception 'nobody asked for this to be erased' using errcode = '42501';
  end if;
  update command_outcome o set body_hash = '' from ledger l
  where l.district = p_district and l.seq = any (p_seqs) and o.district = l.district and o.command_id = l.command_id;
  update ledger set salt = null, payload = null where district = p_district and seq = any (p_seqs) and payload is not null;
  get diagnostics erased = row_count;
  update access_log set reason = '' where district = p_district and subject = any (p_subjects) and reason <> '';
  delete from double_candidate where district = p_district and (first = any (p_subjects) or second = any (p_subjects));
  delete from load_file f using load l
  where l.district = p_district and l.id = any (p_loads) and l.ended_at is not null and f.district = l.district and f.digest = l.file_digest;
  return erased;
end $$;
revoke all on function forget_entries(text, uuid, bigint[], uuid[], uuid[]) from public;
grant execute on function forget_entries(text, uuid, bigint[], uuid[], uuid[]) to openslrt_api;
drop function entries_that_carry(text, uuid, bigint[]);
create or replace function entries_to_forget(p_district text, p_wish uuid, p_subjects uuid[]) returns setof ledger
language plpgsql stable security definer set search_path = public as $$
begin
  if p_district is distinct from scope_text('ledger') then
    raise exception 'not this ledger''s transaction' using errcode = '42501';
  end if;
  if not exists (
    select 1 from registry_erasure where district = p_district and id = p_wish and status = 'asked'
    union all select 1 from cases where district = p_district and id = p_wish and erasure_asked_by is not null
  ) then
    return;
  end if;
  return query select l.* from ledger l where l.district = p_district and l.subject = any (p_subjects) order by l.seq;
end $$;
drop function may_forget(text, uuid);
drop index affected_case;
drop table forget_due;
drop table ledger_carry;
