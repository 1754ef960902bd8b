import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import type { MeetingKind } from '@openslrt/core/proposal/proposal.ts'
import type { Pending } from '../../platform/replica/pending.ts'

/** A meeting that was written down on this phone, and where that is. */
export interface MeetingHere {
  readonly id: string
  readonly kind: MeetingKind
  readonly day: string
  readonly venue: string
  readonly state: Pending['state']
}

const states = ['refused', 'waiting', 'sent'] as const

/** FIELD-30 The meetings of a village that are not at the desk for certain yet, each where the latest part of it is. */
export function meetingsHere(pending: readonly Pending[], place: string): readonly MeetingHere[] {
  return pending.flatMap(({ command: { kind, subject, data } }) => {
    const said = kind === 'proposal.meet' ? proposalCommandData.meet.safeParse(data) : null
    if (!said?.success || said.data.place !== place) return []
    const own = new Set(pending.filter(({ command }) => command.subject === subject).map(({ state }) => state))
    const state = states.find((one) => own.has(one)) ?? 'sent'
    return [{ id: subject, kind: said.data.kind, day: said.data.day, venue: said.data.venue, state }]
  })
}
