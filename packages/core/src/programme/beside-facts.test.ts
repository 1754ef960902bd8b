import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { programmeId } from '../kernel/id.ts'
import { aProgramme, factsOf } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Beside, TakenRow, WelfareRow } from './beside-facts.ts'
import { besideFacts } from './beside-facts.ts'
import { checkRule } from './check-rule.ts'
import type { Comparison, Criterion } from './criterion.ts'
import { ready } from './evaluate.ts'
import { explain } from './explain.ts'
import { factsFrom } from './facts-of.ts'
import { missingOf } from './pending.ts'
import type { Taking } from './place-facts.ts'
import {
  factFrom,
  factsOfIndicators,
  factsOfProgrammes,
  placeFactsIn,
  takenBy,
  takingOf,
  takings,
} from './place-facts.ts'
import type { ProgrammeRow } from './programme.ts'
import { keyOf } from './programme.ts'
import { vocabulary, vocabularyWith } from './vocabulary.ts'

const day = '2026-11-22'
const nth = (n: number) => programmeId.parse(`c0000000-0000-4000-8000-${String(n).padStart(12, '0')}`)
const pkh: ProgrammeRow = { ...aProgramme, id: nth(1), code: 'pkh', name: 'PKH', unit: 'family' }
const pip: ProgrammeRow = { ...aProgramme, id: nth(2), code: 'pip', name: 'PIP', unit: 'pupil' }
const own: ProgrammeRow = { ...aProgramme, id: nth(3), code: '', name: 'Beras Sleman', unit: 'family' }
/** The local rule in the stead of PKH: its code is the same. */
const local: ProgrammeRow = { ...pkh, id: nth(4), replaces: pkh.id, name: 'PKH Sleman' }
const programmes = [pkh, pip, own, local]
const known = vocabularyWith(factsOfProgrammes(programmes))
const whom = { family: 'f1', members: ['a', 'b'] }
const row = (programme: ProgrammeRow, status: Taking, of: Partial<TakenRow>): TakenRow => ({
  person: null,
  family: null,
  programme: programme.id,
  status,
  ...of,
})
const facts = (taken: readonly TakenRow[], welfare: readonly WelfareRow[] = []) =>
  besideFacts({ taken, welfare, programmes }, whom)

test('PROG-17 what a family has of a family’s programme is the family’s, whoever of them it was said of', () => {
  const ofFamily = (...rows: readonly TakenRow[]) => facts(rows).family
  assert.deepEqual(ofFamily(row(pkh, 'receives', { family: 'f1' })), { 'program-pkh': 'receives' })
  assert.deepEqual(ofFamily(row(pkh, 'receives', { person: 'b' })), { 'program-pkh': 'receives' })
  assert.deepEqual(ofFamily(row(pkh, 'receives', { person: 'b', family: 'f1' })), { 'program-pkh': 'receives' })
  assert.deepEqual(ofFamily(row(pkh, 'receives', { person: 'c', family: 'f2' })), {})
  assert.deepEqual(ofFamily(row(pkh, 'receives', {})), {}, 'what is only of a case is nobody’s here')
  assert.deepEqual(facts([row(pkh, 'receives', { family: 'f1' })]).members, [{}, {}])
})

test('PROG-17 what a person has of a person’s programme is theirs alone', () => {
  const { family, members } = facts([row(pip, 'stopped', { person: 'b', family: 'f1' })])
  assert.deepEqual([family, members], [{}, [{}, { 'program-pip': 'stopped' }]])
  assert.deepEqual(facts([row(pip, 'receives', { family: 'f1' })]).members, [{}, {}], 'of whom was not said')
})

