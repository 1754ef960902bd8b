import { randomUUID } from 'node:crypto'
import { admitUnsorted } from '../../platform/db/scope.ts'
import type { MessageBook } from '../case/index.ts'
import type { Reference } from '../reference/index.ts'
import { askForAnswers, forgetMessages, holdMessages, insertReply, linkMessages } from './queries-desk.ts'
import { readsUnsorted } from './readers.ts'

/** INBOUND-6 Links messages to the case that is made of them, in the transaction that makes it. */
export function messageBook(reference: Reference): MessageBook {
  const reads = readsUnsorted(reference)
  return {
    async take(client, { ids, done }, { district, id, command, actor, at }) {
      if (actor.kind !== 'staff') return false
      const reader = { office: actor.office, unsorted: reads(actor.office) }
      if (reader.unsorted) await admitUnsorted(client)
      const held = await holdMessages(client, reader, ids)
      const [latest] = held
      if (!latest || held.length !== new Set(ids).size) return false
      const now = new Date(at)
      await linkMessages(client, held, { district, id, done, staff: actor.staff, now })
      const office = reference.offices().get(actor.office)?.name ?? ''
      // The sender of several messages is told once, on the way of the last of them.
      const says = { office, district, case: id, command }
      await insertReply(client, { id: randomUUID(), message: latest, what: 'registered', says, now })
      await askForAnswers(client)
      return true
    },
    forget: forgetMessages,
  }
}
