revoke update on proposal_batch from openslrt_api;
drop policy proposal_batch_grow on proposal_batch;
drop index proposal_photos;
alter table proposal drop column spot;
alter table proposal drop column photos;