test('PROG-17 of several sayings the one that has most counts, and a programme nobody knows counts for nothing', () => {
  const tries: readonly (readonly [readonly Taking[], Taking])[] = [
    [['never', 'stopped'], 'stopped'],
    [['stopped', 'receives'], 'receives'],
    [['receives', 'never'], 'receives'],
    [['never', 'never'], 'never'],
  ]
  for (const [said, most] of tries)
    for (const order of [said, said.toReversed()])
      assert.deepEqual(
        facts(order.map((status, n) => row(pkh, status, { person: whom.members[n] ?? null }))).family,
        { 'program-pkh': most },
        order.join(),
      )
  assert.deepEqual(facts([row({ ...pkh, id: nth(9) }, 'receives', { family: 'f1' })]).family, {})
})

test('PROG-17 a local rule and the one it stands for are one programme to other rules; one of a place’s own goes by its id', () => {
  const both = [row(pkh, 'never', { family: 'f1' }), row(local, 'receives', { family: 'f1' })]
  assert.deepEqual(facts(both).family, { 'program-pkh': 'receives' })
  assert.equal(keyOf(local), keyOf(pkh))
  assert.equal(keyOf(own), own.id)
  assert.deepEqual(facts([row(own, 'receives', { family: 'f1' })]).family, { [takingOf(own.id)]: 'receives' })
  assert.deepEqual([takenBy('program-pkh'), takenBy(takingOf(own.id)), takenBy('desil')], ['pkh', own.id, null])
})

test('PROG-17 who is recorded as a PPKS is one of that kind; who is not recorded may be one, unless it was found out', () => {
  const of = (type: string | null, more: Partial<WelfareRow> = {}): WelfareRow => ({
    person: 'a',
    family: null,
    type,
    ...more,
  })
  const kinds = (...rows: readonly WelfareRow[]) => facts([], rows).members.map(({ jenis_ppks }) => jenis_ppks)
  assert.deepEqual(kinds(), [undefined, undefined])
  assert.deepEqual(kinds(of('poor'), of('disability'), of('poor')), [['disability', 'poor'], undefined])
  assert.deepEqual(kinds(of(null)), [[], undefined])
  assert.deepEqual(kinds(of(null), of('poor')), [['poor'], undefined])
  assert.deepEqual(kinds(of('troubled-family', { person: null, family: 'f1' })), [
    ['troubled-family'],
    ['troubled-family'],
  ])
  assert.deepEqual(kinds(of('troubled-family', { person: null, family: 'f2' })), [undefined, undefined])
  assert.deepEqual(kinds(of('poor', { person: 'c', family: 'f1' })), [undefined, undefined], 'of somebody else there')
})

test('PROG-17 facts of rows come with what is beside them, found by their ids', () => {
  const beside: Beside = {
    taken: [row(pkh, 'stopped', { family: 'f1' }), row(pip, 'receives', { person: 'b' })],
    welfare: [{ person: 'a', family: null, type: 'poor' }],
    programmes,
  }
  const person = (id: string) => ({ id, birthDate: null, sex: null, values: {} })
  const found = factsFrom({
    family: { id: 'f1', desil: 3, values: { mobil: 0 } },
    members: [person('a'), person('b')],
    beside,
  })
  assert.deepEqual(found.family, { mobil: 0, desil: 3, 'program-pkh': 'stopped' })
  assert.deepEqual(
    found.members.map(({ jenis_ppks, 'program-pip': taken }) => [jenis_ppks, taken]),
    [
      [['poor'], undefined],
      [undefined, 'receives'],
    ],
  )
  const alone = factsFrom({ family: null, members: [person('b')], beside })
  assert.deepEqual([alone.family, alone.members[0]?.['program-pip']], [{}, 'receives'])
})

