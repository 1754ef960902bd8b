drop table registry_record;
drop table person;
drop table family;
update role set permissions = array(
  select r from unnest(permissions) with ordinality as held(r, at)
  where r not in ('registry.read', 'registry.edit', 'registry.merge', 'registry.load', 'programme.manage', 'programme.decide',
    'proposal.make', 'proposal.verify', 'proposal.approve', 'visit.plan', 'visit.do', 'ppks.handle', 'psks.manage', 'surge.manage')
  order by at
);
