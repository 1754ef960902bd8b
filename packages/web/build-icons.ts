import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Outline, outlineOf } from './outline.ts'
import { pngOf } from './png.ts'

type Colour = readonly [red: number, green: number, blue: number]

interface Icon {
  readonly file: string
  readonly side: number
  /** Phones cut what they may cut to a circle or a drop: it stands small on a whole ground, in the middle four fifths. */
  readonly cut: boolean
}

const icons: readonly Icon[] = [
  { file: 'ikon-192.png', side: 192, cut: false },
  { file: 'ikon-512.png', side: 512, cut: false },
  { file: 'ikon-bulat-192.png', side: 192, cut: true },
  { file: 'ikon-bulat-512.png', side: 512, cut: true },
]

/** SYNC-57 Draws the logo as the pictures that a browser asks for before it offers to install the app. */
export async function writeIcons(dist: string): Promise<void> {
  const logo = logoIn(await readFile(join(import.meta.dirname, 'public/favicon.svg'), 'utf8'))
  await Promise.all(icons.map((icon) => writeFile(join(dist, icon.file), drawIcon(logo, icon))))
}

interface Logo {
  readonly outline: Outline
  readonly colour: Colour
  /** How wide and high the drawing is. */
  readonly box: number
}

export function logoIn(svg: string): Logo {
  const box = /viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]
  const hex = /fill="#([\da-f]{6})"/.exec(svg)?.[1]
  const path = /\sd="([^"]+)"/.exec(svg)?.[1]
  if (!box || !hex || !path) throw new Error('favicon.svg is not one path of one colour on a square any more')
  const [red = 0, green = 0, blue = 0] = Buffer.from(hex, 'hex')
  return { outline: outlineOf(path), colour: [red, green, blue], box: Number(box) }
}

const white: Colour = [255, 255, 255]
/** Of the side: a logo of this width has its corners inside the circle that nothing is cut from. */
const shareWhenCut = 0.56

export function drawIcon({ outline, colour, box }: Logo, { side, cut }: Pick<Icon, 'side' | 'cut'>): Buffer {
  const wide = cut ? side * shareWhenCut : side
  const covers = coverage(outline, wide / box, (side - wide) / 2, side)
  const dots = new Uint8Array(side * side * 4)
  covers.forEach((share, dot) => {
    const mixed = [0, 1, 2].map((of) => (white[of] ?? 0) * share + (colour[of] ?? 0) * (1 - share))
    dots.set(cut ? [...mixed, 255] : [...colour, Math.round(255 * share)], dot * 4)
  })
  return pngOf(side, dots)
}

const finer = 4

/** How much of each dot lies inside the outline, by the even-odd rule, looked at on lines four times as fine. */
function coverage(outline: Outline, scale: number, from: number, side: number): Float64Array {
  const covers = new Float64Array(side * side)
  for (let fine = 0; fine < side * finer; fine += 1) {
    const y = ((fine + 0.5) / finer - from) / scale
    const crossings = crossingsAt(outline, y).map((x) => x * scale + from)
    const row = Math.floor(fine / finer) * side
    for (let at = 0; at + 1 < crossings.length; at += 2)
      cover(covers.subarray(row, row + side), crossings[at] ?? 0, crossings[at + 1] ?? 0)
  }
  return covers
}

function cover(row: Float64Array, begin: number, end: number): void {
  for (let x = Math.max(0, Math.floor(begin)); x < Math.min(row.length, end); x += 1)
    row[x] = (row[x] ?? 0) + Math.max(0, Math.min(x + 1, end) - Math.max(x, begin)) / finer
}

function crossingsAt(outline: Outline, y: number): number[] {
  return outline
    .flatMap((line) =>
      line.flatMap(([x1, y1], at) => {
        const [x2, y2] = line[(at + 1) % line.length] ?? [x1, y1]
        return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
      }),
    )
    .toSorted((one, other) => one - other)
}
