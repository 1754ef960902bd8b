import { z } from 'zod'
import { loadDraft, saveDraft } from '../../platform/outbox/drafts.ts'
import type { Choice } from './clash.ts'

/** A choice between two values, in the words in which it was made. */
export interface Decided {
  readonly at: number
  readonly label: string
  readonly stands: string
  readonly given: string
  readonly choice: Choice
}

const key = 'ask:decided'
const shape = z.object({
  lines: z.array(
    z.object({
      at: z.number(),
      label: z.string(),
      stands: z.string(),
      given: z.string(),
      choice: z.enum(['stands', 'given']),
    }),
  ),
})
const mostLines = 50

/** FIELD-9 The choices of the last two weeks, sealed on the phone, the newest first. */
export async function decisions(): Promise<readonly Decided[]> {
  const read = shape.safeParse(await loadDraft(key).catch(() => null))
  return read.success ? read.data.lines : []
}

export const keepDecisions = async (made: readonly Decided[]): Promise<void> =>
  saveDraft(key, { lines: [...made, ...(await decisions())].slice(0, mostLines) })
