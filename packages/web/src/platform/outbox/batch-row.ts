import { batch, batchReply } from '@openslrt/core/contract/envelope.ts'
import { nothing, row } from '@openslrt/core/contract/route.ts'

/** How what waits goes out. */
export const batchRow = row({
  method: 'POST',
  path: '/api/commands',
  summary: 'Commands in their order, as an outbox sends them',
  allow: 'signed-in',
  audit: 'COMMANDS_SENT',
  query: nothing,
  body: batch,
  reply: batchReply,
})
