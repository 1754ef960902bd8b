import type { Pending } from '../../platform/replica/pending.ts'

/** Where what was mended on this phone is by now; null where nothing was. */
export const mendedBy = (pending: readonly Pending[], id: string): Pending['state'] | null =>
  pending.findLast(({ command }) => command.kind === 'case.review-mend' && command.subject === id)?.state ?? null
