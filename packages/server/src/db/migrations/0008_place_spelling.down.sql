drop index place_spelling;
