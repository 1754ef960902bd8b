-- expand: in which districts cases lie at an office, so that lists of cases begin with the districts that a reader reaches.
create index cases_office on cases (office, district);
