import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { needStatuses, participationStatuses } from '../need/need.ts'
import type { FamilyRow, PersonRow } from '../registry/registry.ts'
import { aFamily, aPerson } from '../testing/a-family.ts'
import { property } from '../testing/property.ts'
import type { Face, Home } from './condition.ts'
import { conditionsOn, faceNames, faces } from './condition.ts'

const day = '2026-11-23'
const marksOf = conditionsOn(day)
const home = (own: Partial<Home> = {}): Home => ({ family: aFamily, members: [aPerson], taken: [], needs: [], ...own })
const valuesOf = (face: Face, of: Home): readonly string[] =>
  marksOf(of)
    .filter((mark) => mark.face === face)
    .map(({ value }) => value)
const family = (own: Partial<FamilyRow>): Home => home({ family: { ...aFamily, ...own } })
const member = (values: PersonRow['values'], birthDate: string | null = '1980-06-05'): Home =>
  home({ members: [{ ...aPerson, values, birthDate }] })

const sound = {
  luas_lantai: 36,
  sumber_air_minum_utama: '5',
  fasilitas_bab: '1',
  jenis_kloset: '1',
  pembuangan_akhir_tinja: '1',
  jenis_atap_terluas: '2',
  jenis_dinding_terluas: '1',
  jenis_lantai_terluas: '1',
}

const homes: readonly (readonly [string, Face, Home, readonly string[]])[] = [
  ['a desil stands as it was given', 'desil', family({ desil: 2 }), ['2']],
  ['a family without a desil is not known', 'desil', family({ desil: null }), ['unknown']],
  ['a snapshot is named by its quarter', 'snapshot', family({ desil: 1, desilOn: '2026-07-10' }), ['2026-Q3']],
  ['the last day of a quarter is still in it', 'snapshot', family({ desil: 1, desilOn: '2026-06-30' }), ['2026-Q2']],
  ['a desil without a day has no snapshot', 'snapshot', family({ desil: 1, desilOn: null }), ['unknown']],
  ['a day without a desil is none either', 'snapshot', family({ desil: null, desilOn: '2026-07-10' }), ['unknown']],
  ['a house of which all is sound is adequate', 'house', family({ values: sound }), ['adequate']],
  ['one bad wall is enough', 'house', family({ values: { ...sound, jenis_dinding_terluas: '3' } }), ['inadequate']],
  ['one that nobody looked at is not known', 'house', family({ values: {} }), ['unknown']],
  ['who finds it very hard to see has a disability', 'disability', member({ penglihatan: '3' }), ['with']],
  ['so has who is on record with a kind of it', 'disability', member({ penyandang_disabilitas: ['fisik'] }), ['with']],
  ['whom nobody asked is not known', 'disability', member({}), ['unknown']],
  ['who is on record with none has none', 'disability', member({ penyandang_disabilitas: [] }), ['without']],
  ['a child of seven is a pupil', 'school', member({ partisipasi_sekolah: '2' }, '2019-11-23'), ['in']],
  ['one who turns seven tomorrow is not', 'school', member({ partisipasi_sekolah: '2' }, '2019-11-24'), []],
  ['one of eighteen still is', 'school', member({ partisipasi_sekolah: '3' }, '2007-11-24'), ['out']],
  ['one of nineteen is not', 'school', member({ partisipasi_sekolah: '3' }, '2007-11-23'), []],
  ['who never went is out of school', 'school', member({ partisipasi_sekolah: '1' }, '2015-01-01'), ['out']],
  ['of whom nothing is said is not known', 'school', member({}, '2015-01-01'), ['unknown']],
  ['who was born on a day that nobody knows is no pupil', 'school', member({ partisipasi_sekolah: '2' }, null), []],
]

const rules: Partial<Record<Face, string>> = { school: 'CONDITION-2', disability: 'CONDITION-3' }
for (const [sentence, face, of, values] of homes)
  test(`${rules[face] ?? 'CONDITION-1'} ${sentence}`, () => assert.deepEqual(valuesOf(face, of), values))

