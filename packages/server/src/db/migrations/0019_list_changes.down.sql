update role set permissions = array_remove(permissions, 'lists.manage');
drop table hours_change;
drop table calendar_change;
drop table list_change;
