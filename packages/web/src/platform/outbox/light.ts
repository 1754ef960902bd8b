import type { Entry } from './entry.ts'

export type Light =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'waiting' | 'offline' | 'look'; readonly count: number }

/**
 * What the light in the bar says. A refused entry comes first: only a person can end it. What is on its way for the
 * first time is not worth a word; it is gone before one is read.
 */
export function lightOf(entries: readonly Entry[], online: boolean): Light {
  const refused = entries.filter(({ state }) => state === 'refused').length
  if (refused > 0) return { kind: 'look', count: refused }
  const stuck = entries.some((entry) => entry.state === 'waiting' && entry.tries > 0)
  const waiting = entries.filter(({ state }) => state === 'waiting').length
  if (waiting === 0 || (online && !stuck)) return { kind: 'quiet' }
  return { kind: online ? 'waiting' : 'offline', count: waiting }
}
