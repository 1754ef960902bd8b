-- expand: an office without an account answers a referral through a link of its own. The link is a part of the referral:
-- its secrets are kept as keyed digests, and whoever holds one sees that referral, and of its case what the grant names.
alter table referral add column link uuid, add column link_until timestamptz, add column link_short bytea, add column link_long bytea;
comment on column referral.link is 'The reply link of the asked office; its secrets are made from this id and are kept nowhere. Null where there is none.';
comment on column referral.link_until is 'When the link ends by itself.';
comment on column referral.link_short is 'Keyed digest of the secret that is typed beside the number of the case.';
comment on column referral.link_long is 'Keyed digest of the secret that a link or QR code carries.';
create index referral_link on referral (district, link_long) where link_long is not null;

create table reply_session (
  token bytea primary key,
  district text collate "C" not null,
  referral uuid not null,
  proof bytea not null,
  expires_at timestamptz not null
);
create index reply_session_over on reply_session (expires_at);
comment on table reply_session is 'Whoever opened a reply link in a browser: digest of their cookie, and of the secret that every page shows to the door anew.';
grant select, insert, update, delete on reply_session to openslrt_api;
grant select, delete on reply_session to openslrt_worker;

-- The wall of a reply link: app.reply names the referral. Unset, nothing below changes what anybody sees; set, it takes
-- away all but that referral, its case as long as the link lives, its grant, and files where the grant names them.
-- The functions look past the walls, because a policy of one table must not ask those of another that ask it.
create function reply_opens(p_district text, p_case uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from referral r where r.district = p_district and r.id = scope_text('reply')::uuid and r.case_id = p_case and r.link_until > now()
  )
$$;
create function reply_shows(p_district text, p_case uuid, p_field text) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (
    select 1 from case_grant g
    where g.district = p_district and g.case_id = p_case and g.referral = scope_text('reply')::uuid and g.withdrawn_at is null
      and g.until > now() and p_field = any (g.fields)
  )
$$;
-- What else the case waits for: its own row says so, and whoever ends one referral must not see the others.
create function reply_waits(p_district text, p_case uuid) returns uuid
language sql stable security definer set search_path = public as $$
  select r.to_office from referral r
  where r.district = p_district and r.case_id = p_case and r.id <> scope_text('reply')::uuid and reply_opens(p_district, p_case)
    and r.status in ('requested', 'accepted', 'in-progress', 'on-hold')
  order by r.requested_at desc, r.id desc limit 1
$$;
revoke all on function reply_opens(text, uuid), reply_shows(text, uuid, text), reply_waits(text, uuid) from public;
grant execute on function reply_opens(text, uuid), reply_shows(text, uuid, text), reply_waits(text, uuid) to openslrt_api;

create policy cases_reply on cases as restrictive for select to openslrt_api
  using (case when (select scope_text('reply')) is null then true else reply_opens(district, id) end);
create policy referral_reply on referral as restrictive for select to openslrt_api
  using ((select scope_text('reply')) is null or id = (select scope_text('reply'))::uuid);
create policy grant_reply on case_grant as restrictive for select to openslrt_api
  using ((select scope_text('reply')) is null or referral = (select scope_text('reply'))::uuid);
create policy attachment_reply on attachment as restrictive for select to openslrt_api
  using (case when (select scope_text('reply')) is null then true else reply_shows(district, case_id, 'files') end);
create policy ledger_reply on ledger as restrictive for select to openslrt_api
  using ((select scope_text('reply')) is null or actor = 'provider:' || (select scope_text('reply')));

-- The only way by which the pages behind a reply link read. `p_key` is the number of the case with the short secret, empty
-- with the long one, or the id of the referral with either, for a browser that showed it before.
create function public_reply(p_district text, p_key text, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object(
    'id', r.id, 'district', r.district, 'version', r.version, 'status', r.status, 'asked', r.asked, 'result', r.result,
    'requestedAt', at_ms(r.requested_at), 'dueAt', at_ms(r.due_at), 'changedAt', at_ms(r.changed_at), 'linkUntil', at_ms(r.link_until),
    'caseId', c.id, 'caseVersion', c.version, 'number', c.number, 'kind', c.kind, 'category', c.category, 'summary', c.summary,
    'placeName', p.name, 'fromOffice', f.id, 'fromOfficeName', f.name, 'fromOfficePhone', f.phone, 'toOffice', t.id, 'toOfficeName', t.name,
    'fields', to_jsonb(coalesce(g.fields, '{}')),
    'story', case when 'story' = any (g.fields) then c.story end,
    'clientName', case when 'client' = any (g.fields) then c.client_name end,
    'address', case when 'contact' = any (g.fields) then c.client_address end,
    'contactVia', case when 'contact' = any (g.fields) then c.contact_via end,
    'phone', case when 'contact' = any (g.fields) then encode(c.client_phone, 'hex') end,
    'nik', case when 'identity' = any (g.fields) then encode(c.client_nik, 'hex') end,
    'kk', case when 'identity' = any (g.fields) then encode(c.client_kk, 'hex') end,
    'files', coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'size', a.size) order by a.added_at, a.id)
      from attachment a where a.district = c.district and a.case_id = c.id and 'files' = any (g.fields)
    ), '[]'),
    'steps', coalesce((
      select jsonb_agg(jsonb_build_object('kind', l.kind, 'at', at_ms(l.received_at), 'officeName', lo.name) order by l.seq)
      from ledger l left join office lo on lo.id = l.office
      where l.district = c.district and l.subject = c.id and ('history' = any (g.fields) or l.actor = 'provider:' || r.id::text)
        and l.kind not in ('case.note', 'case.attach', 'case.assign', 'case.share', 'case.restrict')
    ), '[]')
  )
  from referral r
  join cases c on c.district = r.district and c.id = r.case_id
  join place p on p.code = c.place
  join office f on f.id = r.from_office
  join office t on t.id = r.to_office
  left join case_grant g on g.district = r.district and g.case_id = r.case_id and g.referral = r.id and g.withdrawn_at is null and g.until > now()
  where r.district = p_district and r.link_until > now() and t.active
    and r.id in (
      select l.id from referral l where l.district = p_district and p_key = '' and l.link_long = p_proof
      union all
      select s.id from cases n join referral s on s.district = n.district and s.case_id = n.id
      where n.district = p_district and n.number = p_key and s.link_short = p_proof
      union all
      select i.id from referral i
      where i.district = p_district and i.id = case when p_key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then p_key::uuid end
        and p_proof in (i.link_short, i.link_long)
    )
$$;
revoke all on function public_reply(text, text, bytea) from public;
grant execute on function public_reply(text, text, bytea) to openslrt_door;
