import type { SurgeAction, SurgeData, SurgeMoveOf } from '../contract/surge.ts'
import { ledgerCode, placeCode, villageCode } from '../place/code.ts'
import type { AffectedRow, SurgeRow } from '../surge/surge.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

const district = ledgerCode.parse('34.04')
const village = villageCode.parse('34.04.07.2001')
const slots = {
  name: 'PBI dinonaktifkan Februari',
  offices: [offices.village.id, offices.district.id],
  days: ['2026-11-03', '2026-11-04'],
  perDay: 2,
  isPublic: false,
}

/** For every act about an affected list, data that the law has nothing against. */
export const surgeData: SurgeData = {
  start: {
    ...slots,
    kind: 'pbi-off',
    place: placeCode.parse('34.04'),
    day: '2026-11-02',
    category: 'pbi-inactive',
    rules: [
      { class: 'emergency', years: null },
      { class: 'chronic', years: null },
      { class: 'elderly', years: 60 },
      { class: 'child', years: 5 },
      { class: 'other', years: null },
    ],
  },
  change: slots,
  close: { note: 'Semua sudah dilayani.' },
  list: {
    rows: [
      {
        id: ids.affected(1),
        case: ids.case(1),
        place: village,
        name: 'Sumarni',
        nik: '3404075203600001',
        phone: null,
        address: 'RT 04',
        birthDate: '1960-03-12',
        facts: [],
        line: 1,
      },
    ],
  },
  arrange: {},
  open: { rows: [ids.affected(1)] },
  done: { row: ids.affected(1), note: '' },
  absent: { row: ids.affected(1), note: '' },
  again: { row: ids.affected(1), note: '' },
  drop: { row: ids.affected(1), note: 'Sudah pindah.' },
}

/** An act with data that the law has nothing against, or with other data. */
export const surgeMove = <Action extends SurgeAction>(
  action: Action,
  own: Partial<SurgeData[Action]> = {},
): SurgeMoveOf<Action> => ({ action, data: { ...surgeData[action], ...own } })

/** An event in Sleman with two offices and two days, two slots a day at each. */
export const aSurge = (own: Partial<SurgeRow> = {}): SurgeRow => ({
  id: ids.surge(1),
  district,
  version: 1,
  ...slots,
  kind: 'pbi-off',
  place: placeCode.parse('34.04'),
  day: '2026-11-02',
  category: 'pbi-inactive',
  rules: surgeData.start.rules,
  office: offices.district.id,
  status: 'open',
  edition: 1,
  numbered: 0,
  note: null,
  startedBy: ids.staff(1),
  startedAt: monday,
  changedAt: monday,
  ...own,
})

/** Somebody on its list, without a slot yet. */
export const anAffected = (own: Partial<AffectedRow> = {}): AffectedRow => ({
  id: ids.affected(1),
  district,
  version: 1,
  surge: ids.surge(1),
  place: village,
  name: 'Sumarni',
  nik: '3404075203600001',
  phone: null,
  address: 'RT 04',
  birthDate: '1960-03-12',
  person: null,
  family: null,
  class: 'elderly',
  why: 'age',
  rank: 2,
  line: 1,
  number: null,
  office: null,
  slotDay: null,
  slotNth: null,
  status: 'listed',
  caseId: ids.case(1),
  openedAt: null,
  note: null,
  settledBy: null,
  settledAt: null,
  listedAt: monday,
  changedAt: monday,
  ...own,
})
