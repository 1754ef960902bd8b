import type { Entry } from '../platform/outbox/entry.ts'
import type { Checked } from '../platform/replica/phone-db.ts'

/** What the light says: the first of these that is so. */
export type FieldLight =
  | { readonly kind: 'look' | 'waiting' | 'offline' | 'files'; readonly count: number }
  | { readonly kind: 'unlike'; readonly held: number; readonly there: number }
  | { readonly kind: 'agreed'; readonly count: number; readonly at: number }
  | { readonly kind: 'busy' | 'never'; readonly count: number }

export interface LightAsked {
  readonly entries: readonly Entry[]
  readonly checked: Checked | null
  /** Rows on the phone now. */
  readonly held: number
  /** Photos and signatures that are still on their way, and those that a person must decide about; null until they are open. */
  readonly files: { readonly waiting: number; readonly stopped: number } | null
  /** Whether all lies here that forms choose from: without it a family's day cannot be written down. */
  readonly lists: boolean
  readonly busy: boolean
  readonly online: boolean
}

/**
 * SYNC-38 Green is a count, never a hope: "the same" is said only of what was counted on both sides, while nothing waits,
 * and with the hour of the count; and never of a phone whose forms have nothing to choose from yet. What a person must look at
 * comes first.
 */
export function fieldLightOf(asked: LightAsked): FieldLight {
  const { entries, files, online } = asked
  const refused = entries.filter(({ state }) => state === 'refused').length + (files?.stopped ?? 0)
  if (refused > 0) return { kind: 'look', count: refused }
  const waiting = entries.filter(({ state }) => state === 'waiting').length
  if (waiting > 0) return { kind: online ? 'waiting' : 'offline', count: waiting }
  if (files && files.waiting > 0) return { kind: 'files', count: files.waiting }
  return counted(asked)
}

function counted({ checked, held, files, lists, busy }: LightAsked): FieldLight {
  // Nobody knows yet whether a photo waits: that is no "all sent".
  if (!files || (busy && !(checked && lists))) return { kind: 'busy', count: held }
  if (!checked || !lists) return { kind: 'never', count: held }
  if (checked.unlike.length > 0 || held !== checked.held) return { kind: 'unlike', held, there: checked.there }
  return { kind: 'agreed', count: held, at: checked.at }
}
