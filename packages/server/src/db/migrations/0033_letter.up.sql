-- expand: letters of a case, from draft to hand-over. What names a person is sealed; the number comes from the office's
-- series in number_series (key "office/year"), under the head's lock.
create table letter (
  district text collate "C" not null,
  id uuid not null,
  version int not null check (version > 0),
  seq bigint not null,
  case_id uuid not null,
  kind text not null,
  office uuid not null references office (id),
  status text not null,
  purpose text,
  fields bytea not null,
  drafter uuid not null,
  chain jsonb not null,
  marks jsonb not null,
  note bytea,
  number text,
  serial int check (serial > 0),
  issued_at timestamptz,
  content bytea,
  content_digest bytea,
  holder text not null,
  door bytea,
  handed_at timestamptz,
  handed_to bytea,
  replaces uuid,
  replaced_by uuid,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (district, id),
  foreign key (district, case_id) references cases (district, id),
  constraint letter_numbered_once unique (district, office, number)
);
comment on table letter is 'Letters (surat) of cases: drafted, initialled, signed with the office''s number, handed over, revoked or replaced.';
create index letter_case on letter (district, case_id);
create index letter_office on letter (office, status, changed_at);
create index letter_door on letter (district, door) where door is not null;

alter table letter enable row level security;
create policy letter_seen on letter for select to openslrt_api
  using (exists (select 1 from cases c where c.district = letter.district and c.id = letter.case_id));
create policy letter_new on letter for insert to openslrt_api with check (district = scope_text('ledger'));
create policy letter_move on letter for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy letter_work on letter for select to openslrt_worker using (true);
grant select, insert, update on letter to openslrt_api;
grant select on letter to openslrt_worker;

-- The check page behind a letter's QR code: whether it is valid, and nothing that its paper does not say.
create function public_letter(p_district text, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('kind', l.kind, 'status', l.status, 'number', l.number, 'issuedAt', at_ms(l.issued_at),
    'office', o.name, 'holder', l.holder, 'replacedBy', r.number, 'changedAt', at_ms(l.changed_at))
  from letter l join office o on o.id = l.office
  left join letter r on r.district = l.district and r.id = l.replaced_by
  where l.district = p_district and l.door = p_proof
$$;
revoke all on function public_letter(text, bytea) from public;
grant execute on function public_letter(text, bytea) to openslrt_door;

-- Roles as shipped draft, initial and sign from now on; a new installation gets them so.
update role set permissions = array_append(permissions, 'letter.draft')
  where code in ('bo', 'coordinator', 'supervisor', 'manager', 'province', 'national') and not 'letter.draft' = any (permissions);
update role set permissions = array_append(permissions, 'letter.initial')
  where code in ('coordinator', 'manager', 'section-head', 'province', 'national') and not 'letter.initial' = any (permissions);
update role set permissions = array_append(permissions, 'letter.sign')
  where code in ('coordinator', 'agency-head', 'province', 'national') and not 'letter.sign' = any (permissions);
