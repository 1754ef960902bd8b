-- expand: what was said of somebody is read where they live now, too: a value on a card came from nobody once its family
-- had moved. The rows of people and families stand behind their own policies here, so nobody sees more holders than before.
create policy registry_record_lives on registry_record for select to openslrt_api
  using (exists (select 1 from person h where h.district = registry_record.district and h.id = registry_record.holder)
    or exists (select 1 from family h where h.district = registry_record.district and h.id = registry_record.holder));
