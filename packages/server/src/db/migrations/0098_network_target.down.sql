drop table network_target;
