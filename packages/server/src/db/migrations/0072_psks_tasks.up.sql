-- expand: a PSKS may have an account of their own and then hears of their tasks; and the cards of
-- a visit and of a village ask who was posted there.
alter table psks add column staff uuid;
comment on column psks.staff is 'The account of the PSKS, where they have one: they hear of their tasks themselves.';
create index psks_posting_visit on psks_posting (district, visit) where visit is not null;
create index psks_posting_village on psks_posting (district, village) where village is not null;
