import { z } from 'zod'
import { nothing, page, pageNumber, row } from './route.ts'

const device = { browser: z.string().nullable(), system: z.string().nullable(), source: z.string() }

/** What can happen at the door to an account. */
export const signInEvents = [
  'in',
  'wrong-password',
  'wrong-code',
  'recovery-code',
  'in-by-provider',
  'password-set',
  'factor-set',
  'factor-ended',
  'factor-reset',
  'codes-made',
  'provider-connected',
  'provider-left',
] as const
export type SignInEvent = (typeof signInEvents)[number]

/** Where one is signed in, and what was tried at one's own account. */
export const sessionRoutes = {
  list: row({
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where this person is signed in',
    allow: 'signed-in',
    audit: 'SESSIONS_READ',
    query: nothing,
    body: nothing,
    reply: z.object({
      items: z.array(z.object({ id: z.uuid(), ...device, since: z.int(), seenAt: z.int(), own: z.boolean() })),
    }),
  }),
  end: row({
    method: 'POST',
    path: '/api/sessions/end',
    summary: "End one of one's own sessions",
    allow: 'signed-in',
    audit: 'SESSION_ENDED',
    query: nothing,
    body: z.strictObject({ id: z.uuid() }),
    reply: z.object({}),
  }),
  endOthers: row({
    method: 'POST',
    path: '/api/sessions/end-others',
    summary: "End all of one's own sessions but this one",
    allow: 'signed-in',
    audit: 'SESSIONS_ENDED',
    query: nothing,
    body: nothing,
    reply: z.object({}),
  }),
  log: row({
    method: 'GET',
    path: '/api/sign-in-log',
    summary: "What happened at the door to one's own account",
    allow: 'signed-in',
    audit: 'SIGN_IN_LOG_READ',
    query: z.strictObject({ page: pageNumber }),
    body: nothing,
    reply: page(z.object({ id: z.uuid(), at: z.int(), event: z.enum(signInEvents), ...device })).extend({
      days: z.int(),
    }),
  }),
} as const
