-- expand: a citizen's session keeps the digest that opened the case, so that every page asks the door anew instead of
-- trusting the session alone. `receipt` is set where the session began with a registration: its receipt may be shown.
alter table citizen_session add column proof bytea;
alter table citizen_session add column receipt uuid;
comment on column citizen_session.proof is 'Keyed digest of the secret that was shown. Null only in sessions from before this migration, which open nothing.';
comment on column citizen_session.receipt is 'The registering command, from which the receipt''s secrets are made again. Null when the case was opened by its secret.';
