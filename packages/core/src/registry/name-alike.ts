import { likeness } from '../person/name-key.ts'
import { soundsOf } from './sounds.ts'

const soundsAlike = 0.85
/** Names that only share their consonants (Rina, Rani) are others. */
const leastSpelled = 0.4

/**
 * FIND-8 How alike two names are, 0 to 1: the share of their pairs of letters, and much where every word sounds the same
 * and is spelled a little like it (Achmad Jusuf, Ahmad Yusup).
 */
export function nameAlike(left: string, right: string): number {
  const spelled = likeness(left, right)
  // Most of many names are far apart, and those are looked at no further: the sounds take twice as long as the letters.
  if (spelled < leastSpelled) return spelled
  const [a, b] = [soundsOf(left).toSorted().join(' '), soundsOf(right).toSorted().join(' ')]
  if (a === '' || b === '') return 0
  return a === b ? Math.max(spelled, soundsAlike) : spelled
}
