import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { programmeId } from '../kernel/id.ts'
import { placeCode } from '../place/code.ts'
import { aQuota } from '../testing/a-need.ts'
import { anyCriterion, anyFacts, aProgramme, factsOf } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import { checkRule } from './check-rule.ts'
import type { Criterion } from './criterion.ts'
import { ready } from './evaluate.ts'
import { factsAsked, wholeRule } from './exclusive.ts'
import type { Match } from './match.ts'
import { match } from './match.ts'
import { missingOf } from './pending.ts'
import type { Taking } from './place-facts.ts'
import { factsOfProgrammes } from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import type { Room } from './room.ts'
import { roomsAt } from './room.ts'
import { vocabularyWith } from './vocabulary.ts'

const day = '2026-11-22'
const nth = (n: number) => programmeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const pkh: ProgrammeRow = { ...aProgramme, id: nth(1), code: 'pkh', name: 'PKH', unit: 'family' }
const pbi: ProgrammeRow = { ...aProgramme, id: nth(2), code: 'pbi', name: 'PBI', unit: 'person' }
const known = vocabularyWith(factsOfProgrammes([pkh, pbi]))
const asked = { vocabulary: known, day }
const poor: Criterion = { fact: 'desil', is: 'at-most', value: 4 }
const [version] = aProgramme.versions
const holding = (
  excludes: readonly string[],
  rule: Criterion = poor,
  more: Partial<ProgrammeRow> = {},
): ProgrammeRow => ({
  ...aProgramme,
  versions: version ? [{ ...version, rule, excludes }] : [],
  ...more,
})

test('PROG-18 whoever has what it can not be had together with is not eligible; who stopped it is', () => {
  const answer = (taken?: Taking): Match | undefined =>
    match(factsOf({ family: { desil: 2, ...(taken ? { 'program-pkh': taken } : {}) } }), [holding(['pkh'])], asked)[0]
  assert.equal(answer('receives')?.verdict, 'not-eligible')
  assert.equal(answer('stopped')?.verdict, 'eligible')
  assert.equal(answer('never')?.verdict, 'eligible')
  assert.equal(answer()?.verdict, 'cannot-tell')
  assert.deepEqual(answer()?.missing, [{ kind: 'fact', fact: 'program-pkh', member: null }])
})

test('PROG-18 for a family it is asked of each of its people what people have by themselves', () => {
  const rule = wholeRule({ rule: poor, excludes: ['pbi'] }, 'family', known)
  assert.deepEqual(checkRule(rule, 'family', known), [])
  const of = (...taken: readonly (Taking | undefined)[]) =>
    ready(
      rule,
      known,
      day,
    )(factsOf({ family: { desil: 1 }, members: taken.map((one) => (one ? { 'program-pbi': one } : {})) }))
  assert.equal(of('never', 'stopped'), 'met')
  assert.equal(of('never', 'receives'), 'not-met')
  assert.equal(of('never', undefined), 'unknown')
  assert.equal(of(), 'unknown')
  const person = wholeRule({ rule: poor, excludes: ['pbi', 'pkh'] }, 'person', known)
  assert.deepEqual(checkRule(person, 'person', known), [])
})

test('PROG-18 a version that excludes nothing asks what it says, and one that excludes the unknown is broken', () => {
  assert.equal(wholeRule({ rule: poor }, 'family', known), poor)
  assert.equal(wholeRule({ rule: poor, excludes: [] }, 'family', known), poor)
  const strange = wholeRule({ rule: poor, excludes: ['bst'] }, 'family', known)
  assert.deepEqual(
    checkRule(strange, 'family', known).map(({ code, fact }) => [code, fact]),
    [['unknown-fact', 'program-bst']],
  )
  assert.equal(ready(strange, known, day)(factsOf({ family: { desil: 1 } })), 'unknown')
})

