import type { payCommandData } from '@openslrt/core/contract/activity-pay.ts'
import type { blankCommandData } from '@openslrt/core/contract/blank.ts'
import type { caseMoveData, registerData } from '@openslrt/core/contract/case.ts'
import type { challengeCommandData } from '@openslrt/core/contract/challenge.ts'
import type { doubleCommandData } from '@openslrt/core/contract/doubles.ts'
import type { dutyCommandData } from '@openslrt/core/contract/duty.ts'
import type { erasureCommandData } from '@openslrt/core/contract/erasure.ts'
import type { independenceCommandData } from '@openslrt/core/contract/independence.ts'
import type { jointCommandData } from '@openslrt/core/contract/joint.ts'
import type { letterMoveData } from '@openslrt/core/contract/letter.ts'
import type { listCommandData } from '@openslrt/core/contract/lists.ts'
import type { loadCommandData } from '@openslrt/core/contract/load.ts'
import type { meetingCommandData } from '@openslrt/core/contract/meeting.ts'
import type { needCommandData } from '@openslrt/core/contract/need.ts'
import type { networkCommandData, networkTargetCommandData } from '@openslrt/core/contract/network.ts'
import type { noticeCommandData } from '@openslrt/core/contract/notice-tellings.ts'
import type { officeCommandData } from '@openslrt/core/contract/office.ts'
import type { ppksCommandData } from '@openslrt/core/contract/ppks.ts'
import type { programmeCommandData } from '@openslrt/core/contract/programme.ts'
import type { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import type { psksCommandData } from '@openslrt/core/contract/psks.ts'
import type { referralMoveData } from '@openslrt/core/contract/referral.ts'
import type { registryCommandData } from '@openslrt/core/contract/registry.ts'
import type { surgeCommandData } from '@openslrt/core/contract/surge.ts'
import type { visitCommandData } from '@openslrt/core/contract/visit.ts'
import type { z } from 'zod'

/** What each kind of command carries, as a screen puts it together. */
export type Sendable = { 'case.register': z.input<typeof registerData> } & Moves<'case', typeof caseMoveData> &
  Moves<'referral', typeof referralMoveData> &
  Moves<'letter', typeof letterMoveData> &
  Moves<'meeting', typeof meetingCommandData> &
  Moves<'proposal', typeof proposalCommandData> &
  Moves<'visit', typeof visitCommandData> &
  Moves<'surge', typeof surgeCommandData> &
  Inputs<typeof officeCommandData> &
  Inputs<typeof networkCommandData> &
  Inputs<typeof networkTargetCommandData> &
  Inputs<typeof dutyCommandData> &
  Inputs<typeof listCommandData> &
  Inputs<typeof noticeCommandData> &
  Inputs<typeof jointCommandData> &
  Inputs<typeof blankCommandData> &
  Inputs<typeof registryCommandData> &
  Inputs<typeof ppksCommandData> &
  Inputs<typeof psksCommandData> &
  Inputs<typeof payCommandData> &
  Inputs<typeof independenceCommandData> &
  Inputs<typeof challengeCommandData> &
  Inputs<typeof needCommandData> &
  Inputs<typeof doubleCommandData> &
  Inputs<typeof erasureCommandData> &
  Inputs<typeof programmeCommandData> &
  Inputs<typeof loadCommandData>

type Moves<Of extends string, Table extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Act in keyof Table & string as `${Of}.${Act}`]: z.input<Table[Act]>
}
type Inputs<Table extends Readonly<Record<string, { readonly data: z.ZodType }>>> = {
  readonly [Kind in keyof Table]: z.input<Table[Kind]['data']>
}

export type SendableKind = keyof Sendable

/** A command without what the outbox adds: who, where from, when. */
export interface Sending<Kind extends SendableKind> {
  readonly district: string
  readonly subject: string
  /** The version of the subject that the person looked at; null for something new. */
  readonly base: number | null
  /** From where it is done, when that is not where the person acts by now: a long work began at one office. */
  readonly office?: string
  readonly data: Sendable[Kind]
}
