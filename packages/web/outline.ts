/** Corners of closed lines. */
export type Outline = readonly (readonly Point[])[]
type Point = readonly [x: number, y: number]

const stepsOfArc = 24
/** Of the ways to draw, those that our logo needs, with how many numbers each takes. */
const needs = { m: 2, l: 2, h: 1, v: 1, a: 7, z: 0 } as const
type Way = keyof typeof needs

interface Step {
  readonly way: Way
  /** From where the pen is, or from the corner of the drawing. */
  readonly relative: boolean
  readonly values: readonly number[]
}

/** The path of a drawing (SVG's `d`) as lines from corner to corner. */
export function outlineOf(path: string): Outline {
  const lines: Point[][] = []
  let at: Point = [0, 0]
  for (const step of stepsIn(path)) {
    if (step.way === 'm') lines.push([])
    const line = lines.at(-1)
    if (!line) throw new Error('a path begins with a move')
    const next = step.way === 'z' ? [line[0] ?? at] : cornersOf(step, at)
    line.push(...next)
    at = next.at(-1) ?? at
  }
  return lines
}

function* stepsIn(path: string): Generator<Step> {
  for (const [, letter = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const way = wayOf(letter.toLowerCase())
    const relative = letter === letter.toLowerCase()
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([number]) => Number(number))
    // A letter stands for all that follow it; after a move come lines.
    const times = way === 'z' ? 1 : Math.floor(numbers.length / needs[way])
    for (let nth = 0; nth < times; nth += 1)
      yield {
        way: way === 'm' && nth > 0 ? 'l' : way,
        relative,
        values: numbers.slice(nth * needs[way], (nth + 1) * needs[way]),
      }
  }
}

function wayOf(letter: string): Way {
  const way = (Object.keys(needs) as readonly Way[]).find((known) => known === letter)
  if (!way) throw new Error(`the logo is drawn in a way that icons do not know: ${letter}`)
  return way
}

function cornersOf({ way, relative, values }: Step, at: Point): readonly Point[] {
  const [fromX, fromY] = relative ? at : [0, 0]
  const [a = 0, b = 0, , large = 0, sweep = 0, x = 0, y = 0] = values
  if (way === 'h') return [[fromX + a, at[1]]]
  if (way === 'v') return [[at[0], fromY + a]]
  if (way === 'a') return arcOf(at, [fromX + x, fromY + y], [a, b], large === 1, sweep === 1)
  return [[fromX + a, fromY + b]]
}

/** An arc of an ellipse that is not turned; its centre as SVG's appendix B.2.4 finds it, on a circle of one. */
function arcOf([x1, y1]: Point, [x2, y2]: Point, [wide, high]: Point, large: boolean, sweep: boolean): Point[] {
  const [dx, dy] = [(x1 - x2) / 2 / wide, (y1 - y2) / 2 / high]
  const aside = Math.sqrt(Math.max(0, 1 / (dx * dx + dy * dy) - 1)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(x1 + x2) / 2 / wide + aside * dy, (y1 + y2) / 2 / high - aside * dx]
  const begin = Math.atan2(y1 / high - cy, x1 / wide - cx)
  const turn = Math.atan2(y2 / high - cy, x2 / wide - cx) - begin
  const whole = 2 * Math.PI
  const way = sweep ? (turn + whole) % whole : (turn - whole) % whole || 0
  return Array.from({ length: stepsOfArc }, (_, nth): Point => {
    const angle = begin + (way * (nth + 1)) / stepsOfArc
    return [(cx + Math.cos(angle)) * wide, (cy + Math.sin(angle)) * high]
  })
}
