drop policy registry_pair_follow on registry_pair;
