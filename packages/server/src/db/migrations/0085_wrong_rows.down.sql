drop function keep_wrong_rows(text, uuid, bytea);
