import type { Say } from '@openslrt/core/i18n/translate.ts'
import { z } from 'zod'

/** A no as screens get it: a code for programs, a sentence for people, and the number to quote when asking for help. */
export interface Problem {
  readonly code: string
  readonly message: string
  /** Null where the server never heard of it. */
  readonly requestId: string | null
  readonly details: Readonly<Record<string, unknown>>
}

const problemBody = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.string(),
  details: z.record(z.string(), z.unknown()),
})

/** What an answer that is not a yes says. Between us and the server a proxy may answer in its own words. */
export function problemOf(status: number, body: unknown, t: Say): Problem {
  const read = problemBody.safeParse(body)
  if (read.success) return read.data
  return status >= 500 ? unavailable(t) : unreadable(t)
}

/** Nobody answered: this device has no signal, or the server can't be reached. */
export const silence = (online: boolean, t: Say): Problem => (online ? unavailable(t) : offline(t))

const offline = (t: Say): Problem => own('offline', t('ask.offline'))
const unavailable = (t: Say): Problem => own('unavailable', t('ask.unavailable'))

/** The server speaks a wire that this page does not: after an update, until the page is loaded anew. */
export const unreadable = (t: Say): Problem => own('unreadable', t('ask.unreadable'))

const own = (code: string, message: string): Problem => ({ code, message, requestId: null, details: {} })

const passing: ReadonlySet<string> = new Set([
  'offline',
  'unavailable',
  'unreadable',
  'internal',
  'rate-limited',
  'locked-out',
  'unauthenticated',
  'contract-too-old',
])

/** SYNC-5 A no that says nothing about what was sent: the same may be answered otherwise later, so it is kept and tried again. */
export const mayPass = (code: string): boolean => passing.has(code)
