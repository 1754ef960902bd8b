alter table surge drop column edition;
