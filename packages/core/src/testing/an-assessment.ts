import type { IndependenceCommandData } from '../contract/independence.ts'
import type { AssessmentRow, Said, SaidOf } from '../independence/assessment.ts'
import type { Figures } from '../independence/figures.ts'
import { instrumentWords } from '../independence/instrument.ts'
import { shippedInstrument } from '../independence/shipped.ts'
import { assessmentId } from '../kernel/id.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from './a-policy.ts'
import { offices } from './an-office.ts'
import { ids } from './ids.ts'

export const anAssessmentId = assessmentId.parse('0192f000-0000-7000-8000-0000000000e1')

/** The assessment of Sleman for this year, just begun, unless told otherwise. */
export const anAssessment = (own: Partial<AssessmentRow> = {}): AssessmentRow => ({
  id: anAssessmentId,
  district: ledgerCode.parse('34.04'),
  version: 1,
  year: 2026,
  instrument: shippedInstrument.from,
  office: offices.district.id,
  status: 'drafted',
  answers: {},
  judged: {},
  figures: null,
  score: null,
  profile: {},
  note: null,
  assessors: [ids.staff(1)],
  verifiers: [],
  signer: null,
  draftedAt: monday,
  submittedAt: null,
  verifiedAt: null,
  signedAt: null,
  changedAt: monday,
  ...own,
})

/** One and the same said of every indicator of the shipped instrument. */
export const saidOfAll = (level: Said['level'], text = 'Tertulis di laporan dinas.'): SaidOf =>
  Object.fromEntries(shippedInstrument.indicators.map(({ code }) => [code, { level, text }]))

/** The same, as a command carries it. */
export const answersOfAll = (level: Said['level'], text?: string) =>
  Object.entries(saidOfAll(level, text)).map(([code, said]) => ({ code, ...said }))

export const noFigures: Figures = {
  puskesos: { n: 0, of: 0 },
  facilitated: { n: 0, of: 0 },
  posts: { n: 0, of: 0 },
  handled: { n: 0, of: 0 },
  confirmed: { n: 0, of: 0 },
  referred: { n: 0, of: 0 },
}

const answers = [{ code: 'budget-apbd', level: 2, text: 'DPA 2026 halaman 12.' }]
const { from: _from, ...words } = shippedInstrument

/** For every command about independence, data that the law has nothing against. */
export const independenceData: IndependenceCommandData = {
  draft: { year: 2026 },
  save: { answers },
  submit: {},
  withdraw: { note: 'Salah tahun.' },
  judge: { answers },
  return: { note: 'Lampirkan DPA.' },
  verify: {},
  sign: {},
  change: { from: '2027-01-01', ...instrumentWords.parse(words) },
}
