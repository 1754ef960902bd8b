import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { NetworkTargetData } from '../contract/network.ts'
import { ledgerCode } from '../place/code.ts'
import { aNetworkTarget, networkTargetData, targetNth } from '../testing/a-network.ts'
import { monday } from '../testing/a-policy.ts'
import { almighty, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { decideTarget, type NetworkTargetRow } from './target.ts'

const day = '2026-11-02'
const ministry = staff('ministry', offices.nation, 8)
const province = staff('province', offices.province, 7)
const answer = (own: Partial<NetworkTargetData>, last: NetworkTargetRow | null = null, actor: StaffActor = ministry) =>
  decideTarget(targetNth(1), { ...networkTargetData, ...own }, actor, { now: monday, day, last })
const codeOf = (...asked: Parameters<typeof answer>): string => {
  const decided = answer(...asked)
  return decided.ok ? 'done' : decided.error.code
}

for (const [who, district] of [
  [ministry, '00'],
  [province, '34'],
] as const)
  test(`NETWORK-10 a target is set in the ledger ${district} of whoever sets it, and says its first word without a reason`, () => {
    const decided = answer({ reason: '' }, null, who)
    assert.ok(decided.ok)
    const [made] = decided.value.changes
    assert.ok(made?.table === 'networkTarget')
    assert.deepEqual(
      [made.id, made.base, made.set],
      [
        targetNth(1),
        0,
        {
          district,
          year: 2027,
          of: 'puskesos',
          count: 9_000,
          reason: '',
          fromDay: '2026-11-01',
          turn: 0,
          saidBy: who.staff,
          saidAt: monday,
        },
      ],
    )
  })

const last = aNetworkTarget({ count: 9_000, turn: 2, fromDay: '2026-10-20' })
const revised = { count: 10_000, turn: 3, reason: 'Anggaran tahun depan bertambah.' }
const revisions: readonly (readonly [what: string, own: Partial<NetworkTargetData>, code: string])[] = [
  ['with its reason', {}, 'done'],
  ['on the day of the word before', { from: '2026-10-20' }, 'done'],
  ['decided before the word before', { from: '2026-10-19' }, 'network-day'],
  ['without a reason', { reason: '' }, 'network-reason'],
  ['with a reason of two letters', { reason: 'ok' }, 'network-reason'],
  ['to what it is', { count: 9_000 }, 'already-so'],
  ['on a word that is no longer the last', { turn: 2 }, 'network-target'],
  ['as if there were none', { turn: 0 }, 'network-target'],
  ['two words ahead', { turn: 4 }, 'network-target'],
]
for (const [what, own, code] of revisions)
  test(`NETWORK-11 a target revised ${what}: ${code}`, () => {
    assert.equal(codeOf({ ...revised, ...own }, last), code)
  })

test('NETWORK-11 the first word of a year is the first', () => {
  assert.equal(codeOf({ turn: 1, reason: 'Diubah.' }), 'network-target')
})

const edges: readonly (readonly [own: Partial<NetworkTargetData>, code: string])[] = [
  [{ from: day }, 'done'],
  [{ from: '2026-11-03' }, 'network-day'],
  [{ year: 2031 }, 'done'],
  [{ year: 2032 }, 'network-year'],
  [{ year: 2016 }, 'done'],
]
for (const [own, code] of edges)
  test(`NETWORK-6 on 2 November 2026 a target with ${JSON.stringify(own)}: ${code}`, () => {
    assert.equal(codeOf(own), code)
  })

test('NETWORK-10 districts and villages set none, and nobody without the right', () => {
  for (const office of [offices.district, offices.village])
    assert.equal(codeOf({}, null, almighty(office)), 'wrong-place')
  assert.equal(codeOf({}, null, staffLacking(['network.target'], offices.nation)), 'not-permitted')
  assert.equal(codeOf({}, null, staff('manager', offices.district)), 'not-permitted')
  for (const actor of [clock, setup]) {
    const decided = decideTarget(targetNth(1), networkTargetData, actor, { now: monday, day, last: null })
    assert.deepEqual(decided.ok || decided.error, { code: 'not-permitted', needs: ['network.target'] })
  }
})

test('NETWORK-10 an example of a target is one of the nation', () => {
  assert.deepEqual([aNetworkTarget().district, aNetworkTarget().saidBy], [ledgerCode.parse('00'), ids.staff(8)])
})
