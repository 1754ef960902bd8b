-- expand: what somebody was said to have of a programme on the card of a case alone is found when programmes are matched,
-- by the case of whoever has the same number.
create index participation_case on participation (district, case_id) where case_id is not null;