test('PROG-17 a rule may ask that somebody is not in another programme yet, in each way to say so', () => {
  const of = (rule: Criterion, taken?: Taking) =>
    ready(rule, known, day)(factsOf({ family: taken ? { 'program-pkh': taken } : {} }))
  const notNow: Comparison = { fact: 'program-pkh', is: 'in', value: ['stopped', 'never'] }
  const never: Comparison = { fact: 'program-pkh', is: 'eq', value: 'never' }
  const not: Criterion = { not: { fact: 'program-pkh', is: 'eq', value: 'receives' } }
  assert.deepEqual(
    takings.map((taken) => [notNow, never, not].map((rule) => of(rule, taken))),
    [
      ['not-met', 'not-met', 'not-met'],
      ['met', 'not-met', 'met'],
      ['met', 'met', 'met'],
    ],
  )
  assert.deepEqual(
    [notNow, never, not].map((rule) => of(rule)),
    ['unknown', 'unknown', 'unknown'],
  )
  const reason = explain(notNow, factsOf({}), { vocabulary: known, day })
  assert.deepEqual(missingOf(reason, known), [{ kind: 'fact', fact: 'program-pkh', member: null }])
})

const indicator = (code: string, of: string, kind: string) => ({
  code,
  names: { id: `Indikator ${code}`, en: `Indicator ${code}` },
  data: { of, kind, why: '' },
})
const indicators = [
  indicator('makan', 'family', 'yes-no'),
  indicator('tabungan', 'family', 'quantity'),
  indicator('hutang', 'person', 'count'),
  indicator('sejak', 'person', 'day'),
  indicator('cerita', 'family', 'text'),
  { code: 'rusak', names: { id: 'x', en: 'x' }, data: { of: 'nobody' } },
]

test('PROG-17 what a district asks besides is a fact of its rules; words are none, and neither is what is no indicator', () => {
  const made = factsOfIndicators(indicators)
  assert.deepEqual(
    made.map(({ name, of, kind, least }) => [name, of, kind, least]),
    [
      ['lokal-makan', 'family', 'yes-no', undefined],
      ['lokal-tabungan', 'family', 'quantity', 0],
      ['lokal-hutang', 'person', 'count', 0],
      ['lokal-sejak', 'person', 'day', undefined],
    ],
  )
  const here = vocabularyWith(made)
  const hungry: Comparison = { fact: 'lokal-makan', is: 'eq', value: true }
  assert.deepEqual(checkRule(hungry, 'family', here), [])
  assert.deepEqual(checkRule({ ...hungry, fact: 'lokal-cerita' }, 'family', here)[0]?.code, 'unknown-fact')
  assert.deepEqual(checkRule(hungry, 'family', vocabulary)[0]?.code, 'unknown-fact')
  assert.deepEqual(
    checkRule({ fact: 'lokal-hutang', is: 'at-least', value: 1 }, 'family', here)[0]?.code,
    'needs-member',
  )
  assert.deepEqual(
    checkRule({ fact: 'lokal-tabungan', is: 'at-most', value: -1 }, 'family', here)[0]?.code,
    'never-met',
  )
  const of = (values: object) => ready(hungry, here, day)(factsOf({ family: { ...values } }))
  assert.deepEqual([of({}), of({ 'lokal-makan': true }), of({ 'lokal-makan': false })], ['unknown', 'met', 'not-met'])
})

test('PROG-17 no fact of a place takes the name of one that is known everywhere', () => {
  const fake = { ...factsOfProgrammes([pkh])[0], name: 'desil', of: 'person' } as const
  assert.equal(vocabularyWith([{ ...fake, kind: 'code' }]).get('desil')?.of, 'family')
  for (const name of vocabulary.keys()) assert.ok(takenBy(name) === null && !name.startsWith('lokal-'), name)
})

test('PROG-17 facts of a place cross a wire and come back as they were', () => {
  const made = [...factsOfIndicators(indicators), ...factsOfProgrammes(programmes.slice(0, 3))]
  const back = JSON.parse(JSON.stringify(placeFactsIn(made))) as ReturnType<typeof placeFactsIn>
  assert.deepEqual(back.map(factFrom), made)
  assert.deepEqual(placeFactsIn(vocabulary.values()), [], 'what is known everywhere is not sent')
})

