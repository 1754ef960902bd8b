drop index ledger_back_or_up;
drop index letter_issued;
