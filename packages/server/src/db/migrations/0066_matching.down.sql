drop index ppks_family;
drop index participation_person;
