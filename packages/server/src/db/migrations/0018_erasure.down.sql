update role set permissions = array_remove(permissions, 'case.erase') where valid_from = '2016-01-01';
drop table retention_due;
drop policy attachment_move on attachment;
revoke update (version, seq, name, sha256) on attachment from openslrt_api;
revoke delete on file_blob from openslrt_worker;
drop function erase_entries(text, uuid);
delete from case_state_count where state like 'erased|%';
drop index cases_erasure;
alter table cases drop column erasure_asked_by, drop column erasure_asked_at, drop column erasure_basis;
