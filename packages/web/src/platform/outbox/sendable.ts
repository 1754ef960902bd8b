import type { blankCommandData } from '@openslrt/core/contract/blank.ts'
import type { caseMoveData, registerData } from '@openslrt/core/contract/case.ts'
import type { dutyCommandData } from '@openslrt/core/contract/duty.ts'
import type { jointCommandData } from '@openslrt/core/contract/joint.ts'
import type { letterMoveData } from '@openslrt/core/contract/letter.ts'
import type { listCommandData } from '@openslrt/core/contract/lists.ts'
import type { meetingCommandData } from '@openslrt/core/contract/meeting.ts'
import type { noticeCommandData } from '@openslrt/core/contract/notice-tellings.ts'
import type { officeCommandData } from '@openslrt/core/contract/office.ts'
import type { referralMoveData } from '@openslrt/core/contract/referral.ts'
import type { z } from 'zod'

/** What each kind of command carries, as a screen puts it together. */
export type Sendable = { 'case.register': z.input<typeof registerData> } & {
  readonly [Action in keyof typeof caseMoveData as `case.${Action}`]: z.input<(typeof caseMoveData)[Action]>
} & {
  readonly [Step in keyof typeof referralMoveData as `referral.${Step}`]: z.input<(typeof referralMoveData)[Step]>
} & {
  readonly [Action in keyof typeof letterMoveData as `letter.${Action}`]: z.input<(typeof letterMoveData)[Action]>
} & {
  readonly [Kind in keyof typeof officeCommandData]: z.input<(typeof officeCommandData)[Kind]['data']>
} & {
  readonly [Kind in keyof typeof dutyCommandData]: z.input<(typeof dutyCommandData)[Kind]['data']>
} & {
  readonly [Kind in keyof typeof listCommandData]: z.input<(typeof listCommandData)[Kind]['data']>
} & {
  readonly [Kind in keyof typeof noticeCommandData]: z.input<(typeof noticeCommandData)[Kind]['data']>
} & {
  readonly [Kind in keyof typeof jointCommandData]: z.input<(typeof jointCommandData)[Kind]['data']>
} & {
  readonly [Act in keyof typeof meetingCommandData as `meeting.${Act}`]: z.input<(typeof meetingCommandData)[Act]>
} & {
  readonly [Kind in keyof typeof blankCommandData]: z.input<(typeof blankCommandData)[Kind]['data']>
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
