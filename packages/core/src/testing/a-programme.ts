import fc from 'fast-check'
import type { ProgrammeCommandData } from '../contract/programme.ts'
import { programmeId } from '../kernel/id.ts'
import type { Day } from '../kernel/instant.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { Comparison, Criterion } from '../programme/criterion.ts'
import type { FactSet } from '../programme/fact-set.ts'
import { nothingKnown } from '../programme/fact-set.ts'
import type { ProgrammeRow } from '../programme/programme.ts'
import type { Values } from '../registry/registry.ts'
import { answerValue, statementName } from '../registry/statements.ts'

/** A programme of Sleman for poor families. */
export const aProgramme: ProgrammeRow = {
  id: programmeId.parse('c0000000-0000-4000-8000-000000000001'),
  district: ledgerCode.parse('34.04'),
  version: 2,
  code: '',
  name: 'Bantuan Sembako Sleman',
  gives: 'Beras 10 kg setiap bulan',
  sector: 'food',
  unit: 'family',
  owner: 'district',
  ownerName: 'Dinas Sosial Sleman',
  office: null,
  place: placeCode.parse('34.04'),
  decides: 'Dinas Sosial',
  papers: ['KTP', 'KK'],
  contact: '',
  schedule: '',
  certainty: 'sure',
  replaces: null,
  versions: [
    {
      from: '2026-01-01',
      rule: { fact: 'desil', is: 'at-most', value: 4 },
      legal: 'Perbup 1/2026',
      note: '',
      conflicts: [],
    },
  ],
  startsOn: '2026-01-01',
  endsOn: null,
  changedAt: Date.parse('2026-01-01T00:00:00Z'),
}

const words = {
  name: aProgramme.name,
  gives: aProgramme.gives,
  sector: aProgramme.sector,
  ownerName: aProgramme.ownerName,
  office: null,
  decides: aProgramme.decides,
  papers: ['KTP', 'KK'],
  contact: '',
  schedule: '',
  certainty: aProgramme.certainty,
}
const criteria = {
  from: '2026-11-02',
  rule: { fact: 'desil', is: 'at-most', value: 4 } as const,
  legal: 'Perbup 1/2026',
  note: '',
  conflicts: [],
  excludes: [],
}

/** Data of each command about programmes that the law has nothing against. */
export const programmeData = {
  'programme.open': {
    ...words,
    ...criteria,
    code: '',
    unit: 'family',
    owner: 'district',
    place: placeCode.parse('34.04'),
    replaces: null,
  },
  'programme.change': words,
  'programme.set-criteria': criteria,
  'programme.end': { from: '2026-12-31', note: 'Anggaran habis.' },
} as const satisfies { readonly [Kind in keyof ProgrammeCommandData]: ProgrammeCommandData[Kind] | object }

/** Statements that were answered a while ago, as values keep them. */
export const answered = (said: Readonly<Record<string, boolean>>, on: Day = '2026-06-01'): Values =>
  Object.fromEntries(Object.entries(said).map(([ask, yes]) => [statementName(ask), answerValue({ yes, on })]))

/** Facts with some of them filled in: nobody's family. */
export const factsOf = (part: Partial<FactSet>): FactSet => ({ ...nothingKnown, ...part })

const count = fc.integer({ min: 0, max: 12 })
const code = fc.constantFrom('1', '2', '3', '4')

/** Comparisons of facts of every kind and holder. */
export const anyComparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('desil', 'sepeda_motor', 'usia'),
    is: fc.constantFrom('at-least', 'at-most'),
    value: count,
  }),
  fc.record({ fact: fc.constant('desil'), is: fc.constant('between'), value: fc.tuple(count, count) }),
  fc.record({
    fact: fc.constantFrom('jenis_kloset', 'status_kawin', 'fasilitas_bab'),
    is: fc.constant('eq'),
    value: code,
  }),
  fc.record({
    fact: fc.constantFrom('status_kawin', 'penyakit_kronis'),
    is: fc.constant('in'),
    value: fc.array(code, { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constantFrom('hamil', 'sanitasi_layak', 'disabilitas_berat', 'kartu_merah'),
    is: fc.constant('eq'),
    value: fc.boolean(),
  }),
  fc.record({ fact: fc.constantFrom('desil', 'hamil', 'luas_lantai'), is: fc.constant('known') }),
)

/** Rules of any shape, three groups deep. */
export const anyCriterion: fc.Arbitrary<Criterion> = fc.letrec<{ rule: Criterion }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    anyComparison,
    fc.record({ ask: fc.constantFrom('Ada di daftar musdes', 'Diusulkan RT') }),
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
    fc.record({ member: tie('rule') }),
  ),
})).rule

const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
const written = (values: Readonly<Record<string, Values[string] | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

const person: fc.Arbitrary<Values> = fc
  .record({
    tanggal_lahir: sometimes(fc.constantFrom('1950-02-28', '1984-02-29', '2012-11-22', '2025-12-31')),
    status_kawin: sometimes(code),
    hamil: sometimes(fc.boolean()),
    penyakit_kronis: sometimes(fc.uniqueArray(code)),
    penglihatan: sometimes(code),
  })
  .map(written)

/** Families of whom some things are known and others not. */
export const anyFacts: fc.Arbitrary<FactSet> = fc.record({
  person,
  family: fc
    .record({
      desil: sometimes(fc.integer({ min: 1, max: 10 })),
      sepeda_motor: sometimes(count),
      jenis_kloset: sometimes(code),
      fasilitas_bab: sometimes(code),
      pembuangan_akhir_tinja: sometimes(code),
      luas_lantai: sometimes(fc.integer({ min: 10, max: 90 })),
    })
    .map(written),
  case: fc.record({ kartu_merah: sometimes(fc.boolean()) }).map(written),
  members: fc.array(person, { maxLength: 3 }),
  said: fc
    .record({ 'Ada di daftar musdes': sometimes(fc.boolean()) })
    .map((said) =>
      answered(
        Object.fromEntries(Object.entries(said).filter((one): one is [string, boolean] => one[1] !== undefined)),
      ),
    ),
})

/** The same family before somebody wrote some of it down: what `keep` says no to is not known yet. */
export function forget({ person, family, case: kase, members, said }: FactSet, keep: () => boolean): FactSet {
  const less = <Kept extends object>(values: Kept): Kept | object =>
    Object.fromEntries(Object.entries(values).filter(() => keep()))
  return {
    person: { ...less(person) },
    family: { ...less(family) },
    case: { ...less(kase) },
    members: members.map((member) => ({ ...less(member) })),
    said: { ...less(said) },
  }
}
