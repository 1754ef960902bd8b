import type { Metrics } from '../telemetry/metrics.ts'
import type { Handler } from './order.ts'

/** A handler whose decisions are counted, whichever door the command came through: its own, a batch, a citizen's page, the clock. */
export const counted =
  (metrics: Metrics, handle: Handler): Handler =>
  async (order, actor, receivedAt) => {
    try {
      const handled = await handle(order, actor, receivedAt)
      metrics.command(order.row.kind, handled.status === 'accepted' ? 'accepted' : handled.refusal.code)
      return handled
    } catch (error) {
      metrics.command(order.row.kind, 'fault')
      throw error
    }
  }
