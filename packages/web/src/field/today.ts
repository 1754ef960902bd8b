import type { ReplicaRow } from '@openslrt/core/contract/replica.ts'
import { type Day, dayIn, dayMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { openVisit } from '@openslrt/core/visit/moves.ts'
import type { ShownVisit } from '../platform/replica/pending.ts'
import type { Shown } from '../platform/replica/view.ts'

export type Urgency = 'late' | 'due' | 'soon'

/** What there is to do, what is due first. */
export interface Today {
  readonly visits: readonly (ShownVisit & { readonly urgency: Urgency })[]
  readonly returned: readonly ReplicaRow['case'][]
  readonly outcomes: readonly ReplicaRow['case'][]
}

export interface Walker {
  readonly staff: string
  readonly office: string | null
  readonly zone: string
}

/** Visits further off than a week are not today's work. */
const soonDays = 7

/** SYNC-39 The work of a day, from what lies on the phone alone. */
export function todayOf(view: Shown, visits: readonly ShownVisit[], who: Walker, now: number): Today {
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
    returned: cases.filter(({ missing }) => missing !== null),
    outcomes: cases
      .filter(({ visitAt }) => visitAt !== null && visitAt < startOfDay(who.zone, until))
      .toSorted((a, b) => (a.visitAt ?? 0) - (b.visitAt ?? 0)),
  }
}

function urgencyOf(day: Day, today: Day): Urgency {
  if (day < today) return 'late'
  return day === today ? 'due' : 'soon'
}

/** Somebody else's visits are not this person's work; those of nobody are everybody's at that office. */
const isMine = ({ assignee, office }: ReplicaRow['visit'], who: Walker): boolean =>
  assignee === who.staff || (assignee === null && office === who.office)
