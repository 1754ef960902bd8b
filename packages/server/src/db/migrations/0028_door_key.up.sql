-- expand: the master key can be changed. What people hold in hand (a receipt's secrets, recovery codes, what waits on a
-- device) was made with a key that followed from the first master key; it stays, sealed under the master key of now.
create table door_key (
  id int primary key check (id = 1),
  wrapped bytea not null
);
comment on table door_key is 'The key that secrets in people''s hands are made with, once the master key that it followed from was changed; sealed under the master key. No row: it follows from the master key.';
grant select on door_key to openslrt_api;
