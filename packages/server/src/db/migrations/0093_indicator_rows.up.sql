-- expand: indicators find what happened in a period by these: letters by the day on which they were issued, and the few kinds
-- of entries that tell of a case that went back or up. Entries of other kinds, nearly all, cost nothing more.
create index letter_issued on letter (district, issued_at) where issued_at is not null;
create index ledger_back_or_up on ledger (district, kind, received_at) where kind in ('case.return', 'case.dispute', 'case.appeal', 'case.escalate', 'case.reopen');
