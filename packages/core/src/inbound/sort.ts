import type { OfficeId } from '../kernel/id.ts'
import type { OfficeRow } from '../office/office.ts'
import { officeLevels, receives, receptionFor } from '../office/office.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'

/** By what a message found its office; `hand`: an officer moved it. */
export const sortings = ['sender', 'village', 'nothing', 'hand'] as const
export type Sorting = (typeof sortings)[number]

/** Where a message lies, and by what it came there. Null: with the offices that nobody stands above. */
export interface Sorted {
  readonly office: OfficeId | null
  readonly by: Exclude<Sorting, 'hand'>
}

/** What is known of a message: the offices that its sender takes cases in for, and the village that its text names. */
export interface Known {
  readonly posts: readonly OfficeRow[]
  readonly village: PlaceCode | null
  readonly serving: Iterable<OfficeRow>
  readonly staffed: ReadonlySet<OfficeId>
}

/**
 * INBOUND-2 The office that reads a message: the sender's own, and of several the one that serves the village; else the
 * lowest one that serves the village; else none yet.
 */
export function sortMessage({ posts, village, serving, staffed }: Known): Sorted {
  const own = posts.filter(receives).toSorted((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1))
  const near = village === null ? undefined : own.find(({ place }) => covers(place, village))
  const post = near ?? own[0]
  if (post) return { office: post.id, by: 'sender' }
  const office = village === null ? null : receptionFor(village, serving, { staffed })
  return office ? { office: office.id, by: 'village' } : { office: null, by: 'nothing' }
}

/** INBOUND-2 Whether some office of a village's own district takes its citizens in: elsewhere a like name means nothing. */
export function isServed(village: PlaceCode, serving: Iterable<OfficeRow>): boolean {
  const office = receptionFor(village, serving)
  return office !== null && rank(office) <= officeLevels.indexOf('district')
}

/** INBOUND-2 The offices that read what found no office: those that take citizens, of the highest level there is. */
export function unsortedReaders(offices: Iterable<OfficeRow>): ReadonlySet<OfficeId> {
  const open = [...offices].filter(receives)
  const top = open.reduce((most, office) => Math.max(most, rank(office)), -1)
  return new Set(open.filter((office) => rank(office) === top).map(({ id }) => id))
}

const rank = ({ level }: OfficeRow): number => officeLevels.indexOf(level)
