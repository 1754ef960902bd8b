-- expand: whoever sees a person of the registry may tell them who looked at them, as for cases.
create policy access_of_people on access_log for select to openslrt_api
  using (exists (select 1 from person p where p.district = access_log.district and p.id = access_log.subject)
    or exists (select 1 from family f where f.district = access_log.district and f.id = access_log.subject));
