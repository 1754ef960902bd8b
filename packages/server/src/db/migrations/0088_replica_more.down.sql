drop index minutes_replica;
drop index ppks_replica;
