import { z } from 'zod'
import { staffId } from '../kernel/id.ts'
import { me } from './reference-queries.ts'
import { nothing, row } from './route.ts'

/** A code of an authenticator app, or a recovery code; people type both with spaces and dashes. */
export const secondCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^(\d{6}|[2-9a-z]{10})$/))

const codes = z.array(z.string())

/** The second factor of one's own account, and taking away somebody else's that is lost. */
export const secondFactorRoutes = {
  state: row({
    method: 'GET',
    path: '/api/second-factor',
    summary: 'Whether this account has a second factor, and whether it needs one',
    allow: 'signed-in',
    audit: 'SECOND_FACTOR_READ',
    query: nothing,
    body: nothing,
    reply: z.object({ since: z.int().nullable(), codesLeft: z.int(), required: z.boolean() }),
  }),
  enter: row({
    method: 'POST',
    path: '/api/sign-in/code',
    summary: 'The second step of signing in: a code of the app, or a recovery code',
    allow: 'entering',
    audit: 'SIGNED_IN_WITH_CODE',
    query: nothing,
    body: z.strictObject({ code: secondCode }),
    reply: me,
  }),
  begin: row({
    method: 'POST',
    path: '/api/second-factor/begin',
    summary: 'A new secret for an authenticator app; it counts once a code confirms it',
    allow: 'entering',
    audit: 'SECOND_FACTOR_BEGUN',
    query: nothing,
    body: z.strictObject({ code: secondCode.optional() }),
    reply: z.object({ key: z.string(), address: z.string() }),
  }),
  confirm: row({
    method: 'POST',
    path: '/api/second-factor/confirm',
    summary: 'Confirm the new secret with a code; gives recovery codes, this once, and ends all other sessions',
    allow: 'entering',
    audit: 'SECOND_FACTOR_SET',
    query: nothing,
    body: z.strictObject({ code: secondCode }),
    reply: z.object({ codes, me }),
  }),
  codes: row({
    method: 'POST',
    path: '/api/second-factor/codes',
    summary: 'New recovery codes; those from before are void',
    allow: 'signed-in',
    audit: 'RECOVERY_CODES_MADE',
    query: nothing,
    body: z.strictObject({ code: secondCode }),
    reply: z.object({ codes }),
  }),
  end: row({
    method: 'POST',
    path: '/api/second-factor/end',
    summary: 'Do without a second factor, where no role needs one',
    allow: 'signed-in',
    audit: 'SECOND_FACTOR_ENDED',
    query: nothing,
    body: z.strictObject({ code: secondCode }),
    reply: z.object({}),
  }),
  reset: row({
    method: 'POST',
    path: '/api/staff/second-factor/reset',
    summary: "Take away somebody's second factor that is lost, and end their sessions",
    allow: 'staff.manage',
    audit: 'SECOND_FACTOR_RESET',
    query: nothing,
    body: z.strictObject({ staff: staffId }),
    reply: z.object({}),
  }),
} as const
