import { z } from 'zod'
import { shortText } from './case.ts'
import { deviceOrder } from './replica.ts'
import { nothing, page, pageNumber, row } from './route.ts'

const instant = z.int()

/** A field phone as the secretariat sees it. */
export const deviceLine = z.object({
  id: z.uuid(),
  /** What its app calls it. */
  name: z.string(),
  app: z.string(),
  staff: z.uuid(),
  staffName: z.string(),
  officeName: z.string(),
  /** What waits there to be sent, and how many rows it holds, as it said itself. */
  waiting: z.int(),
  held: z.int(),
  madeAt: instant,
  seenAt: instant,
  order: deviceOrder,
  orderedByName: z.string().nullable(),
  orderedAt: instant.nullable(),
  why: z.string(),
  /** When it came for its order; until then the phone does not know of it. */
  toldAt: instant.nullable(),
})
export type DeviceLine = z.infer<typeof deviceLine>

/** SYNC-13 What is asked of field phones by whoever looks after the staff of a place. */
export const deviceRoutes = {
  list: row({
    method: 'GET',
    path: '/api/devices/list',
    summary: 'Field phones of the place: whose, when last heard, what waits on them; the longest silent first',
    allow: 'staff.manage',
    audit: 'DEVICES_LISTED',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(deviceLine),
  }),
  order: row({
    method: 'POST',
    path: '/api/devices/order',
    summary: 'Has a phone forget all that it holds when it comes next, or takes that back',
    allow: 'staff.manage',
    audit: 'DEVICE_ORDERED',
    query: nothing,
    body: z.strictObject({ id: z.uuid(), order: deviceOrder, why: shortText.min(3) }),
    reply: z.object({}),
  }),
} as const
