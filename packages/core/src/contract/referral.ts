import { z } from 'zod'
import { grantField } from '../case/case.ts'
import { grantId, linkId, officeId, referralId } from '../kernel/id.ts'
import { code, consent, note } from './case.ts'

const which = { referral: referralId }
const words = z.strictObject({ ...which, note })
const need = z.strictObject({ ...which, note: note.min(1) })
const reasoned = z.strictObject({ ...which, reason: code, note: note.min(1) })
const asked = { to: officeId, grant: grantId, fields: z.array(grantField).max(6), note: note.min(1) }
/** The id of a reply link to be made where nobody of the asked office has an account. */
const agreed = { consent: consent.optional() }
const unaided = { link: linkId.optional() }

/** What each move of a referral carries. The subject of all of them is the case that the referral is part of. */
export const referralMoveData = {
  request: z.strictObject({ ...which, ...asked, ...unaided, ...agreed }),
  accept: words,
  reject: reasoned,
  start: words,
  hold: need,
  supply: need,
  complete: z.strictObject({ ...which, outcome: code, note: note.min(1) }),
  fail: reasoned,
  cancel: reasoned,
  'mark-error': need,
  redirect: z.strictObject({ ...which, ...asked, next: referralId, ...unaided, ...agreed }),
  'give-link': z.strictObject({ ...which, link: linkId, note }),
  'revoke-link': words,
  // The clock's own: they have no door.
  remind: words,
  overdue: words,
} as const

export type ReferralMoveData = {
  readonly [Action in keyof typeof referralMoveData]: z.infer<(typeof referralMoveData)[Action]>
}
/** One move of a referral, or any of several, and what it carries. */
export type ReferralMoveOf<Actions extends keyof ReferralMoveData> = {
  [Action in Actions]: { readonly action: Action; readonly data: ReferralMoveData[Action] }
}[Actions]
export type ReferralMove = ReferralMoveOf<keyof ReferralMoveData>
