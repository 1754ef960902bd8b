alter table file_blob drop column letterhead;