test('PROG-17 a screen is told the facts of the place that rules ask about, each once', () => {
  const versions = [
    { rule: poor, excludes: ['pkh', 'pbi'] },
    { rule: { all: [poor, { fact: 'program-pkh', is: 'eq', value: 'never' } as const] } },
  ]
  const names = factsAsked(versions, 'family', known).map(({ name }) => name)
  assert.deepEqual(names, ['desil', 'program-pkh', 'program-pbi'])
  assert.deepEqual(factsAsked([{ rule: { fact: 'lokal-x', is: 'known' } }], 'family', known), [])
})

property(
  'PROG-18 what is excluded makes nobody eligible who was not',
  fc.tuple(anyCriterion, anyFacts, fc.constantFrom<Taking | undefined>('receives', 'stopped', 'never', undefined)),
  ([rule, facts, taken]) => {
    const held = { ...facts, family: { ...facts.family, ...(taken ? { 'program-pkh': taken } : {}) } }
    const before = ready(rule, known, day)(held)
    const after = ready(wholeRule({ rule, excludes: ['pkh'] }, 'family', known), known, day)(held)
    if (taken === 'receives') assert.equal(after, 'not-met')
    else if (taken) assert.equal(after, before)
    else assert.equal(after, before === 'not-met' ? 'not-met' : 'unknown')
  },
)

const village = placeCode.parse('34.04.07.2001')
const roomsOf = (...quotas: readonly Partial<ReturnType<typeof aQuota>>[]) =>
  roomsAt(
    quotas.map((own) => aQuota({ programme: pkh.id, ...own })),
    village,
    day,
  ).get(pkh.id)

test('MATCH-7 how much is left is what the narrowest quota of the place and the day says', () => {
  assert.deepEqual(roomsOf({ places: 5, granted: 2 }), { full: false, left: 3, waiting: 0 })
  assert.deepEqual(roomsOf({ places: 5, granted: 5 }), { full: true, left: 0, waiting: 0 })
  assert.deepEqual(roomsOf({ places: 5, granted: 5, waiting: 12 }), { full: true, left: 0, waiting: 12 })
  assert.deepEqual(roomsOf({ places: 0 }), { full: true, left: 0, waiting: 0 })
  assert.deepEqual(
    roomsOf({ places: 5, granted: 4, waiting: 2 }),
    { full: true, left: 0, waiting: 2 },
    'who waits comes first',
  )
  assert.deepEqual(
    roomsOf({ places: 100 }, { place: village, places: 3, granted: 3 }),
    { full: true, left: 0, waiting: 0 },
    'the village’s own share',
  )
  assert.deepEqual(roomsOf({ places: 5, granted: 1, shared: 3 }), { full: false, left: 1, waiting: 0 })
  assert.deepEqual(
    roomsOf({ places: 5, granted: 2, shared: 3 }),
    { full: true, left: 0, waiting: 0 },
    'the rest is the villages’',
  )
  assert.equal(roomsOf({ place: placeCode.parse('34.02') }), undefined)
  assert.equal(roomsOf({ place: placeCode.parse('34.04.07.2002') }), undefined)
  assert.equal(roomsOf(), undefined)
})

test('MATCH-7 a quota counts on its first day and its last, and on no other', () => {
  const on = (at: string) =>
    roomsAt([aQuota({ programme: pkh.id, from: '2026-01-01', until: '2026-12-31' })], village, at).has(pkh.id)
  assert.deepEqual(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map(on), [false, true, true, false])
})

const room = (more: Partial<Room>): Room => ({ full: false, left: 1, waiting: 0, ...more })
const ranked = (facts: object, programmes: readonly ProgrammeRow[], rooms: readonly (readonly [number, Room])[]) =>
  match(factsOf({ family: { ...facts } }), programmes, {
    ...asked,
    rooms: new Map(rooms.map(([n, one]) => [nth(n), one])),
  }).map(({ programme: { name }, room: left }) =>
    [name, left && (left.full ? 'penuh' : 'ada')].filter(Boolean).join(' '),
  )

