import type { StaffActor } from '../access/actor.ts'
import type { Day } from '../kernel/instant.ts'
import { dayMs } from '../kernel/instant.ts'
import type { JointField, JointPartnerRow, JointRow } from './joint.ts'
import { jointFields } from './joint.ts'
import { goesOn } from './moves.ts'

export const standings = ['none', 'valid', 'ending', 'over'] as const
export type Standing = (typeof standings)[number]

/** So many days before its end an agreement is told to be ending: a new one takes about a month to be signed. */
const warnDays = 30

/** The last day of an agreement that is told to be ending on a day. */
export const warnUntil = (today: Day): Day => new Date(Date.parse(today) + warnDays * dayMs).toISOString().slice(0, 10)

/** JOINT-2 How the agreement of a programme stands on a day. */
export function standingOf(
  { agreement, validUntil }: Pick<JointRow, 'agreement' | 'validUntil'>,
  today: Day,
): Standing {
  if (agreement === '') return 'none'
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'over'
  return validUntil <= warnUntil(today) ? 'ending' : 'valid'
}

/**
 * JOINT-9 What an actor may be told of the people on the list: the lead everything, a partner what the agreement names for it
 * while it goes on and the agreement is valid; whoever reads no case reads no name.
 */
export function shownFields(
  joint: Pick<JointRow, 'lead' | 'status' | 'agreement' | 'validUntil'>,
  partner: Pick<JointPartnerRow, 'fields' | 'leftAt'> | null,
  actor: StaffActor,
  today: Day,
): readonly JointField[] {
  if (!actor.permissions.has('case.read')) return []
  if (actor.office === joint.lead) return jointFields
  const holds = goesOn(joint) && ['valid', 'ending'].includes(standingOf(joint, today))
  return partner && partner.leftAt === null && holds ? partner.fields : []
}
