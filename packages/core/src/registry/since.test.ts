import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recordId } from '../kernel/id.ts'
import type { Json } from '../kernel/json.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property } from '../testing/property.ts'
import { registryData } from '../testing/registry-data.ts'
import type { RegistryMove } from './decide.ts'
import { decideRegistry } from './decide.ts'
import type { FamilyRow, Holder, PersonRow, RecordRow, Values } from './registry.ts'
import { saidOfFamily, saidOfPerson } from './said.ts'
import { shippedCodes } from './shipped-codes.ts'
import { clashesOf, givenSince } from './since.ts'

const officer = almighty(offices.village)
const rowOf = <Row>(world: World, of: Holder): Row =>
  world.rows[of].get(of === 'person' ? aPerson.id : aFamily.id) as unknown as Row
const recordsOf = (world: World, of: Holder): readonly RecordRow[] =>
  ([...world.rows.registryRecord.values()] as unknown as readonly RecordRow[]).filter((row) => row.of === of)

/** Siti and her family as two officers found them: one row each, at version 1. */
function begun(): World {
  const world = emptyWorld()
  const { id: family, version: _f, ...ofFamily } = aFamily
  const { id: person, version: _p, ...ofPerson } = aPerson
  evolve(world, aFamily.district, {
    v: 1,
    action: 'laid',
    note: '',
    say: {},
    day: '2026-11-22',
    changes: [
      { table: 'family', id: family, base: 0, set: ofFamily },
      { table: 'person', id: person, base: 0, set: ofPerson },
    ],
  })
  return world
}

