import { createHash } from 'node:crypto'

/** Numbers that look like chance and are the same at every start: a demo that broke off goes on where it was. */
export interface Dice {
  /** A number from 0 up to, but not, 1. */
  next(): number
  /** A whole number between two others, both possible. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of a list, as often as its weight says. */
  weighted<T>(list: readonly T[], weightOf: (item: T) => number): T
}

/** The dice of one seed. Each case has its own, so that a change in one leaves the others as they are. */
export function diceOf(seed: string): Dice {
  let state = digest(seed).readUInt32BE(0)
  // mulberry32: 32 bits of state are plenty for a case's hundred throws.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const at = <T>(list: readonly T[], index: number): T => {
    const item = list[index]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (share) => next() < share,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    weighted(list, weightOf) {
      let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
      const found = list.findIndex((item) => {
        left -= weightOf(item)
        return left < 0
      })
      return at(list, found < 0 ? list.length - 1 : found)
    },
  }
}

/** The id that a seed always gives (UUID version 8: made by its own rule). */
export function idOf(seed: string): string {
  const hex = digest(seed).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const digest = (seed: string): Buffer => createHash('sha256').update(seed).digest()
