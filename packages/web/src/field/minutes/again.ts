import { mergeDraft } from '../../platform/act/merge-draft.ts'
import { dropDraft, loadDraft, saveDraft } from '../../platform/outbox/drafts.ts'
import type { Entry } from '../../platform/outbox/entry.ts'
import { newId } from '../../platform/outbox/uuid.ts'
import { isOfMeeting } from '../screens/waiting.ts'
import { firstMinutes, type MinutesValues } from './minutes-values.ts'

export type Refused = Extract<Entry, { state: 'refused' }>

/** Minutes that the phone gave on, kept as they were typed until nobody can refuse them any more. */
const keyOfAgain = (id: string): string => `minutes:again:${id}`

/** FIELD-30 Keeps what was written, so that a refusal gives it back as it stood in its form. */
export const keepForAgain = (values: MinutesValues): Promise<void> =>
  saveDraft(keyOfAgain(values.id), values).catch(() => undefined)

/** What was written in minutes that were refused; null where the phone has it no more. */
export async function loadForAgain(id: string): Promise<MinutesValues | null> {
  const nothing = firstMinutes('', id, '')
  const kept = mergeDraft(nothing, await loadDraft(keyOfAgain(id)).catch(() => null))
  return kept?.place ? { ...nothing, ...kept } : null
}

/** What was mended is refused no more, and is not kept twice. */
export const forgetForAgain = (id: string): Promise<void> => dropDraft(keyOfAgain(id)).catch(() => undefined)

export const refusedOf = (entries: readonly Entry[], id: string): readonly Refused[] =>
  entries
    .filter((entry) => entry.state === 'refused')
    .filter(({ command }) => command.subject === id && isOfMeeting(command.kind))

/** Refusals after which the server holds other minutes under this number: what was written here becomes minutes of its own. */
const elsewhere: ReadonlySet<string> = new Set(['stale', 'wrong-minutes-status'])

/** Refusals of what was said in a meeting that itself was refused. */
const notBegun: ReadonlySet<string> = new Set(['not-found', 'depends-on-refused'])

/** FIELD-30 How refused minutes go again: what stands on the server is not begun anew, and not overwritten. */
export function again(values: MinutesValues, refused: readonly Refused[]): MinutesValues {
  if (refused.some(({ why }) => elsewhere.has(why.code))) return { ...values, id: newId(), begun: '' }
  const meet = refused.find(({ command }) => command.kind === 'proposal.meet')
  const isBegun = meet ? meet.why.code === 'already-so' : refused.every(({ why }) => !notBegun.has(why.code))
  return { ...values, begun: isBegun ? 'yes' : '' }
}
