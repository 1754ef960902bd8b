-- expand: how long an asked office takes is measured by the law's own clock, step by step, and kept on the referral: a
-- figure then sorts numbers, and counts no working time. What was on its way before stays unmeasured.
alter table referral add column taken_at timestamptz, add column take_minutes int, add column work_minutes int;
comment on column referral.taken_at is 'When the asked office took it on; null where it did not, or nobody measured.';
comment on column referral.take_minutes is 'Working minutes that it waited for the asked office until it was taken or ended; time on hold is not counted.';
comment on column referral.work_minutes is 'Working minutes of the work since it was taken; time on hold is not counted.';
create index referral_asked on referral (district, requested_at);
