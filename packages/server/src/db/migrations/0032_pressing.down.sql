drop index cases_pressed;
alter table cases drop column remind_at, drop column reminded_at, drop column overdue_since, drop column nudges;
