-- expand: a person sees their own sessions and what was tried at their account, and ends what is not theirs.
alter table sign_in_session add column id uuid not null default gen_random_uuid();
alter table sign_in_session add column source text not null default '';
alter table sign_in_session add column agent text not null default '';
create unique index sign_in_session_id on sign_in_session (id);
comment on column sign_in_session.id is 'By which its person names it: the token itself is known to the browser only.';
comment on column sign_in_session.source is 'The address from which it was begun.';
comment on column sign_in_session.agent is 'What the browser calls itself.';

create table sign_in_log (
  id uuid primary key default gen_random_uuid(),
  staff uuid not null references staff (id),
  at timestamptz not null,
  event text not null,
  source text not null,
  agent text not null
);
create index sign_in_log_staff on sign_in_log (staff, at desc);
create index sign_in_log_at on sign_in_log (at);
comment on table sign_in_log is 'What happened at the door to an account, for its owner to look through. Names that nobody has are not kept. Deleted after the days of the configuration.';

grant select, insert on sign_in_log to openslrt_api;
grant select, delete on sign_in_log to openslrt_worker;
