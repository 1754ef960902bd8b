import type { Actor } from '../access/actor.ts'
import type { CaseMoveData, CaseMoveOf } from '../contract/case.ts'
import type { OfficeId, StaffId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change, JobRequest, Remnant } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { isBelow, officeAbove } from '../office/office.ts'
import type { CaseRow } from './case.ts'
import type { Hangings } from './erasure.ts'
import { erasureStands, forgetHangings, forgotten, keptUntil, remnantsOf } from './erasure.ts'
import { visited } from './follow-up.ts'
import type { CaseAction } from './moves.ts'
import { endedStatuses, withdrawnStatuses } from './moves.ts'
import { passedBy, passedStands } from './passed.ts'
import type { Policy } from './policy.ts'
import { onList, otherOffice } from './policy.ts'
import { clockStands } from './pressing.ts'
import type { LawRefusal } from './refusal.ts'
import type { Door } from './register.ts'
import { answeredFor, letThrough, mended, reviewed, waitsFor } from './review.ts'

/** Rows beside the case that some moves need; loaded within the actor's scope. */
export interface Surroundings {
  /** The case that lives on, for a merge. */
  readonly target: CaseRow | null
  /** Staff who hold a post at the case's office now, for an assignment; who is there, where it becomes urgent. */
  readonly staffHere: ReadonlySet<StaffId>
  /** Offices above, or below for a hand-down, where somebody works now; and who is on duty there for red cards. */
  readonly staffed: ReadonlySet<OfficeId>
  readonly duty: ReadonlyMap<OfficeId, StaffId>
  /** The uploaded file that an attachment names, for its size and proven type. */
  readonly blob: { readonly sha256: string; readonly type: string; readonly size: number } | null
  /** The digests of new secrets, where they are issued. */
  readonly door: Door | null
  /** Everything that hangs on the case, for an erasure. */
  readonly hangings: Hangings
}

export const nothingAround: Surroundings = {
  target: null,
  staffHere: new Set(),
  staffed: new Set(),
  duty: new Map(),
  blob: null,
  door: null,
  hangings: {
    referrals: [],
    attachments: [],
    letters: [],
    visits: [],
    photos: [],
    help: [],
    helpEntries: [],
    entries: [],
  },
}

/** What a move does beyond its rule: fields it sets, other rows it changes, and facts for the history. */
export interface Effect {
  readonly set?: Partial<CaseRow>
  readonly changes?: readonly Change[]
  readonly say?: JsonObject
  readonly erases?: readonly Remnant[]
  readonly job?: JobRequest
}

interface Scene<Action extends CaseAction> {
  readonly kase: CaseRow
  readonly data: CaseMoveData[Action]
  readonly actor: Actor
  readonly policy: Policy
  readonly around: Surroundings
}
type Outcome = Result<Effect, LawRefusal>

/** What a move does beyond its rule, or why it can't. */
export function effects<Action extends CaseAction>(
  kase: CaseRow,
  move: CaseMoveOf<Action>,
  actor: Actor,
  policy: Policy,
  around: Surroundings,
): Outcome {
  return table[move.action]({ kase, data: move.data, actor, policy, around })
}

const plain = (): Outcome => ok({})
const unanswered = { outcome: null, result: null, answeredAt: null } as const
/** CASE-41 Nobody there has it yet; a red card goes at once to who is on duty. */
const moveTo = (office: OfficeRow, { priority }: CaseRow, { duty }: Surroundings): Effect => ({
  set: { office: office.id, assignee: priority === 'red' ? (duty.get(office.id) ?? null) : null, decision: null },
  say: { office: office.name },
})

/** CASE-41 Whoever works on it goes on; one that lies with nobody, or with somebody who is away, goes to who is on duty. */
const urgentTo = ({ assignee, office }: CaseRow, { staffHere, duty }: Surroundings): StaffId | null =>
  assignee !== null && staffHere.has(assignee) ? assignee : (duty.get(office) ?? assignee)

