import { z } from 'zod'
import { nothing, row } from './route.ts'

/** How many messages wait: apart from the rest, because the menu asks it on every screen. */
export const inboundCount = row({
  method: 'GET',
  path: '/api/inbound/count',
  summary: 'How many messages wait at the acting office',
  allow: 'case.register',
  audit: 'MESSAGES_COUNTED',
  query: nothing,
  body: nothing,
  reply: z.object({ waiting: z.int() }),
})
