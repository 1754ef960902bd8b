/** A spelling and what it stands for. */
export interface Spelled<Key> {
  readonly key: Key
  readonly spelling: string
}

export interface Nearest<Key> {
  readonly key: Key
  readonly sure: number
}

/** The letters and digits of a label or a word, in small letters, one gap between words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * INTAKE-12 The meaning whose spelling is nearest to what was typed, and how near: 1 for the same letters. Null where
 * nothing is near enough, or where two meanings are equally near.
 */
export function nearest<Key>(typed: string, spellings: readonly Spelled<Key>[]): Nearest<Key> | null {
  const word = plain(typed).replaceAll(' ', '')
  if (word === '') return null
  let best: Nearest<Key> | null = null
  let tied = false
  for (const { key, spelling } of spellings) {
    const sure = nearness(word, spelling.replaceAll(' ', ''))
    if (sure === 0 || (best && sure < best.sure)) continue
    tied = best !== null && sure === best.sure && best.key !== key
    best = { key, sure }
  }
  return tied ? null : best
}

/** How near two words are, 0 to 1; 0 as soon as they differ by more slips than a word of that length may have. */
export function nearness(left: string, right: string): number {
  if (left === right) return 1
  const longest = Math.max(left.length, right.length)
  const slips = slipsAllowed(longest)
  if (Math.abs(left.length - right.length) > slips || !beginsAlike(left, right)) return 0
  const found = slipsBetween(left, right)
  return found > slips ? 0 : 1 - found / longest
}

// Of three letters, one changed is any other word: "kec" is not "kel".
const slipsAllowed = (length: number): number => [3, 6].filter((short) => length > short).length

// Hands slip inside a word; at its beginning, another letter is mostly another word ("lama" is not "nama").
const beginsAlike = (left: string, right: string): boolean =>
  left[0] === right[0] || (left[0] === right[1] && left[1] === right[0])

/** Letters left out, put in, changed, or swapped with the next one (optimal string alignment). */
function slipsBetween(left: string, right: string): number {
  const width = right.length + 1
  const cells = new Uint16Array((left.length + 1) * width)
  const at = (row: number, column: number): number => cells[row * width + column] ?? 0
  for (let column = 0; column < width; column++) cells[column] = column
  for (let row = 1; row <= left.length; row++) {
    cells[row * width] = row
    for (let column = 1; column < width; column++) {
      const changed = at(row - 1, column - 1) + (left[row - 1] === right[column - 1] ? 0 : 1)
      const oneMore = Math.min(at(row - 1, column), at(row, column - 1)) + 1
      const crossed = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const swapped = crossed && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : changed
      cells[row * width + column] = Math.min(changed, oneMore, swapped)
    }
  }
  return at(left.length, right.length)
}
