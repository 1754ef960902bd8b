import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, Sent } from '../client.ts'
import type { Answer } from '../door.ts'

/** A command with everything that makes it the same when it is sent again. */
export type Letter = Required<Pick<Sent, 'id' | 'subject' | 'doneAt' | 'data'>> & { readonly kind: string }

/** What one letter was answered, and what it took. */
export interface Delivered {
  readonly letter: Letter
  readonly answer: Answer
  readonly tries: number
}

export const isAnswered = ({ status }: Answer): boolean => status < 500

/** Sends a letter until it is answered, as an outbox does: a broken line or a 503 is no answer. Any other fault ends the test. */
export async function deliver(client: Client, letter: Letter, failed?: AbortSignal): Promise<Delivered> {
  for (let tries = 1; ; tries++) {
    failed?.throwIfAborted()
    const answer = await trySend(client, letter)
    if (answer?.status === 401) throw new Error('a session that was begun is gone')
    if (answer && isAnswered(answer)) return { letter, answer, tries }
    if (answer && answer.status !== 503) throw new Error(`${letter.kind}: ${answer.status} ${answer.text}`)
    await sleep(Math.min(400, 20 * tries))
  }
}

/** How long a sender waits, in milliseconds: longer than the server's own patience with its database. */
const silence = 20_000

async function trySend(client: Client, { kind, ...sent }: Letter): Promise<Answer | null> {
  // Nobody listens, or the line broke in the middle of an answer: fetch throws a TypeError for both.
  const answer = client.send(kind, sent).catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  })
  // A line that neither answers nor breaks is given up, as a phone gives it up: the same letter goes again.
  return Promise.race([answer, sleep(silence, null, { ref: false })])
}
