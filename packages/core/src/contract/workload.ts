import { z } from 'zod'
import { nothing, page, pageNumber, row } from './route.ts'

/** Open cases by when they are due; the five windows together are all that are open. */
const load = {
  open: z.int(),
  late: z.int(),
  today: z.int(),
  week: z.int(),
  later: z.int(),
  none: z.int(),
}

/** What one officer of an office has in hand; `staff` is null for the cases that nobody holds. */
export const officerLoad = z.object({
  staff: z.uuid().nullable(),
  name: z.string().nullable(),
  /** Holds a post at the office now. Who left may still have cases there. */
  here: z.boolean(),
  /** On leave from the office now, until when, and who stands in. */
  away: z.object({ until: z.number(), standInName: z.string().nullable() }).nullable(),
  ...load,
})
export type OfficerLoad = z.infer<typeof officerLoad>

/** What one office has in hand, and how much of it nobody holds. */
export const officeLoad = z.object({ office: z.uuid(), name: z.string(), nobody: z.int(), ...load })
export type OfficeLoad = z.infer<typeof officeLoad>

/** How much work lies with whom, for whoever gives it out. */
export const workloadRoutes = {
  officers: row({
    method: 'GET',
    path: '/api/workload',
    summary: 'Open cases of one office by the officer who has them',
    allow: 'case.assign',
    audit: 'WORKLOAD_READ',
    query: z.strictObject({ office: z.uuid().optional() }),
    body: nothing,
    reply: z.object({ office: z.uuid(), officeName: z.string(), items: z.array(officerLoad) }),
  }),
  offices: row({
    method: 'GET',
    path: '/api/workload/offices',
    summary: 'Open cases within sight by the office where they lie',
    allow: 'case.assign',
    audit: 'WORKLOAD_OF_OFFICES_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(officeLoad),
  }),
} as const
