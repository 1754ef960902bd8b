-- expand: by what right another office is told of a person stands on the referral, where both sides read it.
alter table referral add column consent text check (consent in ('form', 'verbal', 'statute', 'override')), add column consent_words text;
comment on column referral.consent is 'A signed form, a yes that a witness heard, a duty by law, or a documented override. Null where a program said nothing of it.';
comment on column referral.consent_words is 'Who heard it, which law, or why nobody could be asked.';

-- The page of a reply link tells it too.
create function public_reply_consent(p_district text, p_referral uuid, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('basis', r.consent, 'words', coalesce(r.consent_words, '')) from referral r
  where r.district = p_district and r.id = p_referral and r.consent is not null and r.link_until > now() and p_proof in (r.link_short, r.link_long)
$$;
revoke all on function public_reply_consent(text, uuid, bytea) from public;
grant execute on function public_reply_consent(text, uuid, bytea) to openslrt_door;
