import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { programmeId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { anyCriterion, anyFacts, aProgramme, factsOf } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Criterion } from './criterion.ts'
import { factsFrom } from './facts-of.ts'
import { match, matchFamily, verdictOf } from './match.ts'
import type { ProgrammeRow } from './programme.ts'
import { isGivenOn, offeredAt, versionOn } from './programme.ts'
import { isRule } from './read-rule.ts'
import { vocabulary } from './vocabulary.ts'

const day = '2026-11-22'
const asked = { vocabulary, day }
const nth = (n: number) => programmeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const [version] = aProgramme.versions
const named = (name: string, rule: Criterion, more: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  ...aProgramme,
  name,
  versions: version ? [{ ...version, rule }] : [],
  ...more,
})
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const rich: Criterion = { fact: 'desil', is: 'at-least', value: 5 }
const unsaid: Criterion = { fact: 'mobil', is: 'at-most', value: 0 }

test('MATCH-1 what fits comes first, then what can not be told yet with the least missing, then what does not fit', () => {
  const facts = factsOf({ family: { desil: 2 } })
  const programmes = [
    named('tidak', rich),
    named('dua kurang', { all: [unsaid, { fact: 'perahu', is: 'at-most', value: 0 }] }),
    named('satu kurang', unsaid),
    named('pusat', poor, { owner: 'central' }),
    named('desa', poor, { owner: 'village' }),
    named('provinsi', poor, { owner: 'provincial' }),
    named('yayasan', poor, { owner: 'non-government' }),
    named('kabupaten B', poor),
    named('kabupaten A', poor),
    named('belum mulai', poor, { versions: [] }),
  ]
  const found = match(facts, programmes, asked)
  assert.deepEqual(
    found.map(({ programme, verdict }) => `${programme.name}: ${verdict}`),
    [
      'desa: eligible',
      'kabupaten A: eligible',
      'kabupaten B: eligible',
      'yayasan: eligible',
      'provinsi: eligible',
      'pusat: eligible',
      'satu kurang: cannot-tell',
      'dua kurang: cannot-tell',
      'tidak: not-eligible',
    ],
  )
  assert.deepEqual(
    found.map(({ missing }) => missing.length),
    [0, 0, 0, 0, 0, 0, 1, 2, 0],
  )
  assert.deepEqual((['met', 'unknown', 'not-met'] as const).map(verdictOf), ['eligible', 'cannot-tell', 'not-eligible'])
})

test('MATCH-2 the family is held against what is for families, each of its people against the rest', () => {
  const facts = factsOf({
    family: { desil: 2 },
    members: [{ tanggal_lahir: '1950-01-01' }, { tanggal_lahir: '2015-01-01' }],
  })
  const old = named('lansia', { fact: 'usia', is: 'at-least', value: 70 }, { unit: 'person' })
  const pupil = named('murid', { fact: 'usia', is: 'at-most', value: 18 }, { unit: 'pupil' })
  const groups = matchFamily(facts, [named('keluarga', poor), old, pupil], asked)
  assert.deepEqual(
    groups.map(({ member, matches }) => [
      member,
      ...matches.map(({ programme, verdict }) => `${programme.name} ${verdict}`),
    ]),
    [
      [null, 'keluarga eligible'],
      [0, 'lansia eligible', 'murid not-eligible'],
      [1, 'murid eligible', 'lansia not-eligible'],
    ],
  )
})

test('MATCH-3 facts are what the registry and the case say, under the names of rules', () => {
  const facts = factsFrom({
    family: aFamily,
    members: [aPerson],
    case: { kind: 'complaint', category: 'pbi-inactive', priority: 'red', sector: 'health' },
  })
  assert.deepEqual(facts.family, { ...aFamily.values, desil: 2 })
  assert.deepEqual(facts.members, [{ ...aPerson.values, tanggal_lahir: '1980-06-05', jenis_kelamin: 'P' }])
  assert.deepEqual(facts.case, {
    jenis_kasus: 'complaint',
    kategori_kasus: 'pbi-inactive',
    bidang_kasus: 'health',
    kartu_merah: true,
  })
  assert.deepEqual(factsFrom({ family: null, members: [] }), factsOf({}))
})

