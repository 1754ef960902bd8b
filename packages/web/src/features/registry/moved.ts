import { z } from 'zod'

/** What was moved just now, as the entry of the browser's history carries it: so that it can be taken back at once. */
export const moved = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('person'),
    person: z.uuid(),
    name: z.string(),
    /** The family and the place in it that were left; without them there is nothing to go back to. */
    from: z.uuid(),
    relation: z.string(),
  }),
  z.object({
    what: z.literal('family'),
    village: z.string(),
    name: z.string(),
    /** As which version it stands since: the page may still show the one before. */
    version: z.int(),
  }),
])
export type Moved = z.infer<typeof moved>

/** The last move that an entry of the browser's history carries, if it is one. */
export function movedIn(state: unknown): Moved | null {
  const carried = typeof state === 'object' && state !== null ? Reflect.get(state, 'dipindah') : null
  const read = moved.safeParse(carried)
  return read.success ? read.data : null
}

export const carrying = (what: Moved | null) => (what === null ? {} : { state: { dipindah: what } })
