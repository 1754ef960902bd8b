import fc from 'fast-check'
import type { Actor } from '../access/actor.ts'
import type { CaseRow } from '../case/case.ts'
import { decideCase } from '../case/decide.ts'
import type { Hangings } from '../case/erasure.ts'
import { isAsked } from '../case/erasure.ts'
import type { CaseAction, CaseRule } from '../case/moves.ts'
import { caseActions, caseRule } from '../case/moves.ts'
import type { Policy } from '../case/policy.ts'
import type { LawRefusal } from '../case/refusal.ts'
import { registerCase } from '../case/register.ts'
import type { ReferralMoveData } from '../contract/referral.ts'
import { minuteMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Result } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { decideReferral } from '../referral/decide.ts'
import { askFrom, referralRule, referralSteps } from '../referral/moves.ts'
import type { ReferralRow } from '../referral/referral.ts'
import { registration } from './a-case.ts'
import { aPolicy } from './a-policy.ts'
import { almighty, citizen, clock, staff } from './actors.ts'
import type { OfficeName } from './an-office.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'
import { caseMove, referralData, referralMove, surroundings } from './moves.ts'
import type { Walk } from './walk.ts'
import { apply } from './walk.ts'

type What =
  | { readonly on: 'register' }
  /** One of the moves that the law may have nothing against now: without it few walks would get far. */
  | { readonly on: 'likely'; readonly nth: number }
  | Move
type Move =
  | { readonly on: 'case'; readonly action: CaseAction }
  | { readonly on: 'referral'; readonly action: keyof ReferralMoveData }

/** What somebody tries next: what, as whom, on which case and referral, with which office, how long after the last try. */
export interface Try {
  readonly what: What
  readonly who: 'rightful' | 'anyone' | 'fo' | 'citizen' | 'clock'
  readonly office: OfficeName
  readonly kase: number
  readonly referral: number
  readonly afterMinutes: number
}

const onCase = (action: CaseAction): Move => ({ on: 'case', action })
const onReferral = (action: keyof ReferralMoveData): Move => ({ on: 'referral', action })
const whats: readonly Move[] = [...caseActions.map(onCase), ...keysOf(referralData).map(onReferral)]
// The newest few: older ones have mostly ended.
const small = fc.nat({ max: 2 })

/** Anything that anybody may try; most often somebody who may, so that a walk comes far. */
export const anyTry: fc.Arbitrary<Try> = fc.record({
  what: fc.oneof(
    { weight: 1, arbitrary: fc.constant<What>({ on: 'register' }) },
    { weight: 40, arbitrary: fc.nat({ max: 1000 }).map((nth): What => ({ on: 'likely', nth })) },
    { weight: 10, arbitrary: fc.constantFrom(...whats) },
  ),
  who: fc.oneof(
    { weight: 20, arbitrary: fc.constant('rightful' as const) },
    { weight: 3, arbitrary: fc.constantFrom('anyone' as const, 'fo' as const, 'citizen' as const, 'clock' as const) },
  ),
  office: fc.constantFrom(...keysOf(offices)),
  kase: small,
  referral: small,
  afterMinutes: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 8000 })),
})

/** Tries one thing at its time. What the law refuses changes nothing but the time; null: there was nothing to try it on. */
export function tryNext(walk: Walk, next: Try): Result<Decision, LawRefusal> | null {
  walk.now += next.afterMinutes * minuteMs
  const policy = aPolicy(walk.now)
  const decided = decide(walk, next, { ...policy, windows: { ...policy.windows, reviewDays: 3 } })
  if (decided?.ok) apply(walk, decided.value)
  return decided
}

function decide(walk: Walk, { what, ...next }: Try, policy: Policy): Result<Decision, LawRefusal> | null {
  const fresh = ++walk.made
  const kase = [...walk.cases.values()].at(-1 - next.kase) ?? [...walk.cases.values()][0]
  if (what.on === 'register' || !kase) {
    const kind = fresh % 2 === 0 ? 'service' : 'complaint'
    // Every third is brought by somebody who brings only, where the district has the step.
    const bringer = fresh % 3 === 0 ? staff('facilitator', offices.village, 3) : staff('fo')
    return registerCase(ids.case(fresh), registration({ kind }), bringer, { short: 's', long: 'l' }, policy)
  }
  const ofCase = ({ caseId }: { caseId: string }) => caseId === kase.id
  const referrals = [...walk.referrals.values()].filter(ofCase)
  const referral = pick(referrals, next.referral)
  const asked = what.on === 'likely' ? (pick(likely(kase, referral), what.nth) ?? onCase('note')) : what
  const actor =
    next.who === 'rightful' ? rightful(asked, kase, referral) : actorFor(next.who, kase, offices[next.office])
  if (asked.on === 'case') {
    const target = pick([...walk.cases.values()], next.referral) ?? null
    const move = caseMoveOf(asked.action, next, fresh, target)
    return decideCase(kase, move, actor, policy, {
      ...surroundings,
      target,
      hangings: hangingsOf(walk, kase, referrals),
    })
  }
  const file = { case: kase, referrals, grants: [...walk.grants.values()].filter(ofCase) }
  return decideReferral(file, referralMoveOf(asked.action, next, fresh, referral), actor, policy)
}

