-- expand: phones hold two tables more, who is known as which PPKS and the minutes of village meetings: found by village and
-- entry, as the others are.
create index ppks_replica on ppks (place, seq, id);
create index minutes_replica on village_minutes (place, seq, id);
