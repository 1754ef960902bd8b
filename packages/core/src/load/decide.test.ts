import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import type { Permission } from '../access/permission.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import type { Change } from '../ledger/entry.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { aLoad } from '../testing/a-load.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { staffWith } from '../testing/actors.ts'
import { loadData } from '../testing/load-data.ts'
import { property } from '../testing/property.ts'
import { addCounts, mayLoad, openLoad, stepLoad } from './decide.ts'
import type { LoadCounts, LoadRow, LoadStatus } from './load.ts'
import { loadStatuses, noCounts } from './load.ts'
import type { LoadMove } from './moves.ts'
import { endedLoads, loadActs, loadMoves, loadRule } from './moves.ts'

const policy = aPolicy()
const sleman = ledgerCode.parse('34.04')
const at = (place: string, permissions: readonly Permission[] = ['registry.load']): StaffActor => ({
  ...staffWith({ permissions, restricted: [], sees: 'place' }),
  place: placeCode.parse(place),
})
const file = { name: 'dtsen.csv', digest: 'a1'.repeat(32), headDigest: 'b2'.repeat(32) }
const data = { ...loadData['load.open'], mapping: { ...aLoad.mapping }, place: null }
const open = (own: object = {}, actor = at('34.04')) => openLoad(aLoad.id, file, { ...data, ...own }, actor, policy)
const codeOf = (decided: ReturnType<typeof open>): string => (decided.ok ? 'ok' : decided.error.code)

test('LOAD-6 who loads for a district: at an office of the district itself, with the right to', () => {
  const table: readonly (readonly [place: string, rights: readonly Permission[], answer: string])[] = [
    ['34.04', ['registry.load'], 'ok'],
    ['34.04', [], 'not-permitted'],
    ['34.04', ['registry.read', 'registry.edit', 'registry.merge'], 'not-permitted'],
    ['34.02', ['registry.load'], 'wrong-place'],
    ['34.04.07', ['registry.load'], 'wrong-place'],
    ['34.04.07.2001', ['registry.load'], 'wrong-place'],
    ['34', ['registry.load'], 'wrong-place'],
    ['00', ['registry.load'], 'wrong-place'],
  ]
  for (const [place, rights, answer] of table) {
    const may = mayLoad(at(place, rights), sleman)
    assert.equal(may.ok ? 'ok' : may.error.code, answer, `${place} ${rights.join()}`)
  }
})

test('LOAD-6 a load says which extract of what day, from which file, by whom, how handed over, and that nothing is in yet', () => {
  const decided = open({ place: '34.04.07.2001' })
  assert.ok(decided.ok)
  const [change, ...none] = decided.value.changes
  assert.deepEqual([none, change?.table, change?.id, change?.base], [[], 'load', aLoad.id, 0])
  const actor = at('34.04')
  assert.deepEqual(change?.set, {
    district: sleman,
    office: actor.office,
    openedBy: actor.staff,
    source: 'DTSEN',
    snapshot: '2026-07-10',
    mapping: aLoad.mapping,
    place: '34.04.07.2001',
    fileName: file.name,
    fileDigest: file.digest,
    headDigest: file.headDigest,
    handOver: aLoad.handOver,
    status: 'read',
    line: 0,
    offset: 0,
    checked: noCounts,
    counts: noCounts,
    openedAt: policy.now,
    changedAt: policy.now,
    endedAt: null,
  })
  assert.deepEqual([decided.value.action, decided.value.jobs, decided.value.day], ['open', [], policy.day])
})

const nik = 'person.nomor_induk_kependudukan'
const openings: readonly (readonly [what: string, own: object, answer: string])[] = [
  ['the day of today', { snapshot: policy.day }, 'ok'],
  ['a day to come', { snapshot: '2199-01-01' }, 'load-snapshot'],
  ['a village of the district', { place: '34.04.07.2001' }, 'ok'],
  ['a village of another district', { place: '34.02.01.2001' }, 'load-place'],
  ['no meaning at all', { mapping: {} }, 'load-mapping'],
  ['a number without a name', { mapping: { [nik]: 0 } }, 'load-mapping'],
  ['a name without a number', { mapping: { 'person.nama': 0 } }, 'load-mapping'],
  ['one column for two meanings', { mapping: { [nik]: 1, 'person.nama': 1 } }, 'load-mapping'],
  ['a meaning that there is not', { mapping: { [nik]: 0, 'person.nama': 1, 'person.gaji': 2 } }, 'load-mapping'],
  ['families alone', { mapping: { 'family.nomor_kartu_keluarga': 0 } }, 'ok'],
]
for (const [what, own, answer] of openings)
  test(`LOAD-6 to open a load with ${what}: ${answer}`, () => assert.equal(codeOf(open(own)), answer))