/** Everything that the walk's ledger says of a case, numbered as a ledger numbers it. */
const hangingsOf = (walk: Walk, kase: CaseRow, referrals: readonly ReferralRow[]): Hangings => ({
  referrals,
  attachments: [],
  letters: [],
  visits: [],
  photos: [],
  help: [],
  helpEntries: [],
  entries: walk.done.flatMap((decision, at) =>
    decision.changes.some(({ id }) => id === kase.id) ? [{ seq: at + 1, payload: payloadOf(decision) }] : [],
  ),
})

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)]

function likely(kase: CaseRow, referral: ReferralRow | undefined): readonly Move[] {
  const ofCase = caseActions.filter(
    (action) =>
      (leadsOn(caseRule(action)) || action === 'ask-erasure' || isTurnOf(caseRule(action), kase)) &&
      caseRule(action).from.includes(kase.status),
  )
  const ofReferral = referralSteps.filter((step) => referral && referralRule(step).from.includes(referral.status))
  const asks = askFrom.includes(kase.status) && kase.decision === 'approved'
  // What leads to referrals and through them is rare by chance, and where most of the law meets: it is likelier here.
  const deep: readonly Move[] = [
    ...ofCase.filter((action) => action === 'recommend' || action === 'approve').map(onCase),
    ...ofReferral.map(onReferral),
    ...(asks ? ([onReferral('request'), onReferral('redirect')] as const) : []),
  ]
  return [...ofCase.map(onCase), ...deep, ...deep, ...deep]
}

const isTurnOf = ({ review }: CaseRule, kase: CaseRow): boolean =>
  kase.review !== null && Array.isArray(review) && review.includes(kase.review)
const leadsOn = ({ to }: CaseRule): boolean => to !== 'same' && to !== 'cancelled' && to !== 'duplicate'

/** Somebody who is in the right place with every right: what they are refused, they are refused for another reason. */
function rightful(what: Move, kase: CaseRow, referral: ReferralRow | undefined): Actor {
  if (what.on === 'case' && caseRule(what.action).by.every((right) => right === 'clock')) return clock
  const isOwners = what.on === 'referral' && sideOf(what.action) === 'owner'
  // Whoever erases is another person than whoever asked.
  const second = what.on === 'case' && what.action === 'erase' && isAsked(kase) ? 2 : 1
  return almighty(officeAt(isOwners && referral ? referral.toOffice : kase.office), second)
}

const sideOf = (action: keyof ReferralMoveData) =>
  referralSteps.map((step) => ({ step, side: referralRule(step).side })).find(({ step }) => step === action)?.side ??
  'requester'

const officeAt = (id: string): OfficeRow => Object.values(offices).find((known) => known.id === id) ?? offices.village

function actorFor(who: Exclude<Try['who'], 'rightful'>, kase: CaseRow, office: OfficeRow): Actor {
  switch (who) {
    case 'anyone':
      return almighty(office)
    case 'fo':
      return staff('fo', officeAt(kase.office))
    case 'citizen':
      return citizen(kase.id)
    case 'clock':
      return clock
  }
}

type Choice = Pick<Try, 'office' | 'referral'>

function caseMoveOf(action: CaseAction, { office: name, referral }: Choice, fresh: number, target: CaseRow | null) {
  const office = offices[name]
  switch (action) {
    case 'merge':
      return caseMove(action, target ? { into: target.id } : {})
    case 'attach':
      return caseMove(action, { attachment: ids.attachment(fresh) })
    case 'share':
      return caseMove(action, { grant: ids.grant(fresh), office: office.id })
    case 'hand-down':
      return caseMove(action, { office: office.id })
    case 'answer':
      return caseMove(action, { openReferrals: referral % 2 === 0 ? '' : 'Menyusul.' })
    default:
      return caseMove(action)
  }
}

function referralMoveOf(
  action: keyof ReferralMoveData,
  { office: name }: Choice,
  fresh: number,
  of: ReferralRow | undefined,
) {
  const referral = of?.id ?? ids.referral(0)
  const asked = { to: offices[name].id, grant: ids.grant(fresh) }
  if (action === 'request') return referralMove(action, { ...asked, referral: ids.referral(fresh) })
  if (action === 'redirect') return referralMove(action, { ...asked, referral, next: ids.referral(fresh) })
  return referralMove(action, { referral })
}
