import type { Instant } from './instant.ts'

/** A time from a moment until another; one that ends where it begins is none. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** TIME-3 Whether two times share a moment. One that follows right after another shares none. */
export const overlap = (one: Span, other: Span): boolean =>
  Math.max(one.from, other.from) < Math.min(one.until, other.until)

/** TIME-3 What none of these times holds of the time between two moments, in its order. */
export function gapsIn(times: readonly Span[], { from, until }: Span): readonly Span[] {
  const gaps: Span[] = []
  let held = from
  for (const time of times.toSorted((one, other) => one.from - other.from)) {
    if (!overlap(time, { from: held, until })) continue
    if (time.from > held) gaps.push({ from: held, until: time.from })
    held = time.until
  }
  return held < until ? [...gaps, { from: held, until }] : gaps
}
