/** How many needs stand how: all that were recorded, those that are met, that go on, and that are told to be unmet. */
export type NeedCounts = {
  readonly total: number
  readonly met: number
  readonly going: number
  readonly unmet: number
}
/** The same as somebody may read it: null where there are too few to be told apart from people. */
export type ShownCounts = { readonly [Count in keyof NeedCounts]: number | null }

/** Needs of one kind at one place. */
export type NeedCell = NeedCounts & { readonly place: string; readonly kind: string }

/** What may be told of some places (all of them without any) and a kind (all kinds without one). */
export type Teller = (places: readonly string[] | null, kind: string | null) => ShownCounts

const states = ['met', 'going', 'unmet'] as const
const counts = [...states, 'total'] as const
type Count = (typeof counts)[number]

/** Everything is told to who may read the people behind the numbers. */
export const wholeTeller = (cells: readonly NeedCell[]): Teller => {
  const book = bookOf(cells)
  return (places, kind) => shownOf((count) => sumOf(places, (place) => book.at(place, kind, count)))
}

/**
 * NEED-9 What is told of a table of places and kinds to whoever may not read the people behind it. A number from one up to
 * the limit is never told; and neither are as many others as it takes that none of them can be worked out by subtraction,
 * along places, kinds or states. Each number is told on every page or on none.
 */
export function fewTeller(cells: readonly NeedCell[], least: number): Teller {
  const book = bookOf(cells)
  const hidden = hiddenIn(book, least)
  return (places, kind) =>
    shownOf((count) =>
      sumOf(places, (place) => (hidden.has(keyOf(place, kind, count)) ? null : book.at(place, kind, count))),
    )
}

/** Nothing is told of some places together as soon as something is not told of one of them. */
function sumOf(places: readonly string[] | null, at: (place: string | null) => number | null): number | null {
  if (places === null) return at(null)
  return places.reduce<number | null>((sum, place) => {
    const n = at(place)
    return sum === null || n === null ? null : sum + n
  }, 0)
}

const shownOf = (of: (count: Count) => number | null): ShownCounts => ({
  total: of('total'),
  met: of('met'),
  going: of('going'),
  unmet: of('unmet'),
})

/** A table with its sums: the axes, and the number at each crossing; null is the sum along an axis. */
interface Book {
  readonly places: readonly string[]
  readonly kinds: readonly string[]
  at(place: string | null, kind: string | null, count: Count): number
}

function bookOf(cells: readonly NeedCell[]): Book {
  const sums = new Map<string, number>()
  const add = (key: string, n: number): unknown => sums.set(key, (sums.get(key) ?? 0) + n)
  for (const cell of cells)
    for (const [place, kind] of sumsAt(cell)) for (const count of counts) add(keyOf(place, kind, count), cell[count])
  return {
    places: [...new Set(cells.map(({ place }) => place))],
    kinds: [...new Set(cells.map(({ kind }) => kind))],
    at: (place, kind, count) => sums.get(keyOf(place, kind, count)) ?? 0,
  }
}

/** Itself, and the three sums that it counts in. */
const sumsAt = ({ place, kind }: NeedCell): readonly (readonly [string | null, string | null])[] => [
  [place, kind],
  [place, null],
  [null, kind],
  [null, null],
]

const keyOf = (place: string | null, kind: string | null, count: Count): string =>
  `${place ?? ''}|${kind ?? ''}|${count}`

/** Numbers that add up to another: the parts by their keys, and the key of their sum. */
interface Line {
  readonly parts: readonly string[]
  readonly sum: string
}

function linesOf({ places, kinds }: Book): readonly Line[] {
  const [anyPlace, anyKind] = [
    [...places, null],
    [...kinds, null],
  ]
  const alongPlaces = anyKind.flatMap((kind) =>
    counts.map((count) => ({ parts: places.map((place) => keyOf(place, kind, count)), sum: keyOf(null, kind, count) })),
  )
  const alongKinds = anyPlace.flatMap((place) =>
    counts.map((count) => ({ parts: kinds.map((kind) => keyOf(place, kind, count)), sum: keyOf(place, null, count) })),
  )
  const alongStates = anyPlace.flatMap((place) =>
    anyKind.map((kind) => ({
      parts: states.map((count) => keyOf(place, kind, count)),
      sum: keyOf(place, kind, 'total'),
    })),
  )
  return [...alongPlaces, ...alongKinds, ...alongStates]
}

function hiddenIn(book: Book, least: number): ReadonlySet<string> {
  const numbers = new Map<string, number>()
  for (const place of [...book.places, null])
    for (const kind of [...book.kinds, null])
      for (const count of counts) numbers.set(keyOf(place, kind, count), book.at(place, kind, count))
  const hidden = new Set([...numbers].flatMap(([key, n]) => (n > 0 && n < least ? [key] : [])))
  const lines = linesOf(book)
  // What is withheld in one line may give away another: until no line asks for more.
  for (let more = true; more; ) more = lines.map((line) => hideMore(line, { numbers, hidden, least })).includes(true)
  return hidden
}

interface Hiding {
  readonly numbers: ReadonlyMap<string, number>
  readonly hidden: Set<string>
  readonly least: number
}

/** Withholds one more number of a line where what is withheld of it could be worked out; says whether it did. */
function hideMore({ parts, sum }: Line, { numbers, hidden, least }: Hiding): boolean {
  const gone = parts.filter((part) => hidden.has(part))
  if (gone.length === 0) return hidden.has(sum) && hide(smallestOf(parts, numbers, hidden), hidden)
  if (hidden.has(sum)) return false
  const together = gone.reduce((all, part) => all + (numbers.get(part) ?? 0), 0)
  if (gone.length > 1 && together >= least) return false
  return hide(smallestOf(parts, numbers, hidden) ?? sum, hidden)
}

function hide(key: string | null, hidden: Set<string>): boolean {
  if (key === null) return false
  hidden.add(key)
  return true
}

/** The smallest number that is still told and is not nothing: where nobody is, everybody knows that anyway. */
function smallestOf(
  parts: readonly string[],
  numbers: ReadonlyMap<string, number>,
  hidden: ReadonlySet<string>,
): string | null {
  const told = parts.filter((part) => !hidden.has(part) && (numbers.get(part) ?? 0) > 0)
  return told.toSorted((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))[0] ?? null
}
