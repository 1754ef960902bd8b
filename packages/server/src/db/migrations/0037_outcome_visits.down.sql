drop index cases_became;
drop index cases_visit;
alter table cases drop column visit_at, drop column visits, drop column became, drop column became_at;
