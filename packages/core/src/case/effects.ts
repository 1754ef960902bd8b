import type { Actor } from '../access/actor.ts'
import type { CaseMove, CaseMoveData } from '../contract/case.ts'
import type { StaffId } from '../kernel/id.ts'
import { dayMs } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { isBelow, officeAbove } from '../office/office.ts'
import type { CaseRow } from './case.ts'
import type { CaseAction } from './moves.ts'
import { endedStatuses } from './moves.ts'
import type { Policy } from './policy.ts'
import { onList } from './policy.ts'
import type { LawRefusal } from './refusal.ts'

/** Rows beside the case that some moves need; loaded within the actor's scope. */
export interface Surroundings {
  /** The case that lives on, for a merge. */
  readonly target: CaseRow | null
  /** Staff who hold a post at the case's office now, for an assignment. */
  readonly staffHere: ReadonlySet<StaffId>
  /** The uploaded file that an attachment names, for its size and proven type. */
  readonly blob: { readonly sha256: string; readonly type: string; readonly size: number } | null
}

export const nothingAround: Surroundings = { target: null, staffHere: new Set(), blob: null }

/** What a move does beyond its rule: fields it sets, other rows it changes, and facts for the history. */
export interface Effect {
  readonly set?: Partial<CaseRow>
  readonly changes?: readonly Change[]
  readonly say?: JsonObject
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
export function effects(kase: CaseRow, move: CaseMove, actor: Actor, policy: Policy, around: Surroundings): Outcome {
  const run = table[move.action] as (scene: Scene<CaseAction>) => Outcome
  return run({ kase, data: move.data, actor, policy, around })
}

const plain = (): Outcome => ok({})
const moveTo = (office: OfficeRow): Effect => ({
  set: { office: office.id, assignee: null, decision: null },
  say: { office: office.name },
})

const table: { readonly [Action in CaseAction]: (scene: Scene<Action>) => Outcome } = {
  settle: ({ data, policy }) =>
    onList(policy, 'outcome', data.outcome)
      ? ok({
          set: { outcome: data.outcome, result: data.note, closure: 'settled', answeredAt: policy.now },
          say: { outcome: data.outcome },
        })
      : no({ code: 'unknown-outcome' }),
  take: ({ actor }) => (actor.kind === 'staff' ? ok({ set: { assignee: actor.staff } }) : plain()),
  assign: ({ data, around }) =>
    around.staffHere.has(data.assignee)
      ? ok({ set: { assignee: data.assignee }, say: { assignee: data.assignee } })
      : no({ code: 'assignee-not-here' }),
  return: ({ data, policy }) => reasoned('return', data.reason, policy),
  complete: plain,
  expire: () => ok({ set: { closure: 'not-completed' } }),
  recommend: plain,
  approve: () => ok({ set: { decision: 'approved' } }),
  'send-back': () => ok({ set: { decision: null } }),
  reject: ({ data, policy }) =>
    onList(policy, 'reject', data.reason)
      ? ok({ set: { outcome: 'not-granted', result: data.note }, say: { reason: data.reason } })
      : no({ code: 'unknown-reason' }),
  escalate: ({ kase, data, policy }) => {
    if (!onList(policy, 'escalate', data.reason)) return no({ code: 'unknown-reason' })
    if (kase.openReferrals > 0) return no({ code: 'referral-open', count: kase.openReferrals })
    const above = officeAbove(kase.office, policy.offices)
    return above
      ? ok({ ...moveTo(above), say: { office: above.name, reason: data.reason } })
      : no({ code: 'no-office-above' })
  },
  'hand-down': ({ kase, data, policy }) => {
    const target = policy.offices.get(data.office)
    if (!target) return no({ code: 'unknown-office' })
    if (!target.active) return no({ code: 'office-not-active' })
    if (kase.openReferrals > 0) return no({ code: 'referral-open', count: kase.openReferrals })
    return isBelow(target, kase.office, kase.place, policy.offices) ? ok(moveTo(target)) : no({ code: 'not-below' })
  },
  answer: ({ kase, data, policy }) => {
    if (!onList(policy, 'outcome', data.outcome)) return no({ code: 'unknown-outcome' })
    if (kase.openReferrals > 0 && data.openReferrals === '')
      return no({ code: 'referral-open', count: kase.openReferrals })
    return ok({
      set: { outcome: data.outcome, result: data.note },
      say: { outcome: data.outcome, openReferrals: data.openReferrals },
    })
  },
  confirm: ({ data, actor }) =>
    actor.kind === 'staff' && data.how === null
      ? no({ code: 'how-missing' })
      : ok({
          set: { closure: 'confirmed', satisfaction: data.satisfaction },
          say: { how: data.how, satisfaction: data.satisfaction },
        }),
  dispute: () => ok({ set: { priority: 'raised', outcome: null, result: null, answeredAt: null } }),
  lapse: () => ok({ set: { closure: 'no-word' } }),
  appeal: ({ kase, policy }) => {
    const level = policy.offices.get(kase.office)?.level ?? 'village'
    if (kase.appeals.includes(level)) return no({ code: 'appeal-used' })
    const above = officeAbove(kase.office, policy.offices)
    if (!above) return no({ code: 'no-office-above' })
    const moved = moveTo(above)
    return ok({
      ...moved,
      set: { ...moved.set, appeals: [...kase.appeals, level], outcome: null, result: null, answeredAt: null },
    })
  },
  reopen: ({ kase, policy }) => {
    const until = (kase.closedAt ?? 0) + policy.windows.reopenDays * dayMs
    return policy.now <= until
      ? ok({ set: { outcome: null, result: null, answeredAt: null } })
      : no({ code: 'window-over', until })
  },
  merge: ({ kase, data, around }) => {
    if (data.into === kase.id) return no({ code: 'merge-self' })
    const { target } = around
    if (!target || target.district !== kase.district || endedStatuses.includes(target.status))
      return no({ code: 'merge-target' })
    return ok({ set: { duplicateOf: target.id }, say: { into: target.number } })
  },
  unmerge: () => ok({ set: { duplicateOf: null } }),
  cancel: ({ kase, data, policy }) =>
    kase.openReferrals > 0
      ? no({ code: 'referral-open', count: kase.openReferrals })
      : reasoned('cancel', data.reason, policy),
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
    const office = policy.offices.get(data.office)
    if (!office?.active) return no({ code: 'unknown-office' })
    const until = policy.now + policy.windows.grantDays * dayMs
    const set = {
      district: kase.district,
      caseId: kase.id,
      office: office.id,
      referral: null,
      fields: data.fields,
      until,
      withdrawnAt: null,
    }
    return ok({ changes: [{ table: 'grant', id: data.grant, base: 0, set }], say: { office: office.name } })
  },
  restrict: ({ kase, data }) =>
    kase.restricted === data.restricted
      ? no({ code: 'already-so' })
      : ok({ set: { restricted: data.restricted }, say: { restricted: data.restricted } }),
}

function reasoned(list: string, reason: string, policy: Policy): Outcome {
  return onList(policy, list, reason) ? ok({ say: { reason } }) : no({ code: 'unknown-reason' })
}
