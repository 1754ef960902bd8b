import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../kernel/json.ts'
import { ok } from '../kernel/result.ts'
import { placeCode } from '../place/code.ts'
import { indicatorKinds, isLocalName, localName } from '../registry/indicators.ts'
import type { Values } from '../registry/registry.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { aRegistry, load } from '../testing/a-registry.ts'
import { property } from '../testing/property.ts'
import { checkRow, readingOf } from './check-row.ts'
import type { Locals } from './columns.ts'
import { isTargetKey, knownIn, mappingProblem, suggestMapping, targetKeys } from './columns.ts'
import { exportHead, exportRow } from './export-row.ts'

const village = placeCode.parse('34.04.07.2001')
const roof = { name: 'lokal-atap-bocor', of: 'family', kind: 'yes-no' } as const
const pills = { name: 'lokal-obat', of: 'person', kind: 'count' } as const
const locals: Locals = [roof, pills]
const names = { province: 'DIY', district: 'Kab. Sleman', subdistrict: 'Depok', village: 'Caturtunggal' }

test('LOAD-23 the questions of a district are columns of an export behind the official ones, before the mark', () => {
  assert.deepEqual(exportHead('people', locals).slice(-4), ['desil_source', roof.name, pills.name, 'tanda_ekspor'])
  assert.deepEqual(exportHead('families', locals).slice(-3), ['desil_source', roof.name, 'tanda_ekspor'])
  assert.ok(!exportHead('people').some(isLocalName))
})

test('LOAD-23 a row says what was answered, and nothing where nobody answered', () => {
  const family = { ...aFamily, values: { [roof.name]: false } }
  const how = { names, numbers: true, mark: 'x', locals }
  assert.deepEqual(exportRow('people', { person: aPerson, family, place: village }, how).slice(-3), ['2', '', 'x'])
})

const heads: readonly (readonly [head: string, key: string | undefined])[] = [
  ['lokal-atap-bocor', 'family.lokal-atap-bocor'],
  ['LOKAL_ATAP_BOCOR', 'family.lokal-atap-bocor'],
  [' lokal atap bocor ', 'family.lokal-atap-bocor'],
  ['lokal-obat', 'person.lokal-obat'],
  ['atap bocor', undefined],
  ['lokal-atapbocor', undefined],
  ['lokal-atap-bocor-2', undefined],
]
for (const [head, key] of heads)
  test(`LOAD-23 a column called "${head}" is ${key ?? 'none of the district’s questions'}`, () => {
    const mapping = suggestMapping(['NIK', 'Nama', head], locals)
    assert.equal(
      Object.keys(mapping).find((one) => one.includes('lokal-')),
      key,
    )
    assert.ok(!Object.keys(suggestMapping(['NIK', 'Nama', head])).some((one) => one.includes('lokal-')))
  })

test('LOAD-23 a mapping names questions that the district has; what it no longer asks falls out of a remembered one', () => {
  const official = { 'person.nomor_induk_kependudukan': 0, 'person.nama': 1 }
  const mapping = { ...official, 'family.lokal-atap-bocor': 2 }
  assert.equal(mappingProblem(mapping, locals), null)
  assert.equal(mappingProblem(mapping), 'unknown-target')
  assert.equal(mappingProblem({ ...official, 'person.lokal-atap-bocor': 2 }, locals), 'unknown-target', 'of a family')
  assert.equal(mappingProblem({ ...mapping, 'person.lokal-obat': 2 }, locals), 'column-twice')
  assert.deepEqual([knownIn(mapping, locals), knownIn(mapping, [])], [mapping, official])
})

test('LOAD-23 words that could be a question of some district are read, others are not', () => {
  for (const key of [...targetKeys, 'family.lokal-atap', 'person.lokal-a-9']) assert.ok(isTargetKey(key), key)
  for (const key of [
    'lokal-atap',
    'place.lokal-atap',
    'family.lokal-',
    'family.lokal-a b',
    'family.lokal-A',
    'family.gaji',
    'constructor',
  ])
    assert.ok(!isTargetKey(key), key)
})

