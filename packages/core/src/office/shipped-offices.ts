import type { Day } from '../kernel/instant.ts'
import type { OfficeKind } from './office.ts'
import { sentra } from './shipped-sentra.ts'

/** An office of the nation that every installation is given: nobody works there until somebody is appointed. */
export interface ShippedOffice {
  /** What its id is made of: never changed, whatever it is called. */
  readonly code: string
  readonly name: string
  readonly kind: Extract<OfficeKind, 'agency' | 'provider'>
  /** The office it belongs to, by its code. */
  readonly under: string | null
  readonly address: string
  /** From when on it is there under this name, and the first day on which it no longer is. */
  readonly from: Day
  readonly until: Day | null
}

type Line = readonly [code: string, name: string, under?: string]

// Since the cabinet of October 2024 (Perpres 139/2024): ministries that were parted, joined or given another name.
const cabinet = '2024-10-21'
// The others have been there since before SLRT was (2016).
const always = '2016-01-01'

const offices = (kind: ShippedOffice['kind'], from: Day, lines: readonly Line[]): readonly ShippedOffice[] =>
  lines.map(([code, name, under = null]) => ({ code, name, kind, under, address: '', from, until: null }))

/**
 * OFFICE-18 The ministries, directorates and national bodies that answer for what citizens bring to SLRT: whose programme
 * it is (domain list of programmes), who holds the register, or who shelters whom. Addresses and telephone numbers are
 * theirs to enter.
 */
export const shippedOffices: readonly ShippedOffice[] = [
  ...offices('agency', always, [
    ['kemensos', 'Kementerian Sosial'],
    ['kemensos-dayasos', 'Direktorat Jenderal Pemberdayaan Sosial', 'kemensos'],
    [
      'kemensos-pspkkm',
      'Direktorat Pemberdayaan Sosial Perorangan, Keluarga, dan Kelembagaan Masyarakat',
      'kemensos-dayasos',
    ],
    ['kemensos-rehsos', 'Direktorat Jenderal Rehabilitasi Sosial', 'kemensos'],
    ['kemensos-linjamsos', 'Direktorat Jenderal Perlindungan dan Jaminan Sosial', 'kemensos'],
    ['kemensos-pusdatin', 'Pusat Data dan Informasi Kesejahteraan Sosial', 'kemensos'],
    ['kemenkes', 'Kementerian Kesehatan'],
    ['kemenag', 'Kementerian Agama'],
    ['kemendagri', 'Kementerian Dalam Negeri'],
    ['kemendagri-dukcapil', 'Direktorat Jenderal Kependudukan dan Pencatatan Sipil', 'kemendagri'],
    ['kemnaker', 'Kementerian Ketenagakerjaan'],
    ['kemenpppa', 'Kementerian Pemberdayaan Perempuan dan Perlindungan Anak'],
    ['kkp', 'Kementerian Kelautan dan Perikanan'],
    ['esdm', 'Kementerian Energi dan Sumber Daya Mineral'],
    ['bappenas', 'Kementerian Perencanaan Pembangunan Nasional/Bappenas'],
    ['bps', 'Badan Pusat Statistik'],
    ['bapanas', 'Badan Pangan Nasional'],
    ['bgn', 'Badan Gizi Nasional'],
    ['bnpb', 'Badan Nasional Penanggulangan Bencana'],
    ['bnn', 'Badan Narkotika Nasional'],
    ['lpsk', 'Lembaga Perlindungan Saksi dan Korban'],
    ['kpai', 'Komisi Perlindungan Anak Indonesia'],
  ]),
  ...offices('agency', cabinet, [
    ['kemenko-pm', 'Kementerian Koordinator Bidang Pemberdayaan Masyarakat'],
    ['kemenko-pmk', 'Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan'],
    ['kemendikdasmen', 'Kementerian Pendidikan Dasar dan Menengah'],
    ['kemdiktisaintek', 'Kementerian Pendidikan Tinggi, Sains, dan Teknologi'],
    ['kemendes', 'Kementerian Desa dan Pembangunan Daerah Tertinggal'],
    ['pkp', 'Kementerian Perumahan dan Kawasan Permukiman'],
    ['umkm', 'Kementerian Usaha Mikro, Kecil, dan Menengah'],
    ['koperasi', 'Kementerian Koperasi'],
    ['p2mi', 'Kementerian Pelindungan Pekerja Migran Indonesia'],
    ['kemendukbangga', 'Kementerian Kependudukan dan Pembangunan Keluarga/BKKBN'],
    ['kemenkum', 'Kementerian Hukum'],
    ['kemenimipas', 'Kementerian Imigrasi dan Pemasyarakatan'],
  ]),
  ...offices('provider', always, [
    ['bpjs-kesehatan', 'BPJS Kesehatan'],
    ['bpjs-ketenagakerjaan', 'BPJS Ketenagakerjaan'],
    ['baznas', 'Badan Amil Zakat Nasional (BAZNAS)'],
    ['pln', 'PT PLN (Persero)'],
    ['pos', 'PT Pos Indonesia (Persero)'],
  ]),
  ...sentra.map(
    ([code, name, address]): ShippedOffice => ({
      code: `sentra-${code}`,
      name,
      kind: 'provider',
      under: 'kemensos-rehsos',
      address,
      from: always,
      until: null,
    }),
  ),
]

/** OFFICE-18 The offices that are there on a day, those above before those that belong to them. */
export function shippedOn(day: Day, offered: readonly ShippedOffice[] = shippedOffices): readonly ShippedOffice[] {
  const there = offered.filter(({ from, until }) => from <= day && (until === null || day < until))
  const codes = new Set(there.map(({ code }) => code))
  return there.filter(({ under }) => under === null || codes.has(under))
}
