import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import { wireOf } from '@openslrt/core/kernel/instant.ts'
import type { Command } from '../platform/outbox/entry.ts'
import type { Sendable, SendableKind, Sending } from '../platform/outbox/sendable.ts'
import { newId } from '../platform/outbox/uuid.ts'
import { actingOffice } from '../platform/session/session-store.ts'

/** What was done on this phone, as it goes over the wire some day. */
export function commandOf<Kind extends SendableKind>(kind: Kind, { data, ...about }: Sending<Kind>): Command {
  const { district, subject, base } = about
  const typed: Sendable[Kind] = data
  const doneAt = wireOf(Date.now())
  return { kind, id: newId(), v: contractVersion, district, subject, office: actingOffice(), doneAt, base, data: typed }
}
