import type { Actor } from '../access/actor.ts'
import { lacksRight } from '../access/can.ts'
import type { CaseRow, GrantRow } from '../case/case.ts'
import type { ListName, Policy } from '../case/policy.ts'
import { onList, otherOffice } from '../case/policy.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { ReferralMove } from '../contract/referral.ts'
import type { GrantId, LinkId, OfficeId, ReferralId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { Consent } from './consent.ts'
import { lacksConsentWords } from './consent.ts'
import type { ReferralClockAct } from './deadlines.ts'
import { beginning, clockStandsOf, deadlineAfter } from './deadlines.ts'
import type { Beside } from './link.ts'
import { firstLink, freshLink, linkAfter, linkOver, noLink, nothingBeside } from './link.ts'
import type { LinkMove, LinkRule, ReferralStep } from './moves.ts'
import { askFrom, linkActs, linkRule, openReferral, redirectFrom, referralRule, referralSteps } from './moves.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'
import { spentAfter } from './spent.ts'

/** A case with its referrals and grants: what a referral's move may touch. */
export interface CaseFile {
  readonly case: CaseRow
  readonly referrals: readonly ReferralRow[]
  readonly grants: readonly GrantRow[]
}

type Answer = Result<Decision, LawRefusal>
type Of<Action extends ReferralMove['action']> = Extract<ReferralMove, { action: Action }>

/** REF-1 to REF-11 Decides one move of a referral, together with its case and its grant. Pure, resolved whole. */
export function decideReferral(
  file: CaseFile,
  move: ReferralMove,
  actor: Actor,
  policy: Policy,
  beside: Beside = nothingBeside,
): Answer {
  const by = { actor, policy, beside }
  if (move.action === 'request') return request(file, move, by)
  const referral = file.referrals.find(({ id }) => id === move.data.referral)
  if (!referral) return no({ code: 'unknown-referral' })
  switch (move.action) {
    case 'remind':
    case 'overdue':
      return press(referral, move, by)
    case 'redirect':
      return redirect(file, referral, move, by)
    case 'give-link':
    case 'revoke-link':
      return link(file, referral, move, by)
    default:
      return step(file, referral, move, by)
  }
}

/** Who moves, under which rules, and what lies beside. */
interface By {
  readonly actor: Actor
  readonly policy: Policy
  readonly beside: Beside
}

function request(file: CaseFile, move: Of<'request'>, by: By): Answer {
  const { actor, policy } = by
  const refusal = mayAsk(file.case, actor) ?? lacksConsentWords(move.data.consent)
  if (refusal) return no(refusal)
  const asked = ask(
    file,
    { id: move.data.referral, partOf: null },
    { ...move.data, ...consentOf(move.data.consent) },
    by,
  )
  if (!asked.ok) return asked
  const { changes, office } = asked.value
  const own = caseChange(file, 1, move.data.to, policy)
  return ok(decision('refer', move.data.note, { office, referral: move.data.referral }, [own, ...changes], policy))
}

function redirect(file: CaseFile, old: ReferralRow, move: Of<'redirect'>, by: By): Answer {
  const { actor, policy } = by
  const refusal = mayRedirect(file.case, old, actor) ?? lacksConsentWords(move.data.consent)
  if (refusal) return no(refusal)
  const asked = ask(
    file,
    { id: move.data.next, partOf: old.id },
    { ...move.data, ...consentOf(move.data.consent, old) },
    by,
  )
  if (!asked.ok) return asked
  const wasOpen = openReferral.includes(old.status)
  const ended = wasOpen
    ? [stepTo(old, 'cancelled', { reason: 'redirected' }, policy), ...withdraw(file, old, policy)]
    : []
  const own = caseChange(file, wasOpen ? 0 : 1, move.data.to, policy)
  const say = { office: asked.value.office, referral: move.data.next, from: officeName(old.toOffice, policy) }
  return ok(decision('redirect', move.data.note, say, [own, ...ended, ...asked.value.changes], policy))
}

// REF-28, REF-29: the case's own row stays as it is, so that no form that somebody fills in is staler for it.
function press(referral: ReferralRow, move: Of<ReferralClockAct>, { actor, policy }: By): Answer {
  if (actor.kind !== 'clock') return no({ code: 'not-permitted', needs: ['clock'] })
  const refusal = clockStandsOf(referral, move.action, policy.now)
  if (refusal) return no(refusal)
  const set = move.action === 'remind' ? { remindAt: null } : { remindAt: null, overdueSince: policy.now }
  const say = { office: officeName(referral.toOffice, policy), referral: referral.id, step: referral.status }
  const own: Change = { table: 'referral', id: referral.id, base: referral.version, set }
  return ok(decision(`referral-${move.action}`, '', say, [own], policy))
}

// REF-21, REF-23: who gives a link gives a new one; the old one is dead with the same stroke.
function link(file: CaseFile, referral: ReferralRow, move: Of<LinkMove>, { actor, policy, beside }: By): Answer {
  const refusal = mayLink(file.case, referral, move.action, actor)
  if (refusal) return no(refusal)
  const set = move.action === 'give-link' && beside.door ? freshLink(move.data.link, beside.door, policy) : noLink
  const own: Change = { table: 'referral', id: referral.id, base: referral.version, set }
  const say = { office: officeName(referral.toOffice, policy), referral: referral.id }
  const rest = [caseChange(file, 0, file.case.waitingOffice, policy), own]
  return ok(decision(`referral-${move.action}`, move.data.note, say, rest, policy))
}

function mayLink(kase: CaseRow, referral: ReferralRow, move: LinkMove, actor: Actor): LawRefusal | null {
  const refusal = mayStep(kase, referral, linkRule(move), actor)
  return refusal ?? (move === 'revoke-link' && referral.link === null ? { code: 'already-so' } : null)
}

function step(file: CaseFile, referral: ReferralRow, move: StepMove, { actor, policy, beside }: By): Answer {
  const rule = referralRule(move.action)
  const refusal = mayStep(file.case, referral, rule, actor) ?? linkOver(referral, actor, policy.now)
  if (refusal) return no(refusal)
  const facts = factsOf(move, policy)
  if (!facts.ok) return facts
  const over = !openReferral.includes(rule.to)
  const own = stepTo(referral, rule.to, facts.value, policy)
  const rest = over
    ? [caseChange(file, -1, beside.waits, policy, referral.id), own, ...withdraw(file, referral, policy)]
    : [caseChange(file, 0, file.case.waitingOffice, policy), own, ...renew(file, referral, policy)]
  const say = { ...facts.value, office: officeName(referral.toOffice, policy), referral: referral.id }
  return ok(decision(`referral-${move.action}`, move.data.note, say, rest, policy))
}

/** REF-1 Why this actor may not ask another office about this case now; null where they may. */
export function mayAsk(kase: CaseRow, actor: Actor): LawRefusal | null {
  const lacking = lacksRight(actor, ['referral.request'], kase)
  if (lacking) return lacking
  if (!askFrom.includes(kase.status)) return { code: 'wrong-status', status: kase.status, allowedFrom: askFrom }
  if (actor.kind === 'staff' && actor.office !== kase.office) return { code: 'not-here', office: kase.office }
  return kase.decision === 'approved' ? null : { code: 'decision-missing' }
}

// Whoever may ask for this case now may also turn a referral of it elsewhere, whichever office made it.
const mayRedirect = (kase: CaseRow, old: ReferralRow, actor: Actor): LawRefusal | null =>
  mayAsk(kase, actor) ?? notIn(redirectFrom, old)

const notIn = (allowedFrom: readonly ReferralStatus[], { status }: ReferralRow): LawRefusal | null =>
  allowedFrom.includes(status) ? null : { code: 'wrong-referral-status', status, allowedFrom }

function mayStep(kase: CaseRow, referral: ReferralRow, rule: LinkRule, actor: Actor): LawRefusal | null {
  const lacking = lacksRight(actor, [rule.by], kase)
  if (lacking) return lacking
  const wrongSide = rule.side === 'owner' ? notOwner(referral, actor) : notRequester(kase, referral, actor)
  return wrongSide ?? notIn(rule.from, referral)
}

const notOwner = (referral: ReferralRow, actor: Actor): LawRefusal | null =>
  isOwner(referral, actor) ? null : { code: 'not-here', office: referral.toOffice }

const isOwner = ({ id, toOffice }: ReferralRow, actor: Actor): boolean =>
  (actor.kind === 'staff' || (actor.kind === 'provider' && actor.referral === id)) && actor.office === toOffice

// The office that asked, or the one where the case lies since an appeal: else nobody there could end the waiting.
const notRequester = (kase: CaseRow, referral: ReferralRow, actor: Actor): LawRefusal | null =>
  actor.kind === 'staff' && [referral.fromOffice, kase.office].includes(actor.office)
    ? null
    : { code: 'not-here', office: referral.fromOffice }

interface Asked {
  readonly to: OfficeId
  readonly grant: GrantId
  readonly fields: GrantRow['fields']
  readonly note: string
  readonly link?: LinkId | undefined
  readonly agreed: Agreed
}

type Agreed = Pick<ReferralRow, 'consent' | 'consentWords'>

// Who is asked instead is told by the same right, unless another one is named.
const consentOf = (said: Consent | undefined, before?: ReferralRow): { readonly agreed: Agreed } => ({
  agreed: said
    ? { consent: said.basis, consentWords: said.words }
    : { consent: before?.consent ?? null, consentWords: before?.consentWords ?? null },
})

function ask(
  file: CaseFile,
  { id, partOf }: { readonly id: ReferralId; readonly partOf: ReferralId | null },
  data: Asked,
  { policy, beside }: By,
): Result<{ changes: readonly Change[]; office: string }, LawRefusal> {
  const to = otherOffice(data.to, file.case.office, policy)
  if (!to.ok) return to
  const office = to.value
  const { district, id: caseId, office: fromOffice } = file.case
  const base = { district, caseId }
  const referral = {
    ...base,
    fromOffice,
    toOffice: office.id,
    status: 'requested' as const,
    asked: data.note,
    partOf,
    reason: null,
    outcome: null,
    result: null,
    ...data.agreed,
    ...firstLink(data.link, beside, policy),
  }
  const times = { requestedAt: policy.now, ...beginning('requested', policy), changedAt: policy.now, endedAt: null }
  const grant = {
    ...base,
    office: office.id,
    referral: id,
    fields: data.fields,
    until: policy.now + policy.windows.grantDays * dayMs,
    withdrawnAt: null,
  }
  const changes: readonly Change[] = [
    { table: 'referral', id, base: 0, set: { ...referral, ...times } },
    { table: 'grant', id: data.grant, base: 0, set: grant },
  ]
  return ok({ changes, office: office.name })
}

// What an office said when it put it on hold is
// over when it goes on (the history keeps it).
function stepTo(referral: ReferralRow, status: ReferralStatus, facts: Facts, policy: Policy): Change {
  const ended = !openReferral.includes(status)
  const set = {
    status,
    reason: null,
    result: null,
    ...facts,
    ...deadlineAfter(referral, status, policy),
    ...spentAfter(referral, status, policy),
    changedAt: policy.now,
    endedAt: ended ? policy.now : null,
    ...linkAfter(referral, ended, policy),
  }
  return { table: 'referral', id: referral.id, base: referral.version, set }
}

// REF-17: a grant lasts as long as somebody works on the referral; one that nobody touches runs out by itself.
function renew(file: CaseFile, referral: ReferralRow, policy: Policy): readonly Change[] {
  return grantChanges(file, referral, { until: policy.now + policy.windows.grantDays * dayMs })
}

function withdraw(file: CaseFile, referral: ReferralRow, policy: Policy): readonly Change[] {
  return grantChanges(file, referral, { withdrawnAt: policy.now })
}

function grantChanges(file: CaseFile, referral: ReferralRow, set: Partial<GrantRow>): readonly Change[] {
  return file.grants
    .filter((grant) => grant.referral === referral.id && grant.withdrawnAt === null)
    .map((grant) => ({ table: 'grant', id: grant.id, base: grant.version, set }))
}

// REF-10: the case counts what it still waits for, in its own row, so that an answer can't overtake a referral.
function caseChange(file: CaseFile, by: number, waiting: OfficeId | null, policy: Policy, ended?: ReferralId): Change {
  const others = file.referrals.filter(({ id, status }) => id !== ended && openReferral.includes(status))
  const waitingOffice = waiting ?? others.at(-1)?.toOffice ?? null
  const set = { openReferrals: file.case.openReferrals + by, waitingOffice, changedAt: policy.now }
  return { table: 'case', id: file.case.id, base: file.case.version, set }
}

type StepMove = Of<ReferralStep>
type Facts = Partial<Pick<ReferralRow, 'reason' | 'outcome' | 'result'>>

function factsOf(move: StepMove, policy: Policy): Result<Facts, LawRefusal> {
  const list = reasonLists[move.action]
  if ('reason' in move.data) {
    return list && onList(policy, list, move.data.reason)
      ? ok({ reason: move.data.reason, result: move.data.note })
      : no({ code: 'unknown-reason' })
  }
  if ('outcome' in move.data) {
    return onList(policy, 'outcome', move.data.outcome)
      ? ok({ outcome: move.data.outcome, result: move.data.note })
      : no({ code: 'unknown-outcome' })
  }
  return ok(move.action === 'hold' ? { result: move.data.note } : {})
}

const reasonLists: { readonly [Step in ReferralStep]?: ListName } = {
  reject: 'decline',
  fail: 'unmet',
  cancel: 'cancel',
}

const officeName = (id: OfficeId, policy: Policy): string => policy.offices.get(id)?.name ?? ''

const decision = (
  action: string,
  note: string,
  say: JsonObject,
  changes: readonly Change[],
  policy: Policy,
): Decision => ({ action, note, say, day: policy.day, changes, jobs: [] })

/** A move of a referral as a screen offers it: what is not allowed is shown with its reason. */
export interface ReferralOffer {
  readonly action: ReferralStep | LinkMove | 'redirect'
  readonly refusal: LawRefusal | null
}

/** The steps that the law allows this actor on a referral now, each with the reason where it does not. */
export function referralOffers(kase: CaseRow, referral: ReferralRow, actor: Actor): readonly ReferralOffer[] {
  const steps = referralSteps.map((action) => ({
    action,
    refusal: mayStep(kase, referral, referralRule(action), actor),
  }))
  const links = linkActs.map((action) => ({ action, refusal: mayLink(kase, referral, action, actor) }))
  return [...steps, { action: 'redirect', refusal: mayRedirect(kase, referral, actor) }, ...links]
}
