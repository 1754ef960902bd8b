import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { goodData } from '../testing/good-data.ts'
import { property } from '../testing/property.ts'
import type { Spot } from '../testing/spoil.ts'
import {
  frozen,
  isDay,
  isId,
  isMoment,
  isObject,
  isVillage,
  spell,
  spotsOf,
  withAt,
  withoutAt,
} from '../testing/spoil.ts'
import type { CommandRow } from './command.ts'
import { commandRows } from './command.ts'

/** Every command with each of its examples. */
const examples = commandRows.flatMap((row) =>
  goodData.filter(([kind]) => kind === row.kind).map(([, data]) => ({ row, data })),
)
const takes = (row: CommandRow, data: unknown): boolean => row.data.safeParse(data).success

interface Place extends Spot {
  readonly row: CommandRow
  readonly data: unknown
  readonly at: string
}

/** Every place of every command at which something stands that looks as asked, each under its command. */
function everywhere(looks: (spot: Spot) => boolean): readonly Place[] {
  return examples.flatMap(({ row, data }) =>
    spotsOf(data)
      .filter(looks)
      .map((spot) => ({ ...spot, row, data, at: `${row.kind} ${spell(spot.way)}` })),
  )
}

/** Puts each value where something looks as asked, and tells where it was taken all the same. */
function takenAt(looks: (spot: Spot) => boolean, values: (spot: Spot) => readonly unknown[]): readonly string[] {
  return everywhere(looks).flatMap(({ row, data, at, ...spot }) =>
    values(spot)
      .filter((value) => takes(row, withAt(data, spot.way, value)))
      .map((value) => `${at}: ${JSON.stringify(value).slice(0, 60)}`),
  )
}

test('WIRE-1 every command has an example with which nothing is wrong', () => {
  for (const { kind } of commandRows)
    assert.ok(
      examples.some(({ row }) => row.kind === kind),
      `no example of ${kind}`,
    )
  const refused = examples.filter(({ row, data }) => !takes(row, data)).map(({ row, data }) => [row.kind, data])
  assert.deepEqual(refused, [])
})

test('WIRE-1 what was read once is read again as it is: a command that is sent twice is the same command', () => {
  for (const { row, data } of examples) {
    const once = row.data.parse(frozen(structuredClone(data)))
    assert.deepEqual(row.data.parse(once), once, row.kind)
  }
})

/** Records: their fields have names that people choose, and the law judges them. */
const open = /(^| |\.)(fields|values|mapping|rule)$/
const holdsNoRecord = ({ way, value }: Spot): boolean => isObject(value) && !open.test(` ${spell(way)}`)

test('WIRE-1 no object of any command takes a field that it does not know, however deep it lies', () => {
  const more = (name: string) => takenAt(holdsNoRecord, ({ value }) => [Object.assign({}, value, { [name]: 1 })])
  for (const name of ['tambahan', 'status', 'version', 'constructor', 'toString', '', ' note', 'Note', '\u0000'])
    assert.deepEqual(more(name), [], JSON.stringify(name))
})

/** What may be left out: what devices of before knew nothing of, and what stays as it is. */
const mayBeLeftOut = new Set([
  'case.register contactCare',
  'case.register consent',
  'case.register form',
  'case.register messages',
  'case.register files',
  'case.review-mend summary',
  'case.review-mend story',
  'visit.done photos',
  'visit.done signer',
  'visit.done unsigned',
  'referral.request link',
  'referral.request consent',
  'referral.redirect link',
  'referral.redirect consent',
  'list.add data.kinds',
  'list.add data.takePercent',
  'list.add data.decidePercent',
  'list.add data.rises',
  'programme.open excludes',
  'programme.set-criteria excludes',
  'proposal.change nik',
  'proposal.change kk',
  'registry.join-family from',
])
const inRecord = /\.?(fields|values|mapping|handOver|rule)\.[^.]+/

test('WIRE-1 no command is taken with less than it carries, but for what may be left out', () => {
  const fields = everywhere(({ way }) => typeof way.at(-1) === 'string' && !inRecord.test(spell(way)))
  const left = fields.filter(({ row, data, way }) => takes(row, withoutAt(data, way))).map(({ at }) => at)
  assert.deepEqual(new Set(left), mayBeLeftOut)
})

const notInRule = ({ way }: Spot): boolean => !spell(way).split('.').includes('rule')
const ofType = (type: string) => (spot: Spot) => typeof spot.value === type && notInRule(spot)
const inValues = ({ way }: Spot): boolean => way.includes('values')

test('R5 where a text belongs nothing else is taken, and nothing is made a text of', () => {
  const others = [7, true, {}, { salah: true }, [[]], ['x'], Number.NaN]
  assert.deepEqual(
    takenAt(
      (spot) => ofType('string')(spot) && !inValues(spot),
      () => others,
    ),
    [],
  )
})

