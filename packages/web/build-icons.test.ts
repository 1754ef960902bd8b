import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { drawIcon, logoIn, writeIcons } from './build-icons.ts'
import { outlineOf } from './outline.ts'

interface Named {
  readonly src: string
  readonly sizes: string
  readonly type: string
  readonly purpose: string
}

const manifest: { readonly icons: readonly Named[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'src/field/manifest.webmanifest'), 'utf8'),
)
const logo = logoIn(readFileSync(join(import.meta.dirname, 'public/favicon.svg'), 'utf8'))
const teal = [0x0f, 0x5e, 0x5a, 255]

/** A picture as a reader of PNGs finds it: its side, and its dots. */
function read(png: Buffer) {
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
  const [side, high] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  assert.equal(side, high, 'square')
  const begin = png.indexOf('IDAT', 0, 'latin1')
  const rows = inflateSync(png.subarray(begin + 4, begin + 4 + png.readUInt32BE(begin - 4)))
  assert.equal(rows.length, side * (side * 4 + 1))
  const dot = (x: number, y: number): number[] => [...rows.subarray(y * (side * 4 + 1) + 1 + x * 4).subarray(0, 4)]
  return { side, dot }
}

async function written(look: (folder: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'openslrt-icons-'))
  await writeIcons(folder)
  look(folder)
  rmSync(folder, { recursive: true })
}

test('SYNC-57 every picture that the manifest names is there in the size that it says, and no other', async () => {
  const pictures = manifest.icons.filter(({ type }) => type === 'image/png')
  await written((folder) => {
    for (const { src, sizes } of pictures) {
      const { side } = read(readFileSync(join(folder, src.replace('/lapangan/', ''))))
      assert.equal(`${side}x${side}`, sizes, src)
    }
    assert.equal(readdirSync(folder).length, pictures.length)
  })
})

test('SYNC-57 there are both sizes that browsers ask for before they offer to install, whole and to be cut', () => {
  const asked = ['any 192x192', 'any 512x512', 'maskable 192x192', 'maskable 512x512']
  const named = manifest.icons.map(({ purpose, sizes }) => `${purpose} ${sizes}`)
  assert.deepEqual(
    asked.filter((one) => !named.includes(one)),
    [],
  )
})

test('SYNC-57 the whole one has clear corners and a doorway to see through; its door and frame are of the logo’s colour', () => {
  const { side, dot } = read(drawIcon(logo, { side: 192, cut: false }))
  const at = (x: number, y: number): number[] => dot(Math.floor((x / 16) * side), Math.floor((y / 16) * side))
  for (const [x, y] of [
    [0, 0],
    [15.95, 0],
    [0, 15.95],
    [15.95, 15.95],
    [11, 10],
    [7.5, 10.5],
  ] as const)
    assert.equal(at(x, y)[3], 0, `${x} ${y}`)
  for (const [x, y] of [
    [8, 1],
    [1, 10],
    [15, 10],
    [6, 14],
  ] as const)
    assert.deepEqual(at(x, y), teal, `${x} ${y}`)
})

test('SYNC-57 of the one to be cut nothing but its ground lies outside the circle that phones keep', () => {
  const { side, dot } = read(drawIcon(logo, { side: 192, cut: true }))
  const middle = side / 2
  let drawn = 0
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      if (Math.hypot(x + 0.5 - middle, y + 0.5 - middle) > side * 0.4) assert.deepEqual(dot(x, y), teal, `${x} ${y}`)
      else if (dot(x, y).join() !== teal.join()) drawn += 1
    }
  assert.ok(drawn > side * side * 0.1, 'and the logo is seen in it')
})

test('SYNC-57 the same logo makes the same pictures, byte for byte: a build says what it was made from', () => {
  const one = (): Buffer => drawIcon(logo, { side: 64, cut: true })
  assert.ok(one().equals(one()))
})

test('SYNC-57 a logo that is drawn in another way stops the build instead of leaving an old or an empty icon', () => {
  assert.throws(() => logoIn('<svg viewBox="0 0 16 9"><path fill="#0f5e5a" d="M0 0"/></svg>'), /on a square/)
  assert.throws(() => outlineOf('M0 0c1 1 2 2 3 3Z'), /icons do not know: c/)
  assert.throws(() => outlineOf('h3'), /begins with a move/)
})

test('SYNC-57 a path is read as SVG says: corners after a move are lines, small letters go on from the pen', () => {
  assert.deepEqual(outlineOf('M1 2 3 4H5V6h-1v-1l.5.5z'), [
    [
      [1, 2],
      [3, 4],
      [5, 4],
      [5, 6],
      [4, 6],
      [4, 5],
      [4.5, 5.5],
      [1, 2],
    ],
  ])
  const [round = []] = outlineOf('M0 1a1 1 0 0 1 2 0')
  const top = Math.min(...round.map(([, y]) => y))
  assert.ok(Math.abs(top) < 0.01, 'an arc that turns to the right goes over the top')
})
