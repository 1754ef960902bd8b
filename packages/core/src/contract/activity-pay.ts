import { z } from 'zod'
import type { Permission } from '../access/permission.ts'
import type { PayAct } from '../activity/moves.ts'
import { payRule } from '../activity/moves.ts'
import { month } from '../figures/month.ts'
import { wireDay } from '../kernel/instant.ts'
import { shortText } from './case.ts'

/** In rupiah; what it came to may be left unsaid. */
const amount = z.int().min(1).max(1_000_000_000).nullable()

const data = {
  send: z.strictObject({ month }),
  approve: z.strictObject({ amount }),
  return: z.strictObject({ note: shortText.min(3) }),
  pay: z.strictObject({ on: wireDay, reference: shortText.min(1), amount }),
} as const satisfies Readonly<Record<PayAct, z.ZodType>>

export type PayMoveOf<Act extends PayAct> = { readonly action: Act; readonly data: z.infer<(typeof data)[Act]> }
export type PayMove = { [Act in PayAct]: PayMoveOf<Act> }[PayAct]

/** Commands about the payment for a facilitator's month. The subject of all of them is that payment. */
export const payCommandData = {
  'activity.send': door('send', '/api/activity/send'),
  'activity.approve': door('approve', '/api/activity/approve'),
  'activity.return': door('return', '/api/activity/return'),
  'activity.pay': door('pay', '/api/activity/pay'),
} as const
export type PayCommandData = { readonly [Act in PayAct]: PayMoveOf<Act>['data'] }

function door<Act extends PayAct>(
  act: Act,
  path: string,
): { readonly path: string; readonly right: Permission; readonly data: (typeof data)[Act] } {
  return { path, right: payRule(act).by, data: data[act] }
}
