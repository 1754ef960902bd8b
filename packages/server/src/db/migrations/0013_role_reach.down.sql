alter table role drop column given_from;
alter table role drop column held_at;
