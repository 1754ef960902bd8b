import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const palette = readFileSync(join(import.meta.dirname, 'palette.css'), 'utf8')
const colour = new Map([...palette.matchAll(/--ax-([a-z]+-\d+): #([0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))
const families = ['neutral', 'accent', 'success', 'warning', 'danger', 'info']

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const brightness = (name: string): number => {
  const hex = colour.get(name)
  assert.ok(hex, `${name} is in the palette`)
  return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 2) + 0.0722 * channel(hex, 4)
}
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [brightness(one), brightness(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

for (const family of families) {
  test(`LOOK-1 white words on filled ${family} grounds reach AA`, () => {
    for (const step of [600, 700, 800, 900]) assert.ok(contrast(`${family}-${step}`, 'neutral-000') >= 4.5, `${step}`)
  })
  test(`LOOK-2 ${family} words on white and on soft ${family} grounds reach AA`, () => {
    for (const text of [800, 900, 1000])
      for (const ground of ['neutral-000', 'neutral-100', `${family}-100`, `${family}-200`, `${family}-300`])
        assert.ok(contrast(`${family}-${text}`, ground) >= 4.5, `${text} on ${ground}`)
  })
  test(`LOOK-3 ${family} edges and icons stand out from their ground`, () => {
    for (const ground of ['neutral-000', 'neutral-100', `${family}-100`])
      assert.ok(contrast(`${family}-600`, ground) >= 3, ground)
  })
}

test('LOOK-4 quiet grey words are readable on every ground of the page', () => {
  for (const ground of ['neutral-000', 'neutral-100', 'neutral-200'])
    assert.ok(contrast('neutral-700', ground) >= 4.5, ground)
})
