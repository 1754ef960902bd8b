drop index cases_office;
