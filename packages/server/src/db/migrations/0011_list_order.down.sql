alter table list_item drop column position;
