import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { familyId, heardId, personId, recordId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { placeCode } from '../place/code.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { aRegistry, aRow, idFor, load, nthId, village } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import type { SaidRow } from './check-row.ts'
import type { Known } from './plan-chunk.ts'
import { planChunk } from './plan-chunk.ts'

const [july, october] = ['2026-07-10', '2026-10-10'] as const
const elsewhere = placeCode.parse('34.04.07.2002')

/** A registry in which these are known, and all that was said of them on one day. */
const knownOf = (people: readonly PersonRow[], families: readonly FamilyRow[], saidOn: Day): Known => ({
  people: new Map(people.map((one) => [one.nik ?? '', one])),
  families: new Map(families.map((one) => [one.kk ?? '', one])),
  saidOn: () => saidOn,
  personId: (nik) => personId.parse(idFor('a', nik)),
  familyId: (kk) => familyId.parse(idFor('b', kk)),
  recordId: (holder) => recordId.parse(nthId('e', Number(holder.slice(-6)))),
  heardId: () => heardId.parse(nthId('f', 1)),
})
const bare = { nik: aPerson.nik ?? '', name: aPerson.name, birthDate: null, sex: null, phone: null, values: {} }
const saying = (own: Partial<NonNullable<SaidRow['person']>>, place = village): SaidRow => ({
  line: 2,
  place,
  person: { ...bare, ...own },
  family: null,
})

/** What an extract of a later, the same and an earlier day says of somebody: whether it is taken. */
const sayings: readonly (readonly [
  what: string,
  own: Partial<NonNullable<SaidRow['person']>>,
  field: keyof PersonRow,
])[] = [
  ['another name', { name: 'Siti Aminah binti Karto' }, 'name'],
  ['another day of birth', { birthDate: '1981-06-05' }, 'birthDate'],
  ['another sex', { sex: 'L' }, 'sex'],
  ['another phone', { phone: '081399990000' }, 'phone'],
  ['another answer', { values: { status_kawin: '2' } }, 'values'],
]
for (const [what, own, field] of sayings)
  for (const [when, saidOn, taken] of [
    ['after what is known', '2026-10-09', true],
    ['of the same day', '2026-10-10', false],
    ['before what is known', '2026-10-11', false],
  ] as const)
    test(`LOAD-8 ${what} in an extract ${when} is ${taken ? 'taken' : 'kept out'}`, () => {
      const { changes, counts } = planChunk([saying(own)], knownOf([aPerson], [], saidOn), load(1, october))
      assert.deepEqual([counts.changedPeople, counts.kept], taken ? [1, 0] : [0, 1])
      // The third: in all else the later extract agrees.
      assert.equal(changes.length, taken ? 3 : 0)
      if (taken) assert.ok(field in (changes[0]?.set ?? {}), field)
    })

for (const [what, own, field] of sayings)
  test(`LOAD-8 ${what} where nobody said any is taken, however old the extract`, () => {
    const empty = { ...aPerson, birthDate: null, sex: null, phone: null, name: '', values: {} }
    const { changes, counts } = planChunk([saying(own)], knownOf([empty], [], '2026-11-01'), load(1, '2020-01-01'))
    assert.deepEqual([counts.changedPeople, counts.kept], [1, 0])
    assert.ok(field in (changes[0]?.set ?? {}))
  })

test('LOAD-8 what an extract leaves out stays, though it speaks for a later day', () => {
  const { changes, counts } = planChunk([saying({})], knownOf([aPerson], [], july), load(1, october))
  assert.deepEqual([counts.samePeople, counts.kept], [1, 0])
  assert.deepEqual(
    changes.map(({ table }) => table),
    ['loadHeard'],
  )
})

test('LOAD-8 whoever moved, by a later extract, lives there; their family stays theirs', () => {
  const known = knownOf([aPerson], [aFamily], july)
  const { changes } = planChunk([saying({}, elsewhere)], known, load(1, october))
  const { place, family } = { family: aPerson.family, place: '', ...changes[0]?.set }
  assert.deepEqual([place, family], [elsewhere, aPerson.family])
  assert.deepEqual(planChunk([saying({}, elsewhere)], known, load(1, '2026-07-09')).changes, [])
})

const forgotten = { ...aPerson, status: 'erased' as const }
test('PRIVACY-8 whoever was forgotten is not brought back by an extract, of whatever day', () => {
  for (const day of ['2020-01-01', october]) {
    const { changes, counts } = planChunk(
      sayings.map(([, own]) => saying(own)),
      knownOf([forgotten], [], '1900-01-01'),
      load(1, day),
    )
    assert.deepEqual([changes, counts.kept, counts.newPeople, counts.changedPeople], [[], 1, 0, 0])
  }
})

test('PRIVACY-8 a family that was forgotten takes no desil, no village and no members', () => {
  const home = { ...aFamily, status: 'erased' as const, desil: null, desilOn: null }
  const row = { ...aRow(), family: { kk: aFamily.kk ?? '', address: 'Jl. B', desil: 1, values: { sepeda: 2 } } }
  const { changes, counts } = planChunk([row], knownOf([], [home], '1900-01-01'), load(1, october))
  assert.deepEqual(
    changes.map(({ table, base }) => [table, base]),
    [['person', 0]],
    'the person is new, and of nobody’s family',
  )
  assert.equal({ family: '', ...changes[0]?.set }.family, null)
  assert.deepEqual([counts.kept, counts.changedFamilies], [1, 0])
})

const desils: readonly (readonly [
  stood: number | null,
  on: Day | null,
  said: number,
  day: Day,
  stands: number | null,
])[] = [
  [null, null, 3, july, 3],
  [2, july, 3, october, 3],
  [3, july, 3, october, 3],
  [2, october, 3, october, 2],
  [2, october, 3, july, 2],
  [2, null, 3, july, 3],
]
for (const [stood, on, desil, day, stands] of desils)
  test(`LOAD-8 a desil of ${stood} on ${on}, and ${desil} said for ${day}: ${stands} stands`, () => {
    const home = { ...aFamily, desil: stood, desilOn: on }
    const row = { ...saying({}), person: null, family: { kk: aFamily.kk ?? '', address: '', desil, values: {} } }
    const { changes, counts } = planChunk([row], knownOf([], [home], '2026-11-01'), load(1, day))
    const set = { desil: home.desil, desilOn: home.desilOn, ...changes[0]?.set }
    assert.equal(set.desil, stands)
    const isNewer = on === null || on < day
    assert.equal(set.desilOn, isNewer ? day : on, 'the day is that of the snapshot that is heard')
    assert.equal(counts.kept, isNewer || stood === desil ? 0 : 1)
  })

const someOne = {
  name: fc.constantFrom('Siti', 'Budi', 'Sri'),
  kawin: fc.constantFrom('1', '2', '3'),
  motor: fc.integer({ min: 0, max: 2 }),
  desil: fc.integer({ min: 1, max: 4 }),
}
// Each number once in a file, and each family of one person: of two rows with one number the first counts, by its file.
const aFile = fc
  .uniqueArray(fc.record({ nik: fc.integer({ min: 1, max: 4 }), ...someOne }), { selector: ({ nik }) => nik })
  .map((rows) => rows.map((one) => aRow({ ...one, kk: one.nik })))
const days = fc.uniqueArray(fc.constantFrom<Day>('2026-01-01', '2026-04-01', july, october), {
  minLength: 2,
  maxLength: 2,
})

property(
  'LOAD-8 two extracts of different days come to the same, whichever of them is loaded first',
  fc.tuple(aFile, aFile, days),
  ([one, two, [first = july, second = october]]) => {
    const [straight, mixed] = [aRegistry(), aRegistry()]
    straight.take(one, load(1, first))
    straight.take(two, load(2, second))
    mixed.take(two, load(2, second))
    mixed.take(one, load(1, first))
    assert.deepEqual(standing(mixed), standing(straight))
  },
)
function standing(registry: ReturnType<typeof aRegistry>) {
  const people = registry.people().map(({ nik, name, values, place }) => ({ nik, name, values, place }))
  const families = registry.families().map(({ kk, desil, desilOn, values }) => ({ kk, desil, desilOn, values }))
  return [people.toSorted(by('nik')), families.toSorted(by('kk'))]
}
const by =
  <Key extends string>(key: Key) =>
  (a: { readonly [K in Key]: string | null }, b: { readonly [K in Key]: string | null }): number =>
    (a[key] ?? '') < (b[key] ?? '') ? -1 : 1

property(
  'LOAD-13 every row of a file is counted, and everybody in it once: new, changed or the same',
  fc.tuple(aFile, aFile),
  ([before, rows]) => {
    const registry = aRegistry()
    registry.take(before, load(1, july))
    const { counts, changes, wrong } = registry.take(rows, load(2, october))
    assert.equal(counts.rows, rows.length)
    assert.equal(counts.newPeople + counts.changedPeople + counts.samePeople, rows.length)
    assert.equal(counts.newFamilies + counts.changedFamilies + counts.sameFamilies, rows.length)
    assert.equal(counts.wrong, wrong.length)
    const made = changes.filter(({ base, table }) => base === 0 && (table === 'person' || table === 'family'))
    assert.equal(made.length, counts.newPeople + counts.newFamilies)
    const records = changes.filter(({ table }) => table === 'registryRecord')
    assert.equal(records.length, counts.changedPeople + counts.changedFamilies)
  },
)

property('LOAD-9 no record of a load tells a number whole', fc.tuple(aFile, aFile), ([before, rows]) => {
  const registry = aRegistry()
  registry.take(before, load(1, july))
  // Everybody comes into the family of the first.
  const kk = before[0]?.family?.kk ?? '3404070101100009'
  registry.take(
    rows.map((row) => ({ ...row, family: row.family && { ...row.family, kk } })),
    load(2, october),
  )
  for (const { values, was } of registry.records()) assert.doesNotMatch(JSON.stringify([values, was]), /\d{16}/)
})
