import { z } from 'zod'
import { nothing, row } from './route.ts'

const instant = z.int()

/** Ways by which something leaves the house by itself. */
export const outWays = ['email', 'push', 'sms', 'whatsapp'] as const
export const outWay = z.enum(outWays)
export type OutWay = z.infer<typeof outWay>

/** Ways by which officers are told beside the desk. */
export const ownWays = ['email', 'push'] as const satisfies readonly OutWay[]
export const ownWay = z.enum(ownWays)

const settings = z.object({
  lang: z.enum(['id', 'en']),
  email: z.string().nullable(),
  ways: z.array(ownWay),
})

/** How one way out stands, for whoever looks after the installation: counts, and never to whom. */
export const wayLine = z.object({
  way: outWay,
  /** Whether it is set up at all. */
  open: z.boolean(),
  failingSince: instant.nullable(),
  why: z.string().nullable(),
  /** Whether it waits for somebody to let it go on, after a restore. */
  held: z.boolean(),
  nextTry: instant.nullable(),
  workedAt: instant.nullable(),
  waiting: z.int(),
  oldest: instant.nullable(),
  refused: z.int(),
})
export type WayLine = z.infer<typeof wayLine>

/** What a browser gives that wants to be told, as the Push API names it. */
export const pushSubscription = z.strictObject({
  endpoint: z.url().max(1_000),
  keys: z.strictObject({ p256dh: z.string().min(20).max(200), auth: z.string().min(10).max(100) }),
})
export type PushSubscriptionData = z.infer<typeof pushSubscription>

/** How officers want to be told, and how the ways out stand. */
export const noticeWayRoutes = {
  own: row({
    method: 'GET',
    path: '/api/notices/settings',
    summary: 'How the reader wants to be told, and which ways there are',
    allow: 'signed-in',
    audit: 'NOTICE_SETTINGS_READ',
    query: nothing,
    body: nothing,
    reply: settings.extend({
      open: z.array(ownWay),
      pushKey: z.string().nullable(),
      browsers: z.int(),
    }),
  }),
  save: row({
    method: 'POST',
    path: '/api/notices/settings',
    summary: 'Changes how the reader wants to be told',
    allow: 'signed-in',
    audit: 'NOTICE_SETTINGS_CHANGED',
    query: nothing,
    body: z.strictObject({
      lang: z.enum(['id', 'en']),
      email: z.email().max(200).nullable(),
      ways: z.array(ownWay).max(2),
    }),
    reply: settings,
  }),
  subscribe: row({
    method: 'POST',
    path: '/api/notices/push',
    summary: 'Tells this browser of news from now on',
    allow: 'signed-in',
    audit: 'PUSH_BEGUN',
    query: nothing,
    body: pushSubscription,
    reply: z.object({ browsers: z.int() }),
  }),
  unsubscribe: row({
    method: 'POST',
    path: '/api/notices/push/end',
    summary: 'Tells this browser of nothing any more; without an address, none of the reader',
    allow: 'signed-in',
    audit: 'PUSH_ENDED',
    query: nothing,
    body: z.strictObject({ endpoint: z.url().max(1_000).nullable() }),
    reply: z.object({ browsers: z.int() }),
  }),
  ways: row({
    method: 'GET',
    path: '/api/notices/ways',
    summary: 'How each way out stands: working, or since when not and why, and how much waits',
    allow: 'office.manage',
    audit: 'NOTICE_WAYS_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ items: z.array(wayLine), toTell: z.int() }),
  }),
  release: row({
    method: 'POST',
    path: '/api/notices/ways/release',
    summary: 'Lets a way go on that a restore held; with `drop` what waited then stays unsent',
    allow: 'office.manage',
    audit: 'NOTICE_WAY_RELEASED',
    query: nothing,
    body: z.strictObject({ way: outWay, drop: z.boolean() }),
    reply: z.object({}),
  }),
  tryNow: row({
    method: 'POST',
    path: '/api/notices/ways/try',
    summary: 'Tries a way that stands at the next moment instead of after its pause',
    allow: 'office.manage',
    audit: 'NOTICE_WAY_TRIED',
    query: nothing,
    body: z.strictObject({ way: outWay }),
    reply: z.object({}),
  }),
} as const
