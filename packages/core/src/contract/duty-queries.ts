import { z } from 'zod'
import { officeId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { nothing, row } from './route.ts'

const span = { from: z.int(), until: z.int() }

export const dutyTurn = z.object({
  id: z.uuid(),
  version: z.int(),
  staff: z.uuid(),
  name: z.string(),
  ...span,
  /** Still works on cases at the office. */
  here: z.boolean(),
  /** Their leaves from the office within the turn, and who stands in. */
  leaves: z.array(z.object({ ...span, standInName: z.string().nullable() })),
})
export type DutyTurn = z.infer<typeof dutyTurn>

const roster = z.object({
  office: z.uuid(),
  officeName: z.string(),
  district: ledgerCode,
  now: z.int(),
  /** Until when gaps are told. */
  until: z.int(),
  /** Who takes a red card of this moment. */
  current: z.object({ staff: z.uuid(), name: z.string(), until: z.int() }).nullable(),
  /** Turns that are not over, the next first. */
  turns: z.array(dutyTurn),
  /** When nobody takes one. */
  gaps: z.array(z.object(span)),
  /** Who may be named. */
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type Roster = z.infer<typeof roster>

/** Who is on duty for red cards, and when. */
export const dutyRoutes = {
  own: row({
    method: 'GET',
    path: '/api/duties',
    summary: 'Who answers for the red cards of the acting office in the coming weeks',
    allow: 'case.read',
    audit: 'DUTIES_READ',
    query: nothing,
    body: nothing,
    reply: roster,
  }),
  of: row({
    method: 'GET',
    path: '/api/duties/office',
    summary: 'The same of an office under the acting one',
    allow: 'staff.manage',
    audit: 'DUTIES_OF_OFFICE_READ',
    query: z.strictObject({ office: officeId }),
    body: nothing,
    reply: roster,
  }),
  mine: row({
    method: 'GET',
    path: '/api/duties/mine',
    summary: 'Whether the reader is on duty at the acting office, and when next',
    allow: 'case.read',
    audit: 'OWN_DUTY_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      /** Until when, if now. */
      until: z.int().nullable(),
      next: z.object(span).nullable(),
    }),
  }),
} as const
