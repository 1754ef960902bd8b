drop policy access_of_people on access_log;
