import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import type { SurgeAction, SurgeMove } from '../contract/surge.ts'
import { keysOf } from '../kernel/keys.ts'
import { payloadOf } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode, villageCode } from '../place/code.ts'
import { aPerson } from '../testing/a-family.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { anAffected, aSurge, surgeData, surgeMove } from '../testing/a-surge.ts'
import { almighty, citizen, clock, staffLacking } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { SurgeLook } from './decide.ts'
import { decideSurge, noSurge } from './decide.ts'
import {
  affectedRule,
  affectedSteps,
  helped,
  placed,
  standing,
  startedSurge,
  surgeRights,
  surgeRule,
  surgeSteps,
  unplaced,
} from './moves.ts'
import { heldOf, isStranded, slotKey } from './slots.ts'
import type { AffectedRow, AffectedStatus, SurgeRow } from './surge.ts'
import { affectedStatuses } from './surge.ts'

const chief = almighty(offices.district)
const at = (own: Partial<SurgeLook> = {}, surge: Partial<SurgeRow> = {}): SurgeLook => ({
  ...noSurge,
  surge: aSurge(surge),
  ...own,
})
const answer = (move: SurgeMove, look: SurgeLook, actor: StaffActor = chief) =>
  decideSurge(ids.surge(1), move, actor, look, aPolicy(monday))
const refused = (...asked: Parameters<typeof answer>): string => {
  const decided = answer(...asked)
  return decided.ok ? 'done' : decided.error.code
}
/** What an act makes of the event and its rows. */
function done(...asked: Parameters<typeof answer>) {
  const decided = answer(...asked)
  assert.ok(decided.ok, decided.ok ? '' : decided.error.code)
  const world = emptyWorld()
  const [, look] = asked
  if (look.surge) world.rows.surge.set(look.surge.id, { ...look.surge } as never)
  for (const row of look.rows) world.rows.affected.set(row.id, { ...row })
  evolve(world, '34.04', payloadOf(decided.value))
  const rows = [...world.rows.affected.values()] as unknown as readonly AffectedRow[]
  return { surge: world.rows.surge.get(ids.surge(1)) as unknown as SurgeRow, rows, decision: decided.value }
}

test('SURGE-1 a started event is open, with its order, offices and days, and nobody on its list', () => {
  const { surge, decision } = done(surgeMove('start'), noSurge)
  assert.deepEqual(surge, aSurge())
  assert.deepEqual([decision.action, decision.jobs], ['surge-start', []])
})

const rule = (of: 'emergency' | 'elderly' | 'other', years: number | null = null) => ({ class: of, years })
const unfit: readonly (readonly [code: string, own: Partial<typeof surgeData.start>, actor?: StaffActor])[] = [
  ['surge-elsewhere', {}, almighty(offices.village)],
  ['surge-elsewhere', { offices: [offices.otherVillage.id], place: offices.village.place }],
  ['unknown-reason', { kind: 'war' }],
  ['unknown-category', { category: 'none' }],
  ['unknown-office', { offices: [ids.office(99)] }],
  ['office-not-active', { offices: [offices.subdistrict.id] }],
  ['surge-slots', { days: ['2026-11-01'] }],
  ['surge-rules', { rules: [rule('emergency'), rule('emergency')] }],
  ['surge-rules', { rules: [rule('elderly')] }],
  ['surge-rules', { rules: [rule('emergency', 3)] }],
  ['surge-rules', { rules: [rule('other'), rule('emergency')] }],
]
for (const [code, own, actor] of unfit)
  test(`SURGE-1 an event with ${JSON.stringify(own)} is refused: ${code}`, () => {
    assert.equal(refused(surgeMove('start', own), noSurge, actor), code)
  })

