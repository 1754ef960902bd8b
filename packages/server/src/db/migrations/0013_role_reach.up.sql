-- expand: a role says at which kinds of offices it is held, and from offices of which levels it is given. Null until
-- somebody said it: the next start fills in what is shipped, and any other role is then given by the nation only.
alter table role add column held_at text[] check (cardinality(held_at) > 0);
alter table role add column given_from text[] check (cardinality(given_from) > 0);
comment on column role.held_at is 'Kinds of offices at which the role may be held. Null: at any.';
comment on column role.given_from is 'Levels of the offices from which administrators may give the role. Null: from the nation''s only.';
