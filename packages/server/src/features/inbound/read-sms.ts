import { z } from 'zod'
import { sha256 } from '../../platform/ledger/seal.ts'
import type { Heard } from './parts.ts'
import { nameOf, parsed, sentAt } from './read-whatsapp.ts'

const message = z.object({
  id: z.string().min(1).optional(),
  from: z.string().regex(/^\+?[\d ().-]{3,30}$/),
  text: z.string(),
  at: z.string().optional(),
})
const batch = z.object({ messages: z.array(z.unknown()).max(200) })

/** INBOUND-1 The messages that a gateway for text messages hands in, one or several; null where it is no such thing. */
export function readSmsMessages(said: unknown, now: number): readonly Heard[] | null {
  const several = batch.safeParse(said)
  // One that is no message takes no other of its batch with it.
  const messages = parsed(message, several.success ? several.data.messages : [said])
  if (!several.success && messages.length === 0) return null
  return messages.map(({ id, from, text, at }) => ({
    way: 'sms',
    // A gateway without names of its own says the same words of the same moment again.
    reference: nameOf(id ?? sha256(JSON.stringify([from, text, at])).toString('hex')),
    from,
    name: '',
    kind: 'text',
    text,
    sentAt: sentAt(at === undefined ? now : Date.parse(at), now),
  }))
}
