import { keysOf } from '../kernel/keys.ts'
import type { BlankStatus } from './blank.ts'

interface Rule {
  readonly from: readonly BlankStatus[]
  readonly to: BlankStatus
  readonly note: 'required' | 'optional'
}

/**
 * BLANK-1 The only place that says what may follow what on paper. `type` is done by registering its case: there is no other
 * way to make a case of it, and no way back.
 */
export const blankMoves = {
  type: { from: ['issued'], to: 'typed', note: 'optional' },
  void: { from: ['issued', 'lost'], to: 'void', note: 'required' },
  lose: { from: ['issued'], to: 'lost', note: 'required' },
  find: { from: ['lost'], to: 'issued', note: 'optional' },
} as const satisfies Record<string, Rule>

export type BlankMove = keyof typeof blankMoves
export const blankRule = (move: BlankMove): Rule => blankMoves[move]

/** What an officer may do with a form in this state, beside typing it in. */
export const blankActs = (status: BlankStatus): readonly Exclude<BlankMove, 'type'>[] =>
  keysOf(blankMoves).flatMap((move) => (move !== 'type' && blankRule(move).from.includes(status) ? [move] : []))

/** Forms that still lie in the pile, or in somebody's hand. */
export const openBlanks: readonly BlankStatus[] = blankRule('type').from

/** BLANK-4 What a form says to whoever holds its slip. One that is just being typed in waits as well. */
export const blankVerdict = {
  issued: 'waits',
  typed: 'waits',
  void: 'void',
  lost: 'lost',
} as const satisfies Record<BlankStatus, string>

/** Whether a case may be made of a form in this state. */
export const mayBeTyped = (status: BlankStatus): boolean => blankRule('type').from.includes(status)
