import type { Actor } from '../access/actor.ts'
import { isElsewhere, lacksRight } from '../access/can.ts'
import type { CaseMove } from '../contract/case.ts'
import { dayMs } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, Decision, Jobs } from '../ledger/entry.ts'
import type { OfficeLevel } from '../office/office.ts'
import type { CaseRow, CaseStatus } from './case.ts'
import { moveClock } from './clock.ts'
import type { Effect, Surroundings } from './effects.ts'
import { effects } from './effects.ts'
import { erasureStands } from './erasure.ts'
import { followUpAfter } from './follow-up.ts'
import type { CaseAction, CaseRule } from './moves.ts'
import { caseActions, caseRule } from './moves.ts'
import { passedStands } from './passed.ts'
import type { Policy } from './policy.ts'
import { hopTime, totalLimit } from './policy.ts'
import { pressingAfter } from './pressing.ts'
import type { LawRefusal } from './refusal.ts'
import { reviewed, reviewStands } from './review.ts'
import { firstResponse } from './spent.ts'

/**
 * CASE-1 to CASE-23, CASE-33 to CASE-35, CASE-37 to CASE-40 Decides one move of a case. Pure: time, actor, lists and the rows around the case are arguments.
 * The answer is resolved whole (next office, due dates, status), or a refusal that says what stands in the way.
 */
export function decideCase(
  kase: CaseRow,
  move: CaseMove,
  actor: Actor,
  policy: Policy,
  around: Surroundings,
): Result<Decision, LawRefusal> {
  const rule = caseRule(move.action)
  const refusal = refuse(kase, move, rule, actor)
  if (refusal) return no(refusal)
  const effect = effects(kase, move, actor, policy, around)
  if (!effect.ok) return effect
  return ok(decisionOf(kase, move, { rule, effect: effect.value, actor }, policy))
}

function refuse(kase: CaseRow, move: CaseMove, rule: CaseRule, actor: Actor): LawRefusal | null {
  const refusal = standing(kase, move.action, rule, actor)
  if (refusal) return refusal
  return rule.note === 'required' && move.data.note === '' ? { code: 'note-missing' } : null
}

/** What was allowed: the row of the table, what it does beyond it, and who does it. */
interface Allowed {
  readonly rule: CaseRule
  readonly effect: Effect
  readonly actor: Actor
}

function decisionOf(kase: CaseRow, move: CaseMove, { rule, effect, actor }: Allowed, policy: Policy): Decision {
  const set = {
    ...statusSet(kase, rule, policy),
    ...passedSet(kase, rule),
    // Whatever takes a case from where it waits for a review ends the review.
    ...(kase.review && statusAfter(kase, rule) !== kase.status ? reviewed : {}),
    ...nudgeSet(kase, move.action),
    ...clockSet(kase, rule, effect, policy),
    ...firstResponse(kase, statusAfter(kase, rule), actor, policy),
    ...followUpAfter(kase, statusAfter(kase, rule), effect.set?.outcome ?? kase.outcome, policy),
    ...effect.set,
  }
  const own: Change = { table: 'case', id: kase.id, base: kase.version, set }
  return {
    action: move.action,
    note: move.data.note,
    say: effect.say ?? {},
    day: policy.day,
    changes: [own, ...(effect.changes ?? [])],
    jobs: effect.job ? [effect.job] : jobsOf(kase, move.action, policy),
    ...(effect.erases ? { erases: effect.erases } : {}),
  }
}

function statusSet(kase: CaseRow, rule: CaseRule, policy: Policy): Partial<CaseRow> {
  const status = statusAfter(kase, rule)
  // A note on a closed case doesn't close it anew: its windows and its years count from when it came to an end.
  if (status === kase.status) return { status, changedAt: policy.now }
  const remembers = status === 'returned' || status === 'duplicate'
  return {
    status,
    changedAt: policy.now,
    statusBefore: remembers ? kase.status : null,
    ...(kase.status === 'returned' ? { missing: null } : {}),
    ...(status === 'answered' ? { answeredAt: policy.now } : {}),
    ...(status === 'closed' ? { closedAt: policy.now } : {}),
    ...(kase.status === 'closed' ? { closedAt: null, closure: null, satisfaction: null } : {}),
  }
}

