-- expand: (distributed by district, beside "file_blob") files of field phones come in parts, over lines that drop. The parts
-- lie sealed among the files; this says whose they are and how far they have come. It goes when the file is whole.
create table upload (
  district text collate "C" not null,
  id uuid not null,
  staff uuid not null references staff (id),
  sha256 text not null,
  type text not null,
  size int not null check (size > 0),
  have int not null default 0 check (have between 0 and size),
  pieces text[] not null default '{}',
  made_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (district, id)
);
comment on table upload is 'Files that are half here: whose, what they will be, how far they have come. `pieces` are the names of their parts among the files.';
create index upload_staff on upload (staff);
create index upload_touched on upload (touched_at);
create index upload_pieces on upload using gin (pieces);

-- Whoever began it goes on with it, and nobody else knows of it.
alter table upload enable row level security;
create policy upload_own on upload to openslrt_api
  using (staff = (select scope_text('staff'))::uuid and district = (select scope_text('ledger')))
  with check (staff = (select scope_text('staff'))::uuid and district = (select scope_text('ledger')));
create policy upload_work on upload to openslrt_worker using (true);
grant select, insert, update, delete on upload to openslrt_api;
grant select, delete on upload to openslrt_worker;
