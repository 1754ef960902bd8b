import { z } from 'zod'
import { caseStatuses, closures } from '../case/case.ts'
import { outlooks } from '../case/pressing.ts'
import { ledgerCode } from '../place/code.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/**
 * OPEN-3 A case as the office that opened it sees it: what it wrote itself, where the case lies and how it looks, and what
 * came of it. Of a restricted one only that it is there.
 */
export const openedLine = z.object({
  district: ledgerCode,
  number: z.string(),
  openedAt: instant,
  summary: z.string().nullable(),
  clientMasked: z.string().nullable(),
  category: z.string().nullable(),
  restricted: z.boolean(),
  placeName: z.string(),
  officeName: z.string(),
  status: z.enum(caseStatuses),
  changedAt: instant,
  /** Until when the office where it lies, or the citizen, has to act; null where nothing is due. */
  dueAt: instant.nullable(),
  outlook: z.enum(outlooks).nullable(),
  outcome: z.string().nullable(),
  closure: z.enum(closures).nullable(),
})
export type OpenedLine = z.infer<typeof openedLine>

/** What an office that answers referrals brought to the door itself. */
export const openedRoutes = {
  list: row({
    method: 'GET',
    path: '/api/cases/opened',
    summary: 'Cases that the acting office opened for others to handle, with what came of them',
    allow: 'case.open',
    audit: 'OPENED_CASES_LISTED',
    query: z.strictObject({ show: z.enum(['open', 'over', 'all']).default('open'), page: pageNumber }),
    body: nothing,
    reply: page(openedLine).extend({ open: z.int() }),
  }),
} as const
