drop table visit_photo;
drop table visit;
drop function visit_open(text, uuid);