/** One officer's move, who looked at version `base`: the server's way, in small. Null where it was done; else its refusal. */
function act(world: World, kind: RegistryMove['kind'], own: object, base: number, at: number) {
  const data = { ...registryData[kind], ...own }
  const of: Holder = 'of' in data ? data.of : 'person'
  const row = rowOf<PersonRow | FamilyRow>(world, of)
  const since = givenSince({ seen: base, now: row.version }, recordsOf(world, of))
  assert.ok(since, 'every step is on record')
  const subject = row.id
  const file = {
    person: rowOf<PersonRow>(world, 'person'),
    family: rowOf<FamilyRow>(world, 'family'),
    members: [],
    since,
    knowsVillage: () => true,
    knowsCode: (list: string, code: string) => shippedCodes.some((item) => item.list === list && item.code === code),
    local: [],
    asks: [],
  }
  const record = recordId.parse(`f0000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
  const decided = decideRegistry({ kind, subject, data } as RegistryMove, file, officer, {
    record,
    day: '2026-11-22',
    now: at,
  })
  if (decided.ok) evolve(world, aFamily.district, payloadOf(decided.value))
  return decided.ok ? null : decided.error
}
const give = (world: World, of: Holder, values: Values, base: number, at: number) =>
  act(world, 'registry.record', { of, values }, base, at)
const saidIn = (world: World, of: Holder): Values =>
  of === 'person' ? saidOfPerson(rowOf<PersonRow>(world, 'person')) : saidOfFamily(rowOf<FamilyRow>(world, 'family'))

test('REGISTRY-21 two who change different fields are both heard; the same field is named, with both values', () => {
  const world = begun()
  assert.equal(give(world, 'person', { agama: 'islam' }, 1, 10), null)
  assert.equal(give(world, 'person', { status_kawin: '3' }, 1, 11), null)
  assert.deepEqual([saidIn(world, 'person')['agama'], saidIn(world, 'person')['status_kawin']], ['islam', '3'])
  assert.deepEqual(give(world, 'person', { agama: 'hindu', hamil: true }, 1, 12), {
    code: 'registry-clash',
    clashes: [{ variable: 'agama', stands: 'islam', given: 'hindu' }],
  })
  assert.equal(saidIn(world, 'person')['hamil'], undefined, 'of a refusal nothing is kept')
  assert.equal(give(world, 'person', { agama: 'hindu' }, 3, 13), null, 'who looked again may say so')
})

test('REGISTRY-21 two who say the same say it once; who gives a number over another is shown both masked', () => {
  const world = begun()
  assert.equal(give(world, 'person', { agama: 'islam' }, 1, 10), null)
  assert.equal(give(world, 'person', { agama: 'islam' }, 1, 11)?.code, 'already-so')
  assert.equal(give(world, 'person', { agama: 'islam', hamil: false }, 1, 12), null)
  assert.equal(give(world, 'person', { nomor_induk_kependudukan: '3404074506800007' }, 3, 13), null)
  const refused = give(world, 'person', { nomor_induk_kependudukan: '3404 0745 0680 0008' }, 3, 14)
  assert.deepEqual(refused?.code === 'registry-clash' && refused.clashes, [
    { variable: 'nomor_induk_kependudukan', stands: '3404**********07', given: '3404**********08' },
  ])
})

test('REGISTRY-21 a value that was emptied meanwhile, and one that is emptied, clash like any other', () => {
  const world = begun()
  assert.equal(give(world, 'person', { tanggal_lahir: null }, 1, 10), null)
  const late = give(world, 'person', { tanggal_lahir: '1980-06-06' }, 1, 11)
  assert.deepEqual(late?.code === 'registry-clash' && late.clashes, [
    { variable: 'tanggal_lahir', stands: null, given: '1980-06-06' },
  ])
  assert.equal(give(world, 'person', { tanggal_lahir: null }, 1, 12)?.code, 'already-so')
})

test('REGISTRY-21 desil is one thing with its day and source: of two snapshots nobody gets a mixture', () => {
  const world = begun()
  const desil = (value: number, on: string, at: number) =>
    act(world, 'registry.record', { of: 'family', values: {}, desil: { value, on, source: 'DTSEN' } }, 1, at)
  assert.equal(desil(4, '2026-07-10', 10), null)
  const late = desil(1, '2026-10-10', 11)
  assert.deepEqual(late?.code === 'registry-clash' && late.clashes.map(({ variable }) => variable), ['desil'])
  assert.equal(saidIn(world, 'family')['desil_on'], '2026-07-10')
  assert.equal(give(world, 'family', { sepeda_motor: 2 }, 1, 12), null)
})

test('REGISTRY-21 who was marked, or moved to another family, meanwhile is not marked or taken out by an older page', () => {
  const world = begun()
  assert.equal(act(world, 'registry.mark', { status: 'dead' }, 1, 10), null)
  const marked = act(world, 'registry.mark', { status: 'moved' }, 1, 11)
  assert.deepEqual(marked?.code === 'registry-clash' && marked.clashes, [
    { variable: 'keadaan', stands: 'dead', given: 'moved' },
  ])
  assert.equal(act(world, 'registry.mark', { status: 'dead', on: '2026-11-03' }, 1, 12)?.code, 'already-so')
  const moved = begun()
  assert.equal(act(moved, 'registry.join-family', { relation: '2' }, 1, 10), null)
  const left = act(moved, 'registry.leave-family', {}, 1, 11)
  assert.deepEqual(left?.code === 'registry-clash' && left.clashes, [
    { variable: 'status_hubungan_keluarga', stands: '2', given: null },
  ])
  assert.equal(act(moved, 'registry.mark', { status: 'dead' }, 1, 12), null, 'a death is another field')
})

test('REGISTRY-21 where a step is not on record nobody can say what it changed', () => {
  const said = { agama: 'islam' }
  const table: readonly (readonly [
    seen: number,
    now: number,
    bases: readonly (number | null)[],
    heard: number | null,
  ])[] = [
    [1, 1, [], 0],
    [1, 2, [1], 1],
    [1, 3, [0, 1, 2], 2],
    [2, 3, [0, 1, 2], 1],
    [1, 3, [2], null],
    [1, 3, [1], null],
    [1, 2, [], null],
    [1, 2, [null], null],
    [1, 2, [7], null],
    [1, 3, [1, 1], null],
    [5, 3, [], null],
  ]
  for (const [seen, now, bases, heard] of table) {
    const records = bases.map((base) => ({ base, values: said }))
    assert.equal(givenSince({ seen, now }, records)?.length ?? null, heard, JSON.stringify([seen, now, bases]))
  }
})

const names: Readonly<Record<Holder, readonly (readonly [string, readonly Json[]])[]>> = {
  person: [
    ['nama', ['Siti', 'Aminah', 'Sri']],
    ['agama', ['islam', 'hindu', null]],
    ['status_kawin', ['1', '2', null]],
    ['hamil', [true, false, null]],
    ['tanggal_lahir', ['1980-06-05', '1981-01-01', null]],
    ['nomor_induk_kependudukan', ['3404074506800001', '3404074506800002', null]],
    ['jenis_kelamin', ['1', '2', null]],
  ],
  family: [
    ['sepeda_motor', [0, 1, 2, null]],
    ['alamat', ['RT 1', 'RT 2', null]],
    ['jenis_lantai_terluas', ['1', '3', null]],
    ['nomor_kartu_keluarga', ['3404070101100001', '3404070101100002', null]],
  ],
}
const givings = (of: Holder): fc.Arbitrary<Values> =>
  fc
    .record(
      Object.fromEntries(
        names[of].map(([name, values]) => [name, fc.option(fc.constantFrom(...values), { nil: undefined })]),
      ),
    )
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Values)
const twoGivings = fc
  .constantFrom<Holder>('person', 'family')
  .chain((of) => fc.tuple(fc.constant(of), givings(of), givings(of)))

property(
  'REGISTRY-21 of two who looked at the same page and change other fields, the order does not matter',
  twoGivings,
  ([of, one, other]) => {
    const apart = Object.fromEntries(Object.entries(other).filter(([name]) => !(name in one)))
    const ways = [
      [one, apart],
      [apart, one],
    ].map((both) => {
      const world = begun()
      both.forEach((values, nth) => {
        const refused = give(world, of, values, 1, 10 + nth)
        assert.ok(refused === null || refused.code === 'already-so', JSON.stringify(refused))
      })
      return saidIn(world, of)
    })
    assert.deepEqual(ways[0], ways[1])
    const before = saidIn(begun(), of)
    for (const [name, value] of Object.entries({ ...one, ...apart }))
      assert.deepEqual(ways[0]?.[name] ?? null, value, `${name} was ${String(before[name])}`)
  },
)

property(
  'REGISTRY-21 a clash names exactly the fields that both changed to something else, and changes nothing',
  twoGivings,
  ([of, one, other]) => {
    const world = begun()
    const before = saidIn(world, of)
    give(world, of, one, 1, 10)
    const between = saidIn(world, of)
    const refused = give(world, of, other, 1, 11)
    const both = Object.keys(other).filter((name) => {
      const [was, first, second] = [before[name] ?? null, between[name] ?? null, other[name] ?? null]
      return name in one && first !== was && second !== first
    })
    const named = refused?.code === 'registry-clash' ? refused.clashes.map(({ variable }) => variable) : []
    for (const name of both) assert.ok(named.includes(name), name)
    for (const name of named) assert.ok(name in one && name in other, name)
    if (named.length > 0) assert.deepEqual(saidIn(world, of), between)
  },
)

property('REGISTRY-21 who saw everything meets no clash', twoGivings, ([, one, other]) => {
  assert.deepEqual(clashesOf(one, other, []), [])
  assert.deepEqual(clashesOf(one, one, [one, other]), [])
})