const wrongCells: readonly (readonly [kind: Locals[number]['kind'], cell: string, code: string])[] = [
  ['count', 'banyak', 'not-a-number'],
  ['quantity', 'x', 'not-a-number'],
  ['day', '31/31/2020', 'day-unreadable'],
]
for (const [kind, cell, code] of wrongCells)
  test(`LOAD-23 "${cell}" in a column of ${kind} of the district is told as wrong`, () => {
    const mapping = { 'family.nomor_kartu_keluarga': 0, 'family.lokal-x': 1 }
    const reading = readingOf(mapping, around, [{ name: 'lokal-x', of: 'family', kind }])
    const read = checkRow([aFamily.kk ?? '', cell], 2, reading)
    assert.deepEqual(read.ok ? null : read.error, { code, column: 1 })
  })

const around = {
  today: '2026-11-22',
  place: null,
  findPlace: ({ code }: { readonly code: string }) =>
    ok(placeCode.parse(code.replace(/^(..)(..)(..)(....)$/, '$1.$2.$3.$4'))),
}
const answerFor: Readonly<Record<(typeof indicatorKinds)[number], fc.Arbitrary<Json>>> = {
  'yes-no': fc.boolean(),
  count: fc.nat(9_999),
  quantity: fc.integer({ min: 0, max: 999_999_999 }).map((n) => n / 1000),
  text: fc.constantFrom('rusak berat', 'RT 04', 'ya, sebagian', '12', 'O’Neil'),
  // Also one to come: when something is due.
  day: fc.constantFrom('1999-12-31', '2026-02-28', '2031-07-01'),
}
const someQuestion = fc.record({
  code: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
  of: fc.constantFrom('person' as const, 'family' as const),
  kind: fc.constantFrom(...indicatorKinds),
})
const answered = fc
  .uniqueArray(someQuestion, { selector: ({ code }) => code, maxLength: 6 })
  .chain((questions) =>
    fc
      .tuple(...questions.map(({ kind }) => fc.option(answerFor[kind], { freq: 4 })))
      .map((answers) =>
        questions.map((one, nth) => ({ ...one, name: localName(one.code), answer: answers[nth] ?? null })),
      ),
  )

property(
  'LOAD-23 whatever a district asks and whatever was answered, an export that is loaded again changes nothing',
  fc.tuple(answered, fc.constantFrom('people' as const, 'families' as const)),
  ([asked, subject]) => {
    const registry = aRegistry()
    const said = (of: 'person' | 'family'): Values =>
      Object.fromEntries(
        asked.filter((one) => one.of === of && one.answer !== null).map(({ name, answer }) => [name, answer]),
      )
    const family = { ...aFamily, values: said('family') }
    const person = { ...aPerson, phone: null, values: said('person') }
    registry.put('family', family)
    registry.put('person', person)
    const how = { names, numbers: true, mark: 'x', locals: asked }
    const row = exportRow(subject, { person: subject === 'people' ? person : null, family, place: village }, how)
    const reading = readingOf(suggestMapping(exportHead(subject, asked), asked), around, asked)
    const read = checkRow(row, 2, reading)
    assert.ok(read.ok, JSON.stringify(read))
    const mine = subject === 'people' ? read.value.person?.values : {}
    assert.deepEqual([mine, read.value.family?.values], [subject === 'people' ? person.values : {}, family.values])
    const { counts, changes } = registry.take([read.value], load(1, aFamily.desilOn ?? ''))
    assert.deepEqual([counts.kept, counts.changedPeople, counts.changedFamilies], [0, 0, 0])
    assert.deepEqual(
      changes.filter(({ table }) => table !== 'loadHeard'),
      [],
    )
  },
)
