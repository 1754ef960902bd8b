import { anExpectedFile, registration } from '@openslrt/core/testing/a-case.ts'
import { challengeData } from '@openslrt/core/testing/a-challenge.ts'
import { aFamily } from '@openslrt/core/testing/a-family.ts'
import { jointData } from '@openslrt/core/testing/a-joint.ts'
import { letterData } from '@openslrt/core/testing/a-letter.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { needData } from '@openslrt/core/testing/a-need.ts'
import { networkData, networkTargetData } from '@openslrt/core/testing/a-network.ts'
import { doubleData } from '@openslrt/core/testing/a-pair.ts'
import { payData } from '@openslrt/core/testing/a-pay.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { doneWithAll, visitData } from '@openslrt/core/testing/a-visit.ts'
import { ppksData, psksData } from '@openslrt/core/testing/a-welfare.ts'
import { independenceData } from '@openslrt/core/testing/an-assessment.ts'
import { erasureData } from '@openslrt/core/testing/an-erasure.ts'
import { blankData } from '@openslrt/core/testing/blank-data.ts'
import { dutyData } from '@openslrt/core/testing/duty-data.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { loadData } from '@openslrt/core/testing/load-data.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import { noticeData } from '@openslrt/core/testing/notice-data.ts'
import { registryData } from '@openslrt/core/testing/registry-data.ts'

/** What an example is about. */
interface OfTest {
  readonly referral: string
  readonly officeData: Readonly<Record<string, object>>
}

/** Amounts in rupiah. */
export const mayBeMillions: ReadonlySet<string> = new Set([
  'activity.approve amount',
  'activity.pay amount',
  'challenge.report citizens',
  'network.funding amount',
])
/** What a command does without; REF-24: who names no link gets none. */
export const mayBeLeftOut: ReadonlySet<string> = new Set([
  'case.register contactCare',
  'case.register consent',
  'case.register files',
  'case.review-mend summary',
  'case.review-mend story',
  ...['photos', 'signer', 'unsigned'].map((field) => `visit.done ${field}`),
  ...['request', 'redirect'].flatMap((action) => [`referral.${action} link`, `referral.${action} consent`]),
  'proposal.minute files',
  'proposal.change nik',
  'proposal.change kk',
  'registry.join-family from',
  'programme.open excludes',
  'programme.set-criteria excludes',
])

/** What few say, said. */
const withAll: Readonly<Record<string, object>> = {
  'case.register': registration({ consent: { basis: 'form', words: '' }, files: [anExpectedFile()] }),
  'visit.done': doneWithAll,
  'proposal.minute': { ...proposalData.minute, files: [anExpectedFile()] },
}

/** For every command, data that can be read and that is about the case and the offices of a test. */
export function exampleOf(kind: string, { referral, officeData }: OfTest): object {
  const whole = withAll[kind]
  if (whole) return whole
  const [capability, action = ''] = kind.split('.')
  if (capability === 'referral')
    return { ...entry(referralData, action), ...(action === 'request' ? {} : { referral }) }
  const ofCapability = new Map<string, object>(Object.entries(dataByAction)).get(capability ?? '')
  return ofCapability ? entry(ofCapability, action) : entry({ ...officeData, ...dataByKind }, kind)
}
const dataByAction = {
  case: caseData,
  letter: letterData,
  meeting: meetingData,
  visit: visitData,
  surge: surgeData,
  proposal: proposalData,
  activity: payData,
  independence: independenceData,
  network: { ...networkData, target: networkTargetData },
}
const dataByKind = {
  ...listData,
  ...noticeData,
  ...blankData,
  ...dutyData,
  ...jointData,
  ...registryData,
  // Of somebody who has a family already; the law's own examples have none.
  'registry.join-family': { ...registryData['registry.join-family'], from: aFamily.id },
  ...doubleData,
  ...erasureData,
  ...programmeData,
  ...loadData,
  ...needData,
  ...ppksData,
  ...psksData,
  ...challengeData,
}
const entry = (all: object, name: string): object => new Map(Object.entries(all)).get(name) ?? {}
