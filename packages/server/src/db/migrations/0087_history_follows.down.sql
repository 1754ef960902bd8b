drop policy registry_record_lives on registry_record;
