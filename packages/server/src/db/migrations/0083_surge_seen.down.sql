drop index affected_given_back;
create index affected_given_back on affected (district, surge, changed_at) where number is not null and slot_day is null;
alter table surge_work drop column seen_seq;
