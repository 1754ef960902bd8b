drop function person_elsewhere(bytea, text, uuid);
