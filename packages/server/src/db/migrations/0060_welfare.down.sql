drop table psks_posting, psks_event, psks_report, psks, ppks_service, ppks;
drop function psks_serves_range(text[], text, text);
