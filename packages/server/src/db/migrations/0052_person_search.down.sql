drop function person_sounding(text[], text[], text[], text, text, date, date, int);
drop index person_birth;
drop index person_sounds;
drop function person_sound_keys(text, text);
drop function sound_keys(text, text);
alter table person drop column name_sounds;
