import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localName } from '../registry/indicators.ts'
import { variables } from '../registry/variables.ts'
import { doubleData } from '../testing/a-pair.ts'
import { registryData } from '../testing/registry-data.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { nothing, pageFrame, pageNumber, statuses } from '../testing/wire-words.ts'
import { doubleCommandData, doubleRoutes } from './doubles.ts'
import { findRoutes } from './find.ts'
import { registryCommandData } from './registry.ts'
import { registryRoutes } from './registry-queries.ts'

const ofPerson = 'known|moved|dead|merged|erased'
const ofFamily = 'known|moved|gone|merged|erased'
const holder = 'person|family'
const key = { strict: 'yes', district: 'ledger', id: 'id' } as const
const doubts =
  'nik-place|nik-date|nik-birth|nik-sex|nik-serial|nik-twice|kk-place|kk-date|kk-serial|kk-twice|birth-ahead|birth-old|head-young|married-young|diploma-young|pregnant-man|no-head|two-heads|crowded|many'
const reasons =
  'same-nik|same-name|like-name|same-birth|near-birth|same-year|same-village|same-subdistrict|same-kk|same-phone|other-nik|other-birth|other-sex'
const person = {
  id: 'id',
  district: 'ledger',
  name: 'text',
  nik: 'text or null',
  birthDate: 'day or null',
  sex: 'L|P or null',
  place: 'place',
  placeName: 'text',
  family: 'id or null',
  status: ofPerson,
} as const
const elsewhere = [{ district: 'ledger', districtName: 'text', officeName: 'text' }] as const
const why = { score: 'int', reasons: [reasons] } as const
const familyShort = { id: 'id', name: 'text', address: 'text', placeName: 'text', members: 'int' } as const
const ofFamilies =
  'same-card|same-head|like-head|same-members|some-members|same-address|one-village|one-subdistrict|other-card|other-members'
const value = { 'or 1': 'text', 'or 2': 'number', 'or 3': 'boolean', 'or 4': 'null', 'or 5': ['text'] } as const
const head = { id: 'id', version: 'int', name: 'text', placeName: 'text', members: ['text'] } as const

testRoutes(findRoutes, {
  find: {
    at: 'POST /api/registry/find',
    allow: 'registry.read',
    audit: 'PEOPLE_SEARCHED',
    query: nothing,
    // What is typed may be a number or a name: it stands in no address.
    body: { strict: 'yes', text: 'line 2..200', place: 'place or null' },
    reply: {
      items: [person],
      more: 'boolean',
      read: {
        as: 'number|name|nothing|place-needed',
        name: 'text',
        birth: 'day or null',
        year: 'int or null',
        places: [{ code: 'place', name: 'text' }],
      },
      elsewhere,
      limited: 'boolean',
    },
  },
})

testRoutes(doubleRoutes, {
  candidates: {
    at: 'POST /api/registry/candidates',
    allow: 'registry.edit',
    audit: 'PEOPLE_COMPARED',
    query: nothing,
    body: {
      strict: 'yes',
      name: 'line ..200',
      nik: 'nik or null',
      kk: 'nik or null',
      phone: 'phone or null',
      birthDate: 'day or null',
      sex: 'L|P or null',
      place: 'village',
    },
    reply: { items: [{ person, ...why }], elsewhere, limited: 'boolean' },
  },
  list: {
    at: 'GET /api/registry/doubles',
    allow: 'registry.merge',
    audit: 'DOUBLES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: { items: [{ id: 'id', first: person, second: person, ...why }], ...pageFrame },
  },
  families: {
    at: 'GET /api/registry/doubles/families',
    allow: 'registry.merge',
    audit: 'FAMILY_DOUBLES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        { id: 'id', district: 'ledger', first: familyShort, second: familyShort, score: 'int', reasons: [ofFamilies] },
      ],
      ...pageFrame,
    },
  },
  merged: {
    at: 'GET /api/registry/merged',
    allow: 'registry.merge',
    audit: 'MERGES_LISTED',
    query: { strict: 'yes', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          of: holder,
          keptName: 'text',
          goneName: 'text',
          placeName: 'text',
          byName: 'text',
          at: 'int',
        },
      ],
      ...pageFrame,
    },
  },
  preview: {
    at: 'GET /api/registry/merge-preview',
    allow: 'registry.merge',
    audit: 'MERGE_PREVIEWED',
    query: { strict: 'yes', district: 'ledger', of: holder, kept: 'id', gone: 'id' },
    body: nothing,
    reply: {
      district: 'ledger',
      of: holder,
      kept: head,
      gone: head,
      fields: [{ field: 'text', kept: value, gone: value, same: 'boolean', take: 'boolean' }],
      follows: [{ table: 'text', n: 'int' }],
      score: 'int',
      reasons: [`${reasons}|${ofFamilies}`],
    },
  },
  // Of the other district's person nothing crosses: no name, no number, no village, no id.
  links: {
    at: 'GET /api/registry/links',
    allow: 'registry.read',
    audit: 'PERSON_LINKS_READ',
    query: { strict: 'yes', 'district?': 'ledger', 'person?': 'id' },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          district: 'ledger',
          version: 'int',
          status: 'asked|confirmed|refused|ended',
          asked: 'boolean',
          otherName: 'text',
          officeName: 'text',
          note: 'text',
          at: 'int',
          answeredAt: 'int or null',
          person: 'id',
          personName: 'text',
          mayAnswer: 'boolean',
          mayEnd: 'boolean',
        },
      ],
    },
  },
})

