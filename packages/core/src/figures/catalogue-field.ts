import { measureWords as en } from '../i18n/en/measure-words.ts'
import { measureWords as id } from '../i18n/id/measure-words.ts'
import { usual } from './catalogue-cases.ts'
import type { Indicator, Words } from './indicator.ts'
import type { shownIndicators } from './indicator-codes.ts'

const share = { ...usual, unit: 'share', method: 'share' } as const
type Group<Name extends keyof typeof shownIndicators> = Readonly<
  Record<(typeof shownIndicators)[Name][number], Indicator>
>

const saidOf: Words = {
  id: 'Kepesertaan yang dikatakan pada masa ini.',
  en: 'Participations that were told of in this period.',
}
const asked = { ...share, direction: 'more', denominator: saidOf, source: 'said', base: 'registry' } as const

export const help: Group<'help'> = {
  came: {
    ...asked,
    name: { id: 'Bantuan datang', en: 'The help came' },
    numerator: { id: 'Yang menerima, atau pernah menerima.', en: 'Those who receive it, or did.' },
  },
  'came-on-time': {
    ...asked,
    name: { id: 'Bantuan tepat waktu', en: 'The help came in time' },
    numerator: { id: 'Yang dikatakan tepat waktu.', en: 'Those that were said to be in time.' },
  },
  'right-amount': {
    ...asked,
    name: { id: 'Jumlah bantuan tepat', en: 'The amount was right' },
    numerator: { id: 'Yang dikatakan tepat jumlahnya.', en: 'Those whose amount was said to be right.' },
  },
  useful: {
    ...asked,
    name: { id: 'Bantuan bermanfaat', en: 'The help was useful' },
    numerator: { id: 'Yang dikatakan bermanfaat.', en: 'Those that were said to help.' },
  },
  inclusion: {
    ...share,
    name: { id: 'Menerima tetapi tidak layak', en: 'Receive and are found unfit' },
    direction: 'less',
    numerator: { id: 'Di antaranya, yang dinyatakan tidak layak.', en: 'Of these, those stated to be unfit.' },
    denominator: {
      id: 'Kunjungan masa ini yang menyatakan layak atau tidak, kepada keluarga yang menerima program.',
      en: 'Visits of this period that state fit or unfit, to families that receive a programme.',
    },
    source: 'verdicts',
    method: 'found',
    base: 'registry',
    headline: 'target',
  },
  exclusion: {
    ...share,
    name: { id: 'Layak tetapi tidak menerima', en: 'Are found fit and receive nothing' },
    direction: 'less',
    numerator: { id: 'Di antaranya, yang tidak menerima program apa pun.', en: 'Of these, those who receive nothing.' },
    denominator: {
      id: 'Kunjungan masa ini yang menyatakan layak.',
      en: 'Visits of this period that state fit.',
    },
    source: 'verdicts',
    method: 'found',
    base: 'registry',
    headline: 'target',
  },
}

const referredCases: Words = { id: 'Kasus yang dirujuk pada masa ini.', en: 'Cases referred in this period.' }
const onBoard = {
  ...usual,
  source: 'referrals',
  by: ['indicators', 'district'],
} as const
const ofReferred = { ...onBoard, unit: 'share', method: 'share', denominator: referredCases } as const
type Referred = (typeof shownIndicators)['referral'][number]
const named = (measure: Referred): Pick<Indicator, 'name' | 'numerator'> => ({
  name: { id: id[`measure.${measure}`], en: en[`measure.${measure}`] },
  numerator: { id: id[`measure.${measure}.what`], en: en[`measure.${measure}.what`] },
})

export const referral: Group<'referral'> = {
  referred: { ...onBoard, ...named('referred') },
  'referral-accepted': { ...ofReferred, ...named('referral-accepted'), direction: 'more' },
  'referral-completed': { ...ofReferred, ...named('referral-completed'), direction: 'more' },
  'referral-declined': { ...ofReferred, ...named('referral-declined'), direction: 'less' },
}

export const people: Group<'people'> = {
  facilitators: {
    ...share,
    name: { id: 'Pendamping yang aktif', en: 'Active facilitators' },
    direction: 'more',
    numerator: {
      id: 'Di antaranya, yang melakukan kunjungan atau mencatat kasus pada masa ini.',
      en: 'Of these, those who made a visit or wrote down a case in this period.',
    },
    denominator: {
      id: 'Orang yang pada masa ini ditugaskan sebagai pendamping di wilayah ini.',
      en: 'People who held a post as facilitator here in this period.',
    },
    source: 'people',
  },
  'visits-made': {
    ...usual,
    name: { id: 'Kunjungan rumah', en: 'Home visits' },
    direction: 'more',
    numerator: { id: 'Kunjungan yang terlaksana pada masa ini.', en: 'Visits made in this period.' },
    source: 'visits',
  },
  'visits-missed': {
    ...share,
    name: { id: 'Kunjungan yang tidak bertemu', en: 'Visits that met nobody' },
    direction: 'less',
    numerator: { id: 'Kunjungan masa ini yang tidak bertemu siapa pun.', en: 'Visits of this period that met nobody.' },
    denominator: {
      id: 'Kunjungan masa ini yang terlaksana atau tidak bertemu.',
      en: 'Visits of this period that were made or met nobody.',
    },
    source: 'visits',
  },
  'villages-silent': {
    ...share,
    name: { id: 'Desa tanpa kegiatan', en: 'Silent villages' },
    direction: 'less',
    numerator: {
      id: 'Desa dan kelurahan tanpa kasus, kunjungan, atau usulan pada masa ini.',
      en: 'Villages without a case, a visit or a proposal in this period.',
    },
    denominator: { id: 'Desa dan kelurahan di wilayah ini.', en: 'Villages in this place.' },
    source: 'villages',
  },
}

