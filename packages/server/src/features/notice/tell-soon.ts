import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Handler } from '../../platform/http/order.ts'

/** Long enough for what comes in a row to be told in one go, short enough for a citizen who is still at the desk. */
const pauseMs = 1_500

interface SoonParts {
  readonly pool: Pool
  readonly log: Pick<Logger, 'warn'>
}

/** Has the worker tell people now; asked twice before it begins, it does so once. */
export const tellNow = (pool: Pool): Promise<unknown> =>
  pool.query("select enqueue('tell-people', '{}', now(), 'tell-people-now')")

/**
 * NOTICE-7 Handlers after whose deeds people are told within seconds. What nobody asked for here, or what a lost
 * connection swallowed, is told at the next full minute.
 */
export function tellingSoon({ pool, log }: SoonParts): (handle: Handler) => Handler {
  let isAsked = false
  const askWorker = (): void => {
    isAsked = false
    tellNow(pool).catch((error: unknown) =>
      log.warn({ err: error }, 'the worker could not be asked to tell people soon'),
    )
  }
  const ask = (): void => {
    if (isAsked) return
    isAsked = true
    // Nobody waits for it at the end of the process.
    setTimeout(askWorker, pauseMs).unref()
  }
  return (handle) => async (order, actor, receivedAt) => {
    const handled = await handle(order, actor, receivedAt)
    if (handled.status === 'accepted') ask()
    return handled
  }
}