test('PROG-5 a rule about a datum that its district has dropped is told as one to be found out', () => {
  const rule: Criterion = {
    all: [
      { fact: 'lokal-dahulu', is: 'eq', value: true },
      { fact: 'desil', is: 'at-most', value: 4 },
    ],
  }
  const reason = explain(rule, factsOf({ family: { desil: 2 } }), { vocabulary, day })
  assert.equal(reason.truth, 'unknown')
  assert.deepEqual(missingOf(reason, vocabulary), [{ kind: 'fact', fact: 'lokal-dahulu', member: null }])
})

const hidden = new Map(known).set('jenis_ppks', {
  name: 'jenis_ppks',
  of: 'person',
  kind: 'codes',
  list: 'ppks-type',
  unseen: ['hiv', 'sex-work'],
})

test('PROG-19 who is not told of a kind of PPKS is never told that somebody is none of it', () => {
  const of = (rule: Comparison, jenis_ppks?: readonly string[]) =>
    ready(rule, hidden, day)(factsOf({ person: jenis_ppks ? { jenis_ppks } : {} }))
  const is = (...value: readonly string[]): Comparison => ({ fact: 'jenis_ppks', is: 'in', value })
  assert.equal(of(is('hiv'), ['poor']), 'unknown')
  assert.equal(of(is('hiv', 'disability'), ['poor']), 'unknown')
  assert.equal(of(is('hiv', 'poor'), ['poor']), 'met')
  assert.equal(of(is('disability'), ['poor']), 'not-met')
  assert.equal(of({ fact: 'jenis_ppks', is: 'eq', value: 'hiv' }, []), 'unknown')
  assert.equal(of({ fact: 'jenis_ppks', is: 'known' }, []), 'unknown')
  assert.equal(of({ fact: 'jenis_ppks', is: 'known' }, ['poor']), 'met')
  assert.equal(of(is('disability')), 'unknown')
  const open = (rule: Comparison) => ready(rule, known, day)(factsOf({ person: { jenis_ppks: [] } }))
  assert.deepEqual([open(is('hiv')), open({ fact: 'jenis_ppks', is: 'known' })], ['not-met', 'not-met'])
  const reason = explain(is('hiv'), factsOf({ person: { jenis_ppks: ['poor'] } }), { vocabulary: hidden, day })
  assert.deepEqual(missingOf(reason, hidden), [{ kind: 'fact', fact: 'jenis_ppks', member: null }])
})

const someRows = fc.array(
  fc.record({
    person: fc.constantFrom('a', 'b', 'c', null),
    family: fc.constantFrom('f1', 'f2', null),
    programme: fc.constantFrom(...programmes.map(({ id }) => id)),
    status: fc.constantFrom(...takings),
  }),
  { maxLength: 8 },
)

property('PROG-17 more that is said of others changes nothing for a household', someRows, (rows) => {
  const theirs = rows.filter(
    ({ person, family }) => family === 'f1' || (person !== null && whom.members.includes(person)),
  )
  assert.deepEqual(facts(rows), facts(theirs))
})

property('PROG-17 the order in which it was said says nothing', fc.tuple(someRows, fc.nat()), ([rows, by]) => {
  const turned = [...rows.slice(by % (rows.length + 1)), ...rows.slice(0, by % (rows.length + 1))]
  assert.deepEqual(facts(turned), facts(rows))
})

property(
  'PROG-17 every fact that is worked out of rows is one that rules may ask about, with a value it can have',
  someRows,
  (rows) => {
    const { family, members } = facts(rows)
    for (const [holder, values] of [['family', family], ...members.map((one) => ['person', one] as const)] as const)
      for (const [name, value] of Object.entries(values)) {
        const fact = known.get(name)
        assert.equal(fact?.of, holder)
        assert.ok(fact?.codes?.some((code) => code === value))
      }
  },
)
