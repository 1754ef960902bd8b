/** So many of the items, chosen by a number: the same number chooses the same ones everywhere. */
export function draw<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const left = [...items]
  const next = numbersFrom(seed)
  const drawn: Item[] = []
  while (left.length > 0 && drawn.length < count) drawn.push(...left.splice(Math.floor(next() * left.length), 1))
  return drawn
}

/** Numbers from 0 up to 1 that look like chance (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
