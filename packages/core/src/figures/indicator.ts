import type { PlaceLevel } from '../place/code.ts'
import type { Headline } from './indicator-codes.ts'

/** The same in both languages: the catalogue is data, taken along as a file, and no text of a screen. */
export interface Words {
  readonly id: string
  readonly en: string
}

/** Which question of the server answers it. */
export const answeringRoutes = {
  indicators: '/api/figures/indicators',
  district: '/api/figures/district',
  region: '/api/figures/region',
  referrals: '/api/figures/referrals',
  conditions: '/api/figures/conditions',
} as const
export type AnsweringRoute = keyof typeof answeringRoutes

export type Unit = 'count' | 'share' | 'days' | 'hours' | 'rate'
/** Whether more of it is good news, bad news, or only news. */
export type Direction = 'more' | 'less' | 'neither'

/** One indicator, as whoever doubts a number wants it told. */
export interface Indicator {
  readonly name: Words
  readonly unit: Unit
  readonly direction: Direction
  readonly numerator: Words
  /** Of how many; left out where it is a plain count. */
  readonly denominator?: Words
  readonly source: keyof typeof sources
  readonly method: keyof typeof methods
  readonly base: keyof typeof bases
  readonly levels: readonly PlaceLevel[]
  readonly by: readonly AnsweringRoute[]
  readonly headline?: Headline
  /** Since which version it is counted like this. */
  readonly since: string
}

/** What is asked for and nothing counts yet, with the reason. */
export interface Uncounted {
  readonly name: Words
  readonly why: Words
}

/** Which rows are counted. */
export const sources = {
  cases: {
    id: 'Kasus di wilayah warga, menurut keadaannya sekarang.',
    en: 'Cases by where the citizen lives, as they stand now.',
  },
  entries: {
    id: 'Catatan buku besar tentang kasus di wilayah warga, pada hari catatan itu diterima.',
    en: 'Entries of the ledger about cases by where the citizen lives, on the day they came in.',
  },
  clocks: {
    id: 'Menit kerja yang disimpan pada kasus saat langkahnya diambil, menurut kalender daerah waktu itu.',
    en: 'Working minutes kept on the case when the step was taken, by the district’s calendar of that time.',
  },
  needs: { id: 'Kebutuhan yang dicatat pada kasus.', en: 'Needs recorded with cases.' },
  said: {
    id: 'Kepesertaan program sebagaimana terakhir dikatakan keluarga atau dilihat petugas pada masa ini.',
    en: 'Participation in programmes as the family last said or an officer saw it in this period.',
  },
  verdicts: {
    id: 'Kunjungan yang terlaksana pada masa ini dengan pernyataan layak atau tidak layak, dan kepesertaan program keluarga itu sekarang.',
    en: 'Visits made in this period that state fit or unfit, and what that family receives now.',
  },
  referrals: { id: 'Rujukan dari kasus di wilayah warga.', en: 'Referrals of cases by where the citizen lives.' },
  visits: { id: 'Kunjungan rumah di wilayah ini.', en: 'Home visits in this place.' },
  people: {
    id: 'Penugasan pendamping, kunjungan yang mereka lakukan, dan kasus yang mereka catat.',
    en: 'Posts of facilitators, the visits they made and the cases they wrote down.',
  },
  villages: {
    id: 'Daftar desa dan kelurahan, dengan kasus, kunjungan, dan usulan di dalamnya.',
    en: 'The list of villages, with cases, visits and proposals in them.',
  },
  proposals: { id: 'Usulan perubahan data dari wilayah ini.', en: 'Proposals to the registry from this place.' },
  phones: {
    id: 'HP pendamping, sebagaimana terakhir terhubung.',
    en: 'Field phones, as they were when last heard.',
  },
  letters: { id: 'Surat dari kasus di wilayah warga.', en: 'Letters of cases by where the citizen lives.' },
  registry: {
    id: 'Data keluarga dan warga yang tercatat, dihitung sehari sekali. Dibulatkan bagi yang tidak boleh membukanya.',
    en: 'Families and people of the registry, counted once a day. Rounded for whoever may not open them.',
  },
  counters: {
    id: 'Penghitung harian yang ditulis setiap kabupaten dan kota bersama catatannya; bukan kasusnya.',
    en: 'Daily counters that each district writes with its entries; not the cases.',
  },
} as const satisfies Readonly<Record<string, Words>>

/** How the number comes about. */
export const methods = {
  count: { id: 'Dihitung satu per satu.', en: 'Counted one by one.' },
  now: {
    id: 'Dihitung menurut keadaan saat dilihat; tidak menurut masa.',
    en: 'Counted as of the moment, for no period.',
  },
  share: { id: 'Pembilang dibagi penyebut.', en: 'Numerator over denominator.' },
  'share-now': {
    id: 'Pembilang dibagi penyebut menurut keadaan saat dilihat.',
    en: 'Numerator over denominator as of the moment.',
  },
  rate: {
    id: 'Pembilang dibagi penyebut, dikali seribu.',
    en: 'Numerator over denominator, times a thousand.',
  },
  half: {
    id: 'Diurutkan; nilai yang tidak dilampaui separuh (median). Dua nilai tidak dirata-ratakan. Waktu menunggu warga tidak dihitung.',
    en: 'Sorted; the value that half do not exceed (median). No value between two. Time spent waiting for the citizen is left out.',
  },
  most: {
    id: 'Diurutkan; nilai yang tidak dilampaui sembilan dari sepuluh (persentil 90). Waktu menunggu warga tidak dihitung.',
    en: 'Sorted; the value that nine in ten do not exceed (90th percentile). Time spent waiting for the citizen is left out.',
  },
  'half-now': {
    id: 'Diurutkan menurut keadaan saat dilihat; nilai yang tidak dilampaui separuh (median).',
    en: 'Sorted as of the moment; the value that half do not exceed (median).',
  },
  found: {
    id: 'Pembilang dibagi penyebut. Yang dikunjungi bukan sampel acak: angka ini menunjuk, belum menaksir.',
    en: 'Numerator over denominator. Those visited are no random sample: it points, it does not estimate.',
  },
} as const satisfies Readonly<Record<string, Words>>

/** Why it is counted: the law or the programme that asks for it. */
export const bases = {
  slrt: { id: 'Permensos 15/2018 tentang SLRT', en: 'Regulation 15/2018 of the Minister of Social Affairs on SLRT' },
  complaints: {
    id: 'Perpres 76/2013 tentang pengelolaan pengaduan pelayanan publik',
    en: 'Presidential regulation 76/2013 on complaints about public services',
  },
  service: { id: 'UU 25/2009 tentang pelayanan publik', en: 'Law 25/2009 on public services' },
  registry: {
    id: 'Inpres 4/2025 tentang DTSEN; Permensos 3/2021',
    en: 'Presidential instruction 4/2025 on DTSEN; ministerial regulation 3/2021',
  },
  open: {
    id: 'UU 14/2008 tentang keterbukaan informasi publik',
    en: 'Law 14/2008 on public information',
  },
  privacy: { id: 'UU 27/2022 tentang pelindungan data pribadi', en: 'Law 27/2022 on personal data' },
  programme: { id: 'Praktik SLRT di daerah; usul OpenSLRT', en: 'SLRT practice in districts; proposed by OpenSLRT' },
} as const satisfies Readonly<Record<string, Words>>
