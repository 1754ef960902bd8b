drop function public_reply_consent(text, uuid, bytea);
alter table referral drop column consent, drop column consent_words;