test('PROG-10 the version of a day is the last that has begun; a programme is there from its first day until its last', () => {
  const two = {
    ...aProgramme,
    versions: ['2027-01-01', '2026-06-01'].flatMap((from) => (version ? [{ ...version, from }] : [])),
  }
  assert.deepEqual(
    ['2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'].map((on) => versionOn(two, on)?.from ?? null),
    [null, '2026-06-01', '2026-06-01', '2027-01-01'],
  )
  const ends = { ...aProgramme, endsOn: '2026-12-31' }
  assert.deepEqual(
    ['2025-12-31', '2026-01-01', '2026-12-30', '2026-12-31'].map((on) => isGivenOn(ends, on)),
    [false, true, true, false],
  )
})

test('PROG-11 a place is offered its own and what comes from above; a local rule stands in the stead of the one it replaces', () => {
  const place = (code: string) => placeCode.parse(code)
  const central = { ...aProgramme, id: nth(10), place: place('00') }
  const own = { ...aProgramme, id: nth(11), replaces: nth(10) }
  const all = [
    central,
    own,
    { ...aProgramme, id: nth(12), place: place('34') },
    { ...aProgramme, id: nth(13), place: place('34.02') },
    { ...aProgramme, id: nth(14), place: place('34.04.07.2001') },
    { ...aProgramme, id: nth(15), endsOn: day },
  ]
  const at = (code: string, on = day) => offeredAt(place(code), all, on).map(({ id }) => Number(id.slice(-2)))
  assert.deepEqual(at('34.04.07.2001'), [11, 12, 14])
  assert.deepEqual(at('34.04.07.2002'), [11, 12])
  assert.deepEqual(at('34.02.01.2001'), [10, 12, 13])
  assert.deepEqual(at('31.71.01.1001'), [10])
  assert.deepEqual(at('34.04.07.2002', '2026-11-21'), [11, 12, 15])
  const ended = { ...own, endsOn: day }
  assert.deepEqual(
    offeredAt(place('34.04'), [central, ended], day).map(({ id }) => id),
    [nth(10)],
  )
})

property(
  'MATCH-1 whatever is known, every programme gets one answer, and nothing fits after something that does not',
  fc.tuple(fc.array(anyCriterion, { maxLength: 6 }), anyFacts),
  ([rules, facts]) => {
    const found = match(
      facts,
      rules.map((rule, n) => named(`p${n}`, rule)),
      asked,
    )
    assert.equal(found.length, rules.length)
    const order = found.map(({ verdict }) => ['eligible', 'cannot-tell', 'not-eligible'].indexOf(verdict))
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    )
  },
)

property('PROG-14 a rule that was written down is read back as it was', anyCriterion, (rule) => {
  assert.ok(isRule(JSON.parse(JSON.stringify(rule))))
})

property('PROG-14 whatever comes over a wire is a rule or is none, and nothing throws', fc.anything(), (anything) => {
  assert.equal(typeof isRule(anything), 'boolean')
})

test('PROG-14 what is more or less than a rule is none: other fields, deep nests, odd values', () => {
  const good = { fact: 'desil', is: 'at-most', value: 4 }
  assert.ok(isRule(good) && isRule({ ...good, base: 'Inpres 4/2025' }) && isRule({ ask: 'Ada?', base: 'x' }))
  assert.ok(isRule({ ask: 'Ada?', months: 1 }) && isRule({ ask: 'Ada?', base: 'x', months: 120 }))
  let deep: object = good
  for (let n = 0; n < 100_000; n++) deep = { not: deep }
  for (const [nth, odd] of [
    null,
    [],
    'desil',
    {},
    deep,
    { all: good },
    { all: [good], any: [good] },
    { not: [good] },
    { member: null },
    { ask: 7 },
    ...[0, 121, 1.5, '6', null].map((months) => ({ ask: 'Ada?', months })),
    { fact: 'desil', is: 'known', months: 6 },
    { ask: 'x'.repeat(301) },
    { ...good, more: 1 },
    { ...good, base: 7 },
    { ...good, is: 'like' },
    { ...good, value: null },
    { ...good, value: Number.POSITIVE_INFINITY },
    { fact: 'desil', is: 'known', value: 4 },
    { fact: 'desil', is: 'in', value: 'x' },
    { fact: 'desil', is: 'between', value: [1] },
    { is: 'eq', value: 1, base: 'x' },
  ].entries())
    assert.equal(isRule(odd), false, String(nth))
})
