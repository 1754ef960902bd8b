-- expand: a one-time link remembers who gave it from which office, because it stands only while they could give it
-- again: a person who was promoted must not be taken over by a link from before. Links without them open nothing.
alter table invitation add column office uuid references office (id);
alter table invitation add column issuer uuid references staff (id);
comment on column invitation.office is 'The office from which the link was given. Null for the first administrator, and in links from before this migration.';
comment on column invitation.issuer is 'Who gave the link. Null as `office` is.';
