-- expand: people write "Catur Tunggal" or "Caturtunggal", "Soka'an" or "Sokaan". Places are found by the letters and
-- digits of their names alone.
create index place_spelling on place (regexp_replace(lower(name), '[^a-z0-9]', '', 'g') text_pattern_ops);
