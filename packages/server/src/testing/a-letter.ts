import { randomUUID } from 'node:crypto'
import { aCaseBy } from './a-registration.ts'
import type { Client } from './client.ts'

/** A service that waits for its letter, and the letter. */
export interface MadeLetter {
  readonly id: string
  readonly letter: string
}

export const letterFields = { desil: '2', 'tanggal-data': '2026-10-01' }

/** A registered service with a drafted statement of registration, which needs no decision. */
export async function aDraftBy(drafter: Client, changes: Parameters<typeof aCaseBy>[1] = {}): Promise<MadeLetter> {
  const { id } = await aCaseBy(drafter, { kind: 'service', ...changes })
  const letter = randomUUID()
  await drafter.does('letter.draft', {
    subject: id,
    data: { letter, kind: 'registered', purpose: 'health', fields: letterFields },
  })
  return { id, letter }
}

/** The same letter, signed: with the number it got. */
export async function anIssuedLetter(
  drafter: Client,
  signer: Client,
): Promise<MadeLetter & { readonly number: string }> {
  const made = await aDraftBy(drafter)
  const { number } = await signer.does('letter.sign', { subject: made.id, data: { letter: made.letter, seen: 1 } })
  if (number === undefined) throw new Error('a signed letter without its number')
  return { ...made, number }
}
