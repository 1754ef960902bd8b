import { priorities } from '../case/case.ts'
import type { ListName, Windows } from '../case/policy.ts'
import { challengeList, otherChallenge } from '../challenge/shipped.ts'
import { keysOf, tableOf } from '../kernel/keys.ts'
import { letterKinds } from '../letter/kinds.ts'
import { meetingList } from '../meeting/kinds.ts'
import { citizenWords } from '../notice/words.ts'
import { cellLimitCodes, cellLimitList, ppksTypeList } from '../ppks/types.ts'
import { cutOffList, monthly } from '../proposal/cut-off.ts'
import { targetList } from '../proposal/rules.ts'
import { reasonLists } from '../proposal/scene.ts'
import { psksKindList } from '../psks/kinds.ts'
import { codeLists } from '../registry/code-lists.ts'
import { indicatorList } from '../registry/indicators.ts'
import { orderList, usualOrder } from '../surge/order.ts'
import { retention } from './retention.ts'
import { sectors } from './sectors.ts'
import { zoneLines } from './zones.ts'

/** Lists whose items are only a code with its names. */
export const plainLists = [
  'channel',
  'how',
  'return',
  'reject',
  'escalate',
  'cancel',
  'decline',
  'unmet',
  'became',
  'aside',
  'visit-trigger',
  'visit-result',
  'visit-missed',
  'surge-kind',
  'need',
  'need-unmet',
  'need-stopped',
  'ppks-ending',
  'ppks-risk',
  challengeList,
] as const
export const editableLists = [
  'category',
  'outcome',
  ...plainLists,
  'sector',
  'priority',
  'notice',
  'window',
  'retention',
  'zone',
  'letter-purpose',
  ...codeLists,
  indicatorList,
  ...reasonLists,
  ppksTypeList,
  cellLimitList,
  psksKindList,
] as const
/** Lists that have a screen of their own: roles, and the rules of letters. Said, dated and taken back like all others. */
export const ruledLists = [
  ...editableLists,
  'role',
  'letter-template',
  'letter-chain',
  'letter-number',
  'letter-signer',
  'letter-logo',
  meetingList,
  cutOffList,
  targetList,
  orderList,
] as const
export type RuledList = (typeof ruledLists)[number]
export type EditableList = (typeof editableLists)[number]

export const windowCodes = [
  'completeDays',
  'wordDays',
  'reopenDays',
  'acceptDays',
  'grantDays',
  'redDays',
  'staleDays',
  'startDays',
  'finishDays',
  'linkDays',
  'firstVisitDays',
  'secondVisitDays',
  'messageDays',
  'extractDays',
  'reviewDays',
  'challengeSubdistrictDays',
  'challengeDistrictDays',
  'challengeProvinceDays',
  'challengeNationDays',
] as const satisfies readonly (keyof Windows)[]

export const retentionCodes = keysOf(retention)
const zonedPlaces = Object.values(zoneLines).flatMap((lines) => lines.map(([code]) => code))

interface ListLaw {
  /** Who may change it: each place for itself, the nation for all, or of each item the place that made it. */
  readonly by: 'each-place' | 'nation' | 'maker'
  /** Whether items may be added and ended. */
  readonly grows: boolean
  /** Codes that the law itself writes or offers: they get other names, and never an end. */
  readonly needed: readonly string[]
}

