-- expand: what the clock does by itself: it reminds an office while there is time, passes a case up when time is over, and says so
-- where it can't. The index holds only what it still has to do.
alter table cases add column remind_at timestamptz, add column reminded_at timestamptz, add column overdue_since timestamptz, add column nudges int;
comment on column cases.remind_at is 'When the clock reminds the office of the step that the case is at; null once it did.';
comment on column cases.reminded_at is 'When it did.';
comment on column cases.overdue_since is 'Since when the time of this office is over without that the case could go up.';
comment on column cases.nudges is 'How many of the newest versions are the clock''s own words.';
create index cases_pressed on cases (district, least(remind_at, hop_due_at)) where hop_due_at is not null and overdue_since is null;
