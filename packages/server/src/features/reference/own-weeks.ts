import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { OfficeWeekRow } from '@openslrt/core/office/office.ts'
import type { Pool } from 'pg'
import { Followed } from './followed.ts'
import type { ChangedOwnWeek } from './queries.ts'
import { newOwnWeeks } from './queries.ts'

/** Hours of one office from a day on, and how often they were said for that day. */
export type WrittenWeek = Pick<OfficeWeekRow, 'from' | 'week' | 'version'>

/** The hours that single offices have said for themselves, kept as far as they were read. */
export function openOwnWeeks(pool: Pool, ledgers: readonly string[]) {
  const followed = new Followed<ChangedOwnWeek>(ledgers, (so) => newOwnWeeks(pool, so))
  const said = new Map<OfficeId, Map<string, WrittenWeek>>()
  const take = (rows: readonly ChangedOwnWeek[]): void => {
    for (const { id, office, from, week, version } of rows)
      said.set(office, new Map([...(said.get(office) ?? []), [id, { from, week, version }]]))
  }
  return {
    of: (office: OfficeId): readonly WrittenWeek[] => [...(said.get(office)?.values() ?? [])],
    readAll: () => followed.readAll(take),
    readNew: () => followed.readNew(take),
    seqOf: (ledger: string) => followed.seqOf(ledger),
  }
}
