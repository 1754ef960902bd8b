update role set permissions = array_remove(array_remove(permissions, 'person.export'), 'access.review') where valid_from = '2016-01-01';
revoke delete on access_log from openslrt_worker;
drop policy access_forget on access_log;
revoke select on access_log from openslrt_api;
drop policy access_seen on access_log;
drop index access_log_office;
