drop function public_surge(text, uuid);
drop table surge_work;
drop table surge_chunk;
drop table surge_file;
drop table affected;
drop table surge;
