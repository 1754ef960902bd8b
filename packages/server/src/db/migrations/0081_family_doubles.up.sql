-- expand: DOUBLE-14: families that may stand in the registry twice lie on the list of likely doubles beside people, and how
-- far the worker has looked is noted of both.
alter table double_candidate add column "of" text not null default 'person';
drop index double_candidate_likeliest;
create index double_candidate_likeliest on double_candidate (district, "of", score desc, id);
comment on table double_candidate is 'Two people, or two families, who are likely one, with the reasons, as last found. Made anew from the registry; low and high are the villages of the two.';

alter table double_sweep add column "of" text not null default 'person';
alter table double_sweep drop constraint double_sweep_pkey;
alter table double_sweep add primary key (district, "of");
comment on table double_sweep is 'How far in each ledger the worker has looked for doubles, among people and among families: the entry, and the row within it.';

-- A family is looked at when it or one of its people was written.
create index family_written on family (district, seq, id);
