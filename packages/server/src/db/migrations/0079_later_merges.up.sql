-- expand: of merges into the same one, the earlier may be undone first (DOUBLE-13): what the later one remembers is put
-- right with it, so that a command that parts two sees later merges of theirs, whoever made them.
create policy registry_pair_follow on registry_pair for select to openslrt_api
  using (kept = any ((select scope_follows())::uuid[]) or gone = any ((select scope_follows())::uuid[]));
