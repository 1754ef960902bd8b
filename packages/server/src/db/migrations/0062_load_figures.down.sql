drop function families_numbered(bytea[], uuid[]);
drop function people_numbered(bytea[], uuid[]);
drop function count_registry();
