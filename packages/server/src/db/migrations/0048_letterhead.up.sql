-- expand: pictures over letters lie among the files. They are kept for good: what a letter that was signed says of its
-- letterhead is sealed in it, and a change of one day may be said anew, so no row of a list tells which are still printed.
alter table file_blob add column letterhead boolean not null default false;
comment on column file_blob.letterhead is 'A picture that was sent to stand over letters: it is never swept.';
grant update (letterhead) on file_blob to openslrt_api;
