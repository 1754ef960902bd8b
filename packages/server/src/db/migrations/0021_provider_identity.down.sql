drop table provider_identity;
