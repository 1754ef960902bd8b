import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Carried } from '../contract/carried.ts'
import { programmeId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import { masked, saidOfFamily, saidOfPerson } from '../registry/said.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { aProgramme } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import { carriedFrom } from './carried.ts'
import type { Criterion } from './criterion.ts'
import { factsFrom } from './facts-of.ts'
import { factsFromSaid, matchSaid, type SaidHousehold } from './match-said.ts'
import type { ProgrammeRow } from './programme.ts'

const onPhone = (family: FamilyRow | null, members: readonly PersonRow[]): SaidHousehold => ({
  place: aFamily.place,
  family: family && { id: family.id, said: masked(saidOfFamily(family)) },
  members: members.map((one) => ({ id: one.id, said: masked(saidOfPerson(one)) })),
  taken: [],
  welfare: [],
})
const values = fc.dictionary(
  fc.constantFrom('status_kawin', 'jenis_atap_terluas', 'hamil', 'sepeda_motor', 'pernyataan: Disetujui musyawarah'),
  fc.oneof(fc.constantFrom('1', '2', 'ya 2026-06-01'), fc.boolean(), fc.nat(3), fc.constant(null)),
  { noNullPrototype: true },
)
const someFamily = fc
  .record({ values, desil: fc.option(fc.integer({ min: 1, max: 10 })), kk: fc.constantFrom(null, '3404070101100001') })
  .map((some): FamilyRow => ({ ...aFamily, ...some }))
const somePerson = fc
  .record({
    values,
    birthDate: fc.constantFrom(null, '1980-06-05', '2020-02-29'),
    sex: fc.constantFrom('L' as const, 'P' as const, null),
    nik: fc.constantFrom(null, '3404074506800001'),
  })
  .map((some): PersonRow => ({ ...aPerson, ...some }))

property(
  'FIELD-21 what lies on a phone gives the law the same facts as the rows of the server',
  fc.tuple(fc.option(someFamily), fc.array(somePerson, { maxLength: 4 })),
  ([family, members]) => assert.deepEqual(factsFromSaid(onPhone(family, members), []), factsFrom({ family, members })),
)

const nth = (n: number) => programmeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const programme = (n: number, rule: Criterion, own: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  ...aProgramme,
  id: nth(n),
  code: `p${n}`,
  name: `Program ${n}`,
  versions: [{ from: '2026-01-01', rule, legal: 'Perbup', note: '', conflicts: [] }],
  ...own,
})
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const carrying = (programmes: readonly ProgrammeRow[], own: Partial<Carried> = {}): Carried => ({
  programmes: programmes.map((one) => ({
    ...one,
    papers: [...one.papers],
    versions: one.versions.map((version) => ({ ...version, conflicts: [], excludes: [...(version.excludes ?? [])] })),
  })),
  facts: [],
  unseen: [],
  quotas: [],
  ...own,
})
const day = '2026-11-23'
const verdicts = (household: SaidHousehold, carried: Carried) =>
  matchSaid(household, carried, day).groups.map(({ member, matches }) => [
    member,
    matches.map(({ programme: { name }, verdict, has }) => `${name} ${verdict}${has ? ' has' : ''}`),
  ])
const home = onPhone(aFamily, [aPerson])

test('FIELD-21 a phone ranks what fits: the family first, then each of its people, nothing of another village', () => {
  const found = verdicts(
    home,
    carrying([
      programme(1, { fact: 'desil', is: 'at-least', value: 9 }),
      programme(2, poor),
      programme(3, { fact: 'jenis_kloset', is: 'eq', value: '3' }),
      programme(4, poor, { place: placeCode.parse('34.04.06.2001') }),
      programme(5, { fact: 'usia', is: 'at-least', value: 40 }, { unit: 'person' }),
      programme(6, poor, { endsOn: day }),
    ]),
  )
  assert.deepEqual(found, [
    [null, ['Program 2 eligible', 'Program 3 cannot-tell', 'Program 1 not-eligible']],
    [0, ['Program 5 eligible']],
  ])
})

test('FIELD-21 what somebody has, and as which PPKS they are known, counts on a phone as it does on the server', () => {
  const apart = programme(2, { fact: 'program-p1', is: 'in', value: ['stopped', 'never'] })
  const frail = programme(3, { fact: 'jenis_ppks', is: 'eq', value: 'hiv' }, { unit: 'person' })
  const all = carrying([programme(1, poor), apart, frail])
  const taken = [{ person: null, family: aFamily.id, programme: nth(1), status: 'receives' as const }]
  assert.deepEqual(verdicts({ ...home, taken }, all)[0], [null, ['Program 1 eligible has', 'Program 2 not-eligible']])
  const welfare = [{ person: aPerson.id, family: null, type: 'elderly' }]
  assert.deepEqual(verdicts({ ...home, welfare }, all)[1], [0, ['Program 3 not-eligible']])
  assert.deepEqual(
    verdicts({ ...home, welfare }, { ...all, unseen: ['hiv'] })[1],
    [0, ['Program 3 cannot-tell']],
    'whoever is not told who has it is not told that somebody has it not',
  )
})

test('FIELD-21 a quota that is full is told, and a question of the place is known by its name', () => {
  const asked = {
    name: 'lokal-makan',
    of: 'family',
    kind: 'yes-no',
    names: { id: 'Makan dua kali', en: 'Eats' },
  } as const
  const quota = { programme: nth(1), place: aFamily.place, from: '2026-01-01', until: '2026-12-31', shared: null }
  const carried = carrying([programme(1, poor), programme(2, { fact: 'lokal-makan', is: 'eq', value: true })], {
    facts: [asked],
    quotas: [{ ...quota, places: 3, granted: 3, waiting: 2 }],
  })
  const { groups, vocabulary } = matchSaid(home, carried, day)
  const [first, second] = groups[0]?.matches ?? []
  assert.deepEqual(first?.room, { full: true, left: 0, waiting: 2 })
  assert.deepEqual(second?.missing, [{ kind: 'fact', fact: 'lokal-makan', member: null }])
  assert.equal(vocabulary.get('lokal-makan')?.names?.id, 'Makan dua kali')
})

test('FIELD-20 a phone carries the version of today and those to come, without what only its keeper reads', () => {
  const version = (from: string) => ({
    from,
    rule: poor,
    legal: 'L',
    note: 'n',
    conflicts: [{ says: 'x', source: 'y' }],
  })
  const all = programme(1, poor, { versions: [version('2025-01-01'), version('2026-01-01'), version('2027-01-01')] })
  const kept = carriedFrom(all, day).versions
  assert.deepEqual(
    kept.map(({ from, note, conflicts, legal }) => [from, note, conflicts, legal]),
    [
      ['2026-01-01', '', [], 'L'],
      ['2027-01-01', '', [], 'L'],
    ],
  )
  assert.deepEqual(
    carriedFrom(all, '2024-06-01').versions.map(({ from }) => from),
    ['2025-01-01', '2026-01-01', '2027-01-01'],
    'before the first has begun all are to come',
  )
})