test('R5 where yes or no belongs, nothing stands that only sounds like it', () => {
  const others = ['true', 'false', 'ya', '', 0, 1, null, {}, []]
  assert.deepEqual(
    takenAt(
      (spot) => ofType('boolean')(spot) && !inValues(spot),
      () => others,
    ),
    [],
  )
})

test('R5 where a number belongs, it is a number that can be counted with', () => {
  const others = ['7', '', true, {}, [], Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]
  assert.deepEqual(
    takenAt(
      (spot) => ofType('number')(spot) && !inValues(spot),
      () => others,
    ),
    [],
  )
})

test('R5 what is counted is counted whole; only where a device stood has a fraction', () => {
  const halves = takenAt(
    (spot) => ofType('number')(spot) && !inValues(spot),
    () => [5.5],
  )
  assert.ok(
    halves.every((at) => /spot\.(lat|long|accuracy)/.test(at)),
    halves.join('; '),
  )
})

test('R5 a list is a list, and nobody sends one without an end', () => {
  const isList = (spot: Spot): boolean => Array.isArray(spot.value) && !inValues(spot)
  assert.deepEqual(
    takenAt(isList, () => ['', 'x', 1, true, {}, { 0: 'x', length: 1 }]),
    [],
  )
  const endless = takenAt(
    (spot) => Array.isArray(spot.value) && spot.value.length > 0 && notInRule(spot),
    ({ value }) => [Array.from({ length: 1001 }, () => (Array.isArray(value) ? value[0] : null))],
  )
  assert.deepEqual(endless, [])
})

test('R5 where an object belongs there is one', () => {
  const others = ['', 'x', 1, true, [], [{}]]
  assert.deepEqual(
    takenAt(
      (spot) => isObject(spot.value) && !inValues(spot) && notInRule(spot),
      () => others,
    ),
    [],
  )
})

const controls = ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f']

test('WIRE-3 no control character passes in any text of any command: the database could not keep it', () => {
  const within = ({ value }: Spot): readonly unknown[] => controls.map((sign) => `${String(value)}${sign}a`)
  assert.deepEqual(takenAt(ofType('string'), within), [])
  const before = ({ value }: Spot): readonly unknown[] => controls.map((sign) => `a${sign}${String(value)}`)
  assert.deepEqual(takenAt(ofType('string'), before), [])
})

test('WIRE-3 no name of a field carries a control character either, where people choose names', () => {
  const records = ({ value, way }: Spot): boolean => isObject(value) && open.test(` ${spell(way)}`)
  const named = ({ value }: Spot): readonly unknown[] =>
    controls.map((sign) => Object.assign({}, value, { [`na${sign}ma`]: Object.values(Object(value))[0] }))
  assert.deepEqual(takenAt(records, named), [])
})

test('WIRE-3 half of a sign of two is never kept: a row and its ledger could not hold the same', () => {
  for (const { row, data, at, way, value } of everywhere(ofType('string'))) {
    const read = row.data.safeParse(withAt(data, way, `${String(value)} \ud83d`))
    assert.ok(!read.success || JSON.stringify(read.data).isWellFormed(), at)
    assert.ok(!read.success || !/\\ud83d/i.test(JSON.stringify(read.data)), at)
  }
})

test('WIRE-3 no text of any command is without an end', () => {
  assert.deepEqual(
    takenAt(ofType('string'), () => ['x'.repeat(8001), 'a '.repeat(10_000)]),
    [],
  )
})

// What stands on a letter and what a family says are words of theirs: their law reads them.
const aDay = ({ way, value }: Spot): boolean => isDay(value) && !way.includes('values') && way[0] !== 'fields'

test('WIRE-8 every day of every command is one that there is, of the years 1900 to 2199', () => {
  const wrong = ['2026-02-29', '2026-13-01', '2026-00-10', '1899-12-31', '2200-01-01', '0000-01-01', '20261122']
  const spelt = [
    '22-11-2026',
    '2026-1-2',
    '2026-11-22T00:00:00Z',
    ' 2026-11-22',
    '2026-11-22\n',
    '',
    'besok',
    '+2026-11-22',
  ]
  assert.deepEqual(
    takenAt(aDay, () => [...wrong, ...spelt]),
    [],
  )
})

test('WIRE-8 every day of every command may be the first and the last, and the one in four years', () => {
  const days = everywhere(aDay)
  assert.ok(days.length > 20)
  for (const { row, data, at, way } of days)
    for (const day of ['1900-01-01', '2028-02-29', '2199-12-31'])
      assert.ok(takes(row, withAt(data, way, day)), `${at} ${day}`)
})