test('SURGE-1 an event is changed while it is open, closed with a word, and then nothing more happens to it', () => {
  const { surge } = done(surgeMove('change', { perDay: 9, days: ['2026-11-05', '2026-11-04', '2026-11-05'] }), at())
  assert.deepEqual([surge.perDay, surge.days, surge.edition], [9, ['2026-11-04', '2026-11-05'], 2])
  assert.equal(refused(surgeMove('change', { days: ['2026-11-01'] }), at()), 'surge-slots')
  const closed = done(surgeMove('close'), at()).surge
  assert.deepEqual([closed.status, closed.note], ['closed', 'Semua sudah dilayani.'])
  for (const action of keysOf(surgeData))
    if (action !== 'start')
      assert.equal(refused(surgeMove(action), at({}, { status: 'closed' })), 'surge-closed', action)
  assert.equal(refused(surgeMove('start'), at()), 'already-so')
  for (const action of keysOf(surgeData))
    if (action !== 'start') assert.equal(refused(surgeMove(action), noSurge), 'unknown-surge', action)
})

test('SURGE-2 the law knows these steps, where each begins and ends', () => {
  assert.deepEqual(surgeSteps, ['change', 'list', 'arrange', 'open', 'close'])
  for (const step of surgeSteps)
    assert.deepEqual(surgeRule(step), { from: ['open'], to: step === 'close' ? 'closed' : 'open' })
  const spec: Readonly<Record<(typeof affectedSteps)[number], readonly [readonly AffectedStatus[], AffectedStatus]>> = {
    done: [['queued', 'absent'], 'done'],
    absent: [['queued'], 'absent'],
    again: [['absent'], 'listed'],
    drop: [['listed', 'queued', 'absent'], 'dropped'],
  }
  assert.deepEqual(affectedSteps, keysOf(spec))
  for (const step of affectedSteps) assert.deepEqual([affectedRule(step).from, affectedRule(step).to], spec[step], step)
  assert.deepEqual([startedSurge, unplaced, placed, helped], ['open', 'listed', 'queued', 'done'])
  assert.deepEqual(standing, ['listed', 'queued', 'done', 'absent'])
})

for (const action of keysOf(surgeData))
  test(`SURGE-2 ${action} takes its right, whoever asks`, () => {
    const needs = surgeRights[action]
    const own: readonly string[] = ['done', 'absent', 'again', 'drop'].includes(action)
      ? ['case.register', 'case.handle']
      : ['surge.manage']
    assert.deepEqual(needs, own)
    for (const actor of [staffLacking(own), citizen(), clock])
      assert.deepEqual(decideSurge(ids.surge(1), surgeMove(action as SurgeAction), actor, at(), aPolicy(monday)), {
        ok: false,
        error: { code: 'not-permitted', needs },
      })
  })

test('SURGE-3 a row comes on the list with whom its NIK names, and once only', () => {
  const [row] = surgeData.list.rows
  assert.ok(row)
  const { rows } = done(surgeMove('list'), at())
  assert.deepEqual(rows, [anAffected()])
  const match = { id: aPerson.id, family: null, birthDate: '1990-01-01', values: { penyakit_kronis: ['ginjal'] } }
  const people = new Map([[row.nik ?? '', match]])
  const [matched] = done(surgeMove('list', { rows: [{ ...row, birthDate: null }] }), at({ people })).rows
  assert.deepEqual(
    [matched?.person, matched?.class, matched?.why, matched?.birthDate, matched?.rank],
    [aPerson.id, 'chronic', 'registry', '1990-01-01', 1],
  )
  assert.equal(refused(surgeMove('list'), at({ known: new Set([row.id]) })), 'already-so')
  const other = { ...row, id: ids.affected(2), case: ids.case(2), nik: null }
  assert.equal(done(surgeMove('list', { rows: [row, row, other] }), at({ known: new Set([row.id]) })).rows.length, 1)
  assert.equal(done(surgeMove('list', { rows: [row, row, other] }), at()).rows.length, 2)
  const place = villageCode.parse('34.02.01.2001')
  assert.equal(refused(surgeMove('list', { rows: [{ ...row, place }] }), at()), 'surge-elsewhere')
})

