import { openTask } from '@openslrt/core/meeting/moves.ts'
import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Tasks for which a moment of the clock has come, in the words of the index `meeting_task_pressed`. */
export const selectPressedTasks = (
  pool: Pool,
  now: Date,
  most: number,
): Promise<readonly (DbRow & { readonly caller: string })[]> =>
  rowsOf(
    pool,
    sql`select t.*, m.office as caller from meeting_task t join meeting m on m.district = t.district and m.id = t.meeting
      where least(t.remind_at, t.due_at) <= ${now}::timestamptz and t.status = any(${[...openTask]}::text[]) and t.overdue_since is null
      order by least(t.remind_at, t.due_at), t.id limit ${most}`,
  )
