import type { OfficeRow } from '../office/office.ts'
import { ledgerCode, placeCode } from '../place/code.ts'
import { ids } from './ids.ts'

/** An office: a Puskesos in Caturtunggal, Sleman, unless told otherwise. */
export const anOffice = (own: Partial<OfficeRow> = {}): OfficeRow => ({
  id: ids.office(1),
  district: ledgerCode.parse('34.04'),
  version: 1,
  name: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place: placeCode.parse('34.04.07.2001'),
  parent: ids.office(2),
  active: true,
  address: '',
  phone: '',
  openedAt: 0,
  ...own,
})

/**
 * The tree that tests walk: a village, a sub-district that is closed, the district's secretariat, the province, the
 * nation; beside the secretariat another village, a hospital, a health office, and a provider that has closed.
 */
export const offices = {
  village: anOffice(),
  subdistrict: anOffice({
    id: ids.office(2),
    name: 'Pos Kapanewon Depok',
    kind: 'subdistrict-post',
    level: 'subdistrict',
    place: placeCode.parse('34.04.07'),
    parent: ids.office(3),
    active: false,
  }),
  district: anOffice({
    id: ids.office(3),
    name: 'Sekretariat SLRT Sleman',
    kind: 'secretariat',
    level: 'district',
    place: placeCode.parse('34.04'),
    parent: ids.office(4),
  }),
  province: anOffice({
    id: ids.office(4),
    district: ledgerCode.parse('34'),
    name: 'Dinas Sosial DIY',
    kind: 'province-office',
    level: 'province',
    place: placeCode.parse('34'),
    parent: ids.office(5),
  }),
  nation: anOffice({
    id: ids.office(5),
    district: ledgerCode.parse('00'),
    name: 'Sekretariat Nasional',
    kind: 'national-office',
    level: 'nation',
    place: placeCode.parse('00'),
    parent: null,
  }),
  otherVillage: anOffice({
    id: ids.office(6),
    name: 'Puskesos Maguwoharjo',
    place: placeCode.parse('34.04.07.2002'),
  }),
  hospital: aProvider(7, 'RSUD Sleman', true),
  health: aProvider(8, 'Dinas Kesehatan Sleman', true),
  closed: aProvider(9, 'LKS yang sudah tutup', false),
} as const

export type OfficeName = keyof typeof offices

function aProvider(n: number, name: string, active: boolean): OfficeRow {
  const place = placeCode.parse('34.04')
  return anOffice({ id: ids.office(n), name, kind: 'provider', level: 'district', place, parent: null, active })
}
