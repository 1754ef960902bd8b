import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { z } from 'zod'
import { allRoutes } from '../testing/all-routes.ts'
import { goodQuestions } from '../testing/good-questions.ts'
import { property } from '../testing/property.ts'
import { shapeOf } from '../testing/shape.ts'
import type { Spot } from '../testing/spoil.ts'
import { frozen, isDay, isId, isObject, spell, spotsOf, withAt } from '../testing/spoil.ts'

/** One side of a question, what stands in its address or what is sent along, with an example of it. */
interface Side {
  readonly at: string
  readonly part: 'query' | 'body'
  readonly schema: z.ZodType
  readonly good: unknown
}

const sides: readonly Side[] = allRoutes.flatMap(([at, row]) =>
  (['query', 'body'] as const).map((part) => ({ at, part, schema: row[part], good: goodQuestions[at]?.[part] ?? {} })),
)
const queries = sides.filter(({ part }) => part === 'query')
const takes = ({ schema }: Side, given: unknown): boolean => schema.safeParse(given).success

/** Puts each value where something looks as asked, and tells where it was taken all the same. */
function takenAt(among: readonly Side[], looks: (spot: Spot) => boolean, values: (spot: Spot) => readonly unknown[]) {
  return among.flatMap((side) =>
    spotsOf(side.good)
      .filter(looks)
      .flatMap((spot) =>
        values(spot)
          .filter((value) => takes(side, withAt(side.good, spot.way, value)))
          .map((value) => `${side.at} ${spell(spot.way)}: ${JSON.stringify(value).slice(0, 50)}`),
      ),
  )
}

test('WIRE-9 every question that takes something has an example, and every example is a question', () => {
  const known = new Set(allRoutes.map(([at]) => at))
  assert.deepEqual(
    Object.keys(goodQuestions).filter((at) => !known.has(at)),
    [],
  )
  const empty = { strict: 'yes' }
  const takers = sides.filter(({ schema }) => JSON.stringify(shapeOf(schema)) !== JSON.stringify(empty))
  assert.deepEqual(
    takers.filter(({ good }) => Object.keys(Object(good)).length === 0).map(({ at, part }) => `${at} ${part}`),
    [],
  )
  assert.deepEqual(
    sides.filter((side) => !takes(side, frozen(structuredClone(side.good)))).map(({ at, good }) => [at, good]),
    [],
  )
})

test('WIRE-9 an example fills every field that its question knows, so that garbage is put in each', () => {
  // Of these one is named at a time: whose needs, and about whom a visit was.
  const either = new Set(['GET /api/needs/of', 'GET /api/visits/about'])
  for (const { at, schema, good } of sides.filter((side) => !either.has(side.at))) {
    const fields = Object.keys(Object(shapeOf(schema))).filter((name) => name !== 'strict')
    assert.deepEqual(Object.keys(Object(good)).toSorted(), fields.map((name) => name.replace('?', '')).toSorted(), at)
  }
})

test('WIRE-7 every door has an address of its own, and a name on record', () => {
  assert.equal(new Set(allRoutes.map(([at]) => at)).size, allRoutes.length)
  for (const [at, { audit, path }] of allRoutes) {
    assert.match(audit, /^[A-Z]+(_[A-Z]+)*$/, at)
    assert.match(path, /^\/api(\/[a-z]+(-[a-z]+)*)+$/, at)
  }
})

test('R4 a GET takes nothing but its address, so that whoever reads can write nothing', () => {
  for (const { at, schema } of sides.filter((side) => side.part === 'body' && side.at.startsWith('GET ')))
    assert.deepEqual(shapeOf(schema), { strict: 'yes' }, at)
})

test('R4 words of people and numbers of theirs stand in no address: a question with them is a POST', () => {
  const personal = /^(nik|kk|phone|name|reason|purpose|text|password|token|code|note|email)$/
  // Codes of lists are no secrets; those of a second factor are, and are posted.
  const ofLists = new Set(['GET /api/lists/uses code', 'GET /api/roles/holders code'])
  const told = queries.flatMap(({ at, good }) => Object.keys(Object(good)).map((name) => `${at} ${name}`))
  assert.deepEqual(
    told.filter((one) => personal.test(one.split(' ').at(-1) ?? '') && !ofLists.has(one)),
    [],
  )
})

