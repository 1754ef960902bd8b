import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { no, ok } from '@openslrt/core/kernel/result.ts'
import { askOnce } from '../api/ask.ts'
import { batchRow } from '../outbox/batch-row.ts'
import type { Line } from './sync-ports.ts'

/** The line of a phone in a browser. A session that ended is told, not renewed over the screen: the person may have no signal. */
export const httpLine: Line = {
  who: async () => {
    const answer = await askOnce(accountRoutes.me)
    return answer.ok ? ok(answer.value.staff) : no(answer.error)
  },
  pull: (body) => askOnce(replicaRoutes.pull, { body }),
  marks: (table, after) => askOnce(replicaRoutes.marks, { body: { table, after } }),
  post: async (commands) => {
    const answer = await askOnce(batchRow, { body: { commands: commands.map((command) => ({ ...command })) } })
    return answer.ok ? ok(answer.value.outcomes) : no(answer.error)
  },
}
