drop table proposal;
drop table proposal_batch;
drop table village_minutes;
