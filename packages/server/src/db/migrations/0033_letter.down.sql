update role set permissions = array_remove(array_remove(array_remove(permissions, 'letter.draft'), 'letter.initial'), 'letter.sign');
drop function public_letter(text, bytea);
drop table letter;
delete from number_series where year like '%/%';
