import { awaitsVerifying } from '@openslrt/core/proposal/moves.ts'
import type { Pool } from 'pg'
import { rowsOf, sql } from '../../platform/db/sql.ts'
import type { DbRow } from '../../platform/ledger/codec.ts'

/** Objections for which a moment of the clock has come, in the words of the index `proposal_pressed`. */
export const selectPressed = (pool: Pool, now: Date, most: number): Promise<readonly DbRow[]> =>
  rowsOf<DbRow>(
    pool,
    sql`select p.* from proposal p where p.press_at is not null and p.press_at <= ${now}::timestamptz
      and p.status = any(${[...awaitsVerifying]}::text[]) order by p.press_at, p.id limit ${most}`,
  )
