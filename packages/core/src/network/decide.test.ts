import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { NetworkMove } from '../contract/network.ts'
import type { OfficeRow } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aNetworkOffice, factNth, networkData } from '../testing/a-network.ts'
import { monday } from '../testing/a-policy.ts'
import { citizen, clock, setup, staff, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { NetworkLook } from './decide.ts'
import { decideNetwork } from './decide.ts'
import type { NetworkState } from './kinds.ts'
import { networkStates } from './kinds.ts'
import { type NetworkAct, networkActs } from './moves.ts'

const day = '2026-11-02'
const manager = staff('manager', offices.district, 9)
const coordinator = staff('coordinator', offices.village, 5)
const province = staff('province', offices.province, 7)
const look = (own: Partial<NetworkLook> = {}): NetworkLook => ({
  now: monday,
  day,
  office: offices.village,
  row: null,
  ...own,
})
const act = (action: NetworkMove['action'], own: object = {}): NetworkMove =>
  ({ action, data: { ...networkData[action], ...own } }) as NetworkMove
const codeOf = (move: NetworkMove, actor: StaffActor, at: NetworkLook): string => {
  const decided = decideNetwork(move, actor, at)
  return decided.ok ? 'done' : decided.error.code
}

type Stands = NetworkState | 'unsaid'
/** NETWORK-3 as the specification writes it, apart from the table: from where, to where, whether words are asked, and whose word it is. */
const spec: Readonly<Record<NetworkAct, readonly [from: readonly Stands[], to: NetworkState, ofSecretariat: string]>> =
  {
    plan: [['unsaid'], 'planned', 'district'],
    grow: [['unsaid', 'planned'], 'growing', 'district'],
    activate: [['unsaid', 'growing'], 'active', 'district'],
    release: [['active'], 'independent', 'province'],
    lapse: [['growing', 'active', 'independent'], 'lapsed', 'district'],
    revive: [['lapsed'], 'active', 'district'],
  }
for (const step of networkActs) {
  const [from, to] = spec[step]
  test(`NETWORK-3 a Puskesos goes by ${step} to ${to}, from ${from.join(' or ')} and from nowhere else`, () => {
    for (const stands of ['unsaid', ...networkStates] as const) {
      const row = stands === 'unsaid' ? null : aNetworkOffice({ state: stands, version: 4 })
      const decided = decideNetwork(act(step), manager, look({ row }))
      assert.equal(decided.ok, from.includes(stands), stands)
      if (!decided.ok) {
        const allowedFrom = from.map((one) => (one === 'unsaid' ? null : one))
        const state = stands === 'unsaid' ? null : stands
        assert.deepEqual(decided.error, { code: 'network-step', state, allowedFrom })
        continue
      }
      const [stand, fact] = decided.value.changes
      assert.ok(stand?.table === 'networkOffice' && fact?.table === 'networkFact')
      assert.deepEqual(
        [stand.id, stand.base, stand.set.state, stand.set.stateOn],
        [offices.village.id, row?.version ?? 0, to, '2026-11-01'],
      )
      assert.deepEqual(
        [fact.base, fact.set.about, fact.set.state, fact.set.reason],
        [0, 'state', to, 'Sesuai hasil rapat 1 November.'],
      )
    }
  })
}

const standing = (step: NetworkAct) => {
  const [from] = spec[step][0]
  return from === 'unsaid' || from === undefined ? null : aNetworkOffice({ id: offices.district.id, state: from })
}
for (const step of networkActs) {
  const by = spec[step][2]
  test(`NETWORK-3 of a secretariat ${step} is said by the ${by}, and by no other level`, () => {
    const at = look({ office: offices.district, row: standing(step) })
    const codes = [coordinator, manager, province, staff('province', offices.nation)].map((who) =>
      codeOf(act(step), who, at),
    )
    const level = (name: string): string => (by === name ? 'done' : 'network-level')
    assert.deepEqual(codes, ['wrong-place', level('district'), level('province'), 'network-level'])
  })
}

test('NETWORK-3 of a Puskesos nothing is said by its coordinator or the province: it is its secretariat that says so', () => {
  for (const step of networkActs) {
    const row = standing(step) && aNetworkOffice({ state: standing(step)?.state ?? null })
    for (const who of [coordinator, province]) assert.equal(codeOf(act(step), who, look({ row })), 'network-level')
    assert.equal(codeOf(act(step), manager, look({ row })), 'done', step)
  }
})

test('NETWORK-5 a state begins on a day that has come, and not before the last one', () => {
  const row = aNetworkOffice({ state: 'active', stateOn: '2026-10-15' })
  for (const [from, code] of [
    ['2026-10-14', 'network-day'],
    ['2026-10-15', 'done'],
    [day, 'done'],
    ['2026-11-03', 'network-day'],
  ] as const)
    assert.equal(codeOf(act('lapse', { from }), manager, look({ row })), code, from)
  assert.equal(
    codeOf(act('activate', { from: '2012-01-01' }), manager, look()),
    'done',
    'the first word may be of long ago',
  )
})

const facts = ['legal', 'grown', 'funding', 'premises', 'devices', 'connection', 'site'] as const
for (const about of facts)
  test(`NETWORK-1 ${about} is said of an office, kept for good, and holds`, () => {
    const decided = decideNetwork(act(about), coordinator, look())
    assert.ok(decided.ok, JSON.stringify(decided))
    const [stand, fact] = decided.value.changes
    assert.ok(stand?.table === 'networkOffice' && fact?.table === 'networkFact')
    const { fact: _id, from, ...words } = networkData[about]
    assert.deepEqual(stand.set.facts, [{ from, said: { about, ...words } }])
    assert.deepEqual([stand.set.state, stand.set.stateOn, stand.set.changedAt], [null, null, monday])
    assert.deepEqual(
      [fact.id, fact.set],
      [
        factNth(1),
        {
          about,
          said: { about, ...words },
          state: null,
          reason: '',
          district: '34.04',
          office: offices.village.id,
          fromDay: from,
          saidBy: ids.staff(5),
          saidAt: monday,
        },
      ],
    )
    assert.deepEqual(
      [decided.value.action, decided.value.say],
      [`network-${about}`, { office: 'Puskesos Caturtunggal' }],
    )
  })

test('NETWORK-1 what is said later leaves where the office stands as it was', () => {
  const decided = decideNetwork(act('connection'), manager, look({ row: aNetworkOffice({ version: 6 }) }))
  assert.ok(decided.ok)
  const [stand] = decided.value.changes
  assert.ok(stand?.table === 'networkOffice')
  assert.equal(stand.base, 6)
  assert.deepEqual(Object.keys(stand.set).toSorted(), [
    'changedAt',
    'cohort',
    'connection',
    'facts',
    'grownYear',
    'initiator',
  ])
})

const other: OfficeRow = { ...offices.village, id: ids.office(30), place: placeCode.parse('34.04.07.2002') }
const elsewhere: OfficeRow = {
  ...offices.village,
  id: ids.office(31),
  district: ledgerCode.parse('34.02'),
  place: placeCode.parse('34.02.01.2001'),
}
const subdistrict = staff('coordinator', offices.subdistrict, 6)
const whose: readonly (readonly [who: string, actor: StaffActor, of: OfficeRow, code: string])[] = [
  ['a secretariat of a Puskesos of its district', manager, offices.village, 'done'],
  ['a secretariat of itself', manager, offices.district, 'done'],
  ['a secretariat of a Puskesos of another district', manager, elsewhere, 'wrong-place'],
  ['a coordinator of their own Puskesos', coordinator, offices.village, 'done'],
  ['a coordinator of the next Puskesos', coordinator, other, 'wrong-place'],
  ['a coordinator of the secretariat above', coordinator, offices.district, 'wrong-place'],
  ['a post of a sub-district of a Puskesos in it', subdistrict, offices.village, 'wrong-place'],
  ['the province of a secretariat in it', province, offices.district, 'wrong-place'],
  ['a secretariat of a hospital', manager, { ...offices.district, kind: 'provider' }, 'network-unknown'],
  ['a secretariat of its post in a sub-district', manager, offices.subdistrict, 'network-unknown'],
  ['somebody without the right', staffLacking(['network.write'], offices.district), offices.village, 'not-permitted'],
]
for (const [who, actor, of, code] of whose)
  test(`NETWORK-4 a fact said by ${who}: ${code}`, () => {
    for (const about of facts) assert.equal(codeOf(act(about), actor, look({ office: of })), code, about)
  })

test('NETWORK-4 of an office that is not there nothing is said, and by nobody who is no officer', () => {
  assert.equal(codeOf(act('site'), manager, look({ office: null })), 'network-unknown')
  for (const actor of [citizen(), clock, setup])
    for (const action of ['site', 'plan'] as const) {
      const decided = decideNetwork(act(action), actor, look())
      assert.deepEqual(decided.ok || decided.error, { code: 'not-permitted', needs: ['network.write'] })
    }
  assert.equal(codeOf(act('lapse'), staffLacking(['network.write'], offices.district), look()), 'not-permitted')
  assert.equal(
    codeOf(act('plan'), manager, look({ office: { ...offices.district, kind: 'agency' } })),
    'network-unknown',
  )
})

const edges: readonly (readonly [about: (typeof facts)[number], own: object, code: string])[] = [
  ['legal', { on: day }, 'done'],
  ['legal', { on: '2026-11-03' }, 'network-day'],
  ['legal', { from: '2026-11-03' }, 'network-day'],
  ['grown', { year: 2026, on: null }, 'done'],
  ['grown', { year: 2027, on: null }, 'network-year'],
  ['grown', { year: 2018, on: '2017-12-31' }, 'network-year'],
  ['grown', { year: 2026, on: '2026-11-03' }, 'network-day'],
  ['grown', { year: 2018, on: null, cohort: null }, 'done'],
  ['grown', { year: 2018, on: null, cohort: 2031 }, 'done'],
  ['grown', { year: 2018, on: null, cohort: 2032 }, 'network-year'],
  ['funding', { year: 2031 }, 'done'],
  ['funding', { year: 2032 }, 'network-year'],
  ['funding', { amount: null }, 'done'],
  ['connection', { from: day }, 'done'],
]
for (const [about, own, code] of edges)
  test(`NETWORK-6 on 2 November 2026 ${about} with ${JSON.stringify(own)}: ${code}`, () => {
    assert.equal(codeOf(act(about, own), manager, look()), code)
  })
