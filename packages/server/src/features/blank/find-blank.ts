import { type BlankRow, blankIn } from '@openslrt/core/blank/blank.ts'
import type { PoolClient } from 'pg'
import { rowOf } from '../../platform/ledger/tables.ts'
import type { BlankBook } from '../case/index.ts'
import { selectByNumber } from './queries.ts'

/** BLANK-3 Paper forms as the registration of a case finds them. */
export const blankBook: BlankBook = {
  async find(client: PoolClient, district: string, number: string): Promise<BlankRow | null> {
    const named = blankIn(number)
    if (named?.district !== district) return null
    const row = await selectByNumber(client, named)
    return row && rowOf('blank', row, null)
  },
}