test('R5 no question takes a field that it does not know', () => {
  const open = /(^|\.)(fields|rule)$/
  const objects = ({ way, value }: Spot): boolean => isObject(value) && !open.test(spell(way))
  for (const name of ['tambahan', 'limit', 'offset', 'sql', 'constructor', '', 'Page', 'district[]', '\u0000'])
    assert.deepEqual(
      takenAt(sides, objects, ({ value }) => [Object.assign({}, value, { [name]: '1' })]),
      [],
      name,
    )
})

test('R5 what is said twice in an address is refused, and so is what is said as an object', () => {
  const values = ({ way }: Spot): boolean => way.length === 1
  const twice = ({ value }: Spot): readonly unknown[] => [[value, value], [value], { 0: value }, null]
  assert.deepEqual(takenAt(queries, values, twice), [])
})

test('R5 an empty word in an address is no choice, no id, no day and no place', () => {
  const free = /^GET \/api\/(cases|cases\/groups) number|(\b(q|variable|mark|number)\b)|\/uses code/
  const taken = takenAt(
    queries,
    ({ way }) => way.length === 1,
    () => ['', ' '],
  )
  assert.deepEqual(
    taken.filter((at) => !free.test(at)),
    [],
  )
})

test('R5 where a text is sent nothing else is taken, and nothing is made a text of', () => {
  const others = [7, true, {}, { salah: true }, [[]], ['x'], Number.NaN]
  const texts = ({ way, value }: Spot): boolean => typeof value === 'string' && !way.includes('rule')
  // A page and a year that are posted may be numbers: they are no texts but in an address.
  const taken = takenAt(sides, texts, () => others).filter((at) => !/ (page|year): 7$/.test(at))
  assert.deepEqual(taken, [])
})

test('R5 where yes or no, a number or a list is sent nothing else is taken', () => {
  const bodies = sides.filter(({ part }) => part === 'body')
  const kinds: readonly (readonly [type: string, others: readonly unknown[]])[] = [
    ['boolean', ['true', 'ya', 1, 0, '', null, []]],
    ['number', ['x', '', true, null, [], {}, Number.NaN, Number.POSITIVE_INFINITY, 1.5, -1, 2 ** 53]],
  ]
  for (const [type, others] of kinds)
    assert.deepEqual(
      takenAt(
        bodies,
        ({ way, value }) => typeof value === type && !way.includes('rule'),
        () => others,
      ),
      [],
    )
  const lists = ({ value }: Spot): boolean => Array.isArray(value)
  assert.deepEqual(
    takenAt(bodies, lists, () => ['', 'x', 1, true, {}, { length: 1 }]),
    [],
  )
  assert.deepEqual(
    takenAt(bodies, lists, ({ value }) => [Array.from({ length: 2001 }, () => (Array.isArray(value) ? value[0] : 0))]),
    [],
  )
})

// What never reaches a row as it is typed: secrets are digested, files and their cells are read by a law of their own.
const unread = /(password|token|file|search|code|cells|head|endpoint|p256dh|auth)(\.|$)/
const words = ({ way, value }: Spot): boolean =>
  typeof value === 'string' && !unread.test(spell(way).replace(/\.\d+/g, ''))
const controls = ['\u0000', '\u0007', '\u001b', '\u007f', '\u009f']

test('WIRE-3 no control character passes in what is asked: the database could not look for it', () => {
  assert.deepEqual(
    takenAt(sides, words, ({ value }) => controls.map((sign) => `${String(value)}${sign}`)),
    [],
  )
  assert.deepEqual(
    takenAt(sides, words, ({ value }) => controls.map((sign) => `a${sign}${String(value)}`)),
    [],
  )
})

test('WIRE-3 half of a sign of two passes in nothing that is asked', () => {
  for (const { at, schema, good } of sides)
    for (const { way, value } of spotsOf(good).filter(words)) {
      const read = schema.safeParse(withAt(good, way, `${String(value)}\ud83d`))
      assert.ok(!read.success || !/\\ud83d/i.test(JSON.stringify(read.data)), `${at} ${spell(way)}`)
    }
})

test('WIRE-3 no word of a question is without an end', () => {
  const endless = 'x'.repeat(500_001)
  const texts = ({ way, value }: Spot): boolean => typeof value === 'string' && way.at(-1) !== 'file'
  assert.deepEqual(
    takenAt(sides, texts, () => [endless]),
    [],
  )
})

test('WIRE-8 every day that is asked about is one that there is, of the years 1900 to 2199', () => {
  const wrong = [
    '2026-02-29',
    '2026-13-01',
    '1899-12-31',
    '2200-01-01',
    '0000-01-01',
    '20261122',
    '22-11-2026',
    'kemarin',
  ]
  const days = ({ value }: Spot): boolean => isDay(value)
  assert.deepEqual(
    takenAt(sides, days, () => wrong),
    [],
  )
  assert.ok(sides.some(({ good }) => spotsOf(good).some(days)))
})

