import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { Permission } from '../access/permission.ts'
import type { PayMove } from '../contract/activity-pay.ts'
import { payCommandData } from '../contract/activity-pay.ts'
import { keysOf } from '../kernel/keys.ts'
import { placeCode } from '../place/code.ts'
import { aPay, payData } from '../testing/a-pay.ts'
import { monday } from '../testing/a-policy.ts'
import { clock, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { PayLook } from './decide.ts'
import { decidePay, mayPay } from './decide.ts'
import { type PayAct, payActs, payMoves } from './moves.ts'
import { type ActivityPayRow, type PayStatus, payStatuses } from './pay.ts'

const village = placeCode.parse('34.04.07.2001')
const actor = (n: number, permissions: readonly Permission[], place = village): StaffActor => ({
  ...staffWith({ permissions, restricted: [], sees: 'place' }, offices.village, n),
  place,
})
const facilitator = actor(5, ['visit.do'])
const supervisor = actor(9, ['visit.do', 'case.assign'], placeCode.parse('34.04'))
const look = (pay: ActivityPayRow | null, own: Partial<PayLook> = {}): PayLook => ({
  now: monday,
  day: '2026-11-02',
  pay,
  ofMonth: null,
  ...own,
})
const moves: readonly PayMove[] = [
  { action: 'send', data: payData.send },
  { action: 'approve', data: payData.approve },
  { action: 'return', data: payData.return },
  { action: 'pay', data: payData.pay },
]
const whoOf = (act: PayAct): StaffActor => (act === 'send' ? facilitator : supervisor)
const id = aPay().id
const answer = (move: PayMove, of: PayLook, actor: StaffActor = whoOf(move.action)) => decidePay(id, move, actor, of)
const codeOf = (result: ReturnType<typeof decidePay>): string => (result.ok ? 'done' : result.error.code)
const setOf = (result: ReturnType<typeof decidePay>) => {
  const [change] = result.ok ? result.value.changes : []
  return change?.table === 'activityPay' ? change.set : null
}

/** SUPER-15 as the specification writes it, apart from the table. */
const spec: Readonly<Record<PayAct, readonly [from: readonly PayStatus[], to: PayStatus, by: string]>> = {
  send: [['returned'], 'sent', 'visit.do'],
  approve: [['sent'], 'approved', 'case.assign'],
  return: [['sent', 'approved'], 'returned', 'case.assign'],
  pay: [['approved'], 'paid', 'case.assign'],
}
for (const move of moves) {
  const [from, to, by] = spec[move.action]
  test(`SUPER-15 a payment goes by ${move.action} to ${to}, from ${from.join(' or ')} and from nowhere else`, () => {
    for (const status of payStatuses) {
      const result = answer(move, look(aPay({ status, version: 3 })))
      assert.equal(codeOf(result), from.includes(status) ? 'done' : 'activity-step', status)
      if (result.ok)
        assert.deepEqual([result.value.changes[0]?.base, setOf(result)], [3, { ...setOf(result), status: to }])
      else assert.deepEqual(result.error, { code: 'activity-step', status, allowedFrom: from })
    }
    assert.equal(payCommandData[`activity.${move.action}`].right, by)
  })

  test(`SUPER-16 ${move.action} takes its right, and is never done by the wrong one of the two`, () => {
    const [status = 'sent'] = payMoves[move.action].from
    const pay = aPay({ status })
    const bare = { ...whoOf(move.action), permissions: new Set<Permission>() }
    assert.equal(codeOf(answer(move, look(pay), bare)), 'not-permitted')
    const both = actor(5, ['visit.do', 'case.assign'])
    const wrong = move.action === 'send' ? supervisor : both
    assert.equal(codeOf(answer(move, look(pay), wrong)), 'activity-own')
    assert.deepEqual(mayPay(pay, move.action, whoOf(move.action)), null)
  })
}

test('SUPER-16 a month of another place is judged by nobody from here', () => {
  const far = { ...supervisor, place: placeCode.parse('34.04.07.2002') }
  for (const move of moves.filter(({ action }) => action !== 'send')) {
    const [status = 'sent'] = payMoves[move.action].from
    assert.equal(codeOf(answer(move, look(aPay({ status })), far)), 'wrong-place')
    assert.equal(codeOf(answer(move, look(null))), 'activity-unknown')
  }
})

test('SUPER-17 whoever worked sends a month in once, with nothing decided about it', () => {
  const [send] = moves
  assert.ok(send)
  const first = answer(send, look(null))
  assert.deepEqual(setOf(first), {
    staff: facilitator.staff,
    month: '2026-10',
    office: facilitator.office,
    place: village,
    district: '34.04',
    amount: null,
    paidOn: null,
    reference: null,
    note: null,
    judgedBy: null,
    judgedAt: null,
    sentAt: monday,
    status: 'sent',
  })
  const other = { ...aPay({ status: 'sent' }), id: aPay().id }
  assert.equal(codeOf(answer(send, look(null, { ofMonth: other }))), 'activity-step')
})

test('SUPER-17 a month that came back is sent again under its own number, and no other month under it', () => {
  const came = aPay({ status: 'returned', note: 'Lengkapi.', judgedBy: ids.staff(9), judgedAt: monday, amount: 9 })
  const again = decidePay(
    id,
    { action: 'send', data: { month: '2026-10' } },
    facilitator,
    look(came, { ofMonth: came }),
  )
  assert.deepEqual(setOf(again), { ...setOf(again), note: null, judgedBy: null, amount: null, status: 'sent' })
  const another = decidePay(id, { action: 'send', data: { month: '2026-09' } }, facilitator, look(came))
  assert.equal(codeOf(another), 'activity-month')
})

for (const [month, code] of [
  ['2026-11', 'done'],
  ['2026-12', 'activity-month'],
  ['2027-01', 'activity-month'],
  ['2025-12', 'done'],
] as const)
  test(`SUPER-17 in November ${month} sent in is ${code}`, () =>
    assert.equal(codeOf(decidePay(id, { action: 'send', data: { month } }, facilitator, look(null))), code))

test('SUPER-17 from a province nothing is sent in', () => {
  const above = { ...facilitator, place: placeCode.parse('34') }
  assert.equal(codeOf(decidePay(id, { action: 'send', data: payData.send }, above, look(null))), 'wrong-place')
})

for (const [on, code] of [
  ['2026-11-02', 'done'],
  ['2026-10-01', 'done'],
  ['2026-11-03', 'activity-day'],
  ['2026-09-30', 'activity-day'],
] as const)
  test(`SUPER-18 for October it is paid on ${on}: ${code}`, () => {
    const move: PayMove = { action: 'pay', data: { ...payData.pay, on } }
    assert.equal(codeOf(answer(move, look(aPay({ status: 'approved' })))), code)
  })

test('SUPER-18 what was paid is what is said, or what was approved; the reason it came back goes with an approval', () => {
  const approved = aPay({ status: 'approved', amount: 500_000 })
  const paid = (amount: number | null) =>
    setOf(answer({ action: 'pay', data: { ...payData.pay, amount } }, look(approved)))
  assert.deepEqual([paid(null)?.amount, paid(450_000)?.amount], [500_000, 450_000])
  const back = answer({ action: 'return', data: { note: 'Kurang.' } }, look(approved))
  assert.deepEqual([setOf(back)?.note, back.ok && back.value.note], ['Kurang.', 'Kurang.'])
  const fine = answer({ action: 'approve', data: { amount: null } }, look(aPay({ note: 'Kurang.' })))
  assert.deepEqual(setOf(fine), {
    note: null,
    amount: null,
    judgedBy: supervisor.staff,
    judgedAt: monday,
    status: 'approved',
  })
})

test('SUPER-15 the clock and citizens have no part in it', () => {
  for (const move of moves) assert.equal(codeOf(decidePay(id, move, clock, look(aPay()))), 'not-permitted')
  assert.deepEqual(payActs, keysOf(spec))
})