test('SURGE-5 who comes next gets a number and a slot; who had a number keeps it; the others wait for more days', () => {
  const rows = [1, 2, 3].map((n) => anAffected({ id: ids.affected(n), number: n === 2 ? 7 : null }))
  const surge = { offices: [offices.village.id], days: ['2026-11-03'], numbered: 10 }
  const after = done(surgeMove('arrange'), at({ rows }, surge))
  assert.deepEqual(
    after.rows.map(({ number, status, slotDay, slotNth, office }) => [number, status, slotDay, slotNth, office]),
    [
      [11, 'queued', '2026-11-03', 1, offices.village.id],
      [7, 'queued', '2026-11-03', 2, offices.village.id],
      [null, 'listed', null, null, null],
    ],
  )
  assert.deepEqual([after.surge.numbered, after.surge.version], [11, 2])
  assert.equal(refused(surgeMove('arrange'), at({ rows: [] })), 'already-so')
  assert.equal(refused(surgeMove('arrange'), at({ rows }, { ...surge, days: ['2026-11-01'] })), 'surge-full')
})

const queued = (n: number, own: Partial<AffectedRow> = {}): AffectedRow =>
  anAffected({
    id: ids.affected(n),
    number: n,
    status: 'queued',
    office: offices.village.id,
    slotDay: '2026-11-03',
    slotNth: n,
    ...own,
  })

test('SURGE-12 a slot that the event has no more is given back before others are given; its number stays', () => {
  const rows = [queued(1), queued(2), queued(3, { slotDay: '2026-11-04', slotNth: 1 })]
  const look = at({ rows }, { offices: [offices.village.id], days: ['2026-11-04', '2026-11-05'], numbered: 3 })
  const after = done(surgeMove('arrange'), look)
  assert.deepEqual(
    after.rows.map(({ number, status, office, slotDay, slotNth }) => [number, status, office, slotDay, slotNth]),
    [
      [1, 'listed', offices.village.id, null, null],
      [2, 'listed', offices.village.id, null, null],
      [3, 'queued', offices.village.id, '2026-11-04', 1],
    ],
  )
  assert.deepEqual([after.surge.numbered, after.surge.version, after.decision.changes.length], [3, 2, 3])
  // Then they are given again, in the order in which they stand, around what others have.
  const taken = new Map([[slotKey(offices.village.id, '2026-11-04'), heldOf([1])]])
  const waiting = after.rows.filter(({ status }) => status === 'listed')
  const again = done(surgeMove('arrange'), at({ rows: waiting, taken }, { ...after.surge }))
  assert.deepEqual(
    again.rows.map(({ number, status, slotDay, slotNth }) => [number, status, slotDay, slotNth]),
    [
      [1, 'queued', '2026-11-04', 2],
      [2, 'queued', '2026-11-05', 1],
    ],
  )
  assert.equal(again.surge.numbered, 3, 'nobody gets a second number')
})

test('SURGE-12 whoever had a slot before gets one of another day; whoever comes first may still come today', () => {
  const rows = [anAffected({ number: 1, office: offices.village.id }), anAffected({ id: ids.affected(2) })]
  const event = { offices: [offices.village.id], days: ['2026-11-02', '2026-11-03'], perDay: 1, numbered: 1 }
  assert.deepEqual(
    done(surgeMove('arrange'), at({ rows }, event)).rows.map(({ number, slotDay }) => [number, slotDay]),
    [
      [1, '2026-11-03'],
      [2, '2026-11-02'],
    ],
  )
  const today = { ...event, days: ['2026-11-02'] }
  assert.equal(refused(surgeMove('arrange'), at({ rows: rows.slice(0, 1) }, today)), 'surge-full')
})

test('SURGE-12 who was received, did not come, or should have come before today keeps what they had', () => {
  const rows = [queued(1, { status: 'done' }), queued(2, { status: 'absent' }), queued(3, { slotDay: '2026-11-01' })]
  for (const row of rows)
    assert.equal(isStranded(row, aSurge({ days: ['2026-11-09'] }), '2026-11-02'), false, String(row.number))
})

