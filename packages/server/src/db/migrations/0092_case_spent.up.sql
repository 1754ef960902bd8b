-- expand: what was promised to a citizen and how long they waited for a first act is kept on the case, measured by the law's
-- own clock: a figure then sorts numbers, and counts no working time. What was registered before stays unmeasured.
alter table cases add column promised int, add column first_minutes int;
comment on column cases.promised is 'Working minutes that its category promised from registration to answer; less what was left at the answer, they say how long it took.';
comment on column cases.first_minutes is 'Working minutes until an officer first did something that changed where the case stands.';