test('WIRE-8 every moment of every command says its zone, and is of the years 1900 to 2199', () => {
  const wrong = [
    '2026-11-02',
    '2026-11-02T09:00:00',
    '2026-11-02 09:00:00Z',
    '2026-11-02T25:00:00Z',
    '2026-11-31T00:00:00Z',
  ]
  const far = [
    '1899-12-31T23:59:59.999Z',
    '2200-01-01T00:00:00.000Z',
    '2199-12-31T23:00:00-02:00',
    '1900-01-01T00:00:00+07:00',
  ]
  const moments = ({ value }: Spot): boolean => isMoment(value)
  assert.ok(everywhere(moments).length >= 5)
  assert.deepEqual(
    takenAt(moments, () => [...wrong, ...far, 1_793_581_200_000, '']),
    [],
  )
  for (const { row, data, at, way } of everywhere(moments))
    for (const moment of ['2026-11-02T09:00:00+07:00', '2026-11-02T02:00:00.000Z', '1900-01-01T00:00:00Z'])
      assert.ok(takes(row, withAt(data, way, moment)), `${at} ${moment}`)
})

test('WIRE-4 every id of every command is one, whole and in its one spelling', () => {
  const spellings = ({ value }: Spot): readonly string[] => {
    const id = String(value)
    return [`{${id}}`, `urn:uuid:${id}`, id.replaceAll('-', ''), `${id} `, ` ${id}`, id.slice(1), `${id}0`, `${id}\n`]
  }
  const words = [
    '',
    'null',
    '0',
    '3404-26-000001',
    'g0000000-0000-4000-8000-000000000001',
    '../../etc/passwd',
    "' or 1=1",
  ]
  assert.deepEqual(
    takenAt(
      // What a programme excludes is named by its code or by its id.
      ({ way, value }) => isId(value) && !way.includes('excludes'),
      (spot) => [...spellings(spot), ...words, 1, {}, []],
    ),
    [],
  )
})

test('WIRE-4 every village of every command is a village', () => {
  const others = [
    '34.04.07',
    '34.04',
    '34',
    '00',
    '',
    '3404072001',
    '34.04.07.20011',
    '34.04.07.2001 ',
    '34,04,07,2001',
  ]
  const free = /(^| )(office\.(open|change)|programme\.open|proposal\.(draft|meet)|psks\.(register|change)|quota\.set) /
  const found = takenAt(
    ({ value }) => isVillage(value),
    () => others,
  )
  // Offices, programmes and volunteers may stand for more than a village: for a place, which has five lengths.
  for (const at of found) assert.match(at, free)
  const places = found.filter((at) => !/"(34|00|34\.04|34\.04\.07)"$/.test(at))
  assert.deepEqual(places, [])
})

const anything = fc.oneof(fc.anything({ withNullPrototype: true, withSparseArray: true }), fc.jsonValue(), fc.string())

property(
  'WIRE-9 whatever is sent as any command, it is read or refused, and never a fault of ours',
  fc.tuple(fc.constantFrom(...commandRows), anything),
  ([row, data]) => {
    assert.equal(typeof takes(row, data), 'boolean')
  },
  500,
)

/** One place of one command, and what is put there. */
const spoilt = fc
  .constantFrom(...examples.filter(({ data }) => spotsOf(data).length > 1))
  .chain((example) => fc.tuple(fc.constant(example), fc.constantFrom(...spotsOf(example.data).slice(1)), anything))

property(
  'WIRE-9 whatever stands in one place of a command, it is read or refused, and the other places stay as they were',
  spoilt,
  ([{ row, data }, { way }, put]) => {
    const read = row.data.safeParse(withAt(data, way, put))
    if (!read.success) {
      assert.ok(read.error.issues.length > 0)
      return
    }
    const top = String(way[0])
    const [was, is] = [row.data.parse(data), read.data]
    assert.deepEqual(withoutAt(is, [top]), withoutAt(was, [top]), `${row.kind} ${spell(way)}`)
  },
  500,
)

/** Objects in objects, as deep as asked. */
function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at += 1) value = wrap(value)
  return value
}

test('WIRE-9 what is nested a thousand deep is refused, and not walked into', () => {
  const deep = [
    nested(1000, (inner) => [inner]),
    nested(1000, (inner) => ({ not: inner })),
    nested(1000, (inner) => ({ all: [inner] })),
    nested(1000, (inner) => ({ data: inner })),
  ]
  for (const row of commandRows) for (const data of deep) assert.equal(takes(row, data), false, row.kind)
  const rules = everywhere(({ way }) => way.at(-1) === 'rule')
  assert.ok(rules.length > 0)
  for (const { row, data, way } of rules)
    for (const rule of deep) assert.equal(takes(row, withAt(data, way, rule)), false, row.kind)
})
