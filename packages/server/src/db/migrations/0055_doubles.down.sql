revoke update on registry_record from openslrt_api;
drop policy registry_record_move on registry_record;
drop index person_written;
drop table double_sweep;
drop table double_candidate;
drop table registry_pair;
