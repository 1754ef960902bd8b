alter table cases reset (fillfactor);
drop index cases_queue;
create index cases_queue on cases (district, office, status, hop_due_at);
create index command_outcome_age on command_outcome (answered_at);
alter table ledger add constraint ledger_district_command_id_key unique (district, command_id);
