import type { Permission } from '../access/permission.ts'
import type { CaseStatus } from '../case/case.ts'
import { keysOf } from '../kernel/keys.ts'
import type { ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'

/** Which side a move belongs to: the office that asked, or the office that was asked. */
export type Side = 'requester' | 'owner'

export interface ReferralRule {
  readonly from: readonly ReferralStatus[]
  readonly to: ReferralStatus
  readonly side: Side
  readonly by: Permission
}

/** A move that leaves the referral where it stands. */
export type LinkRule = Omit<ReferralRule, 'to'>

const asks = { side: 'requester', by: 'referral.request' } as const
const owns = { side: 'owner', by: 'referral.answer' } as const

/** REF-1 to REF-11: what may follow what. States are FHIR R4 Task's; a redirect ends one referral and begins the next. */
export const referralMoves = {
  accept: { from: ['requested'], to: 'accepted', ...owns },
  reject: { from: ['requested'], to: 'rejected', ...owns },
  start: { from: ['accepted', 'on-hold'], to: 'in-progress', ...owns },
  hold: { from: ['requested', 'accepted', 'in-progress'], to: 'on-hold', ...owns },
  supply: { from: ['on-hold'], to: 'requested', ...asks },
  complete: { from: ['accepted', 'in-progress', 'on-hold'], to: 'completed', ...owns },
  fail: { from: ['accepted', 'in-progress', 'on-hold'], to: 'failed', ...owns },
  cancel: { from: ['requested', 'accepted', 'in-progress', 'on-hold'], to: 'cancelled', ...asks },
  'mark-error': { from: ['requested', 'accepted', 'in-progress', 'on-hold'], to: 'entered-in-error', ...asks },
} as const satisfies Record<string, ReferralRule>

export type ReferralStep = keyof typeof referralMoves

/** The rule of a step, without its literal types. */
export const referralRule = (step: ReferralStep): ReferralRule => referralMoves[step]
export const referralSteps = keysOf(referralMoves)

/** REF-21, REF-23 What the asking office does with the link by which an office without an account answers. No state changes. */
export const linkMoves = {
  'give-link': { from: ['requested', 'accepted', 'in-progress', 'on-hold'], ...asks },
  'revoke-link': { from: ['requested', 'accepted', 'in-progress', 'on-hold'], ...asks },
} as const satisfies Record<string, LinkRule>
export type LinkMove = keyof typeof linkMoves
export const linkRule = (move: LinkMove): LinkRule => linkMoves[move]
export const linkActs = keysOf(linkMoves)

/** REF-10 States in which the asked office still owes something. A case with one of these waits for it. */
export const openReferral: readonly ReferralStatus[] = ['requested', 'accepted', 'in-progress', 'on-hold']

/** REF-11 States from which the requester may turn to another office: open ones are cancelled on the way. */
export const redirectFrom: readonly ReferralStatus[] = [...openReferral, 'rejected', 'failed']

/** REF-1 Where a case must stand for its office to ask another, once it has been decided that it should. */
export const askFrom: readonly CaseStatus[] = ['handling']

/** What figures ask of referrals: whether they stand, were taken, and how they ended. One put on hold was not taken yet. */
export const referralsThat: Readonly<
  Record<
    'stand' | 'were-taken' | 'were-done' | 'were-declined' | 'were-missed' | 'were-called-off',
    readonly ReferralStatus[]
  >
> = {
  stand: referralStatuses.filter((status) => status !== 'entered-in-error'),
  'were-taken': ['accepted', 'in-progress', 'completed', 'failed'],
  'were-done': ['completed'],
  'were-declined': ['rejected'],
  'were-missed': ['failed'],
  'were-called-off': ['cancelled'],
}
