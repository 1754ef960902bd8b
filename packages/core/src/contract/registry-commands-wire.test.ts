import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localName } from '../registry/indicators.ts'
import { variables } from '../registry/variables.ts'
import { doubleData } from '../testing/a-pair.ts'
import { registryData } from '../testing/registry-data.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing } from '../testing/wire-words.ts'
import { doubleCommandData } from './doubles.ts'
import { registryCommandData } from './registry.ts'

const holder = 'person|family'
const values = {
  'each "text"': {
    'or 1': 'null',
    'or 2': 'boolean',
    'or 3': 'number',
    'or 4': 'line ..300',
    'or 5': { 'list ..40': 'number or code' },
  },
}
const desil = { 'or null': { strict: 'yes', value: 'int 1..10', on: 'day', source: 'line 2..200' } }
// Files come in by another door: nobody says by hand that something was imported.
const origin = { way: 'desk|visit|document|citizen', source: 'line ..200', ref: 'id or null' }
const why3 = { ...origin, source: 'line 3..200' }
const two = { strict: 'yes', of: holder, kept: 'id', gone: 'id' }
const version = 'int 1..1000000'
const commands = {
  'registry.add-family': { strict: 'yes', place: 'village', values, desil, ...origin },
  'registry.add-person': { strict: 'yes', place: 'village', family: 'id or null', values, ...origin },
  'registry.record': { strict: 'yes', of: holder, values, desil, ...origin },
  'registry.join-family': { strict: 'yes', family: 'id', 'from?': 'id', relation: 'code', ...origin },
  'registry.leave-family': { strict: 'yes', ...why3 },
  'registry.mark': { strict: 'yes', of: holder, status: 'known|moved|dead|gone', on: 'day', ...why3 },
  'registry.merge': {
    ...two,
    take: { 'list ..200': String.raw`text like ^(?:[a-zA-Z0-9_-]{1,70}|pernyataan: [^\p{Cc}\p{Cs}]{1,300})$` },
    keptVersion: version,
    goneVersion: version,
  },
  'registry.not-same': two,
  'registry.unmerge': nothing,
  'registry.ask-link': { strict: 'yes', person: 'id', note: 'line 3..200' },
  'registry.answer-link': { strict: 'yes', person: 'id', same: 'boolean' },
  'registry.end-link': nothing,
} as const
const schemas = { ...registryCommandData, ...doubleCommandData }
const examples = { ...registryData, ...doubleData }

for (const [kind, shape] of Object.entries(commands))
  test(`WIRE-7 ${kind} carries what is written down, and nothing else`, () => {
    const schema = Object.entries(schemas).find(([known]) => known === kind)?.[1].data
    const example = Object.entries(examples).find(([known]) => known === kind)?.[1]
    assert.ok(schema && example)
    assert.deepEqual(shapeOf(schema), shape)
    assert.ok(schema.safeParse(example).success)
    for (const garbage of [null, [], '', 7, { ...example, colour: 'red' }, { ...example, district: '34.04' }])
      assert.equal(schema.safeParse(garbage).success, false, JSON.stringify(garbage))
    for (const field of Object.keys(example)) {
      const { [field]: _left, ...rest } = { ...example } as Record<string, unknown>
      assert.equal(schema.safeParse(rest).success, Object.keys(shape).includes(`${field}?`), `without ${field}`)
      assert.equal(schema.safeParse({ ...rest, [field]: { a: 1 } }).success, false, `${field} of another form`)
    }
  })

test('WIRE-7 the specification of the registry names every one of its commands', () => {
  assert.deepEqual(Object.keys(commands).toSorted(), Object.keys(schemas).toSorted())
})

const given = (said: unknown): boolean =>
  registryCommandData['registry.record'].data.safeParse({ ...registryData['registry.record'], values: said }).success

test('REGISTRY-2 values cross under official names, or under those that a place gives its own; nothing else has a name', () => {
  for (const { name } of variables) assert.ok(given({ [name]: null }), name)
  assert.ok(given({ [localName('makan-dua-kali')]: true }))
  for (const name of [
    '',
    'warna',
    'NAMA',
    'nik',
    'lokal-',
    'lokal-A',
    'lokal-a b',
    `lokal-${'a'.repeat(61)}`,
    '__proto__x',
    'constructor',
  ])
    assert.equal(given({ [name]: null }), false, name)
})

test('REGISTRY-10 a value is nothing, yes or no, a number, a line, or a list of codes; of bounded length and number', () => {
  const right: readonly unknown[] = [
    null,
    true,
    0,
    -1.5,
    '',
    'RT 04',
    'x'.repeat(300),
    [],
    ['asma', 'stroke'],
    [-7.7, 110.3],
  ]
  for (const one of right) assert.ok(given({ alamat: one }), JSON.stringify(one))
  const wrong: readonly unknown[] = [
    { a: 1 },
    'x'.repeat(301),
    'a\u0000b',
    [['asma']],
    [null],
    ['Asma'],
    Array.from({ length: 41 }, () => 'asma'),
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ]
  for (const one of wrong) assert.equal(given({ alamat: one }), false, String(one))
  const own = (many: number) => Object.fromEntries(Array.from({ length: many }, (_, nth) => [`lokal-${nth}`, 1]))
  assert.deepEqual([given(own(150)), given(own(151)), given([]), given(null)], [true, false, false, false])
})

test('DOUBLE-6 fields of every name can be taken: columns, official variables, and those of a place; a path is none', () => {
  const taken = (field: string): boolean =>
    doubleCommandData['registry.merge'].data.safeParse({ ...doubleData['registry.merge'], take: [field] }).success
  for (const { name } of variables) assert.ok(taken(name), name)
  for (const name of ['nik', 'birthDate', localName('makan-dua-kali'), `lokal-${'a'.repeat(60)}`])
    assert.ok(taken(name), name)
  for (const name of ['', 'a.b', 'a b', '../x', 'x'.repeat(71), 'ñ']) assert.equal(taken(name), false, name)
})
