import { sql } from '../../platform/db/sql.ts'

/** What a notice `n` is about beside a case, as its kind and id; meetings stand in a column of their own. */
export const aboutColumn = sql`case when n.meeting is not null then jsonb_build_object('kind', 'meeting', 'id', n.meeting)
  when n.about is not null then jsonb_build_object('kind', n.about_kind, 'id', n.about) end as about`