const table: { readonly [Action in CaseAction]: (scene: Scene<Action>) => Outcome } = {
  settle: ({ kase, data, policy }) => {
    if (!onList(policy, 'outcome', data.outcome)) return no({ code: 'unknown-outcome' })
    return unlessReferred(kase, {
      set: { outcome: data.outcome, result: data.note, closure: 'settled', answeredAt: policy.now },
      say: { outcome: data.outcome },
    })
  },
  take: ({ actor }) => (actor.kind === 'staff' ? ok({ set: { assignee: actor.staff } }) : plain()),
  assign: ({ data, around }) =>
    data.assignee === null || around.staffHere.has(data.assignee)
      ? ok({ set: { assignee: data.assignee }, say: { assignee: data.assignee } })
      : no({ code: 'assignee-not-here' }),
  return: ({ data, policy }) =>
    onList(policy, 'return', data.reason)
      ? ok({ set: { missing: data.note }, say: { reason: data.reason } })
      : no({ code: 'unknown-reason' }),
  complete: plain,
  expire: () => ok({ set: { closure: 'not-completed' } }),
  recommend: plain,
  approve: () => ok({ set: { decision: 'approved' } }),
  'send-back': () => ok({ set: { decision: null } }),
  reject: ({ kase, data, policy }) => {
    if (!onList(policy, 'reject', data.reason)) return no({ code: 'unknown-reason' })
    return unlessReferred(kase, {
      set: { outcome: 'not-granted', result: data.note, decision: null },
      say: { reason: data.reason },
    })
  },
  escalate: ({ kase, data, actor, policy, around }) => {
    const stands = actor.kind === 'clock' ? clockStands(kase, 'escalate', policy.now) : null
    if (stands) return no(stands)
    if (!onList(policy, 'escalate', data.reason)) return no({ code: 'unknown-reason' })
    const above = officeAbove(kase.office, policy.offices, around.staffed)
    if (!above) return no({ code: 'no-office-above' })
    const moved = moveTo(above, kase, around)
    const set = { ...moved.set, passed: passedBy(kase, actor) }
    return unlessReferred(kase, { set, say: { office: above.name, reason: data.reason } })
  },
  'hand-down': ({ kase, data, policy, around }) => {
    const target = otherOffice(data.office, kase.office, policy)
    if (!target.ok) return target
    if (!isBelow(target.value, kase.office, kase.place, policy.offices)) return no({ code: 'not-below' })
    return unlessReferred(kase, moveTo(target.value, kase, around))
  },
  'take-back': ({ kase, actor, policy }) => {
    const { passed } = kase
    const stands = passedStands(kase, 'take-back', actor)
    if (stands || !passed) return no(stands ?? { code: 'not-passed-up' })
    const { office, assignee, decision, hop } = passed
    return ok({
      set: { office, assignee, decision, hop, passed: null },
      say: { office: policy.offices.get(office)?.name ?? '' },
    })
  },
  'review-pass': () => ok({ set: reviewed }),
  'review-return': ({ data, policy }) => ok({ set: waitsFor('returned', data.note, policy) }),
  'review-mend': ({ data, actor, policy }) => ok({ set: mended(data, actor, policy) }),
  'review-hand': ({ kase, data, around }) => {
    const sentBy = answeredFor(kase, data.assignee, around.staffHere)
    return sentBy.ok ? ok({ set: { sentBy: sentBy.value }, say: { assignee: sentBy.value } }) : sentBy
  },
  'review-lapse': ({ kase, policy }) => {
    const stands = clockStands(kase, 'review-lapse', policy.now)
    return stands ? no(stands) : ok({ set: reviewed })
  },
  remind: ({ kase, policy }) => {
    const stands = clockStands(kase, 'remind', policy.now)
    if (stands) return no(stands)
    // A reminder is no change: what stands still goes on standing still.
    return ok({ set: { remindAt: null, remindedAt: policy.now, changedAt: kase.changedAt } })
  },
  overdue: ({ kase, policy }) => {
    const stands = clockStands(kase, 'overdue', policy.now)
    return stands ? no(stands) : ok({ set: { remindAt: null, overdueSince: policy.now, changedAt: kase.changedAt } })
  },
  'set-red': ({ kase, data: { red }, around }) => {
    if ((kase.priority === 'red') === red) return no({ code: 'already-so' })
    const assignee = red ? urgentTo(kase, around) : kase.assignee
    const moved = assignee === kase.assignee ? {} : { assignee }
    return ok({ set: { priority: red ? 'red' : 'normal', ...moved, ...(kase.review ? reviewed : {}) }, say: { red } })
  },
  answer: ({ kase, data, policy }) => {
    if (!onList(policy, 'outcome', data.outcome)) return no({ code: 'unknown-outcome' })
    const answered: Effect = {
      set: { outcome: data.outcome, result: data.note },
      say: { outcome: data.outcome, openReferrals: data.openReferrals },
    }
    return data.openReferrals === '' ? unlessReferred(kase, answered) : ok(answered)
  },
  confirm: ({ data, actor, policy }) => {
    const how = actor.kind === 'staff' ? data.how : null
    if (actor.kind === 'staff' && how === null) return no({ code: 'how-missing' })
    if (how !== null && !onList(policy, 'how', how)) return no({ code: 'unknown-reason' })
    const { satisfaction } = data
    return ok({ set: { closure: 'confirmed', satisfaction }, say: { how, satisfaction } })
  },
  dispute: ({ kase }) =>
    ok({ set: { ...unanswered, priority: kase.priority === 'normal' ? 'raised' : kase.priority } }),
  visit: ({ kase, data, policy }) => {
    const found = visited(kase, data.became, policy)
    return found.ok ? ok({ set: found.value, say: { became: data.became } }) : found
  },
  lapse: () => ok({ set: { closure: 'no-word' } }),
  appeal: ({ kase, policy, around }) => {
    const level = policy.offices.get(kase.office)?.level ?? 'village'
    if (kase.appeals.includes(level)) return no({ code: 'appeal-used' })
    const above = officeAbove(kase.office, policy.offices, around.staffed)
    if (!above) return no({ code: 'no-office-above' })
    const moved = moveTo(above, kase, around)
    return ok({ ...moved, set: { ...moved.set, ...unanswered, appeals: [...kase.appeals, level] } })
  },
  reopen: ({ kase, actor, policy }) => {
    const until = (kase.closedAt ?? 0) + policy.windows.reopenDays * dayMs
    const tooLate = actor.kind === 'citizen' && policy.now > until
    return tooLate ? no({ code: 'window-over', until }) : ok({ set: unanswered })
  },
  merge: ({ kase, data, around }) => {
    if (data.into === kase.id) return no({ code: 'merge-self' })
    const { target } = around
    const lives =
      target?.id === data.into && target.district === kase.district && !endedStatuses.includes(target.status)
    if (!lives) return no({ code: 'merge-target' })
    return unlessReferred(kase, { set: { duplicateOf: target.id }, say: { into: target.number } })
  },
  unmerge: () => ok({ set: { duplicateOf: null } }),
  cancel: ({ kase, data, policy }) => {
    if (!onList(policy, 'cancel', data.reason)) return no({ code: 'unknown-reason' })
    return unlessReferred(kase, { say: { reason: data.reason } })
  },
  note: plain,
  attach: ({ kase, data, actor, policy, around }) => {
    const { blob } = around
    if (!blob || blob.sha256 !== data.sha256) return no({ code: 'unknown-file' })
    const addedBy = actor.kind === 'staff' ? 'staff' : 'citizen'
    const set = {
      district: kase.district,
      caseId: kase.id,
      name: data.name,
      type: blob.type,
      size: blob.size,
      sha256: blob.sha256,
      addedBy,
      addedAt: policy.now,
    }
    return ok({
      changes: [{ table: 'attachment', id: data.attachment, base: 0, set }],
      say: { file: data.name, attachment: data.attachment },
    })
  },
  share: ({ kase, data, policy }) => {
    const office = otherOffice(data.office, kase.office, policy)
    if (!office.ok) return office
    const until = policy.now + policy.windows.grantDays * dayMs
    const set = {
      district: kase.district,
      caseId: kase.id,
      office: office.value.id,
      referral: null,
      fields: data.fields,
      until,
      withdrawnAt: null,
    }
    return ok({ changes: [{ table: 'grant', id: data.grant, base: 0, set }], say: { office: office.value.name } })
  },
  restrict: ({ kase, data: { restricted }, policy }) => {
    if (kase.restricted === restricted) return no({ code: 'already-so' })
    const through = restricted === null ? {} : letThrough(kase, policy)
    return ok({ set: { restricted, ...through }, say: { restricted } })
  },
  'set-contact': ({ data: { contactVia, contactCare } }) =>
    ok({ set: { contactVia, contactCare }, say: { contactVia, contactCare: contactCare.join(' ') } }),
  'renew-secret': ({ data, around: { door } }) =>
    door
      ? ok({ set: { doorShort: door.short, doorLong: door.long }, say: { check: data.check } })
      : no({ code: 'not-asked' }),
  'ask-erasure': ({ kase, data, actor, policy }) => {
    const stands = erasureStands(kase, 'ask-erasure', actor)
    if (stands) return no(stands)
    const until = keptUntil(kase, policy.retention)
    if (data.basis === 'retention' && policy.now < until) return no({ code: 'too-early', until })
    const by = actor.kind === 'staff' ? actor.staff : null
    const asked = { erasureAskedBy: by, erasureAskedAt: policy.now, erasureBasis: data.basis }
    // The case itself does not move: its years go on counting from where it ended.
    return ok({ set: { ...asked, changedAt: kase.changedAt }, say: { basis: data.basis } })
  },
  'decline-erasure': ({ kase, actor }) => {
    const stands = erasureStands(kase, 'decline-erasure', actor)
    if (stands) return no(stands)
    const unasked = { erasureAskedBy: null, erasureAskedAt: null, erasureBasis: null }
    return ok({ set: { ...unasked, changedAt: kase.changedAt } })
  },
  erase: ({ kase, actor, policy, around }) => {
    const stands = erasureStands(kase, 'erase', actor)
    return stands ? no(stands) : unlessReferred(kase, erased(kase, policy, around.hangings))
  },
}

/** How it ended stays, because figures count it; a withdrawn case was no work done and stays out of them. */
function erased(kase: CaseRow, policy: Policy, hangings: Hangings): Effect {
  const { closedAt, closure, satisfaction, erasureBasis } = kase
  const answeredAt = withdrawnStatuses.includes(kase.status) ? null : kase.answeredAt
  const files = [...new Set([...hangings.attachments, ...hangings.photos].map(({ sha256 }) => sha256))]
  return {
    set: { ...forgotten.case, closedAt, closure, satisfaction, answeredAt },
    changes: forgetHangings(hangings),
    say: { basis: erasureBasis },
    erases: remnantsOf(hangings),
    ...(files.length > 0
      ? { job: { task: 'erase-files', runAt: policy.now, data: { district: kase.district, files } } }
      : {}),
  }
}

/** REF-10 Some moves end a case, or take it away, from under an office that still works for it: those wait. */
function unlessReferred(kase: CaseRow, effect: Effect): Outcome {
  return kase.openReferrals > 0 ? no({ code: 'referral-open', count: kase.openReferrals }) : ok(effect)
}
