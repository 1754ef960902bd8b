-- expand: lists keep the order in which they are written, because people look for the likeliest choice first.
alter table list_item add column position int not null default 0;
