drop table working_week;
drop table calendar_day;
drop table list_item;
drop table role;
drop table post;
drop table staff;
drop table office;
drop table place;
