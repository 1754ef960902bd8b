/** How many needs stand how: all that were recorded, those that are met, that go on, and that are told to be unmet. */
export type NeedCounts = {
  readonly total: number
  readonly met: number
  readonly going: number
  readonly unmet: number
}
/** Needs of one kind at one place. */
export type NeedCell = NeedCounts & { readonly place: string; readonly kind: string }

/** The states, and last their sum. */
export const counts = ['met', 'going', 'unmet', 'total'] as const
export type Count = (typeof counts)[number]

/**
 * The numbers of one place: a row for each kind and, last, for all of them; in each row the states and, last, their sum.
 * What is withheld of them is noted by where it stands.
 */
export interface Face {
  readonly n: readonly number[]
  readonly rows: number
  readonly hidden: Set<number>
  /** The squares that were withheld whole, by their keys. */
  readonly squares: Map<number, Square>
}

/** Two kinds and two states, or their sums: where the four numbers at their crossings stand. */
export interface Square {
  readonly key: number
  readonly at: readonly [number, number, number, number]
}

const wide = counts.length
export const standsAt = (row: number, count: number): number => row * wide + count

/** The numbers of a place that these cells are of. */
export function faceOf(kinds: readonly string[], cells: readonly NeedCell[]): Face {
  const n = Array.from({ length: (kinds.length + 1) * wide }, () => 0)
  const rowOf = new Map(kinds.map((kind, row) => [kind, row]))
  for (const cell of cells)
    for (const row of [rowOf.get(cell.kind) ?? 0, kinds.length])
      for (const [nth, count] of counts.entries()) n[standsAt(row, nth)] = (n[standsAt(row, nth)] ?? 0) + cell[count]
  return { n, rows: kinds.length + 1, hidden: new Set(), squares: new Map() }
}

const squares = new Map<string, readonly Square[]>()
/** Every square that a number is a corner of. Few shapes are asked for again and again. */
export function squaresAt(rows: number, at: number): readonly Square[] {
  const key = `${rows} ${at}`
  const known = squares.get(key) ?? [...madeAt(rows, at)]
  squares.set(key, known)
  return known
}

function* madeAt(rows: number, at: number): Generator<Square> {
  const [row, count] = [Math.floor(at / wide), at % wide]
  for (let other = 0; other < rows; other++)
    for (let beside = 0; beside < wide; beside++)
      if (other !== row && beside !== count) yield square(row, other, count, beside)
}

function square(row: number, other: number, count: number, beside: number): Square {
  const [top, bottom] = [Math.min(row, other), Math.max(row, other)]
  const [left, right] = [Math.min(count, beside), Math.max(count, beside)]
  const at = [standsAt(top, left), standsAt(top, right), standsAt(bottom, left), standsAt(bottom, right)] as const
  return { key: at[0] * 100_000 + at[3], at }
}

/** Numbers of one face that add up to another of it. */
export function linesOf(rows: number): readonly { readonly parts: readonly number[]; readonly sum: number }[] {
  const [last, kinds] = [wide - 1, Array.from({ length: rows - 1 }, (_, row) => row)]
  const alongStates = [...kinds, rows - 1].map((row) => ({
    parts: [0, 1, 2].map((count) => standsAt(row, count)),
    sum: standsAt(row, last),
  }))
  const alongKinds = counts.map((_, count) => ({
    parts: kinds.map((row) => standsAt(row, count)),
    sum: standsAt(rows - 1, count),
  }))
  return [...alongStates, ...alongKinds]
}
