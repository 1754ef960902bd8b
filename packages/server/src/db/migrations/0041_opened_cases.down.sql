update role set permissions = array_remove(permissions, 'case.open');
drop function opened_count(text[], boolean), opened_cases(text[], boolean, int, int);
drop index cases_opened;
alter table cases drop column opened_by, drop column consent, drop column consent_words;
