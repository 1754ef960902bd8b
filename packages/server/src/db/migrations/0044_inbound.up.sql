-- expand: messages that people send us. They wait until an officer makes a case of them, or says that they are none. Whose
-- district a message belongs to is not known before, so it lies in no ledger: it stays on one machine, sealed under the
-- nation's key, until it has become a command like any other.
create table inbound_message (
  id uuid primary key,
  way text not null check (way in ('sms', 'whatsapp')),
  -- What the gateway calls it: by this a repeat is known.
  reference text not null,
  kind text not null,
  sender bytea not null,
  sealed bytea not null,
  reports int not null,
  office uuid references office (id),
  sorted text not null check (sorted in ('sender', 'village', 'nothing', 'hand')),
  state text not null check (state in ('waiting', 'registered', 'aside')),
  reason text,
  cases jsonb not null default '[]',
  sent_at timestamptz not null,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by uuid,
  unique (way, reference)
);
create index inbound_list on inbound_message (office, state, sent_at);
create index inbound_sender on inbound_message (sender, received_at);
create index inbound_over on inbound_message (changed_at) where state <> 'waiting';
comment on table inbound_message is 'A message that somebody sent: who, and what it says, sealed; which office reads it; and what became of it. Stays on one machine.';
comment on column inbound_message.sender is 'Keyed digest of the number that it came from.';
comment on column inbound_message.office is 'Null: no office is known yet, and those that nobody stands above read it.';
comment on column inbound_message.cases is 'District and id of each case that it became.';

create table inbound_reply (
  id uuid primary key,
  message uuid not null references inbound_message (id) on delete cascade,
  what text not null check (what in ('received', 'unsorted', 'incomplete', 'registered')),
  -- Facts and ids only: a secret is made again when it is sent, and is kept nowhere.
  says jsonb not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'void')),
  tries int not null default 0,
  next_at timestamptz not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  reference text,
  problem text
);
create index reply_due on inbound_reply (next_at) where state in ('waiting', 'sending');
create index reply_message on inbound_reply (message);
comment on table inbound_reply is 'What the sender of a message is answered, on the way by which it came. Stays on one machine.';

create table staff_phone (
  staff uuid primary key references staff (id),
  sealed bytea not null,
  found bytea not null
);
create index staff_phone_found on staff_phone (found);
comment on table staff_phone is 'The phone number that an officer writes from, sealed, with the digest that it is found by.';

alter table inbound_message enable row level security;
create policy message_read on inbound_message for select to openslrt_api using (
  office = (select scope_text('office'))::uuid
  or (office is null and (select scope_text('unsorted')) = 'yes')
  or id = (select scope_text('message'))::uuid
);
create policy message_done on inbound_message for update to openslrt_api using (
  office = (select scope_text('office'))::uuid or (office is null and (select scope_text('unsorted')) = 'yes')
) with check (true);
create policy message_work on inbound_message to openslrt_worker using (true) with check (true);

-- A case that is forgotten takes along the messages that it was made of, wherever they lie.
create function forget_messages(p_district text, p_case uuid) returns bigint
language sql volatile security definer set search_path = public as $$
  with gone as (
    delete from inbound_message where cases @> jsonb_build_array(jsonb_build_object('district', p_district, 'id', p_case)) returning 1
  )
  select count(*) from gone
$$;
revoke all on function forget_messages(text, uuid) from public;
grant execute on function forget_messages(text, uuid) to openslrt_api;

grant select, insert, update, delete on inbound_message, inbound_reply to openslrt_worker;
grant select, update (office, sorted, state, reason, cases, changed_at, changed_by) on inbound_message to openslrt_api;
grant insert on inbound_reply to openslrt_api;
grant select, insert, update, delete on staff_phone to openslrt_api;
grant select on staff_phone to openslrt_worker;
