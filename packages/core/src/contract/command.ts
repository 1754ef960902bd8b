import type { z } from 'zod'
import type { Right } from '../access/permission.ts'
import { caseActions, caseRule, registerRights } from '../case/moves.ts'
import { keysOf } from '../kernel/keys.ts'
import { letterRights } from '../letter/moves.ts'
import { meetingRights } from '../meeting/moves.ts'
import { proposalRights } from '../proposal/moves.ts'
import type { ReferralStep } from '../referral/moves.ts'
import { linkActs, linkRule, referralRule, referralSteps } from '../referral/moves.ts'
import { surgeRights } from '../surge/moves.ts'
import { visitRights } from '../visit/moves.ts'
import { payCommandData } from './activity-pay.ts'
import { blankCommandData } from './blank.ts'
import { caseMoveData, registerData } from './case.ts'
import { challengeCommandData } from './challenge.ts'
import { doubleCommandData } from './doubles.ts'
import { dutyCommandData } from './duty.ts'
import { erasureCommandData } from './erasure.ts'
import { independenceCommandData } from './independence.ts'
import { jointCommandData } from './joint.ts'
import { letterMoveData } from './letter.ts'
import { listCommandData } from './lists.ts'
import { loadCommandData } from './load.ts'
import { meetingCommandData } from './meeting.ts'
import { needCommandData } from './need.ts'
import { networkCommandData, networkTargetCommandData } from './network.ts'
import { noticeCommandData } from './notice-tellings.ts'
import { officeCommandData } from './office.ts'
import { ppksCommandData } from './ppks.ts'
import { programmeCommandData } from './programme.ts'
import { proposalCommandData } from './proposal.ts'
import { psksCommandData } from './psks.ts'
import { referralMoveData } from './referral.ts'
import { registryCommandData } from './registry.ts'
import { surgeCommandData } from './surge.ts'
import { visitCommandData } from './visit.ts'

/** Whose handler answers a command. */
export type Capability =
  | 'case'
  | 'referral'
  | 'letter'
  | 'office'
  | 'network'
  | 'duty'
  | 'lists'
  | 'notice'
  | 'joint'
  | 'meeting'
  | 'blank'
  | 'visit'
  | 'surge'
  | 'registry'
  | 'double'
  | 'load'
  | 'programme'
  | 'need'
  | 'proposal'
  | 'ppks'
  | 'psks'
  | 'activity'
  | 'independence'
  | 'challenge'
  | 'erasure'
  | 'retention'

/** A command's row in the registry: its own REST route, the rights that the law asks for, and the name in the audit trail. */
export interface CommandRow {
  readonly kind: string
  readonly path: string
  readonly rights: readonly Right[]
  readonly data: z.ZodType
  readonly capability: Capability
}

const caseRows: readonly CommandRow[] = [
  {
    kind: 'case.register',
    path: '/api/cases',
    rights: registerRights,
    data: registerData,
    capability: 'case',
  },
  ...caseActions
    .filter((action) => !caseRule(action).by.every((right) => right === 'clock'))
    .map(
      (action): CommandRow => ({
        kind: `case.${action}`,
        path: `/api/cases/${action}`,
        rights: caseRule(action).by,
        data: caseMoveData[action],
        capability: 'case',
      }),
    ),
]

const referralRows: readonly CommandRow[] = [
  {
    kind: 'referral.request',
    path: '/api/referrals',
    rights: ['referral.request'],
    data: referralMoveData.request,
    capability: 'referral',
  },
  {
    kind: 'referral.redirect',
    path: '/api/referrals/redirect',
    rights: ['referral.request'],
    data: referralMoveData.redirect,
    capability: 'referral',
  },
  ...referralSteps.map(
    (step: ReferralStep): CommandRow => ({
      kind: `referral.${step}`,
      path: `/api/referrals/${step}`,
      rights: [referralRule(step).by],
      data: referralMoveData[step],
      capability: 'referral',
    }),
  ),
  ...linkActs.map(
    (move): CommandRow => ({
      kind: `referral.${move}`,
      path: `/api/referrals/${move}`,
      rights: [linkRule(move).by],
      data: referralMoveData[move],
      capability: 'referral',
    }),
  ),
]

const letterRows: readonly CommandRow[] = keysOf(letterMoveData).map((action) => ({
  kind: `letter.${action}`,
  path: action === 'draft' ? '/api/letters' : `/api/letters/${action}`,
  rights: letterRights[action],
  data: letterMoveData[action],
  capability: 'letter',
}))

const meetingActions = keysOf(meetingCommandData)
const meetingRows: readonly CommandRow[] = meetingActions.map((action) => ({
  kind: `meeting.${action}`,
  path: action === 'call' ? '/api/meetings' : `/api/meetings/${action}`,
  rights: meetingRights(meetingActions)[action],
  data: meetingCommandData[action],
  capability: 'meeting',
}))

const surgeRows: readonly CommandRow[] = keysOf(surgeCommandData).map((action) => ({
  kind: `surge.${action}`,
  path: action === 'start' ? '/api/surges' : `/api/surges/${action}`,
  rights: surgeRights[action],
  data: surgeCommandData[action],
  capability: 'surge',
}))

const visitRows: readonly CommandRow[] = keysOf(visitCommandData).map((action) => ({
  kind: `visit.${action}`,
  path: action === 'plan' ? '/api/visits' : `/api/visits/${action}`,
  rights: visitRights[action],
  data: visitCommandData[action],
  capability: 'visit',
}))

interface Asked {
  readonly path: string
  readonly right?: Right
  readonly rights?: readonly Right[]
  readonly data: z.ZodType
}

/** The rows of a table that says path and rights of each command itself. */
const rowsOf = (capability: Capability, table: Readonly<Record<string, Asked>>): readonly CommandRow[] =>
  Object.entries(table).map(([kind, { path, right, rights = right ? [right] : [], data }]) => ({
    kind,
    path,
    rights,
    data,
    capability,
  }))
const proposalRows: readonly CommandRow[] = keysOf(proposalCommandData).map((action) => ({
  kind: `proposal.${action}`,
  path: action === 'draft' ? '/api/proposals' : `/api/proposals/${action}`,
  rights: proposalRights(action),
  data: proposalCommandData[action],
  capability: 'proposal',
}))

/** One registry of commands: each is reachable as its own route and inside `POST /api/commands`, with the same answers. */
export const commandRows: readonly CommandRow[] = [
  ...caseRows,
  ...referralRows,
  ...letterRows,
  ...rowsOf('office', officeCommandData),
  ...rowsOf('network', networkCommandData),
  ...rowsOf('network', networkTargetCommandData),
  ...rowsOf('duty', dutyCommandData),
  ...rowsOf('lists', listCommandData),
  ...rowsOf('notice', noticeCommandData),
  ...rowsOf('joint', jointCommandData),
  ...meetingRows,
  ...rowsOf('blank', blankCommandData),
  ...visitRows,
  ...surgeRows,
  ...rowsOf('registry', registryCommandData),
  ...rowsOf('double', doubleCommandData),
  ...rowsOf('load', loadCommandData),
  ...rowsOf('programme', programmeCommandData),
  ...rowsOf('need', needCommandData),
  ...proposalRows,
  ...rowsOf('ppks', ppksCommandData),
  ...rowsOf('psks', psksCommandData),
  ...rowsOf('activity', payCommandData),
  ...rowsOf('independence', independenceCommandData),
  ...rowsOf('challenge', challengeCommandData),
  ...rowsOf('erasure', erasureCommandData),
]
