import type { RestrictedKind } from '../access/permission.ts'
import type { Line, ShippedItem } from '../lists/item.ts'
import { itemsOf, sinceTheStart } from '../lists/item.ts'
import { cellLimitList, ppksTypeList, usualLeast } from './types.ts'

type Type = readonly [...line: Line, restricted?: RestrictedKind]

/** The 26 types of Permensos 8/2012 in its order: a type's place here is its number. */
const types: readonly Type[] = [
  ['neglected-toddler', 'Anak balita terlantar', 'Neglected child under five'],
  ['neglected-child', 'Anak terlantar', 'Neglected child'],
  ['child-in-law', 'Anak yang berhadapan dengan hukum', 'Child in contact with the law', 'child-in-law'],
  ['street-child', 'Anak jalanan', 'Street child'],
  ['child-disability', 'Anak dengan kedisabilitasan', 'Child with a disability'],
  ['child-violence', 'Anak yang menjadi korban tindak kekerasan', 'Child victim of violence', 'child-violence'],
  [
    'child-protection',
    'Anak yang memerlukan perlindungan khusus',
    'Child in need of special protection',
    'child-protection',
  ],
  ['neglected-elderly', 'Lanjut usia terlantar', 'Neglected elderly person'],
  ['disability', 'Penyandang disabilitas', 'Person with a disability'],
  ['sex-work', 'Tuna susila', 'Sex worker', 'sex-work'],
  ['homeless', 'Gelandangan', 'Homeless person'],
  ['beggar', 'Pengemis', 'Beggar'],
  ['scavenger', 'Pemulung', 'Waste picker'],
  ['minority', 'Kelompok minoritas', 'Minority group', 'minority'],
  ['former-inmate', 'Bekas warga binaan lembaga pemasyarakatan', 'Former inmate', 'former-inmate'],
  ['hiv', 'Orang dengan HIV/AIDS', 'Person with HIV/AIDS', 'hiv'],
  ['narcotics', 'Korban penyalahgunaan NAPZA', 'Victim of substance abuse', 'narcotics'],
  ['trafficking', 'Korban trafficking', 'Victim of trafficking', 'trafficking'],
  ['violence', 'Korban tindak kekerasan', 'Victim of violence', 'violence'],
  ['migrant-worker', 'Pekerja migran bermasalah sosial', 'Migrant worker with social problems'],
  ['natural-disaster', 'Korban bencana alam', 'Victim of a natural disaster'],
  ['social-disaster', 'Korban bencana sosial', 'Victim of a social disaster'],
  ['vulnerable-woman', 'Perempuan rawan sosial ekonomi', 'Socially and economically vulnerable woman'],
  ['poor', 'Fakir miskin', 'Poor person'],
  ['troubled-family', 'Keluarga bermasalah sosial psikologis', 'Family with social and psychological problems'],
  ['remote-community', 'Komunitas adat terpencil', 'Remote customary community'],
]

/** What may come of a PPKS. */
export const ppksEndings: readonly Line[] = [
  ['self-reliant', 'Sudah mandiri', 'Stands on their own feet'],
  ['back-home', 'Kembali ke keluarga', 'Back with the family'],
  ['in-institution', 'Diasuh lembaga kesejahteraan sosial', 'In the care of an institution'],
  ['referred-on', 'Ditangani instansi lain', 'Handled by another agency'],
  ['not-ppks', 'Bukan PPKS setelah asesmen', 'Not a PPKS after the assessment'],
  ['refused-help', 'Menolak layanan', 'Refused the services'],
  ['moved', 'Pindah daerah', 'Moved to another district'],
  ['not-found', 'Tidak ditemukan lagi', 'Could not be found any more'],
  ['died', 'Meninggal dunia', 'Died'],
]

/** What an assessment warns of. */
export const ppksRisks: readonly Line[] = [
  ['violence', 'Kekerasan di sekitarnya', 'Violence around them'],
  ['self-harm', 'Menyakiti diri sendiri', 'Self-harm'],
  ['no-carer', 'Tidak ada yang merawat', 'Nobody who cares for them'],
  ['no-shelter', 'Tidak punya tempat tinggal', 'No shelter'],
  ['hunger', 'Kurang makan', 'Lack of food'],
  ['illness', 'Sakit tanpa pengobatan', 'Ill without treatment'],
  ['no-identity', 'Tidak punya identitas', 'No identity papers'],
  ['out-of-school', 'Putus sekolah', 'Out of school'],
]

/** PPKS-1 The types as a new installation holds them, and the limit below which those of a restricted one are not told. */
export const shippedPpksItems: readonly ShippedItem[] = [
  ...types.map(([code, id, en, restricted], nth) => ({
    list: ppksTypeList,
    code,
    names: { id, en },
    data: { number: nth + 1, restricted: restricted ?? null },
    ...sinceTheStart,
  })),
  ...itemsOf('ppks-ending', ppksEndings),
  ...itemsOf('ppks-risk', ppksRisks),
  {
    list: cellLimitList,
    code: 'ppks',
    names: { id: 'PPKS jenis terbatas', en: 'PPKS of restricted types' },
    data: {
      least: usualLeast,
      basis: 'UU 27/2022 tentang Pelindungan Data Pribadi: data pribadi yang bersifat spesifik',
    },
    ...sinceTheStart,
  },
  {
    list: cellLimitList,
    code: 'need',
    names: { id: 'Tabel kebutuhan warga', en: 'Table of needs' },
    data: { least: usualLeast, basis: 'UU 27/2022 tentang Pelindungan Data Pribadi: pembatasan data yang ditampilkan' },
    ...sinceTheStart,
  },
]
export const ppksTypeCodes = types.map(([code]) => code)
