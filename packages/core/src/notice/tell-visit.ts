import type { OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { minuteMs } from '../kernel/instant.ts'
import type { Payload } from '../ledger/entry.ts'
import type { VisitWord } from './staff-words.ts'
import type { Notice, Told, Whom } from './tell.ts'

/** How a visit stands as far as notices need it, folded from its entries. */
export interface VisitStanding {
  readonly office: OfficeId | null
  readonly assignee: StaffId | null
  readonly plannedBy: StaffId | null
  readonly dueAt: Instant | null
}
export const unplanned: VisitStanding = { office: null, assignee: null, plannedBy: null, dueAt: null }

/** Reads one entry of a visit into how it stands. */
export function visitAfter(before: VisitStanding, { changes }: Payload): VisitStanding {
  let after = before
  for (const change of changes)
    if (change.table === 'visit') {
      const {
        office = after.office,
        assignee = after.assignee,
        plannedBy = after.plannedBy,
        dueAt = after.dueAt,
      } = change.set
      after = { office, assignee, plannedBy, dueAt }
    }
  return after
}

type Reader = Exclude<Whom, { kind: 'citizen' }>

/** VISIT-14 Whom an entry of a visit tells what: who goes, who no longer does, and who planned what is late. */
export function visitNoticesOf(entry: Told, before: VisitStanding): readonly Notice[] {
  const after = visitAfter(before, entry.payload)
  return aboutVisit(entry, before, after).filter(
    ({ whom }) => !(whom.kind === 'staff' && entry.actor === `staff:${whom.staff}`),
  )
}

function aboutVisit(entry: Told, before: VisitStanding, after: VisitStanding): readonly Notice[] {
  const tell = (whom: readonly Reader[], what: VisitWord, office = entry.office): readonly Notice[] =>
    whom.map((one) => ({
      whom: one,
      what,
      // The last minute of its day: the next day begins where it is late.
      says: { office, until: after.dueAt === null ? null : after.dueAt - minuteMs, step: null, act: null },
    }))
  switch (entry.kind) {
    case 'visit.plan':
      return tell(goers(after), 'visit-given')
    case 'visit.assign':
      return isSame(before, after)
        ? []
        : [...tell(goers(after, before), 'visit-given'), ...tell(goers(before, after), 'visit-taken')]
    case 'visit.replan':
      return tell(goers(after), 'visit-moved')
    case 'visit.cancel':
      return tell(goers(after), 'visit-cancelled')
    case 'visit.overdue':
      return tell(withPlanner(after), 'visit-late', after.office)
    default:
      return []
  }
}

/** Whoever is sent; where nobody is by name, whoever makes visits at the office, but for whom the other word is. */
function goers({ office, assignee }: VisitStanding, other: VisitStanding = unplanned): readonly Reader[] {
  if (assignee) return [{ kind: 'staff', staff: assignee }]
  const but = other.assignee === null ? {} : { but: other.assignee }
  return office ? [{ kind: 'office', office, rights: ['visit.do'], ...but }] : []
}

/** Whoever planned may be who goes: nobody is told twice. */
function withPlanner(visit: VisitStanding): readonly Reader[] {
  const { plannedBy, assignee } = visit
  if (plannedBy === null || plannedBy === assignee) return goers(visit)
  const planner: Reader = { kind: 'staff', staff: plannedBy }
  return [...goers(visit).map((one) => (one.kind === 'office' ? { ...one, but: plannedBy } : one)), planner]
}

const isSame = (before: VisitStanding, after: VisitStanding): boolean =>
  before.office === after.office && before.assignee === after.assignee

/** The kinds of entries of which somebody is told. */
export const tellsOfVisits = (kind: string): boolean => kind.startsWith('visit.')
