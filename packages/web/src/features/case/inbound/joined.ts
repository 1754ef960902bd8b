import type { MessageWhole } from '@openslrt/core/contract/inbound.ts'
import type { Received } from '../intake/use-pasted.ts'

/**
 * INBOUND-6 A message with those that belong to it, in the order in which they were sent. An officer's own number is
 * nobody's to be called: it is not put into the form.
 */
export function joined(
  { line, text, phone }: MessageWhole,
  more: MessageWhole['more'],
  chosen: readonly string[],
): Received {
  const others = more.filter(({ id }) => chosen.includes(id))
  const all = [{ id: line.id, text, sentAt: line.sentAt }, ...others].toSorted(
    (one, other) => one.sentAt - other.sentAt,
  )
  return {
    ids: all.map(({ id }) => id),
    text: all.map((one) => one.text).join('\n'),
    sender: { channel: line.way, phone: line.sorted === 'sender' ? '' : phone },
  }
}