test('SURGE-1 a list whose days are over may still be called otherwise or told to everybody; over days alone are no plan', () => {
  const over = { days: ['2026-10-30', '2026-11-01'] }
  const { surge } = done(surgeMove('change', { ...over, name: 'PBI gelombang 1', isPublic: true }), at({}, over))
  assert.deepEqual([surge.name, surge.isPublic, surge.days], ['PBI gelombang 1', true, over.days])
  assert.equal(refused(surgeMove('change', { days: ['2026-10-30'] }), at({}, over)), 'done', 'days may be taken away')
  assert.equal(refused(surgeMove('change', { days: ['2026-10-31'] }), at({}, over)), 'surge-slots')
  assert.equal(refused(surgeMove('start', over), noSurge), 'surge-slots')
  assert.equal(refused(surgeMove('change', { days: ['2026-11-02'] }), at()), 'done', 'today is no day that is over')
})

test('SURGE-1 of what is changed, offices are looked at as when it began', () => {
  for (const [own, code] of [
    [ids.office(99), 'unknown-office'],
    [offices.subdistrict.id, 'office-not-active'],
  ] as const)
    assert.equal(refused(surgeMove('change', { offices: [own] }), at()), code)
  const { surge } = done(surgeMove('change', { offices: [offices.village.id, offices.village.id] }), at())
  assert.deepEqual(surge.offices, [offices.village.id])
})

test('SURGE-6 a case that is there is noted with its person, once, and one that is not is not', () => {
  const rows = [anAffected(), anAffected({ id: ids.affected(2), caseId: ids.case(2) })]
  const cases = new Set([ids.case(1)])
  const after = done(surgeMove('open'), at({ rows, cases })).rows
  assert.deepEqual(
    after.map(({ openedAt }) => openedAt),
    [monday, null],
  )
  assert.equal(refused(surgeMove('open'), at({ rows, cases: new Set() })), 'already-so')
  assert.equal(refused(surgeMove('open'), at({ rows: [anAffected({ openedAt: 1 })], cases })), 'already-so')
  assert.equal(refused(surgeMove('open'), at({ rows: [anAffected({ status: 'dropped' })], cases })), 'already-so')
})

for (const step of affectedSteps)
  test(`SURGE-7 ${step} is said where somebody is received, from where it may be, and says who said it`, () => {
    const here = { office: offices.village.id, slotDay: '2026-11-03', slotNth: 1, number: 4 }
    const fo = staffLacking(['surge.manage'], offices.village)
    for (const status of affectedStatuses) {
      const look = at({ rows: [anAffected({ ...here, status })] })
      const fits = affectedRule(step).from.includes(status)
      assert.equal(refused(surgeMove(step), look, fo), fits ? 'done' : 'affected-step', status)
      if (!fits) continue
      const [row] = done(surgeMove(step), look, fo).rows
      assert.deepEqual([row?.status, row?.settledBy, row?.number], [affectedRule(step).to, fo.staff, 4])
      const freed = step === 'again' || step === 'drop'
      assert.deepEqual([row?.slotDay, row?.slotNth], freed ? [null, null] : ['2026-11-03', 1])
      for (const actor of [staffLacking(['surge.manage'], offices.otherVillage), almighty(offices.otherVillage)])
        assert.equal(refused(surgeMove(step), look, actor), 'not-here')
      assert.equal(refused(surgeMove(step), look, chief), 'done', 'whoever runs the event may')
    }
    assert.equal(refused(surgeMove(step), at(), fo), 'unknown-affected')
  })

test('SURGE-8 an event is run by who runs affected lists over its place', () => {
  for (const action of ['change', 'close', 'list', 'arrange', 'open'] as const)
    assert.equal(refused(surgeMove(action), at(), almighty(offices.village)), 'not-here', action)
  assert.equal(
    refused(surgeMove('close'), at({}, { place: placeCode.parse('34.04.07') }), almighty(offices.village)),
    'not-here',
  )
})
