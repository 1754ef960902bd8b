import type { Command, Entry } from '../../platform/outbox/entry.ts'
import type { Kept } from '../../platform/replica/journal.ts'

/**
 * SYNC-53 Whether the same words were kept already: a tab may die after it kept them and before it emptied its form. What
 * was refused is no longer on its way, and may be said again.
 */
export function isKept({ kind, data }: Command, entries: readonly Entry[], sent: readonly Kept[]): boolean {
  const words = JSON.stringify(data)
  const onTheirWay = [...entries.filter(({ state }) => state !== 'refused'), ...sent]
  return onTheirWay.some(({ command }) => command.kind === kind && JSON.stringify(command.data) === words)
}
