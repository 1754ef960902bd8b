-- contract: what every command pays for and nothing asks for. A command is found by its outcome, whose key is the same
-- as the ledger's second one was; nothing looks for outcomes by age. A queue reads cases that are not closed: without
-- status and due date in its index a move leaves the other indexes of the case alone.
alter table ledger drop constraint ledger_district_command_id_key;
drop index command_outcome_age;
drop index cases_queue;
create index cases_queue on cases (district, office) where closed_at is null;
alter table cases set (fillfactor = 80);
