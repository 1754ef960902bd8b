import { caseStatuses, closures } from '@openslrt/core/case/case.ts'
import { nextStep } from '@openslrt/core/case/next-step.ts'
import type { Policy } from '@openslrt/core/case/policy.ts'
import { lookOf } from '@openslrt/core/case/told.ts'
import type { OpenedLine, openedRoutes } from '@openslrt/core/contract/opened.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { officeLevels } from '@openslrt/core/office/office.ts'
import { maskName } from '@openslrt/core/person/mask.ts'
import type { LedgerCode } from '@openslrt/core/place/code.ts'
import { ledgerCode } from '@openslrt/core/place/code.ts'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { countOpened, selectOpened } from './queries-opened.ts'

const instant = z.int()

/** What the database's function gives of a case; nothing else of it can leave by this way. */
const openedRow = z.strictObject({
  district: ledgerCode,
  number: z.string(),
  openedAt: instant,
  placeName: z.string(),
  officeName: z.string(),
  status: z.enum(caseStatuses),
  red: z.boolean(),
  level: z.enum(officeLevels),
  dueAt: instant.nullable(),
  totalDueAt: instant.nullable(),
  changedAt: instant,
  closure: z.enum(closures).nullable(),
  restricted: z.boolean(),
  summary: z.string().nullable(),
  client: z.string().nullable(),
  category: z.string().nullable(),
  outcome: z.string().nullable(),
})

/** OPEN-3 A page of the cases that the acting office opened. */
export async function openedPage(
  client: PoolClient,
  { show, page }: z.output<typeof openedRoutes.list.query>,
  policyOf: (district: LedgerCode) => Policy,
) {
  const over = show === 'all' ? null : show === 'over'
  const rows = await selectOpened(client, over, { limit: pageSize, offset: (page - 1) * pageSize })
  const { total, open } = await countOpened(client, over)
  return { items: rows.map((row) => lineOf(row, policyOf)), total, open, page, size: pageSize }
}

function lineOf(row: unknown, policyOf: (district: LedgerCode) => Policy): OpenedLine {
  const { client, totalDueAt, red, level, ...line } = openedRow.parse(row)
  const { status, dueAt, district } = line
  // No review holds up what an asked office brings. As the citizen's own page tells it; of a restricted one the usual time of a step, for its category stays inside.
  const timed = { status, inReview: false, red, dueAt, totalDueAt, level, category: line.category ?? '' }
  const step = nextStep({ ...timed, outlook: lookOf(timed, policyOf(district)) }, null)
  return { ...line, clientMasked: client && maskName(client), dueAt: step?.by ?? null, outlook: step?.outlook ?? null }
}
