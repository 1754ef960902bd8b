drop index office_network;
drop table network_fact;
drop table network_office;
