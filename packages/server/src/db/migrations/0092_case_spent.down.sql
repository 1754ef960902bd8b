alter table cases drop column promised, drop column first_minutes;
