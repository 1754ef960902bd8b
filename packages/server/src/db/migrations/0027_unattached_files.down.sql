comment on column file_blob.stored_at is null;
revoke update (stored_at) on file_blob from openslrt_api, openslrt_worker;
drop index attachment_file;
