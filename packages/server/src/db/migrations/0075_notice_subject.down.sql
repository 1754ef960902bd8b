delete from notice_delivery d using notice n where n.district = d.district and n.id = d.notice and n.about is not null;
delete from notice where about is not null;
drop index notice_about_once;
alter table notice drop constraint notice_about;
alter table notice add constraint notice_about check (case_id is not null or meeting is not null);
alter table notice drop constraint notice_about_whole;
alter table notice drop column about;
alter table notice drop column about_kind;
