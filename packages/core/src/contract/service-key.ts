import { z } from 'zod'
import { officeId, postId, staffId } from '../kernel/id.ts'
import { shortText } from './case.ts'
import { nothing, row } from './route.ts'

/** What a key opens: all that its post allows, or reading only. */
export const keyReaches = ['all', 'read'] as const
export type KeyReach = (typeof keyReaches)[number]
/** For how many days a key may be given. */
export const keyDays = [30, 90, 180, 365] as const

const serviceKey = z.object({
  id: z.uuid(),
  label: z.string(),
  office: officeId,
  officeName: z.string(),
  role: z.string(),
  reach: z.enum(keyReaches),
  givenBy: z.string(),
  givenAt: z.int(),
  expiresAt: z.int(),
  usedAt: z.int().nullable(),
  revokedAt: z.int().nullable(),
})
export type ServiceKey = z.infer<typeof serviceKey>

/** Keys by which programs use the API in a role at an office. */
export const serviceKeyRoutes = {
  list: row({
    method: 'GET',
    path: '/api/service-keys',
    summary: 'Keys that a program was given, with when they were last used',
    allow: 'staff.manage',
    audit: 'SERVICE_KEYS_READ',
    query: z.strictObject({ staff: staffId }),
    body: nothing,
    reply: z.object({ items: z.array(serviceKey) }),
  }),
  give: row({
    method: 'POST',
    path: '/api/service-keys',
    summary: 'Give a program a key for one of its posts; the key is shown this once',
    allow: 'staff.manage',
    audit: 'SERVICE_KEY_GIVEN',
    query: nothing,
    body: z.strictObject({
      staff: staffId,
      post: postId,
      label: shortText.min(2),
      reach: z.enum(keyReaches),
      days: z.union(keyDays.map((days) => z.literal(days))),
    }),
    reply: z.object({ id: z.uuid(), key: z.string(), expiresAt: z.int() }),
  }),
  revoke: row({
    method: 'POST',
    path: '/api/service-keys/revoke',
    summary: 'Make a key open nothing any more',
    allow: 'staff.manage',
    audit: 'SERVICE_KEY_REVOKED',
    query: nothing,
    body: z.strictObject({ staff: staffId, id: z.uuid() }),
    reply: z.object({}),
  }),
} as const
