import type { Permission } from '../access/permission.ts'
import { keysOf } from '../kernel/keys.ts'
import type { PayStatus } from './pay.ts'

interface PayRule {
  readonly from: readonly PayStatus[]
  readonly to: PayStatus
  readonly by: Permission
  /** Whose month it may be. */
  readonly of: 'oneself' | 'another'
}

/** SUPER-15 What may follow what. Whoever gives work to others judges their months, and never their own. */
export const payMoves = {
  send: { from: ['returned'], to: 'sent', by: 'visit.do', of: 'oneself' },
  approve: { from: ['sent'], to: 'approved', by: 'case.assign', of: 'another' },
  return: { from: ['sent', 'approved'], to: 'returned', by: 'case.assign', of: 'another' },
  pay: { from: ['approved'], to: 'paid', by: 'case.assign', of: 'another' },
} as const satisfies Readonly<Record<string, PayRule>>

export type PayAct = keyof typeof payMoves
export const payActs = keysOf(payMoves)
export const payRule = (act: PayAct): PayRule => payMoves[act]
