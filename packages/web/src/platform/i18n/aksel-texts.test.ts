import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { en } from '@navikt/ds-react/locales'
import { calendarNames } from '@openslrt/core/i18n/when.ts'
import { akselInIndonesian } from './aksel-texts.ts'

/** We draw our own. */
const unused = '.Timeline'

/** Every text below an object, by its path; what is no text (names of days, functions) has a test of its own. */
function textsOf(node: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof node === 'string') return new Map([[path, node]])
  if (typeof node !== 'object' || node === null || path.endsWith('.dateLocale') || path === unused) return new Map()
  return new Map(Object.entries(node).flatMap(([name, inner]) => [...textsOf(inner, `${path}.${name}`)]))
}

const own = textsOf(akselInIndonesian)
const english = textsOf(en)
const holesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted()

test('AKSEL-1 every text that the component library brings has one in Indonesian, so that no English shows through', () => {
  assert.ok(english.size > 30, 'the texts of the library were found')
  assert.deepEqual(
    [...english.keys()].filter((path) => !own.has(path)),
    [],
  )
})

test('AKSEL-1 the one component without them is used nowhere', () => {
  const src = join(import.meta.dirname, '../..')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const users = files.filter((file) => readFileSync(join(src, file), 'utf8').includes("'@navikt/ds-react/Timeline'"))
  assert.ok(files.length > 100, 'the screens were found')
  assert.deepEqual(users, [])
})

test('AKSEL-1 and none is left over from an older version of the library', () => {
  assert.deepEqual(
    [...own.keys()].filter((path) => !english.has(path)),
    [],
  )
})

test('AKSEL-1 they have the same holes, and are not simply the English ones', () => {
  for (const [path, text] of own) assert.deepEqual(holesIn(text), holesIn(english.get(path) ?? ''), path)
  const same = [...own].filter(([path, text]) => text === english.get(path)).map(([path]) => path)
  assert.deepEqual(same, [])
})

test('AKSEL-2 calendars name months and days in Indonesian, whole or short as there is room', () => {
  const { month, day } = akselInIndonesian.global.dateLocale.localize
  assert.equal(month(7), 'Agustus')
  assert.equal(month(7, { width: 'abbreviated' }), 'Agu')
  assert.equal(month(7, { width: 'narrow' }), 'A')
  assert.equal(day(5, { width: 'short' }), 'Jum')
  const months = calendarNames.id.months.map((_, at) => month(at))
  assert.deepEqual([months.length, new Set(months).size], [12, 12])
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6].map((at) => day(at)),
    [...calendarNames.id.weekdays],
  )
})
