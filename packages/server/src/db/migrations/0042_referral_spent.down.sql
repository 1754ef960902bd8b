drop index referral_asked;
alter table referral drop column taken_at, drop column take_minutes, drop column work_minutes;
