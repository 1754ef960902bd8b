drop table door_key;
