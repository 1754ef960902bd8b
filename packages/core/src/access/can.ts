import type { CaseId, OfficeId } from '../kernel/id.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import type { Actor, StaffActor } from './actor.ts'
import type { Permission, RestrictedKind, Right } from './permission.ts'

/** What must be known of a case to say who may see it or act on it. */
export interface Seen {
  readonly id: CaseId
  readonly place: PlaceCode
  readonly office: OfficeId
  readonly restricted: RestrictedKind | null
}

export type AccessRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Right[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }

/** ACCESS-1 Whether an actor holds one of these rights over a case; otherwise the reason why not. Default: no. */
export function lacksRight(
  actor: Actor,
  rights: readonly Right[],
  subject: { readonly id: CaseId },
): AccessRefusal | null {
  return holdsAny(actor, rights, subject) ? null : { code: 'not-permitted', needs: rights }
}

/** ACCESS-3 An act of handling belongs to the office where the case lies; a citizen's and the clock's know no office. */
export function isElsewhere(actor: Actor, subject: Seen): AccessRefusal | null {
  if (actor.kind !== 'staff' || actor.office === subject.office) return null
  return { code: 'not-here', office: subject.office }
}

/**
 * ACCESS-4 Whether staff see a case at all: it lies under their place, or at their office, or was granted to it;
 * restricted kinds only with a role that names them. SQL repeats this in `withinScope` and in row-level security.
 */
export function sees(actor: StaffActor, subject: Seen, grantedTo: ReadonlySet<OfficeId>): boolean {
  if (!actor.permissions.has('case.read') || actor.sees === 'none') return false
  if (grantedTo.has(actor.office)) return true
  if (subject.restricted !== null && !actor.restricted.has(subject.restricted)) return false
  return subject.office === actor.office || (actor.sees === 'place' && covers(actor.place, subject.place))
}

/** Whether staff hold a permission where they act now. */
export const holds = (actor: Actor, needed: Permission): boolean =>
  actor.kind === 'setup' || (actor.kind === 'staff' && actor.permissions.has(needed))

function holdsAny(actor: Actor, rights: readonly Right[], subject: { readonly id: CaseId }): boolean {
  switch (actor.kind) {
    case 'staff':
      return rights.some((right) => right !== 'citizen' && right !== 'clock' && actor.permissions.has(right))
    case 'citizen':
      return rights.includes('citizen') && actor.case === subject.id
    case 'provider':
      return rights.includes('referral.answer') && actor.case === subject.id
    case 'clock':
      return rights.includes('clock')
    case 'setup':
      return false
  }
}
