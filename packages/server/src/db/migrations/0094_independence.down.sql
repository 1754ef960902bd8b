update role set permissions = array(select p from unnest(permissions) p where p not like 'independence.%') where permissions && array['independence.assess', 'independence.verify', 'independence.sign', 'independence.change'];
drop table independence_instrument;
drop function independence_middle(text[], int, int);
drop table independence;
