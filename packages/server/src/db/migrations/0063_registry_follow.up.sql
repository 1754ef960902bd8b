-- expand: a giving of values says on which version of its holder it was given, so that two who change different fields are
-- both heard (REGISTRY-21); and whatever names two who become one follows, whoever else sees it (DOUBLE-7, setting
-- app.follows, which a command sets only after it found both within its own sight).
alter table registry_record add column base int;
comment on column registry_record.base is 'The version of the holder on which it was given; null of what older releases wrote.';

create function scope_follows() returns uuid[] language sql stable parallel safe
  return string_to_array(scope_text('follows'), ',')::uuid[];

create policy person_follow on person for select to openslrt_api using (family = any ((select scope_follows())::uuid[]));
create policy registry_record_follow on registry_record for select to openslrt_api using (holder = any ((select scope_follows())::uuid[]));
create policy visit_follow on visit for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy need_follow on need for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy application_follow on application for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy participation_follow on participation for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy affected_follow on affected for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy proposal_follow on proposal for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
create policy ppks_follow on ppks for select to openslrt_api
  using (person = any ((select scope_follows())::uuid[]) or family = any ((select scope_follows())::uuid[]));
