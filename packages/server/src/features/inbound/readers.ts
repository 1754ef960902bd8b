import type { StaffActor } from '@openslrt/core/access/actor.ts'
import { unsortedReaders } from '@openslrt/core/inbound/sort.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import type { Scope } from '../../platform/db/scope.ts'
import { scopeOf } from '../../platform/db/scope.ts'
import type { Reference } from '../reference/index.ts'

/** Tells of an office whether it reads what found no office; made anew only after an office changed. */
export type ReadsUnsorted = (office: OfficeId) => boolean

export function readsUnsorted(reference: Reference): ReadsUnsorted {
  let told = -1
  let readers: ReadonlySet<OfficeId> = new Set()
  return (office) => {
    if (told !== reference.officesTold()) {
      told = reference.officesTold()
      readers = unsortedReaders(reference.offices().values())
    }
    return readers.has(office)
  }
}

/** INBOUND-5 What an officer sees of the waiting list: what lies with their office, and at the top what lies nowhere. */
export const inboundScope = (actor: StaffActor, reads: ReadsUnsorted): Scope => ({
  ...scopeOf(actor, null),
  // Also for roles that see no case: a message is none yet.
  office: actor.office,
  ...(reads(actor.office) ? { unsorted: 'yes' } : {}),
})
