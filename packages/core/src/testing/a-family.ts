import { familyId, personId, recordId } from '../kernel/id.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import type { FamilyRow, PersonRow, RecordRow } from '../registry/registry.ts'

/** Ids of the registry, the nth of each kind. */
const nth = (n: number): string => `b0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const at = { district: ledgerCode.parse('34.04'), version: 1, place: placeCode.parse('34.04.07.2001') }
const monday = Date.parse('2026-11-02T02:00:00Z')

/** A family of Sleman as somebody wrote it down. Nobody's. */
export const aFamily: FamilyRow = {
  ...at,
  id: familyId.parse(nth(1)),
  kk: '3404070101100001',
  address: 'Jalan Kaliurang km 5, RT 04 RW 10',
  values: { status_kepemilikan_rumah: '1', jenis_lantai_terluas: '3', sepeda_motor: 1 },
  desil: 2,
  desilOn: '2026-07-10',
  desilSource: 'DTSEN',
  status: 'known',
  mergedInto: null,
  complete: 40,
  load: null,
  addedAt: monday,
  changedAt: monday,
}

/** Its head. */
export const aPerson: PersonRow = {
  ...at,
  id: personId.parse(nth(2)),
  family: aFamily.id,
  name: 'Siti Aminah',
  nik: '3404074506800001',
  birthDate: '1980-06-05',
  sex: 'P',
  phone: '081300001111',
  values: { status_hubungan_keluarga: '1', status_kawin: '4' },
  status: 'known',
  mergedInto: null,
  complete: 60,
  load: null,
  addedAt: monday,
  changedAt: monday,
}

/** One giving of a value of hers. */
export const aRecord: RecordRow = {
  ...at,
  id: recordId.parse(nth(3)),
  holder: aPerson.id,
  of: 'person',
  way: 'visit',
  source: 'Kunjungan rumah',
  ref: null,
  office: null,
  by: 'staff:b0000000-0000-4000-8000-000000000009',
  at: monday,
  values: { status_kawin: '4' },
  was: { status_kawin: '2' },
  base: 0,
}
