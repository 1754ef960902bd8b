import type { Face, Square } from './face.ts'
import { linesOf, squaresAt } from './face.ts'

/**
 * NEED-9 Withholds numbers of a place and, level by level, of what lies below it. Whatever is withheld is a corner of a square
 * (two kinds, two states, or their sums) that is withheld whole, and so is the same square somewhere beside it or above it,
 * and in one place of each level below: needs could be moved along these squares and no number that is told would change.
 * So no sum and no difference of told numbers, of whichever pages, can be a withheld one. What is told of a place does not
 * depend on what lies below it: numbers of many districts can be told without counting their villages.
 */
export function withhold(face: Face, least: number): void {
  settle({ faces: [face], above: null, least })
}

/** Withholds numbers of places right below one of which it is known what is told. */
export function withholdBelow(above: Face, faces: readonly Face[], least: number): void {
  const [only] = faces
  if (only && faces.length === 1) return take(only, above)
  for (const square of above.squares.values()) hide(cheapest(faces, square), square)
  settle({ faces, above, least })
}

/** The same numbers under another name. */
function take(face: Face, { hidden, squares }: Face): void {
  for (const at of hidden) face.hidden.add(at)
  for (const [key, square] of squares) face.squares.set(key, square)
}

interface Level {
  readonly faces: readonly Face[]
  readonly above: Face | null
  readonly least: number
}

function settle(level: Level): void {
  const { faces, least } = level
  for (const face of faces)
    for (const [at, n] of face.n.entries()) if (n > 0 && n < least && !face.hidden.has(at)) hideAt(level, face, at)
  // What is withheld in one line may be few together in another: until no line asks for more.
  for (let more = true; more; ) more = fewTogether(level)
}

/** Withholds more where what is withheld of a line is few together, beside a sum that is told; says whether it did. */
function fewTogether(level: Level): boolean {
  const { faces, above } = level
  const asks: boolean[] = []
  for (const face of faces)
    for (const { parts, sum } of linesOf(face.rows))
      if (!face.hidden.has(sum)) asks.push(hideOneOf(level, spots([face], parts)))
  for (const at of above?.n.keys() ?? []) if (!above?.hidden.has(at)) asks.push(hideOneOf(level, spots(faces, [at])))
  return asks.includes(true)
}

/** Where a number stands, and in which face. */
interface Spot {
  readonly face: Face
  readonly at: number
}
const spots = (faces: readonly Face[], places: readonly number[]): readonly Spot[] =>
  faces.flatMap((face) => places.map((at) => ({ face, at })))
const numberAt = ({ face, at }: Spot): number => face.n[at] ?? 0

function hideOneOf(level: Level, parts: readonly Spot[]): boolean {
  const together = parts.reduce((sum, part) => sum + (part.face.hidden.has(part.at) ? numberAt(part) : 0), 0)
  if (together === 0 || together >= level.least) return false
  const told = parts.filter((part) => !part.face.hidden.has(part.at) && numberAt(part) > 0)
  const [smallest] = told.toSorted((one, other) => numberAt(one) - numberAt(other))
  if (!smallest) return false
  hideAt(level, smallest.face, smallest.at)
  return true
}

/** A square to withhold a number with, where the same is withheld beside it, and how much of what could be told that takes. */
interface Way {
  readonly cost: number
  readonly square: Square
  readonly beside: Face | null
}

function hideAt({ faces, above }: Level, face: Face, at: number): void {
  let best: Way | null = null
  for (const square of squaresAt(face.rows, at)) {
    const own = costOf(face, square)
    if (best !== null && own >= best.cost) continue
    const beside = above === null || above.squares.has(square.key) ? null : cheapest(faces, square, face)
    const cost = own + (beside ? costOf(beside, square) : 0)
    if (best === null || cost < best.cost) best = { cost, square, beside }
  }
  if (best === null) return
  hide(face, best.square)
  hide(best.beside, best.square)
}

function hide(face: Face | null, square: Square): void {
  if (!face) return
  for (const at of square.at) face.hidden.add(at)
  face.squares.set(square.key, square)
}

/** The face in which a square takes the least; of two that are alike the first, so that it is the same on every page. */
function cheapest(faces: readonly Face[], square: Square, but: Face | null = null): Face | null {
  let [best, least]: [Face | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const face of faces) {
    const cost = face === but ? least : costOf(face, square)
    if (cost < least) [best, least] = [face, cost]
    if (least === 0) break
  }
  return best
}

/** Where nobody is, everybody may know that anyway: a square with such a corner hides little, and is the last that is taken. */
const nobodyThere = 1e9

function costOf({ hidden, n }: Face, { at }: Square): number {
  let cost = 0
  // A district of 860 villages asks this a million times.
  for (const one of at) if (!hidden.has(one)) cost += n[one] || nobodyThere
  return cost
}
