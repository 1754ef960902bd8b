import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { type Day, dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import type { Pending, ShownVisit } from '../platform/replica/pending.ts'
import type { Shown } from '../platform/replica/view.ts'

export type Urgency = 'late' | 'due' | 'soon'

/** What there is to do, what is due first. */
export interface Today {
  readonly visits: readonly (ShownVisit & { readonly urgency: Urgency })[]
  readonly mend: readonly ReplicaRow['case'][]
  readonly returned: readonly ReplicaRow['case'][]
  readonly outcomes: readonly OutcomeVisit[]
}

/** FIELD-32 A closed case whose family is to be visited; once that was done here, where it is. */
export interface OutcomeVisit {
  readonly kase: ReplicaRow['case']
  readonly urgency: Urgency
  readonly pending: Pending['state'] | null
}

export interface Walker {
  readonly staff: string
  readonly office: string | null
  readonly zone: string
}

/** Visits further off than a week are not today's work. */
const soonDays = 7

/** SYNC-39 The work of a day, from what lies on the phone alone. */
export function todayOf(
  view: Shown,
  { visits, pending }: { readonly visits: readonly ShownVisit[]; readonly pending: readonly Pending[] },
  who: Walker,
  now: number,
): Today {
  const today = dayIn(who.zone, now)
  const until = dayIn(who.zone, now + soonDays * dayMs)
  const mine = visits.filter(({ visit }) => isMine(visit, who))
  const cases = [...view.case.values()]
  return {
    visits: mine
      .filter(
        ({ visit, pending }) =>
          (openVisit.includes(visit.status) && visit.plannedFor <= until) || pending === 'waiting',
      )
      .map((one) => ({ ...one, urgency: urgencyOf(one.visit.plannedFor, today) }))
      .toSorted((a, b) => (a.visit.plannedFor < b.visit.plannedFor ? -1 : 1)),
    // SUPER-9 What a supervisor sent back is for one person; what the citizen is to bring, for whoever meets them.
    mend: cases.filter((kase) => isToMend(kase, who.staff)),
    returned: cases.filter(({ missing, review }) => missing !== null && !review),
    outcomes: cases
      .filter(({ visitAt }) => visitAt !== null && visitAt < startOfDay(who.zone, until))
      .toSorted((a, b) => (a.visitAt ?? 0) - (b.visitAt ?? 0))
      .map((kase) => ({
        kase,
        urgency: urgencyOf(dayIn(who.zone, kase.visitAt ?? now), today),
        pending: outcomeAt(pending, kase.id),
      })),
  }
}

/** FIELD-25 Where the visit is that was made here for a closed case; null where none was, or it was refused. */
export function outcomeAt(pending: readonly Pending[], kase: string): Pending['state'] | null {
  const made = pending.findLast(({ command }) => command.kind === 'case.visit' && command.subject === kase)
  return made && made.state !== 'refused' ? made.state : null
}

/** Why somebody goes who is to see what became of a case. */
const followUp = 'follow-up'
/** FIELD-32 Whether a planned visit is there for what became of a case. */
export const isForOutcome = ({ trigger, caseId }: ReplicaRow['visit']): boolean =>
  trigger === followUp && caseId !== null
/** SUPER-9 Whether a supervisor sent a case back to this person. */
export const isToMend = ({ review, sentBy }: ReplicaRow['case'], staff: string): boolean =>
  review === 'returned' && sentBy === staff

function urgencyOf(day: Day, today: Day): Urgency {
  if (day < today) return 'late'
  return day === today ? 'due' : 'soon'
}

/** Somebody else's visits are not this person's work; those of nobody are everybody's at that office. */
const isMine = ({ assignee, office }: ReplicaRow['visit'], who: Walker): boolean =>
  assignee === who.staff || (assignee === null && office === who.office)
