import type { DoubleCommandData } from '../contract/doubles.ts'
import { pairId, personId, personLinkId } from '../kernel/id.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { LinkRow } from '../registry/link.ts'
import type { PairRow } from '../registry/merge-row.ts'
import { aPerson } from './a-family.ts'

/** Two of Sleman who were one. */
export const aPair: PairRow = {
  id: pairId.parse('b0000000-0000-4000-8000-000000000004'),
  district: aPerson.district,
  version: 1,
  of: 'person',
  kept: aPerson.id,
  gone: 'b0000000-0000-4000-8000-000000000005',
  place: aPerson.place,
  otherPlace: aPerson.place,
  verdict: 'merged',
  took: ['nik'],
  was: '{"nik":null}',
  moved: [{ table: 'registryRecord', field: 'holder', id: 'b0000000-0000-4000-8000-000000000003' }],
  by: 'staff:b0000000-0000-4000-8000-000000000009',
  at: Date.parse('2026-11-02T02:00:00Z'),
  undoneAt: null,
}

/** Somebody of Sleman whom Bantul knows too. */
export const aLink: LinkRow = {
  id: personLinkId.parse('b0000000-0000-4000-8000-000000000006'),
  district: aPerson.district,
  version: 2,
  person: aPerson.id,
  place: aPerson.place,
  nik: '3404074506800001',
  other: ledgerCode.parse('34.02'),
  otherPerson: personId.parse('b0000000-0000-4000-8000-000000000007'),
  otherPlace: placeCode.parse('34.02.01.2001'),
  status: 'confirmed',
  note: 'Pindah dari sana',
  office: null,
  by: 'staff:b0000000-0000-4000-8000-000000000009',
  at: Date.parse('2026-11-02T02:00:00Z'),
  answerOffice: null,
  answeredBy: 'staff:b0000000-0000-4000-8000-000000000008',
  answeredAt: Date.parse('2026-11-03T02:00:00Z'),
}

const two = { of: 'person', kept: aPair.kept, gone: aPair.gone } as const

/** Data of each command about two who look like one. */
export const doubleData: DoubleCommandData = {
  'registry.merge': { ...two, take: ['nik'], keptVersion: 1, goneVersion: 1 },
  'registry.not-same': two,
  'registry.unmerge': {},
  'registry.ask-link': { person: aPerson.id, note: 'Pindah dari sana' },
  'registry.answer-link': { person: aPerson.id, same: true },
  'registry.end-link': {},
}
