-- expand: paper forms that are numbered before they are filled in, for days without power. Whoever comes then holds a
-- receipt at once; when the form is typed in, its case takes over that very receipt. Their numbers are a series of their
-- own, so that those of cases stay dense.
create table form_batch (
  district text collate "C" not null,
  id uuid not null,
  version int not null,
  seq bigint not null,
  number text not null,
  serial int not null,
  office uuid not null,
  size int not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  primary key (district, id),
  unique (district, number)
);
create index form_batch_office on form_batch (office, issued_at);
comment on table form_batch is 'Paper forms that were printed together. Each sheet has the number of its batch with its own behind it.';

create table paper_form (
  district text collate "C" not null,
  id uuid not null,
  version int not null,
  seq bigint not null,
  batch uuid not null,
  sheet int not null,
  office uuid not null,
  status text not null check (status in ('issued', 'typed', 'void', 'lost')),
  case_id uuid,
  note bytea not null,
  changed_at timestamptz not null,
  door_short bytea not null,
  door_long bytea not null,
  primary key (district, id),
  unique (district, batch, sheet),
  foreign key (district, batch) references form_batch (district, id),
  check ((status = 'typed') = (case_id is not null))
);
create index paper_form_office on paper_form (office, status, changed_at);
create index paper_form_door on paper_form (district, door_long);
comment on table paper_form is 'One paper form: what became of it, and digests of the secrets on its slip, which its case takes over.';

alter table form_batch enable row level security;
create policy batch_seen on form_batch for select to openslrt_api
  using (office = (select scope_text('office'))::uuid or district = scope_text('ledger'));
create policy batch_new on form_batch for insert to openslrt_api with check (district = scope_text('ledger'));
create policy batch_work on form_batch for select to openslrt_worker using (true);
alter table paper_form enable row level security;
create policy form_seen on paper_form for select to openslrt_api
  using (office = (select scope_text('office'))::uuid or district = scope_text('ledger'));
create policy form_new on paper_form for insert to openslrt_api with check (district = scope_text('ledger'));
create policy form_move on paper_form for update to openslrt_api using (true) with check (district = scope_text('ledger'));
create policy form_work on paper_form for select to openslrt_worker using (true);
grant select, insert on form_batch to openslrt_api;
grant select, insert, update on paper_form to openslrt_api;
grant select on form_batch, paper_form to openslrt_worker;

-- What a slip says while there is no case; of a typed form the number of its case. `p_number` is the number of the batch,
-- empty with the long secret. A typed form is opened by the secret of its case, which may have been given anew.
create function public_form(p_district text, p_number text, p_sheet int, p_proof bytea) returns jsonb
language sql stable security definer set search_path = public as $$
  select jsonb_build_object('number', b.number || '-' || lpad(f.sheet::text, 2, '0'), 'status', f.status, 'caseNumber', c.number,
    'officeName', o.name, 'officePhone', o.phone, 'issuedAt', at_ms(b.issued_at), 'changedAt', at_ms(f.changed_at))
  from paper_form f
  join form_batch b on b.district = f.district and b.id = f.batch
  join office o on o.id = f.office
  left join cases c on c.district = f.district and c.id = f.case_id
  where f.district = p_district
    and p_proof = any (case when c.id is null then array[f.door_short, f.door_long] else array[c.door_short, c.door_long] end)
    and f.id in (
      select s.id from form_batch n join paper_form s on s.district = n.district and s.batch = n.id
      where n.district = p_district and n.number = p_number and s.sheet = p_sheet
      union all
      select l.id from paper_form l where l.district = p_district and p_number = '' and l.door_long = p_proof
    )
$$;
revoke all on function public_form(text, text, int, bytea) from public;
grant execute on function public_form(text, text, int, bytea) to openslrt_door;
