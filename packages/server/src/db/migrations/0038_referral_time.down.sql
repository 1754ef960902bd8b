drop index referral_pressed;
alter table referral drop column held_left, drop column remind_at, drop column overdue_since;
