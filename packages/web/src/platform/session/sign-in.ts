import { accountRoutes, type SignedIn } from '@openslrt/core/contract/account.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import type { Result } from '@openslrt/core/kernel/result.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import type { QueryClient } from '@tanstack/react-query'
import { askOnce } from '../api/ask.ts'
import { mayPass, type Problem } from '../api/problem.ts'
import { enter, leave, session } from './session-store.ts'

/** Other windows of this browser share the cookie: they hear of a new session by a mark in the shared store. */
export const signedInMark = 'openslrt.signed-in'

/** Signs in with name and password; a yes says which step is left, if any. */
export async function signIn(name: string, password: string): Promise<Result<SignedIn['next'], Problem>> {
  const answer = await askOnce(accountRoutes.signIn, { body: { name, password } })
  if (!answer.ok) return answer
  if (answer.value.me) welcome(answer.value.me)
  return ok(answer.value.next)
}

/** Asks the server who is signed in here; null when somebody is. */
export async function lookWhoIsIn(): Promise<Problem | null> {
  const answer = await askOnce(accountRoutes.me)
  if (answer.ok) welcome(answer.value, false)
  if (!answer.ok && answer.error.code === 'unauthenticated' && session().phase === 'unknown') leave()
  return answer.ok ? null : answer.error
}

/** Somebody has signed in, by whichever way. What stood on the screen of another person is not theirs to see. */
export function welcome(me: Me, announce = true): void {
  const before = session().me
  if (announce) mark()
  if (before && before.staff !== me.staff) window.location.assign('/meja/')
  else enter(me)
}

/**
 * Ends the session and forgets all answers on this page; what waits in the outbox stays sealed until its owner is back.
 * Without a line to the server nobody is signed out: saying so would leave the desk open to the next who sits here.
 */
export async function signOut(queries: QueryClient): Promise<Problem | null> {
  const answer = await askOnce(accountRoutes.signOut)
  if (!answer.ok && answer.error.code !== 'unauthenticated' && mayPass(answer.error.code)) return answer.error
  leave('left')
  queries.clear()
  return null
}

function mark(): void {
  try {
    localStorage.setItem(signedInMark, String(Date.now()))
  } catch {
    // Where nothing is stored, no other window shares anything with this one.
  }
}
