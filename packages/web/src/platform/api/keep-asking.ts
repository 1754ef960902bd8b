import type { Result } from '@openslrt/core/kernel/result.ts'
import { expire, isInside, whenBack } from '../session/session-store.ts'
import type { Problem } from './problem.ts'

/** Asks again after the person has signed in again; gives up only when they choose to leave. */
export async function keepAsking<Value>(once: () => Promise<Result<Value, Problem>>): Promise<Result<Value, Problem>> {
  for (;;) {
    const answer = await once()
    if (answer.ok || answer.error.code !== 'unauthenticated' || !isInside()) return answer
    expire()
    if (!(await whenBack())) return answer
  }
}
