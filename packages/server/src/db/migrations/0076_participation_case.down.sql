drop index participation_case;
