import type { CaseId, ChallengeId, OfficeId, ProposalId, ReferralId, StaffId, VisitId } from '../kernel/id.ts'
import type { OfficeLevel } from '../office/office.ts'
import type { PlaceCode } from '../place/code.ts'
import type { Permission, RestrictedKind, Sight } from './permission.ts'

/** A person of staff, acting from one of their offices with the rights that they hold there and no others. */
export interface StaffActor {
  readonly kind: 'staff'
  readonly staff: StaffId
  readonly office: OfficeId
  readonly place: PlaceCode
  readonly level: OfficeLevel
  readonly permissions: ReadonlySet<Permission>
  readonly restricted: ReadonlySet<RestrictedKind>
  readonly sees: Sight
}

/** A citizen who showed the number and secret of one case, or who is reporting it now. */
export interface CitizenActor {
  readonly kind: 'citizen'
  readonly case: CaseId
}

/** Whoever holds the reply link of one referral: an asked office that has no account. */
export interface ProviderActor {
  readonly kind: 'provider'
  readonly referral: ReferralId
  readonly case: CaseId
  readonly office: OfficeId
}

/** A time limit that acts by itself. */
export interface ClockActor {
  readonly kind: 'clock'
  /** The case whose time is up: the only one that the clock sees. */
  readonly case?: CaseId
  /** The office whose meetings it sees, where the time of a task is up. */
  readonly meets?: OfficeId
  /** The visit whose day is over. */
  readonly visit?: VisitId
  /** The proposal whose days are counted. */
  readonly proposal?: ProposalId
  /** The challenge whose time is up. */
  readonly challenge?: ChallengeId
  /** The office whose applications it sees, where the time of one is up. */
  readonly decides?: OfficeId
}

/** The one-time set-up that makes the first administrator, and the maker of demo data. */
export interface SetupActor {
  readonly kind: 'setup'
}

export type Actor = StaffActor | CitizenActor | ProviderActor | ClockActor | SetupActor

/** How the ledger names an actor. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.staff}`
    case 'citizen':
      return `citizen:${actor.case}`
    case 'provider':
      return `provider:${actor.referral}`
    case 'clock':
    case 'setup':
      return actor.kind
  }
}

/** The office that an actor acts from, if any. */
export const officeOf = (actor: Actor): OfficeId | null =>
  actor.kind === 'staff' || actor.kind === 'provider' ? actor.office : null
