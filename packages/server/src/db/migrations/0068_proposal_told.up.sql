-- expand: an objection has its evidence; a batch is taken out in several parts.
-- Photos are files that were sent before; where they were taken is sealed, as it is where somebody lives.
alter table proposal add column photos text[];
alter table proposal add column spot bytea;
comment on column proposal.photos is 'Evidence: digests of photos among the files; null for none.';
comment on column proposal.spot is 'Evidence: where it is, as the device told it or as it was typed.';
create index proposal_photos on proposal using gin (photos) where photos is not null;

-- More than two hundred go out in several commands: the batch grows until all are in it.
create policy proposal_batch_grow on proposal_batch for update to openslrt_api
  using (true) with check (district = (select scope_text('ledger')));
grant update on proposal_batch to openslrt_api;
