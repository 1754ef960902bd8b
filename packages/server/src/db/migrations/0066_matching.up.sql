-- expand: what is asked of somebody when programmes are matched, beside their own row, is found by who they are; so does
-- the card of a family ask for its PPKS.
create index participation_person on participation (district, person) where person is not null;
create index ppks_family on ppks (district, family) where family is not null;
