import { type ProgrammeCard, programmeCard } from '@openslrt/core/contract/programme-queries.ts'
import { ids } from '@openslrt/core/testing/ids.ts'

/** What people have of the PKH, as rules of a place ask about it. */
export const pkhFact = {
  name: 'program-pkh',
  of: 'family',
  kind: 'code',
  names: { id: 'PKH', en: 'PKH' },
} as const
/** What a district asks for itself. */
export const hungerFact = {
  name: 'lokal-makan',
  of: 'family',
  kind: 'yes-no',
  names: { id: 'Makan kurang dari dua kali', en: 'Eats less than twice' },
} as const

const version = (own: object = {}) => ({
  from: '2026-06-01',
  rule: {
    all: [
      { fact: 'desil', is: 'at-most', value: 4 },
      { fact: 'lokal-makan', is: 'eq', value: true },
    ],
  },
  legal: 'Perbup 7/2026',
  note: 'Diutamakan lansia.',
  conflicts: [{ says: 'Desil 1–5', source: 'Laman dinas' }],
  excludes: ['pkh'],
  ...own,
})

/** A programme of Sleman with a version that was, one that holds and one to come. */
export const aProgrammeCard = (own: object = {}): ProgrammeCard =>
  programmeCard.parse({
    id: ids.staff(1),
    district: '34.04',
    version: 3,
    name: 'Beras Sleman',
    gives: 'Beras 10 kg setiap bulan',
    sector: 'food',
    unit: 'family',
    owner: 'district',
    ownerName: 'Pemkab Sleman',
    place: '34.04',
    placeName: 'Kabupaten Sleman',
    certainty: 'sure',
    disputed: true,
    endsOn: null,
    today: '2026-11-22',
    code: '',
    office: ids.office(7),
    officeName: 'Dinas Sosial Sleman',
    decides: 'Kepala dinas',
    papers: ['KTP', 'KK'],
    contact: '0274-123',
    schedule: 'Setiap tanggal 5',
    startsOn: '2026-01-01',
    replaces: null,
    versions: [
      version({ from: '2027-01-01', rule: { fact: 'desil', is: 'at-most', value: 3 }, excludes: [], conflicts: [] }),
      version(),
      version({ from: '2026-01-01', rule: { ask: 'Ada di daftar musdes' }, legal: '', note: '', excludes: [] }),
    ],
    excludedBy: [],
    facts: [pkhFact, hungerFact],
    mayChange: true,
    mayReplace: false,
    ...own,
  })