const answeredOnes: Words = {
  id: 'Usulan yang dijawab pusat pada masa ini.',
  en: 'Proposals that the centre answered in this period.',
}
const ofAnswered = { ...share, denominator: answeredOnes, source: 'proposals', base: 'registry' } as const

export const quality: Group<'quality'> = {
  'proposals-accepted': {
    ...ofAnswered,
    name: { id: 'Usulan diterima pusat', en: 'Proposals accepted' },
    direction: 'more',
    numerator: { id: 'Di antaranya, yang diterima.', en: 'Of these, those accepted.' },
  },
  'proposals-rejected': {
    ...ofAnswered,
    name: { id: 'Usulan ditolak pusat', en: 'Proposals rejected' },
    direction: 'less',
    numerator: {
      id: 'Di antaranya, yang ditolak, dengan alasannya.',
      en: 'Of these, those rejected, with the reason.',
    },
  },
  'proposals-waiting': {
    ...usual,
    name: { id: 'Usulan menunggu jawaban pusat', en: 'Proposals waiting for an answer' },
    numerator: {
      id: 'Usulan yang sudah dikirim dan sekarang belum dijawab.',
      en: 'Proposals that were sent and have no answer now.',
    },
    source: 'proposals',
    method: 'now',
    base: 'registry',
  },
  'without-nik': {
    ...share,
    name: { id: 'Dicatat tanpa NIK', en: 'Written down without a NIK' },
    direction: 'less',
    numerator: {
      id: 'Kasus masa ini yang dicatat tanpa NIK warga, pelapor tanpa nama tidak dihitung.',
      en: 'Cases of this period without the citizen’s NIK, those of nameless reporters left out.',
    },
    denominator: { id: 'Kasus yang didaftarkan pada masa ini.', en: 'Cases registered in this period.' },
    base: 'registry',
  },
  'odd-times': {
    ...share,
    name: { id: 'Kunjungan dengan waktu janggal', en: 'Visits at odd times' },
    direction: 'less',
    numerator: {
      id: 'Kunjungan masa ini yang menurut HP terjadi sebelum direncanakan, atau sesudah kabarnya diterima.',
      en: 'Visits of this period that, says the phone, were before their plan or after word of them came in.',
    },
    denominator: { id: 'Kunjungan yang terlaksana pada masa ini.', en: 'Visits made in this period.' },
    source: 'visits',
    base: 'registry',
  },
  'phones-waiting': {
    ...share,
    name: { id: 'HP dengan isian belum terkirim', en: 'Phones with something unsent' },
    direction: 'less',
    numerator: {
      id: 'Di antaranya, yang saat terakhir terhubung masih menyimpan isian yang belum terkirim.',
      en: 'Of these, those that still held something unsent when last heard.',
    },
    denominator: { id: 'HP pendamping di wilayah ini.', en: 'Field phones of this place.' },
    source: 'phones',
    method: 'share-now',
    base: 'programme',
  },
  'phone-age': {
    ...usual,
    name: { id: 'Umur isian yang belum terkirim, separuh', en: 'Age of what is unsent, half' },
    unit: 'hours',
    direction: 'less',
    numerator: {
      id: 'Jam sejak HP itu terakhir terhubung.',
      en: 'Hours since such a phone was last heard.',
    },
    denominator: { id: 'HP dengan isian yang belum terkirim.', en: 'Phones with something unsent.' },
    source: 'phones',
    method: 'half-now',
    base: 'programme',
  },
}

export const letters: Group<'letters'> = {
  'letters-issued': {
    ...usual,
    name: { id: 'Surat diterbitkan', en: 'Letters issued' },
    numerator: {
      id: 'Surat yang ditandatangani dan bernomor pada masa ini, termasuk yang kemudian dicabut atau diganti.',
      en: 'Letters signed and numbered in this period, those revoked or replaced later included.',
    },
    source: 'letters',
    base: 'service',
  },
  'letters-handed': {
    ...share,
    name: { id: 'Surat sudah di tangan warga', en: 'Letters in the citizen’s hands' },
    direction: 'more',
    numerator: { id: 'Di antaranya, yang sudah diserahkan.', en: 'Of these, those handed over.' },
    denominator: { id: 'Surat yang diterbitkan pada masa ini.', en: 'Letters issued in this period.' },
    source: 'letters',
    base: 'service',
  },
}