const percent = 'int 0..100'
const completeness = { known: 'int', asked: 'int', percent }
const told = [{ variable: 'text', code: doubts }] as const
const shown = { 'each "text"': 'anything' }
const familyLine = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  place: 'place',
  placeName: 'text',
  head: 'text',
  members: 'int',
  address: 'text',
  kk: 'text or null',
  desil: 'int or null',
  complete: percent,
  status: ofFamily,
  changedAt: 'int',
} as const
const personCard = {
  id: 'id',
  district: 'ledger',
  version: 'int',
  family: 'id or null',
  place: 'place',
  placeName: 'text',
  name: 'text',
  age: 'int or null',
  status: ofPerson,
  mergedInto: 'id or null',
  today: 'day',
  said: shown,
  completeness,
  doubts: told,
  changedAt: 'int',
} as const
const { choices: _choices, ...asked } = registryRoutes

testRoutes(asked, {
  families: {
    at: 'GET /api/registry/families',
    allow: 'registry.read',
    audit: 'FAMILIES_LISTED',
    query: {
      strict: 'yes',
      'place?': 'place',
      'complete?': 'low|part|whole',
      'desil?': 'text like ^([1-9]|10|none)$',
      'status?': `${ofFamily} = "known"`,
      'page?': pageNumber,
    },
    body: nothing,
    reply: { items: [familyLine], ...pageFrame },
  },
  family: {
    at: 'GET /api/registry/family',
    allow: 'registry.read',
    audit: 'FAMILY_READ',
    query: key,
    body: nothing,
    reply: {
      line: familyLine,
      said: shown,
      completeness,
      doubts: told,
      mergedInto: 'id or null',
      today: 'day',
      members: [personCard],
      cases: [{ id: 'id', district: 'ledger', number: 'text', summary: 'text', status: statuses, registeredAt: 'int' }],
      mayEdit: 'boolean',
      mayReveal: 'boolean',
    },
  },
  person: {
    at: 'GET /api/registry/person',
    allow: 'registry.read',
    audit: 'PERSON_READ',
    query: key,
    body: nothing,
    reply: personCard,
  },
  history: {
    at: 'GET /api/registry/history',
    allow: 'registry.read',
    audit: 'REGISTRY_HISTORY_READ',
    query: { ...key, of: holder, 'variable?': 'line ..80', 'page?': pageNumber },
    body: nothing,
    reply: {
      items: [
        {
          id: 'id',
          at: 'int',
          byName: 'text',
          officeName: 'text',
          way: 'desk|visit|document|import|citizen',
          source: 'text',
          values: shown,
          was: shown,
        },
      ],
      ...pageFrame,
    },
  },
  ofCase: {
    at: 'GET /api/registry/of-case',
    allow: 'registry.read',
    audit: 'FAMILIES_OF_CASE_READ',
    query: { strict: 'yes', district: 'ledger', case: 'id' },
    body: nothing,
    reply: { items: [familyLine] },
  },
  // The only door through which a whole number leaves, and never without a reason.
  reveal: {
    at: 'POST /api/registry/reveal',
    allow: 'person.reveal',
    audit: 'REGISTRY_REVEALED',
    query: nothing,
    body: { ...key, of: holder, reason: 'line 5..200' },
    reply: { nik: 'text or null', kk: 'text or null', phone: 'text or null' },
  },
})

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
    take: { 'list ..200': 'text like ^[a-zA-Z0-9_-]{1,70}$' },
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