test('WIRE-8 a span of days begins before it ends, or on the day on which it ends', () => {
  // Periods of figures have a law of their own, which says what is wrong with one in its own words.
  const spans = queries.filter(({ at, good }) => 'to' in Object(good) && !at.startsWith('GET /api/figures/'))
  assert.equal(spans.length, 3)
  for (const side of spans) {
    const asks = (from: string, to: string): boolean => takes(side, Object.assign({}, side.good, { from, to }))
    assert.deepEqual(
      [asks('2026-10-02', '2026-10-01'), asks('2026-10-01', '2026-10-01'), asks('1900-01-01', '2199-12-31')],
      [false, true, true],
      side.at,
    )
  }
})

test('WIRE-8 pages are counted from 1 to 10,000 in digits, and no other way', () => {
  const pages = queries.filter(({ good }) => 'page' in Object(good))
  assert.ok(pages.length > 30)
  const wrong = [
    '0',
    '-1',
    '10001',
    '1.5',
    '1e3',
    '0x10',
    '1_000',
    '١',
    ' 1',
    '1 ',
    '+1',
    'satu',
    '999999999999',
    'NaN',
  ]
  for (const side of pages) {
    for (const page of wrong)
      assert.equal(takes(side, Object.assign({}, side.good, { page })), false, `${side.at} ${page}`)
    for (const page of ['1', '10000'])
      assert.ok(takes(side, Object.assign({}, side.good, { page })), `${side.at} ${page}`)
  }
})

test('WIRE-8 years and months are spelt in digits, of the years 1900 to 2199', () => {
  const wrong = {
    year: ['1899', '2200', '0', '-2026', '2026.5', '2.026e3', '0x7EA', ' 2026', 'tahun ini', '20260', ''],
    month: ['2026-13', '2026-00', '0000-01', '1899-12', '2200-01', '9999-12', '2026-1', '202611', '2026-11-01', ''],
  }
  for (const [name, spellings] of Object.entries(wrong))
    assert.deepEqual(
      takenAt(
        queries,
        ({ way }) => way.at(-1) === name,
        () => spellings,
      ),
      [],
    )
})

test('WIRE-4 every id that is asked about is one, whole and in its one spelling', () => {
  const spellings = ({ value }: Spot): readonly string[] => {
    const id = String(value)
    return [`{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), `${id} `, ` ${id}`, id.slice(1), `${id},${id}`]
  }
  assert.deepEqual(
    takenAt(
      sides,
      ({ value }) => isId(value),
      (spot) => [...spellings(spot), '', '0', 'null', '*', "' or 1=1 --"],
    ),
    [],
  )
})

test('WIRE-4 every ledger that is asked about is a district, a province or the nation', () => {
  const wrong = ['', '3404', '34.04.07', '34.04.07.2001', '3', '34.4', '34,04', ' 34.04', '34.04 ', '*', '%', '__']
  const ledgers = ({ way }: Spot): boolean => way.at(-1) === 'district'
  assert.deepEqual(
    takenAt(sides, ledgers, () => wrong),
    [],
  )
  const right = takenAt(sides, ledgers, () => ['00', '34', '34.04'])
  assert.equal(right.length, 3 * sides.flatMap(({ good }) => spotsOf(good).filter(ledgers)).length)
})

const anything = fc.oneof(fc.anything({ withNullPrototype: true }), fc.jsonValue(), fc.string())

property(
  'WIRE-9 whatever is asked of any door, it is read or refused, and never a fault of ours',
  fc.tuple(fc.constantFrom(...sides), anything),
  ([side, given]) => {
    assert.equal(typeof takes(side, given), 'boolean')
  },
  500,
)

property(
  'WIRE-9 whatever stands in one place of a question, it is read or refused, and the other places stay as they were',
  fc
    .constantFrom(...sides.filter(({ good }) => spotsOf(good).length > 1))
    .chain((side) => fc.tuple(fc.constant(side), fc.constantFrom(...spotsOf(side.good).slice(1)), anything)),
  ([side, { way }, put]) => {
    const read = side.schema.safeParse(withAt(side.good, way, put))
    if (!read.success) return
    const top = String(way[0])
    const others = (value: unknown) => Object.entries(Object(value)).filter(([name]) => name !== top)
    assert.deepEqual(others(read.data), others(side.schema.parse(side.good)), `${side.at} ${spell(way)}`)
  },
  500,
)
