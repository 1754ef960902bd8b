-- expand: ministries and national bodies stand at the end of a list of offices, not before everything else.
create index office_in_order on office ((place = '00' and kind in ('agency', 'provider')), place, kind, name);
