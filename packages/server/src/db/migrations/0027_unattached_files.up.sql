-- expand: files that no case names are swept after a while. Whoever names one locks its row, and whoever sends the same
-- content again makes it young again: so that nothing is swept between upload and note. Locking takes a right to change.
create index attachment_file on attachment (district, sha256) where sha256 <> '';
grant update (stored_at) on file_blob to openslrt_api, openslrt_worker;
comment on column file_blob.stored_at is 'When this content was last sent. What no case names is swept some days after it.';