test('LOAD-6 a load is opened in the ledger of the office, and by nobody who may not', () => {
  assert.equal(codeOf(open({}, at('34.04', []))), 'not-permitted')
  assert.equal(codeOf(open({}, at('34.04.07.2001'))), 'wrong-place')
})

const when = { now: policy.now + 60_000, day: policy.day }
const stood = (status: LoadStatus): LoadRow => ({ ...aLoad, status, version: 4 })

for (const move of keysOf(loadMoves))
  test(`LOAD-7 ${move}: from where it goes, and from nowhere else`, () => {
    const rule = loadRule(move)
    for (const status of loadStatuses) {
      const decided = stepLoad(stood(status), move, {}, when)
      if (!rule.from.includes(status)) {
        assert.deepEqual(decided, { ok: false, error: { code: 'wrong-load-status', status } }, status)
        continue
      }
      assert.ok(decided.ok, status)
      const own = decided.value.changes.at(-1)
      const to = rule.to === 'same' ? status : rule.to
      assert.deepEqual([own?.table, own?.id, own?.base], ['load', aLoad.id, 4])
      const ends = endedLoads.includes(to) && to !== status
      assert.deepEqual(own?.set, { status: to, changedAt: when.now, ...(ends ? { endedAt: when.now } : {}) })
      assert.deepEqual(decided.value.say, { source: aLoad.source, snapshot: aLoad.snapshot })
    }
  })

test('LOAD-14 what a chunk changes stands before the load, which says how far it is', () => {
  const beside: readonly Change[] = [{ table: 'load', id: aLoad.openedBy, base: 1, set: {} }]
  const counts: LoadCounts = { ...noCounts, rows: 1_000, newPeople: 999, wrong: 1 }
  const decided = stepLoad(stood('running'), 'take', { line: 1_000, offset: 65_000, counts }, when, beside)
  assert.ok(decided.ok)
  assert.deepEqual(decided.value.changes[0], beside[0])
  assert.deepEqual(decided.value.changes[1]?.set, {
    line: 1_000,
    offset: 65_000,
    counts,
    status: 'running',
    changedAt: when.now,
  })
})

test('LOAD-7 a hand-over record is written down at any time but after giving up, and changes nothing else', () => {
  for (const status of loadStatuses) assert.equal(loadActs(status).includes('record'), status !== 'cancelled', status)
  const decided = stepLoad(stood('done'), 'record', { handOver: { ...aLoad.handOver, number: '7' } }, when)
  assert.ok(decided.ok && decided.value.changes.length === 1)
  assert.ok(!('endedAt' in (decided.value.changes[0]?.set ?? {})), 'the end stays the end')
})

const someCounts = fc.record(
  tableOf(keysOf(noCounts), () => fc.nat(1_000_000)),
  { noNullPrototype: true },
)
property(
  'LOAD-13 counts add up, in any order, and nothing adds nothing',
  fc.tuple(someCounts, someCounts, someCounts),
  ([a, b, c]) => {
    assert.deepEqual(addCounts(a, addCounts(b, c)), addCounts(addCounts(a, b), c))
    assert.deepEqual(addCounts(a, b), addCounts(b, a))
    assert.deepEqual(addCounts(a, noCounts), a)
    for (const name of keysOf(noCounts)) assert.equal(addCounts(a, b)[name], a[name] + b[name])
  },
)

property(
  'LOAD-7 whatever is tried in whatever order, a load stands as its entries say, ends once, and goes on from no end',
  fc.array(fc.constantFrom(...keysOf(loadMoves)), { maxLength: 14 }),
  (moves: readonly LoadMove[]) => {
    const world = emptyWorld()
    const opened = open()
    assert.ok(opened.ok)
    const tell = (changes: readonly Change[], action: string) =>
      evolve(world, sleman, { v: 1, action, note: '', say: {}, day: policy.day, changes })
    tell(opened.value.changes, 'open')
    let ends = 0
    for (const [nth, move] of moves.entries()) {
      const load: LoadRow = { ...aLoad, ...world.rows.load.get(aLoad.id), id: aLoad.id }
      const decided = stepLoad(load, move, {}, { now: policy.now + nth, day: policy.day })
      assert.equal(decided.ok, loadRule(move).from.includes(load.status))
      if (!decided.ok) continue
      tell(decided.value.changes, move)
      const next: LoadRow = { ...aLoad, ...world.rows.load.get(aLoad.id), id: aLoad.id }
      if (next.endedAt !== load.endedAt) ends++
      assert.equal(next.endedAt !== null, endedLoads.includes(next.status))
      if (load.status === 'cancelled') assert.fail('nothing follows giving up')
      if (load.status === 'done') assert.deepEqual([move, next.status], ['record', 'done'])
    }
    assert.ok(ends <= 1)
  },
)