/** Whatever is done with a case ends the time in which it can be taken back; a note and a file do nothing with it. */
const passedSet = (kase: CaseRow, rule: CaseRule): Partial<CaseRow> =>
  kase.passed && rule.hop !== 'keep' ? { passed: null } : {}

const nudges: ReadonlySet<CaseAction> = new Set<CaseAction>(['remind', 'overdue'])

function nudgeSet(kase: CaseRow, action: CaseAction): Partial<CaseRow> {
  if (nudges.has(action)) return { nudges: (kase.nudges ?? 0) + 1 }
  return kase.nudges ? { nudges: 0 } : {}
}

function statusAfter(kase: CaseRow, rule: CaseRule): CaseStatus {
  if (rule.to === 'same') return kase.status
  if (rule.to !== 'before') return rule.to
  return (rule.undoes === 'escalate' ? kase.passed?.status : kase.statusBefore) ?? 'registered'
}

function clockSet(kase: CaseRow, rule: CaseRule, effect: Effect, policy: Policy): Partial<CaseRow> {
  const office = effect.set?.office ?? kase.office
  const level: OfficeLevel = policy.offices.get(office)?.level ?? 'village'
  const { calendar, now } = policy
  const timed = { category: kase.category, priority: effect.set?.priority ?? kase.priority }
  const { calendar: own, limit } = hopTime(policy, timed, level)
  const act = rule.hop === 'as-before' ? 'keep' : rule.hop
  const hop = effect.set?.hop ?? moveClock(kase.hop, act, own, now, limit)
  const status = statusAfter(kase, rule)
  return {
    hop,
    total: moveClock(kase.total, rule.total, calendar, now, totalLimit(policy, kase.category)),
    ...pressingAfter(kase, { status, timed, hop, level }, policy),
  }
}

/** The clock's own moves are asked for when they become possible; one that comes too late is refused by the law itself. */
function jobsOf(kase: CaseRow, action: CaseAction, policy: Policy): Jobs {
  const wait = clockJobs[action]
  if (!wait) return []
  const runAt = policy.now + policy.windows[wait.window] * dayMs
  return [
    {
      task: 'case-clock',
      runAt,
      data: { district: kase.district, case: kase.id, action: wait.action, since: policy.now },
    },
  ]
}

/** The moves that begin a wait for the citizen, and what the clock does when nobody ended it. */
export const clockJobs: {
  readonly [Action in CaseAction]?: {
    readonly action: 'expire' | 'lapse'
    readonly window: 'completeDays' | 'wordDays'
  }
} = {
  return: { action: 'expire', window: 'completeDays' },
  answer: { action: 'lapse', window: 'wordDays' },
  reject: { action: 'lapse', window: 'wordDays' },
}

/** CASE-26 The moves that the law allows this actor on this case now, for screens: what is not allowed is shown with its reason. */
export function openMoves(
  kase: CaseRow,
  actor: Actor,
): readonly { readonly action: CaseAction; readonly refusal: LawRefusal | null }[] {
  return allActions.map((action) => ({
    action,
    refusal:
      standing(kase, action, caseRule(action), actor) ??
      erasureStands(kase, action, actor) ??
      passedStands(kase, action, actor),
  }))
}

const allActions = caseActions.filter((action) => !caseRule(action).by.every((right) => right === 'clock'))

function standing(kase: CaseRow, action: CaseAction, rule: CaseRule, actor: Actor): LawRefusal | null {
  const lacking = lacksRight(actor, rule.by, kase)
  if (lacking) return lacking
  if (!rule.from.includes(kase.status)) return { code: 'wrong-status', status: kase.status, allowedFrom: rule.from }
  if (rule.kinds && !rule.kinds.includes(kase.kind)) return { code: 'wrong-kind', kind: kase.kind, allowed: rule.kinds }
  const elsewhere = rule.where === 'here' ? isElsewhere(actor, kase) : null
  return elsewhere ?? reviewStands(kase, action, rule, actor)
}

/** Moves that add something and decide nothing: they hold whatever happened since the form was opened. */
const additions: ReadonlySet<CaseAction> = new Set<CaseAction>(['note', 'attach'])

/**
 * CASE-32 Whether a form was filled on a version of the case that is no longer the newest, but for what the clock said
 * since. Null: nobody looked.
 */
export const isStale = (kase: CaseRow, action: CaseAction, base: number | null): boolean =>
  base !== null && !additions.has(action) && (base > kase.version || base < kase.version - (kase.nudges ?? 0))
