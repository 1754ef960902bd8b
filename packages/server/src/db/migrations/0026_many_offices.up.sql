-- expand: 84,000 offices without strain. What a ledger wrote since is found by its number; lists go by an index in the
-- order in which they are shown; names are found by how their words begin, in any order.
create index office_written on office (district, seq);
create index list_change_written on list_change (district, seq);
create index calendar_change_written on calendar_change (district, seq);
create index hours_change_written on hours_change (district, seq);

create index office_kind on office (kind, place);
alter table office add column words tsvector generated always as (to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) stored;
create index office_words on office using gin (words);
create index staff_listed on staff (name, id);
alter table staff add column words tsvector generated always as (to_tsvector('simple', regexp_replace(name, '[^[:alnum:]]+', ' ', 'g'))) stored;
create index staff_words on staff using gin (words);
create index post_ledger on post (district, staff);
create index place_village on place (code) where level = 'village' and valid_to is null;
