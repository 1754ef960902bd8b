import { z } from 'zod'
import { staffId } from '../kernel/id.ts'
import { shortText, text } from './case.ts'
import { signInName } from './office.ts'
import { me } from './reference-queries.ts'
import { nothing, row } from './route.ts'

const password = z.string().min(1).max(200)
const token = z.string().min(20).max(100)

/**
 * What a right password opens: everything (`in`), or only the step that is left: a code of the second factor, or
 * setting one up, where a role needs it.
 */
export const signedIn = z.object({ next: z.enum(['in', 'code', 'set-up']), me: me.nullable() })
export type SignedIn = z.infer<typeof signedIn>

/** How people get in: no account and no password exist before a one-time link made them. */
export const accountRoutes = {
  door: row({
    method: 'GET',
    path: '/api/door',
    summary:
      'What everybody should know before they sign in: whether these are demonstration data, and by whom else to sign in',
    allow: 'public',
    audit: 'DOOR_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ demo: z.boolean(), provider: z.string().nullable() }),
  }),
  signIn: row({
    method: 'POST',
    path: '/api/sign-in',
    summary: 'Sign in with name and password',
    allow: 'public',
    audit: 'SIGNED_IN',
    query: nothing,
    body: z.strictObject({ name: text(40).toLowerCase().min(1), password }),
    reply: signedIn,
  }),
  signOut: row({
    method: 'POST',
    path: '/api/sign-out',
    summary: 'End this session',
    allow: 'signed-in',
    audit: 'SIGNED_OUT',
    query: nothing,
    body: nothing,
    reply: z.object({}),
  }),
  me: row({
    method: 'GET',
    path: '/api/me',
    summary: 'Who is signed in, and where they may act',
    allow: 'signed-in',
    audit: 'ME_READ',
    query: nothing,
    body: nothing,
    reply: me,
  }),
  link: row({
    method: 'POST',
    path: '/api/link',
    summary: 'What a one-time link is for',
    allow: 'public',
    audit: 'LINK_READ',
    query: nothing,
    body: z.strictObject({ token }),
    reply: z.object({
      purpose: z.enum(['first-admin', 'invite', 'reset']),
      name: z.string().nullable(),
      signInName: z.string().nullable(),
    }),
  }),
  accept: row({
    method: 'POST',
    path: '/api/link/accept',
    summary: 'Use a one-time link: choose a sign-in name and a password',
    allow: 'public',
    audit: 'LINK_USED',
    query: nothing,
    body: z.strictObject({ token, name: shortText, signInName, password }),
    reply: signedIn,
  }),
  invite: row({
    method: 'POST',
    path: '/api/staff/invite',
    summary: 'A one-time link for a member of staff to set their password',
    allow: 'staff.manage',
    audit: 'STAFF_INVITED',
    query: nothing,
    body: z.strictObject({ staff: staffId }),
    reply: z.object({ path: z.string(), expiresAt: z.int() }),
  }),
} as const
