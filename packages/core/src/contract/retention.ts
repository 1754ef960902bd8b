import { z } from 'zod'
import { ledgerCode } from '../place/code.ts'
import { keptByClock } from '../retention/over.ts'
import { nothing, page, pageNumber, row } from './route.ts'

/** So many rows of one affected list are forgotten by one entry. */
export const mostForgotten = 200

/** What the clock says when it forgets. The subject is the row itself, or of affected people their list. */
export const forgetData = z.strictObject({ of: keptByClock, rows: z.array(z.uuid()).min(1).max(mostForgotten) })
export type ForgetData = z.infer<typeof forgetData>

/** Something that the clock is about to forget: what, where, and when. Whom it names is read on its own page. */
export const forgetLine = z.object({
  district: ledgerCode,
  of: keptByClock,
  /** What is opened to read it: itself, or the affected list with so many names. */
  subject: z.uuid(),
  count: z.int(),
  placeName: z.string(),
  keptUntil: z.int(),
  forgetsAt: z.int(),
})
export type ForgetLine = z.infer<typeof forgetLine>

/** What is asked about what the clock forgets. */
export const forgetRoutes = {
  soon: row({
    method: 'GET',
    path: '/api/retention/soon',
    summary: 'What the clock is about to forget, as it names no family and no case, the soonest first',
    allow: 'registry.read',
    audit: 'FORGOTTEN_SOON_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(forgetLine),
  }),
} as const
