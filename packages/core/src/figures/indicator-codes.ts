import { keysOf } from '../kernel/keys.ts'

/** What the page of indicators shows of a place, in its groups and their order. The catalogue says what each is. */
export const shownIndicators = {
  flow: ['registered', 'complaints', 'open', 'late', 'stale', 'escalated', 'returned', 'disputed', 'reopened'],
  speed: ['responded', 'first-half', 'first-most', 'handled', 'on-time', 'answer-half', 'answer-most'],
  result: ['confirmed', 'no-word', 'satisfied', 'visited', 'better', 'visit-late', 'owned'],
  help: ['came', 'came-on-time', 'right-amount', 'useful', 'inclusion', 'exclusion'],
  referral: ['referred', 'referral-accepted', 'referral-completed', 'referral-declined'],
  people: ['facilitators', 'visits-made', 'visits-missed', 'villages-silent'],
  quality: [
    'proposals-accepted',
    'proposals-rejected',
    'proposals-waiting',
    'without-nik',
    'odd-times',
    'phones-waiting',
    'phone-age',
  ],
  letters: ['letters-issued', 'letters-handed'],
} as const
export type IndicatorGroup = keyof typeof shownIndicators
export type ShownIndicator = (typeof shownIndicators)[IndicatorGroup][number]
export const indicatorGroups = keysOf(shownIndicators)
export const shownCodes: readonly ShownIndicator[] = indicatorGroups.flatMap((group) => [...shownIndicators[group]])

/** The four that stand for the whole (on target, fast, responsive, integrated), and what each is read from. */
export const headlines = {
  target: ['inclusion', 'exclusion'],
  fast: ['answer-half', 'answer-most'],
  responsive: ['first-half', 'first-most'],
  integrated: ['owned'],
} as const satisfies Readonly<Record<string, readonly ShownIndicator[]>>
export type Headline = keyof typeof headlines
export const headlineNames = keysOf(headlines)

/** Counts that are no indicator themselves and stand on the page as "of how many". */
export const wholes = [
  'families',
  'measured',
  'ended',
  'needed',
  'said',
  'judged',
  'received-seen',
  'fit-seen',
  'visits-ended',
  'all-facilitators',
  'all-villages',
  'answered-proposals',
  'all-phones',
] as const
export type Whole = (typeof wholes)[number]
/** Whatever is counted for the page. */
export type Cell = ShownIndicator | Whole

/** Of how many each is; what is left out is a plain count. */
export const wholeOf: { readonly [Code in Cell]?: Cell } = {
  complaints: 'families',
  late: 'open',
  stale: 'open',
  responded: 'registered',
  'first-half': 'responded',
  'first-most': 'responded',
  'on-time': 'handled',
  'answer-half': 'measured',
  'answer-most': 'measured',
  confirmed: 'ended',
  'no-word': 'ended',
  satisfied: 'confirmed',
  better: 'visited',
  owned: 'needed',
  came: 'said',
  'came-on-time': 'said',
  'right-amount': 'said',
  useful: 'said',
  inclusion: 'received-seen',
  exclusion: 'fit-seen',
  'referral-accepted': 'referred',
  'referral-completed': 'referred',
  'referral-declined': 'referred',
  facilitators: 'all-facilitators',
  'visits-missed': 'visits-ended',
  'villages-silent': 'all-villages',
  'proposals-accepted': 'answered-proposals',
  'proposals-rejected': 'answered-proposals',
  'without-nik': 'registered',
  'odd-times': 'visits-made',
  'phones-waiting': 'all-phones',
  'phone-age': 'phones-waiting',
  'letters-handed': 'letters-issued',
}

/** What holds now and has no period before. */
export const standingIndicators: readonly ShownIndicator[] = [
  'open',
  'late',
  'stale',
  'visit-late',
  'proposals-waiting',
  'phones-waiting',
  'phone-age',
]
/** Working minutes, or hours of the clock, of half or of nine in ten: no counts. */
export const spentIndicators = ['first-half', 'first-most', 'answer-half', 'answer-most', 'phone-age'] as const
export type SpentIndicator = (typeof spentIndicators)[number]
export const isSpent = (code: Cell): code is SpentIndicator => spentIndicators.some((spent) => spent === code)
