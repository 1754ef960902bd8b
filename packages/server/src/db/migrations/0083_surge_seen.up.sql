-- expand: work on an affected list remembers up to which entry of the ledger it has looked. A slot that is given back while its
-- last cases are being opened is younger than that, whatever the clocks say, and wakes it again.
alter table surge_work add column seen_seq bigint not null default 0;
comment on column surge_work.seen_seq is 'The last entry of the ledger that was there when the worker last looked who waits for a slot.';
drop index affected_given_back;
create index affected_given_back on affected (district, surge, seq) where number is not null and slot_day is null;
