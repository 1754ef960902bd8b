import type { Command } from '../platform/outbox/entry.ts'
import type { Pending } from '../platform/replica/pending.ts'

/**
 * FIELD-7 What a form came to and this phone does not keep yet: it may have died between two of them. What was refused is no
 * longer on its way, and may be said again.
 */
export function stillToKeep(made: readonly Command[], pending: readonly Pending[]): readonly Command[] {
  const onTheirWay = pending.filter(({ state }) => state !== 'refused')
  const kept = new Set(onTheirWay.map(({ command }) => `${command.kind} ${command.subject}`))
  return made.filter(({ kind, subject }) => !kept.has(`${kind} ${subject}`))
}
