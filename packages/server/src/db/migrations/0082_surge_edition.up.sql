-- expand: what an affected list is called, where, when and for how many people are received is counted by itself, so that a form
-- for it is told of what others said about it, and not of slots that were given meanwhile.
alter table surge add column edition int not null default 1;
comment on column surge.edition is 'How often its name, offices, days, slots and whether everybody may read its numbers were said. Forms that change them are based on it.';
