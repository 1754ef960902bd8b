import type { Actor, StaffActor } from '../access/actor.ts'
import type { PayMove, PayMoveOf } from '../contract/activity-pay.ts'
import type { Month } from '../figures/month.ts'
import { monthOf } from '../figures/month.ts'
import type { ActivityPayId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Decision } from '../ledger/entry.ts'
import { covers, isRegion, ledgerOf } from '../place/code.ts'
import { payRule } from './moves.ts'
import type { ActivityPayRow } from './pay.ts'
import type { PayRefusal } from './refusal.ts'

/** What a decision about the payment for a month looks at. */
export interface PayLook {
  readonly now: Instant
  /** Today, where the office is. */
  readonly day: Day
  /** What the command is about; and whatever there is of the sender's month, under whichever number. */
  readonly pay: ActivityPayRow | null
  readonly ofMonth: ActivityPayRow | null
}
type Answer = Result<Decision, PayRefusal>

/** SUPER-15 to SUPER-18 Decides one act about the payment for a month. Pure, resolved whole. */
export function decidePay(id: ActivityPayId, move: PayMove, actor: Actor, look: PayLook): Answer {
  const { by } = payRule(move.action)
  if (actor.kind !== 'staff' || !actor.permissions.has(by)) return no({ code: 'not-permitted', needs: [by] })
  if (move.action === 'send') return send(id, move, actor, look)
  if (!look.pay) return no({ code: 'activity-unknown' })
  const refusal = mayPay(look.pay, move.action, actor)
  return refusal ? no(refusal) : judge(look.pay, move, actor, look)
}

/** SUPER-16 Why this actor may not do that with the payment now; null where they may. */
export function mayPay(
  { staff, place, status }: Pick<ActivityPayRow, 'staff' | 'place' | 'status'>,
  act: PayMove['action'],
  actor: StaffActor,
): PayRefusal | null {
  const { from, by, of } = payRule(act)
  if (!actor.permissions.has(by)) return { code: 'not-permitted', needs: [by] }
  if ((staff === actor.staff) !== (of === 'oneself')) return { code: 'activity-own' }
  if (of === 'another' && !covers(actor.place, place)) return { code: 'wrong-place' }
  return from.includes(status) ? null : { code: 'activity-step', status, allowedFrom: from }
}

/** SUPER-17 A month is sent in once, by whoever worked in it, and again when it came back; none that is still to come. */
function send(id: ActivityPayId, { data: { month } }: PayMoveOf<'send'>, actor: StaffActor, look: PayLook): Answer {
  if (isRegion(actor.place)) return no({ code: 'wrong-place' })
  if (month > monthOf(look.day)) return no({ code: 'activity-month' })
  const former = look.pay ?? look.ofMonth
  const refusal = former && mayPay(former, 'send', actor)
  if (refusal) return no(refusal)
  if (former && (former.id !== id || former.month !== month)) return no({ code: 'activity-month' })
  const whose = { staff: actor.staff, month, office: actor.office, place: actor.place, district: ledgerOf(actor.place) }
  const bare = { amount: null, paidOn: null, reference: null, note: null, judgedBy: null, judgedAt: null }
  const set = { ...(former ? {} : whose), ...bare, sentAt: look.now }
  return decided('send', look, { id, base: former?.version ?? 0, set })
}

function judge(
  pay: ActivityPayRow,
  move: Exclude<PayMove, { action: 'send' }>,
  actor: StaffActor,
  look: PayLook,
): Answer {
  const by = { judgedBy: actor.staff, judgedAt: look.now }
  const of = { id: pay.id, base: pay.version }
  switch (move.action) {
    case 'approve':
      return decided('approve', look, { ...of, set: { ...by, amount: move.data.amount, note: null } })
    case 'return':
      return decided('return', look, { ...of, note: move.data.note, set: { ...by, note: move.data.note } })
    case 'pay':
      return payOut(pay, move, by, look)
  }
}

/** SUPER-18 It is paid on a day that has come, not before the month began, and by a paper. */
function payOut(
  pay: ActivityPayRow,
  { data: { on, reference, amount } }: PayMoveOf<'pay'>,
  by: Pick<ActivityPayRow, 'judgedBy' | 'judgedAt'>,
  look: PayLook,
): Answer {
  if (on > look.day || on < firstOf(pay.month)) return no({ code: 'activity-day' })
  const set = { ...by, paidOn: on, reference, amount: amount ?? pay.amount }
  return decided('pay', look, { id: pay.id, base: pay.version, set })
}

const firstOf = (month: Month): Day => `${month}-01`

interface Decided {
  readonly id: ActivityPayId
  readonly base: number
  readonly note?: string
  readonly set: Partial<Omit<ActivityPayRow, 'id' | 'version' | 'status'>>
}

function decided(act: PayMove['action'], { day }: PayLook, { id, base, note = '', set }: Decided): Answer {
  const changes = [{ table: 'activityPay', id, base, set: { ...set, status: payRule(act).to } }] as const
  return ok({ action: `activity-${act}`, note, say: {}, day, changes, jobs: [] })
}
