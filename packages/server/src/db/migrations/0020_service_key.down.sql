drop table service_key;
