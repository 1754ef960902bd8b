drop index psks_posting_village;
drop index psks_posting_visit;
alter table psks drop column staff;
