drop function demand(bigint, bigint);
drop table data_key;
drop table number_series;
drop table command_outcome;
drop table ledger;
drop table district_head;