/** The only place that says what may be done with which list. */
export const listLaws = {
  category: { by: 'each-place', grows: true, needed: [] },
  outcome: { by: 'each-place', grows: true, needed: ['not-granted'] },
  channel: { by: 'each-place', grows: true, needed: ['walk-in', 'web'] },
  how: { by: 'each-place', grows: true, needed: [] },
  return: { by: 'each-place', grows: true, needed: [] },
  reject: { by: 'each-place', grows: true, needed: [] },
  escalate: { by: 'each-place', grows: true, needed: ['time-over'] },
  cancel: { by: 'each-place', grows: true, needed: ['redirected'] },
  decline: { by: 'each-place', grows: true, needed: [] },
  unmet: { by: 'each-place', grows: true, needed: [] },
  became: { by: 'each-place', grows: true, needed: ['better', 'needs-more', 'moved', 'died', 'not-met'] },
  aside: { by: 'each-place', grows: true, needed: [] },
  'visit-trigger': { by: 'each-place', grows: true, needed: [] },
  'visit-result': { by: 'each-place', grows: true, needed: [] },
  'visit-missed': { by: 'each-place', grows: true, needed: [] },
  'surge-kind': { by: 'each-place', grows: true, needed: [] },
  need: { by: 'each-place', grows: true, needed: [] },
  'need-unmet': { by: 'each-place', grows: true, needed: [] },
  'need-stopped': { by: 'each-place', grows: true, needed: [] },
  // The nine bidang are those of the national information standard; figures of all districts are compared by them.
  sector: { by: 'nation', grows: false, needed: sectors },
  // What is due first is the law's to say; every place may have its own words for it.
  priority: { by: 'each-place', grows: false, needed: priorities },
  // What citizens are told: every place in its own words.
  notice: { by: 'each-place', grows: false, needed: citizenWords },
  window: { by: 'each-place', grows: false, needed: windowCodes },
  retention: { by: 'each-place', grows: false, needed: retentionCodes },
  // What time it is somewhere is decreed for the nation; a district that differs from its province is added.
  zone: { by: 'nation', grows: true, needed: zonedPlaces },
  // The set-up gives the first administrator theirs.
  role: { by: 'maker', grows: true, needed: ['admin'] },
  'letter-template': { by: 'each-place', grows: false, needed: letterKinds },
  'letter-chain': { by: 'each-place', grows: false, needed: letterKinds },
  // An office may have a pattern of its own; where it has none, the standard counts.
  'letter-number': { by: 'each-place', grows: true, needed: ['standard'] },
  'letter-purpose': { by: 'each-place', grows: true, needed: [] },
  'letter-signer': { by: 'each-place', grows: true, needed: [] },
  'meeting-kind': { by: 'each-place', grows: true, needed: [] },
  // As with patterns: an office's own, or the standard of its place.
  'letter-logo': { by: 'each-place', grows: true, needed: ['standard'] },
  ...tableOf(codeLists, (): ListLaw => ({ by: 'each-place', grows: true, needed: [] })),
  // What a sex is called is the law's; a place adds none.
  jenis_kelamin: { by: 'nation', grows: false, needed: ['1', '2'] },
  [indicatorList]: { by: 'each-place', grows: true, needed: [] },
  'proposal-reason': { by: 'each-place', grows: true, needed: [] },
  'proposal-return': { by: 'each-place', grows: true, needed: [] },
  'proposal-answer': { by: 'each-place', grows: true, needed: [] },
  'proposal-cut-off': { by: 'each-place', grows: false, needed: [monthly] },
  'proposal-target': { by: 'each-place', grows: true, needed: [] },
  'ppks-ending': { by: 'each-place', grows: true, needed: [] },
  'ppks-risk': { by: 'each-place', grows: true, needed: [] },
  // Figures of all districts are compared by types and kinds; and what is withheld is withheld everywhere alike.
  'ppks-type': { by: 'nation', grows: true, needed: [] },
  'cell-limit': { by: 'nation', grows: false, needed: cellLimitCodes },
  'challenge-kind': { by: 'nation', grows: true, needed: [otherChallenge] },
  'psks-kind': { by: 'nation', grows: true, needed: [] },
  'surge-order': { by: 'each-place', grows: false, needed: [usualOrder] },
} as const satisfies Record<RuledList, ListLaw> & Record<ListName, ListLaw>

/** The law of one list. */
export const lawOfList = (list: RuledList): ListLaw => listLaws[list]

/** Whether a list's item may get an end: none that the law itself writes. */
export const mayEnd = (list: RuledList, code: string): boolean => {
  const { grows, needed } = lawOfList(list)
  return grows && !needed.includes(code)
}
