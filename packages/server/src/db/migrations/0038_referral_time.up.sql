-- expand: every step that an asked office owes has a moment of its own; the clock reminds before it and says once when it is over.
-- The index holds only what it still has to do.
alter table referral add column held_left int, add column remind_at timestamptz, add column overdue_since timestamptz;
comment on column referral.held_left is 'Working minutes that were left for the work when it was put on hold.';
comment on column referral.remind_at is 'When the clock reminds the asked office of the step that it owes; null once it did.';
comment on column referral.overdue_since is 'Since when the time of that step is over.';
create index referral_pressed on referral (least(remind_at, due_at)) where due_at is not null and overdue_since is null;
