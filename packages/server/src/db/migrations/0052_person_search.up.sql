-- expand: people are fetched by how the words of their names sound, within a village or a sub-district (FIND-1). The sounds
-- are made by the application when a name is written; with the area before each they are the keys of one index, so that a
-- search reads what lies in the places it is for, and nothing of the country.
alter table person add column name_sounds text not null default '';

create function sound_keys(area text, sounds text) returns text[] language sql immutable parallel safe
  return string_to_array(area || '.' || replace(sounds, '|', '|' || area || '.'), '|');
comment on function sound_keys is 'Each sound of a name behind the code of an area.';

create function person_sound_keys(place text, sounds text) returns text[] language sql immutable parallel safe
  return sound_keys(place, sounds) || sound_keys(left(place, 8), sounds) || (place || '.^' || left(sounds, 1));
comment on function person_sound_keys is 'The keys by which a person is fetched: each sound of the name behind the village, and behind the sub-district; and how the name begins to sound, behind the village.';

create index person_sounds on person using gin (person_sound_keys(place, name_sounds)) where status <> 'merged';
create index person_birth on person (district, birth_date) where birth_date is not null;

-- Row-level security keeps an array operator from its index, because an operator could leak what it compares. So the keys
-- are looked up here, by a function that puts the same walls itself and gives what ranks somebody; all else is read under
-- the wall. A row has to have a key of each of three lists. It plans for the values it is given: how common a sound is
-- decides. The walls are put beside the index of places: by that, all of a village would be read for one of its people.
create function person_sounding(
  p_first text[], p_second text[], p_third text[], p_from text, p_to text, p_born_from date, p_born_to date, p_most int
) returns table (district text, id uuid, name text, birth_date date)
language sql stable security definer set search_path = public set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
  with hit as materialized (
    select p.district, p.id, p.name, p.birth_date from person p
    where p.status <> 'merged'
      and person_sound_keys(p.place, p.name_sounds) && p_first
      and person_sound_keys(p.place, p.name_sounds) && p_second
      and person_sound_keys(p.place, p.name_sounds) && p_third
      and (p.place || '') >= greatest(p_from, scope_text('registry_from')) and (p.place || '') < least(p_to, scope_text('registry_to'))
      and scope_text('registry_from') is not null and scope_text('registry_to') is not null
      and (p_born_from is null or p.birth_date is null or p.birth_date between p_born_from and p_born_to)
  )
  select h.district, h.id, h.name, h.birth_date from hit h limit p_most
$$;
revoke all on function person_sounding(text[], text[], text[], text, text, date, date, int) from public;
grant execute on function person_sounding(text[], text[], text[], text, text, date, date, int) to openslrt_api;
