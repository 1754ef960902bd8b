import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { laterTexts, type Module, textsLater, whoLacks } from './later-texts.ts'

const core = join(import.meta.dirname, '../core/src/i18n')
const src = join(import.meta.dirname, 'src')
const texts = join(core, 'id/lists.ts')
const start = join(src, 'desk/main.tsx')
const screen = join(src, 'features/lists/lists-screen.tsx')
const dialog = join(src, 'features/lists/end-item.tsx')

/** A graph of modules from who imports whom; what is written after `later` is fetched when it is asked for. */
function graphOf(now: readonly [string, string][], later: readonly [string, string][]): readonly Module[] {
  const ids = [...new Set([start, ...[...now, ...later].flat()])]
  const from = (pairs: readonly [string, string][], id: string): string[] =>
    pairs.flatMap(([importer, imported]) => (imported === id ? [importer] : []))
  return ids.map((id) => ({
    id,
    isEntry: id === start,
    importedIds: now.flatMap(([importer, imported]) => (importer === id ? [imported] : [])),
    importers: from(now, id),
    dynamicImporters: from(later, id),
  }))
}

test('TEXT-7 a screen that is fetched with its texts says them, and so does what it fetches itself', () => {
  const graph = graphOf(
    [[screen, texts]],
    [
      [start, screen],
      [screen, dialog],
    ],
  )
  assert.deepEqual(whoLacks('lists', graph), [])
})

test('TEXT-7 whoever says a text before it is there is named', () => {
  assert.deepEqual(whoLacks('lists', graphOf([], [[start, screen]])), ['lists: lists-screen.tsx'])
  assert.deepEqual(whoLacks('lists', graphOf([[start, dialog]], [])), ['lists: end-item.tsx'])
  const twoWays = graphOf(
    [[screen, texts]],
    [
      [start, screen],
      [screen, dialog],
      [start, dialog],
    ],
  )
  assert.deepEqual(whoLacks('lists', twoWays), ['lists: end-item.tsx'])
})

test('TEXT-7 each part is taken out of what every screen has, once and wholly', () => {
  const path = join(core, 'id.ts')
  const left = textsLater.transform(readFileSync(path, 'utf8'), path) ?? ''
  for (const part of laterTexts) assert.ok(!left.includes(`./id/${part}.ts`), part)
  const names = [...left.matchAll(/^import \{ (\w+) \}/gm)].map(([, name]) => name)
  const spread = [...left.matchAll(/^ {2}\.\.\.(\w+),$/gm)].map(([, name]) => name)
  assert.deepEqual(spread.toSorted(), names.toSorted())
  assert.throws(() => textsLater.transform('export const id = {}', path), /not where the build looks/)
  assert.equal(textsLater.transform('export const id = {}', start), null)
})
