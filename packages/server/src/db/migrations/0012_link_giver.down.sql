alter table invitation drop column issuer;
alter table invitation drop column office;
