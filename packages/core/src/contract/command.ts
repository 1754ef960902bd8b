import type { z } from 'zod'
import type { Right } from '../access/permission.ts'
import { caseActions, caseRule, registerRights } from '../case/moves.ts'
import { keysOf } from '../kernel/keys.ts'
import { letterRights } from '../letter/moves.ts'
import { meetingRights } from '../meeting/moves.ts'
import type { ReferralStep } from '../referral/moves.ts'
import { linkActs, linkRule, referralRule, referralSteps } from '../referral/moves.ts'
import { blankCommandData } from './blank.ts'
import { caseMoveData, registerData } from './case.ts'
import { dutyCommandData } from './duty.ts'
import { jointCommandData } from './joint.ts'
import { letterMoveData } from './letter.ts'
import { listCommandData } from './lists.ts'
import { meetingCommandData } from './meeting.ts'
import { noticeCommandData } from './notice-tellings.ts'
import { officeCommandData } from './office.ts'
import { referralMoveData } from './referral.ts'

/** A command's row in the registry: its own REST route, the rights that the law asks for, and the name in the audit trail. */
export interface CommandRow {
  readonly kind: string
  readonly path: string
  readonly rights: readonly Right[]
  readonly data: z.ZodType
  readonly capability:
    | 'case'
    | 'referral'
    | 'letter'
    | 'office'
    | 'duty'
    | 'lists'
    | 'notice'
    | 'joint'
    | 'meeting'
    | 'blank'
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

const officeRows: readonly CommandRow[] = Object.entries(officeCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: [row.right],
  data: row.data,
  capability: 'office',
}))

const dutyRows: readonly CommandRow[] = Object.entries(dutyCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: row.rights,
  data: row.data,
  capability: 'duty',
}))

const listRows: readonly CommandRow[] = Object.entries(listCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: [row.right],
  data: row.data,
  capability: 'lists',
}))

const noticeRows: readonly CommandRow[] = Object.entries(noticeCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: row.rights,
  data: row.data,
  capability: 'notice',
}))

const jointRows: readonly CommandRow[] = Object.entries(jointCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: [row.right],
  data: row.data,
  capability: 'joint',
}))

const meetingActions = keysOf(meetingCommandData)
const meetingRows: readonly CommandRow[] = meetingActions.map((action) => ({
  kind: `meeting.${action}`,
  path: action === 'call' ? '/api/meetings' : `/api/meetings/${action}`,
  rights: meetingRights(meetingActions)[action],
  data: meetingCommandData[action],
  capability: 'meeting',
}))

const blankRows: readonly CommandRow[] = Object.entries(blankCommandData).map(([kind, row]) => ({
  kind,
  path: row.path,
  rights: row.rights,
  data: row.data,
  capability: 'blank',
}))

/** One registry of commands: each is reachable as its own route and inside `POST /api/commands`, with the same answers. */
export const commandRows: readonly CommandRow[] = [
  ...caseRows,
  ...referralRows,
  ...letterRows,
  ...officeRows,
  ...dutyRows,
  ...listRows,
  ...noticeRows,
  ...jointRows,
  ...meetingRows,
  ...blankRows,
]
