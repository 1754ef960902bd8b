-- expand: a wall that checks one row asks for the scope directly: as a sub-select, which pays where many rows are read, each of
-- the 37 of a registration was set up, run and torn down for a single row: a sixth of the database's work.
alter policy cases_new on cases with check (district = scope_text('ledger'));
alter policy cases_move on cases with check (district = scope_text('ledger'));
alter policy grant_new on case_grant with check (district = scope_text('ledger'));
alter policy grant_move on case_grant with check (district = scope_text('ledger'));
alter policy referral_new on referral with check (district = scope_text('ledger'));
alter policy referral_move on referral with check (district = scope_text('ledger'));
alter policy attachment_new on attachment with check (district = scope_text('ledger'));
alter policy ledger_new on ledger with check (district = scope_text('ledger'));
alter policy timer_own on timer with check (district = scope_text('ledger'));
alter policy head_own on district_head using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter policy outcome_own on command_outcome using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter policy series_own on number_series using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter policy day_own on case_day_count using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
alter policy state_own on case_state_count using (district = scope_text('ledger')) with check (district = scope_text('ledger'));
