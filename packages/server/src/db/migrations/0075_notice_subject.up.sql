-- expand: a notice may be about a PSKS, a proposal, an application or a visit, as it may be about a meeting.
alter table notice add column about_kind text;
alter table notice add column about uuid;
comment on column notice.about_kind is 'What else than a case or a meeting it tells of: psks, proposal, application, visit.';
comment on column notice.about is 'Which one; meetings stand in their own column, which was there before.';
alter table notice add constraint notice_about_whole check ((about is null) = (about_kind is null));
alter table notice drop constraint notice_about;
alter table notice add constraint notice_about check (case_id is not null or meeting is not null or about is not null);
create unique index notice_about_once on notice (district, about, mark, what, whom) where about is not null;