const having = (...programmes: readonly (readonly [string, Home['taken'][number]['status'], string | null])[]): Home =>
  home({ taken: programmes.map(([programme, status, until]) => ({ programme, status, until })) })

const taken: readonly (readonly [string, Home, string])[] = [
  ['nothing on record is no programme', having(), 'none'],
  ['one that goes on is one', having(['pkh', 'receives', null]), 'one'],
  ['one that ends today still goes on', having(['pkh', 'receives', day]), 'one'],
  ['one that ended yesterday does not', having(['pkh', 'receives', '2026-11-22']), 'none'],
  ['one that was stopped does not', having(['pkh', 'stopped', null]), 'none'],
  ['one that nobody ever had is none', having(['pkh', 'never', null]), 'none'],
  ['two of one programme are one', having(['pip', 'receives', null], ['pip', 'receives', null]), 'one'],
  ['two programmes are several', having(['pkh', 'receives', null], ['pip', 'receives', null]), 'several'],
]
for (const [sentence, of, value] of taken)
  test(`CONDITION-1 of programmes: ${sentence}`, () => assert.deepEqual(valuesOf('programmes', of), [value]))

const needing = (...statuses: readonly Home['needs'][number]['status'][]): Home =>
  home({ needs: statuses.map((status) => ({ status })) })
const needed: readonly (readonly [string, Home, string])[] = [
  ['none on record is none', needing(), 'none'],
  ['one that was met is none', needing('met'), 'none'],
  ['one that is applied for is open', needing('met', 'applied'), 'open'],
  ['one that was told to be unmet weighs most', needing('recorded', 'unmet', 'met'), 'unmet'],
]
for (const [sentence, of, value] of needed)
  test(`CONDITION-4 of needs: ${sentence}`, () => assert.deepEqual(valuesOf('needs', of), [value]))

test('CONDITION-1 somebody whom no family holds counts as a person and as no family', () => {
  const alone = home({ family: null, members: [{ ...aPerson, birthDate: '2015-01-01' }] })
  assert.deepEqual(
    marksOf(alone).map(({ face }) => face),
    ['disability', 'school'],
  )
})

const code = fc.constantFrom('1', '2', '3', '4', '5', '6', null)
const anyHome: fc.Arbitrary<Home> = fc.record({
  family: fc.option(
    fc.record({
      values: fc.dictionary(fc.constantFrom(...Object.keys(sound)), code),
      desil: fc.option(fc.integer({ min: 1, max: 10 })),
      desilOn: fc.constantFrom('2025-01-01', '2026-12-31', null),
    }),
  ),
  members: fc.array(
    fc.record({
      values: fc.dictionary(fc.constantFrom('penglihatan', 'partisipasi_sekolah'), code),
      birthDate: fc.constantFrom('1950-01-01', '2012-02-29', '2026-01-01', null),
      sex: fc.constantFrom('L' as const, 'P' as const, null),
    }),
    { maxLength: 6 },
  ),
  taken: fc.array(
    fc.record({
      programme: fc.constantFrom('pkh', 'pip', 'pbi'),
      status: fc.constantFrom(...participationStatuses),
      until: fc.constantFrom('2026-01-01', '2027-01-01', null),
    }),
  ),
  needs: fc.array(fc.record({ status: fc.constantFrom(...needStatuses) })),
})

property(
  'CONDITION-1 every home counts once in each face of families, every member once in that of people',
  anyHome,
  (of) => {
    const marks = marksOf(of)
    for (const face of faceNames) {
      const own = marks.filter((mark) => mark.face === face)
      const { values } = faces[face]
      const most = { family: of.family ? 1 : 0, person: of.members.length, pupil: of.members.length }[faces[face].of]
      assert.ok(faces[face].of === 'pupil' ? own.length <= most : own.length === most, face)
      for (const { value } of own)
        assert.ok(values ? values.some((one) => one === value) : /^(?:20\d\d-Q[1-4]|unknown)$/.test(value), value)
    }
  },
)
