import { randomUUID } from 'node:crypto'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import type { Dice } from '../../demo/seeded.ts'
import type { Client } from '../client.ts'
import type { Delivered, Letter } from './outbox.ts'
import { deliver } from './outbox.ts'

// Some of these are refused where the case stands: refusals have to outlive a crash as well.
const moves = ['take', 'note', 'recommend', 'approve', 'send-back', 'answer', 'return', 'complete', 'cancel'] as const

/** When a day ends: `enough` after the letter in hand, `failed` at once, because nobody will answer it any more. */
export interface DayEnd {
  readonly enough: AbortSignal
  readonly failed: AbortSignal
}

/** One officer's day: registers cases and moves them, one letter after the other, until it is told to stop. */
export async function work(
  client: Client,
  dice: Dice,
  { enough, failed }: DayEnd,
  onDelivered: (sent: Delivered) => void = () => undefined,
): Promise<readonly Delivered[]> {
  const delivered: Delivered[] = []
  const own: string[] = []
  while (!enough.aborted) {
    const letter = nextLetter(dice, own)
    const sent = await deliver(client, letter, failed)
    delivered.push(sent)
    onDelivered(sent)
    if (letter.kind === 'case.register') own.push(letter.subject)
  }
  return delivered
}

function nextLetter(dice: Dice, own: readonly string[]): Letter {
  const base = { id: randomUUID(), doneAt: new Date().toISOString() }
  if (own.length === 0 || dice.chance(0.35))
    return { ...base, kind: 'case.register', subject: randomUUID(), data: registration() }
  const action = dice.pick(moves)
  return { ...base, kind: `case.${action}`, subject: dice.pick(own.slice(-5)), data: caseData[action] }
}
