update role set permissions = array_remove(array_remove(permissions, 'challenge.report'), 'challenge.answer');
delete from notice where about_kind = 'challenge';
comment on column notice.about_kind is 'What else than a case or a meeting it tells of: psks, proposal, application, visit.';
drop table challenge;
