import type { CaseMeasure } from '../case/measures.ts'
import { measureWords as en } from '../i18n/en/measure-words.ts'
import { measureWords as id } from '../i18n/id/measure-words.ts'
import type { Indicator, Words } from './indicator.ts'
import type { shownIndicators } from './indicator-codes.ts'

/** What most indicators of a district have in common. */
export const usual = {
  unit: 'count',
  direction: 'neither',
  source: 'cases',
  method: 'count',
  base: 'slrt',
  levels: ['district', 'subdistrict', 'village'],
  by: ['indicators'],
  since: '0.1.0',
} as const satisfies Partial<Indicator>

/** What a list of cases opens by has its name and its sentence there already. */
const ofCases = (measure: CaseMeasure, own: Partial<Indicator> = {}): Indicator => ({
  name: { id: id[`measure.${measure}`], en: en[`measure.${measure}`] },
  numerator: { id: id[`measure.${measure}.what`], en: en[`measure.${measure}.what`] },
  ...usual,
  ...own,
})
const share = { unit: 'share', method: 'share' } as const
const now = { method: 'now' } as const
const shareNow = { unit: 'share', method: 'share-now' } as const
const alsoOnBoard = { by: ['indicators', 'district'] } as const

const registered: Words = { id: 'Kasus yang didaftarkan pada masa ini.', en: 'Cases registered in this period.' }
const handled: Words = { id: 'Kasus yang ditangani pada masa ini.', en: 'Cases handled in this period.' }
const openNow: Words = { id: 'Kasus yang sekarang belum selesai.', en: 'Cases that are open now.' }
const ended: Words = {
  id: 'Kasus yang ditutup pada masa ini sesudah dijawab: dengan kata warga, atau tanpa kabar.',
  en: 'Cases closed in this period after an answer: with the citizen’s word, or without any.',
}

const firstActed: Words = {
  id: 'Hari kerja dari pendaftaran sampai petugas pertama kali mengambil, mengembalikan, atau menyelesaikan kasus.',
  en: 'Working days from registration until an officer first took, returned or settled the case.',
}
const answered: Words = {
  id: 'Hari kerja dari pendaftaran sampai jawaban, menurut jam yang dijanjikan kategorinya. Juga menurut tingkat dan kantor yang menjawab.',
  en: 'Working days from registration to the answer, by the clock that its category promised. Also by level and office that answered.',
}
const responded: Words = {
  id: 'Kasus yang didaftarkan pada masa ini dan sudah ditanggapi.',
  en: 'Cases registered in this period that were responded to.',
}
const timed: Words = {
  id: 'Kasus yang ditangani pada masa ini dan waktunya tersimpan.',
  en: 'Cases handled in this period whose time was kept.',
}

type Group<Name extends keyof typeof shownIndicators> = Readonly<
  Record<(typeof shownIndicators)[Name][number], Indicator>
>

export const flow: Group<'flow'> = {
  registered: ofCases('registered', alsoOnBoard),
  complaints: {
    ...usual,
    name: { id: 'Pengaduan per 1.000 keluarga', en: 'Complaints per 1,000 families' },
    unit: 'rate',
    method: 'rate',
    base: 'complaints',
    numerator: { id: 'Pengaduan yang didaftarkan pada masa ini.', en: 'Complaints registered in this period.' },
    denominator: {
      id: 'Keluarga wilayah ini yang sekarang ada di daftar keluarga.',
      en: 'Families of this place that the registry has now.',
    },
  },
  open: ofCases('open', now),
  late: ofCases('late', { ...shareNow, ...alsoOnBoard, direction: 'less', base: 'complaints', denominator: openNow }),
  stale: ofCases('stale', { ...shareNow, direction: 'less', base: 'complaints', denominator: openNow }),
  escalated: ofCases('escalated', { source: 'entries' }),
  returned: ofCases('returned', { source: 'entries', direction: 'less', base: 'service' }),
  disputed: ofCases('disputed', { source: 'entries', direction: 'less', base: 'complaints' }),
  reopened: ofCases('reopened', { source: 'entries', direction: 'less', base: 'complaints' }),
}

export const speed: Group<'speed'> = {
  responded: ofCases('responded', { ...share, direction: 'more', base: 'complaints', denominator: registered }),
  'first-half': {
    ...usual,
    name: { id: 'Tanggapan pertama, separuh', en: 'First response, half' },
    unit: 'days',
    direction: 'less',
    numerator: firstActed,
    denominator: responded,
    source: 'clocks',
    method: 'half',
    base: 'complaints',
    headline: 'responsive',
  },
  'first-most': {
    ...usual,
    name: { id: 'Tanggapan pertama, 9 dari 10', en: 'First response, nine in ten' },
    unit: 'days',
    direction: 'less',
    numerator: firstActed,
    denominator: responded,
    source: 'clocks',
    method: 'most',
    base: 'complaints',
    headline: 'responsive',
  },
  handled: ofCases('handled', { ...alsoOnBoard, direction: 'more' }),
  'on-time': ofCases('on-time', {
    ...share,
    ...alsoOnBoard,
    direction: 'more',
    base: 'service',
    denominator: handled,
  }),
  'answer-half': {
    ...usual,
    name: { id: 'Hari kerja sampai dijawab, separuh', en: 'Working days to the answer, half' },
    unit: 'days',
    direction: 'less',
    numerator: answered,
    denominator: timed,
    source: 'clocks',
    method: 'half',
    base: 'complaints',
    headline: 'fast',
  },
  'answer-most': {
    ...usual,
    name: { id: 'Hari kerja sampai dijawab, 9 dari 10', en: 'Working days to the answer, nine in ten' },
    unit: 'days',
    direction: 'less',
    numerator: answered,
    denominator: timed,
    source: 'clocks',
    method: 'most',
    base: 'complaints',
    headline: 'fast',
  },
}

export const result: Group<'result'> = {
  confirmed: ofCases('confirmed', {
    ...share,
    ...alsoOnBoard,
    direction: 'more',
    base: 'complaints',
    denominator: ended,
  }),
  'no-word': ofCases('no-word', { ...share, direction: 'less', base: 'complaints', denominator: ended }),
  satisfied: ofCases('satisfied', {
    ...share,
    ...alsoOnBoard,
    direction: 'more',
    base: 'service',
    denominator: {
      id: 'Kasus yang pada masa ini dinyatakan selesai oleh warga.',
      en: 'Cases that citizens said in this period are solved.',
    },
  }),
  visited: ofCases('visited', { ...alsoOnBoard, direction: 'more', base: 'programme' }),
  better: ofCases('better', {
    ...share,
    ...alsoOnBoard,
    direction: 'more',
    base: 'programme',
    denominator: {
      id: 'Kasus yang kunjungan lanjutan terakhirnya berlangsung pada masa ini.',
      en: 'Cases whose last visit afterwards took place in this period.',
    },
  }),
  'visit-late': ofCases('visit-late', { ...now, ...alsoOnBoard, direction: 'less', base: 'programme' }),
  owned: {
    ...usual,
    ...share,
    name: { id: 'Setiap kebutuhan ada penanggung jawabnya', en: 'Every need has an owner' },
    direction: 'more',
    numerator: {
      id: 'Di antaranya, yang semua kebutuhannya sudah dicocokkan dengan program, diajukan, atau terpenuhi.',
      en: 'Of these, those all of whose needs are matched to a programme, applied for or met.',
    },
    denominator: {
      id: 'Kasus yang didaftarkan pada masa ini dan punya kebutuhan yang dicatat.',
      en: 'Cases registered in this period with a need on record.',
    },
    source: 'needs',
    headline: 'integrated',
  },
}
