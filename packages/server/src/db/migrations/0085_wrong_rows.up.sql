-- expand: when somebody of an affected list is forgotten, the wrong rows of its last file are forgotten as a whole by the
-- erasure; those of others are laid back, sealed anew.
create function keep_wrong_rows(p_district text, p_file uuid, p_faults bytea) returns void
language sql volatile as $$
  update surge_file set faults = p_faults where district = p_district and id = p_file
$$;
revoke all on function keep_wrong_rows(text, uuid, bytea) from public;
grant execute on function keep_wrong_rows(text, uuid, bytea) to openslrt_api;