test('MATCH-7 what is full stands after its equals that have room, whoever gives it; the nearer first among equals', () => {
  const of = (n: number, owner: ProgrammeRow['owner'], rule: Criterion = poor): ProgrammeRow =>
    holding([], rule, { id: nth(n), name: `${owner} ${n}`, owner })
  const all = [of(10, 'central'), of(11, 'district'), of(12, 'village'), of(13, 'provincial'), of(14, 'district')]
  assert.deepEqual(ranked({ desil: 1 }, all, []), [
    'village 12',
    'district 11',
    'district 14',
    'provincial 13',
    'central 10',
  ])
  assert.deepEqual(
    ranked({ desil: 1 }, all, [
      [12, room({ full: true, waiting: 3 })],
      [11, room({ full: true })],
      [10, room({})],
    ]),
    ['district 14', 'provincial 13', 'central 10 ada', 'village 12 penuh', 'district 11 penuh'],
  )
})

test('MATCH-7 room makes nobody eligible: what does not fit stays behind what is full and fits', () => {
  const rich = holding([], { fact: 'desil', is: 'at-least', value: 5 }, { id: nth(20), name: 'kaya' })
  const fits = holding([], poor, { id: nth(21), name: 'cocok' })
  const maybe = holding([], { fact: 'mobil', is: 'at-most', value: 0 }, { id: nth(22), name: 'mungkin' })
  assert.deepEqual(
    ranked(
      { desil: 1 },
      [rich, maybe, fits],
      [
        [20, room({ left: 99 })],
        [21, room({ full: true, waiting: 9 })],
        [22, room({})],
      ],
    ),
    ['cocok penuh', 'mungkin ada', 'kaya ada'],
  )
  const [first] = match(factsOf({ family: { desil: 1 } }), [fits], asked)
  assert.equal(first?.room, null)
  assert.deepEqual(first && missingOf(first.reason, known), [])
})

test('MATCH-8 what they have already is told so, and stands after its equals that they could ask for', () => {
  const programmes = [pkh, pbi].map(
    (one, n) => ({ ...holding([], poor, one), owner: n === 0 ? 'village' : 'central' }) as const,
  )
  const found = (family: object, person: object) =>
    match({ ...factsOf({ family: { desil: 1, ...family }, person: { ...person } }) }, programmes, asked).map(
      ({ programme: { name }, has }) => `${name}${has ? ' ada' : ''}`,
    )
  assert.deepEqual(found({}, {}), ['PKH', 'PBI'])
  assert.deepEqual(found({ 'program-pkh': 'receives' }, {}), ['PBI', 'PKH ada'])
  assert.deepEqual(found({ 'program-pkh': 'stopped' }, {}), ['PKH', 'PBI'])
  assert.deepEqual(found({}, { 'program-pbi': 'receives' }), ['PKH', 'PBI ada'])
  assert.deepEqual(found({ 'program-pbi': 'receives' }, { 'program-pkh': 'receives' }), ['PKH', 'PBI'], 'not theirs')
})

property(
  'MATCH-7 quotas change only the order among equals, never an answer',
  fc.tuple(fc.array(anyCriterion, { maxLength: 6 }), anyFacts, fc.infiniteStream(fc.boolean())),
  ([rules, facts, coins]) => {
    const programmes = rules.map((rule, n) => holding([], rule, { id: nth(30 + n), name: `p${n}` }))
    const rooms = new Map(programmes.map(({ id }) => [id, room({ full: coins.next().value === true })] as const))
    const [plain, counted] = [match(facts, programmes, asked), match(facts, programmes, { ...asked, rooms })]
    const answers = (found: readonly Match[]) =>
      found.map(({ programme, verdict, missing }) => `${programme.name} ${verdict} ${missing.length}`)
    assert.deepEqual(answers(plain).toSorted(), answers(counted).toSorted())
    const ranks = (found: readonly Match[]) => found.map(({ verdict, missing }) => `${verdict} ${missing.length}`)
    assert.deepEqual(ranks(plain), ranks(counted))
  },
)
