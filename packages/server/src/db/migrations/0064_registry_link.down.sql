drop table registry_link;
