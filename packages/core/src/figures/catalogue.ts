import { type Face, faceNames } from '../condition/condition.ts'
import type { RegionMeasure } from '../contract/figures.ts'
import { regionMeasures } from '../contract/figures.ts'
import type { LeagueCount } from '../contract/league.ts'
import { leagueCounts } from '../contract/league.ts'
import { condition as conditionEn } from '../i18n/en/condition.ts'
import { figures as figuresEn } from '../i18n/en/figures.ts'
import { league as leagueEn } from '../i18n/en/league.ts'
import { measureWords as measureEn } from '../i18n/en/measure-words.ts'
import { condition as conditionId } from '../i18n/id/condition.ts'
import { figures as figuresId } from '../i18n/id/figures.ts'
import { league as leagueId } from '../i18n/id/league.ts'
import { measureWords as measureId } from '../i18n/id/measure-words.ts'
import { keysOf } from '../kernel/keys.ts'
import { placeLevels } from '../place/code.ts'
import { flow, result, speed, usual } from './catalogue-cases.ts'
import { help, letters, people, quality, referral } from './catalogue-field.ts'
import type { Direction, Indicator, Uncounted } from './indicator.ts'
import type { IndicatorGroup } from './indicator-codes.ts'

/** Above the district only counters are read: they count events, not cases, and are told apart here. */
const ofCounters: Readonly<Record<RegionMeasure, Direction>> = {
  registered: 'neither',
  handled: 'more',
  confirmed: 'more',
  disputed: 'less',
  open: 'neither',
}
const counted = (measure: RegionMeasure): Indicator => ({
  ...usual,
  name: { id: measureId[`measure.${measure}`], en: measureEn[`measure.${measure}`] },
  numerator: { id: figuresId[`count.${measure}.what`], en: figuresEn[`count.${measure}.what`] },
  direction: ofCounters[measure],
  source: 'counters',
  method: measure === 'open' ? 'now' : 'count',
  levels: ['nation', 'province'],
  by: ['region'],
})

/** How people live: each face splits all whom it counts by what is known of them. */
const ofPeople = (face: Face): Indicator => ({
  ...usual,
  name: { id: conditionId[`condition.face.${face}`], en: conditionEn[`condition.face.${face}`] },
  numerator: { id: conditionId[`condition.face.${face}.what`], en: conditionEn[`condition.face.${face}.what`] },
  source: 'registry',
  base: 'registry',
  levels: placeLevels,
  by: ['conditions'],
})

/** What the table of asked offices tells of each. */
const leagueSpent = ['take-half', 'take-most', 'work-half', 'work-most'] as const
type LeagueColumn = LeagueCount | (typeof leagueSpent)[number]
const goodOrBad: { readonly [Name in LeagueColumn]?: Direction } = {
  taken: 'more',
  completed: 'more',
  declined: 'less',
  failed: 'less',
  late: 'less',
}
const ofOffices = (name: LeagueColumn): Indicator => {
  const spent = leagueSpent.some((one) => one === name)
  const sorted = name.endsWith('half') ? 'half' : 'most'
  return {
    ...usual,
    name: { id: leagueId[`league.${name}`], en: leagueEn[`league.${name}`] },
    numerator: { id: leagueId[`league.${name}.what`], en: leagueEn[`league.${name}.what`] },
    unit: spent ? 'days' : 'count',
    direction: spent ? 'less' : (goodOrBad[name] ?? 'neither'),
    source: 'referrals',
    method: spent ? sorted : 'count',
    by: ['referrals'],
  }
}
const prefixed = <Name extends string>(
  prefix: string,
  names: readonly Name[],
  say: (name: Name) => Indicator,
): readonly CatalogueEntry[] => names.map((name) => ({ code: `${prefix}${name}`, ...say(name) }))

export type CatalogueEntry = Indicator & { readonly code: string }
export interface CatalogueGroup {
  readonly group: IndicatorGroup | 'region' | 'offices' | 'conditions'
  readonly entries: readonly CatalogueEntry[]
}
const grouped = (group: IndicatorGroup, of: Readonly<Record<string, Indicator>>): CatalogueGroup => ({
  group,
  entries: Object.entries(of).map(([code, indicator]) => ({ code, ...indicator })),
})

/** INDICATOR-2 Every indicator that something counts, in the order in which pages show them. */
export const catalogue: readonly CatalogueGroup[] = [
  grouped('flow', flow),
  grouped('speed', speed),
  grouped('result', result),
  grouped('help', help),
  grouped('referral', referral),
  { group: 'offices', entries: prefixed('office-', [...leagueCounts, ...leagueSpent], ofOffices) },
  grouped('people', people),
  grouped('quality', quality),
  grouped('letters', letters),
  { group: 'conditions', entries: prefixed('condition-', faceNames, ofPeople) },
  { group: 'region', entries: prefixed('region-', regionMeasures, counted) },
]
export const catalogueEntries: readonly CatalogueEntry[] = catalogue.flatMap(({ entries }) => entries)
const shown = { ...flow, ...speed, ...result, ...help, ...referral, ...people, ...quality, ...letters }
/** The entry of what a page of indicators shows. */
export const indicatorOf = (code: keyof typeof shown): Indicator => shown[code]

/** INDICATOR-2 What is asked for and nothing counts yet: told, so that nobody looks for it in vain. */
export const uncounted = {
  'letters-verified': {
    name: { id: 'Surat yang diperiksa lewat kode QR', en: 'Letters checked by their QR code' },
    why: {
      id: 'Halaman pemeriksa tidak mencatat siapa memeriksa apa; berapa kali pun belum dihitung.',
      en: 'The check page keeps no record of who checks what, and does not count how often yet.',
    },
  },
} as const satisfies Readonly<Record<string, Uncounted>>
export const uncountedCodes = keysOf(uncounted)
