drop table registry_export;
