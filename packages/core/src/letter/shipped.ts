import type { Line, ShippedItem } from '../lists/item.ts'
import { sinceTheStart } from '../lists/item.ts'
import type { LetterKind } from './kinds.ts'
import { letterKinds } from './kinds.ts'
import type { ChainData } from './rules.ts'
import { templates } from './shipped-templates.ts'

const names: Readonly<Record<LetterKind, Line>> = {
  registered: ['registered', 'Surat keterangan terdaftar DTSEN', 'Statement of registration in DTSEN'],
  recommendation: ['recommendation', 'Surat rekomendasi', 'Recommendation'],
  'pbi-reactivation': ['pbi-reactivation', 'Rekomendasi reaktivasi PBI-JKN', 'PBI-JKN reactivation recommendation'],
  hardship: ['hardship', 'Surat keterangan tidak mampu (SKTM)', 'Statement of hardship (SKTM)'],
  'referral-slip': ['referral-slip', 'Surat rujukan', 'Referral slip'],
  'visit-report': ['visit-report', 'Berita acara kunjungan', 'Visit report'],
}

const coordinator = [{ act: 'sign', post: 'Koordinator' }] as const
const agency = [
  { act: 'initial', post: 'Kepala Bidang' },
  { act: 'sign', post: 'Kepala Dinas Sosial' },
] as const
const officer = [{ act: 'sign', post: 'Pejabat berwenang' }] as const

/** Made at any desk: a Puskesos of three people can fill it, because who drafts and who signs are two of them. */
const everywhere: ChainData['levels'] = {
  village: [...coordinator],
  subdistrict: [...coordinator],
  district: [...agency],
  province: [...officer],
  nation: [...officer],
}
/** What other agencies act on is signed at the agency. */
const atAgency: ChainData['levels'] = { ...everywhere, village: null, subdistrict: null }

const chains: Readonly<Record<LetterKind, ChainData['levels']>> = {
  registered: everywhere,
  recommendation: atAgency,
  'pbi-reactivation': atAgency,
  hardship: everywhere,
  'referral-slip': everywhere,
  'visit-report': everywhere,
}
const chainBasis = 'Konsep oleh BO, paraf kepala bidang, tanda tangan kepala dinas; di Puskesos oleh koordinator'

type Purpose = readonly [...line: Line, maxDesil: number | null, basis: string]
const purposes: readonly Purpose[] = [
  ['health', 'Pelayanan kesehatan', 'Health care', null, ''],
  ['pbi-jkn', 'Kepesertaan PBI-JKN', 'PBI-JKN membership', 5, 'PBI-JKN untuk desil 1-5'],
  ['pip', 'Program Indonesia Pintar', 'Program Indonesia Pintar', 4, 'PIP untuk desil 1-4'],
  ['kip-kuliah', 'KIP Kuliah', 'KIP Kuliah', 5, 'Batas surat keterangan KIP Kuliah, desil 1-5'],
  ['spmb', 'Jalur afirmasi SPMB', 'Affirmative school admission', 5, 'Jalur afirmasi, desil 1-5'],
  ['education', 'Bantuan pendidikan lainnya', 'Other help with education', null, ''],
  ['baznas', 'Bantuan Baznas', 'Help by Baznas', null, ''],
  ['housing', 'Rumah layak huni', 'Housing', null, ''],
  ['legal', 'Bantuan hukum', 'Legal aid', null, ''],
  ['funeral', 'Santunan kematian', 'Death benefit', 5, 'Santunan kematian, desil 1-5'],
  ['other', 'Keperluan lain', 'Another purpose', null, ''],
]

/** The rules of letters as a new installation holds them; each place may have its own from a day on. */
export const shippedLetterItems: readonly ShippedItem[] = [
  ...letterKinds.map((kind) => itemOf('letter-template', names[kind], templates[kind])),
  ...letterKinds.map((kind) => itemOf('letter-chain', names[kind], { levels: chains[kind], basis: chainBasis })),
  itemOf('letter-number', ['standard', 'Pola nomor surat', 'Pattern of letter numbers'], {
    pattern: '{kode}/{nomor}/SLRT-{wilayah}/{bulan-romawi}/{tahun}',
    basis: 'Pola umum surat dinas: kode, nomor urut, unit, bulan, tahun',
  }),
  itemOf('letter-logo', ['standard', 'Logo kop surat', 'Logo over letters'], { picture: null }),
  ...purposes.map(([code, id, en, maxDesil, basis]) => itemOf('letter-purpose', [code, id, en], { maxDesil, basis })),
]

function itemOf(list: string, [code, id, en]: Line, data: ShippedItem['data']): ShippedItem {
  return { list, code, names: { id, en }, data, ...sinceTheStart }
}
