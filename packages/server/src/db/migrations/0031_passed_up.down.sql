alter table cases drop column passed;
