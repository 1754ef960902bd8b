import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestSide, type Picture, shrink, sizeWithin, wantedBytes } from './shrink.ts'

/** A picture whose JPEG weighs so many bytes for each point at full quality; it remembers how it was drawn. */
function aPicture(width: number, height: number, perPoint: number, type = 'image/jpeg') {
  const drawn: (readonly [number, number, number])[] = []
  const picture: Picture = {
    width,
    height,
    draw: async (w, h, quality) => {
      drawn.push([w, h, quality])
      return new Blob([new Uint8Array(Math.ceil(w * h * perPoint * quality))], { type })
    },
  }
  return { picture, drawn }
}

/** Sides of a photo, and as what it is drawn. */
const sides: readonly (readonly [from: readonly [number, number], to: readonly [number, number]])[] = [
  [
    [4000, 3000],
    [1600, 1200],
  ],
  [
    [3000, 4000],
    [1200, 1600],
  ],
  [
    [1600, 1600],
    [1600, 1600],
  ],
  [
    [800, 600],
    [800, 600],
  ],
  [
    [16_000, 2],
    [1600, 1],
  ],
]
for (const [from, to] of sides)
  test(`FIELD-12 a photo of ${from.join(' by ')} is drawn as ${to.join(' by ')}`, () => {
    const { width, height } = sizeWithin(...from, longestSide)
    assert.deepEqual([width, height], to)
  })

test('FIELD-12 a photo that is light enough is drawn once, at the best quality', async () => {
  const { picture, drawn } = aPicture(4000, 3000, 0.1)
  const small = await shrink(picture)
  assert.ok(small.ok && small.value.size <= wantedBytes)
  assert.deepEqual(drawn, [[1600, 1200, 0.8]])
})

test('FIELD-12 a heavy one loses quality first, and then sides, until it is light enough', async () => {
  const { picture, drawn } = aPicture(4000, 3000, 0.25)
  const small = await shrink(picture)
  assert.ok(small.ok && small.value.size <= wantedBytes)
  assert.deepEqual(drawn.at(-1)?.slice(0, 2), [1600, 1200])
  const noise = aPicture(4000, 3000, 2)
  const least = await shrink(noise.picture)
  assert.ok(least.ok && least.value.size <= wantedBytes)
  const [width = 0] = noise.drawn.at(-1) ?? []
  assert.ok(width < 1600)
})

test('FIELD-12 what never gets light is kept at last as it is; the work ends', async () => {
  const { picture } = aPicture(4000, 3000, 1000)
  assert.ok((await shrink(picture)).ok)
})

test('FIELD-12 a browser that can not write a JPEG makes no photo', async () => {
  const none: Picture = { width: 10, height: 10, draw: async () => null }
  for (const picture of [none, aPicture(10, 10, 1, 'image/png').picture])
    assert.deepEqual(await shrink(picture), { ok: false, error: 'unreadable' })
})
