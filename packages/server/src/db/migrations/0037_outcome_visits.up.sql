-- expand: families that were helped are visited 30 and 90 days after their case was closed, to see what became of them. The
-- index holds only what is still to be visited, by place: a visit belongs to whoever serves the village.
alter table cases add column visit_at timestamptz, add column visits int, add column became text, add column became_at timestamptz;
comment on column cases.visit_at is 'When the next visit to see what became of the family is due; null where none is planned.';
comment on column cases.visits is 'How many of those visits were made; null where none was ever planned.';
comment on column cases.became is 'What the last visit found: a code of the list "became".';
comment on column cases.became_at is 'When it found that.';
create index cases_visit on cases (district, place, visit_at) where visit_at is not null;
create index cases_became on cases (district, became_at) where became_at is not null;
