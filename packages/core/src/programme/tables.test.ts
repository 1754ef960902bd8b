import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { programmeId } from '../kernel/id.ts'
import type { Json } from '../kernel/json.ts'
import type { PlaceCode } from '../place/code.ts'
import { placeCode } from '../place/code.ts'
import { answered, anyCriterion, anyFacts, aProgramme, factsOf } from '../testing/a-programme.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { Comparison, Criterion } from './criterion.ts'
import { ready } from './evaluate.ts'
import type { FactSet } from './fact-set.ts'
import { match, tryRule, verdictOf } from './match.ts'
import type { ProgrammeRow } from './programme.ts'
import { isGivenOn, offeredAt, versionOn } from './programme.ts'
import type { Truth } from './truth.ts'
import { allOf, anyOf, opposite } from './truth.ts'
import { vocabulary } from './vocabulary.ts'

const day = '2026-11-22'
const of = (rule: Criterion, facts: FactSet, on = day): Truth => ready(rule, vocabulary, on)(facts)

/** Kleene's tables, written down: what two truths come to together, either way round. */
const kleene: readonly (readonly [a: Truth, b: Truth, all: Truth, any: Truth])[] = [
  ['met', 'met', 'met', 'met'],
  ['met', 'unknown', 'unknown', 'met'],
  ['met', 'not-met', 'not-met', 'met'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
  ['unknown', 'not-met', 'not-met', 'unknown'],
  ['not-met', 'not-met', 'not-met', 'not-met'],
]
for (const [a, b, all, any] of kleene)
  test(`PROG-1 ${a} and ${b} are ${all}; ${a} or ${b} is ${any}`, () => {
    for (const both of [
      [a, b],
      [b, a],
    ])
      assert.deepEqual([allOf(both), anyOf(both)], [all, any])
    assert.equal(opposite(all), anyOf([opposite(a), opposite(b)]))
    // The rule made ready says the same: unknown is what nobody answered, the others what was.
    const said = (truth: Truth, ask: string) => (truth === 'unknown' ? {} : answered({ [ask]: truth === 'met' }))
    const facts = factsOf({ said: { ...said(a, 'A'), ...said(b, 'B') } })
    assert.equal(of({ all: [{ ask: 'A' }, { ask: 'B' }] }, facts), all)
    assert.equal(of({ any: [{ ask: 'B' }, { ask: 'A' }] }, facts), any)
    assert.equal(of({ not: { all: [{ ask: 'A' }, { ask: 'B' }] } }, facts), opposite(all))
  })

const atMost = (value: number): Comparison => ({ fact: 'desil', is: 'at-most', value })
const between: Comparison = { fact: 'desil', is: 'between', value: [2, 4] }
const water: Comparison = { fact: 'sumber_air_minum_utama', is: 'in', value: ['3', '4'] }
const ill: Comparison = { fact: 'penyakit_kronis', is: 'in', value: ['asma', 'stroke'] }
/** What is recorded of somebody, and what a comparison says of it. */
const compared: readonly (readonly [rule: Comparison, saw: Json | undefined, truth: Truth])[] = [
  [atMost(4), 4, 'met'],
  [atMost(4), 5, 'not-met'],
  [atMost(4), 0, 'met'],
  [atMost(4), '4', 'unknown'],
  [atMost(4), null, 'unknown'],
  [atMost(4), undefined, 'unknown'],
  [atMost(4), true, 'unknown'],
  [atMost(4), [4], 'unknown'],
  [{ fact: 'desil', is: 'at-least', value: 4 }, 4, 'met'],
  [{ fact: 'desil', is: 'at-least', value: 4 }, 3, 'not-met'],
  [{ fact: 'desil', is: 'eq', value: 4 }, 4, 'met'],
  [{ fact: 'desil', is: 'eq', value: 4 }, 4.5, 'not-met'],
  [{ fact: 'desil', is: 'eq', value: 4 }, '4', 'unknown'],
  [between, 1, 'not-met'],
  [between, 2, 'met'],
  [between, 4, 'met'],
  [between, 5, 'not-met'],
  [between, null, 'unknown'],
  [{ fact: 'desil', is: 'known' }, 1, 'met'],
  [{ fact: 'desil', is: 'known' }, 0, 'met'],
  [{ fact: 'desil', is: 'known' }, null, 'unknown'],
  [{ fact: 'desil', is: 'known' }, undefined, 'unknown'],
  [water, '3', 'met'],
  [water, '5', 'not-met'],
  [water, 3, 'unknown'],
  [water, null, 'unknown'],
  [water, ['3'], 'met'],
  [ill, ['asma'], 'met'],
  [ill, ['diabetes', 'stroke'], 'met'],
  [ill, ['diabetes'], 'not-met'],
  [ill, [], 'not-met'],
  [ill, null, 'unknown'],
  [ill, 'asma', 'met'],
  [ill, [1], 'unknown'],
  [{ fact: 'penyakit_kronis', is: 'known' }, [], 'not-met'],
  [{ fact: 'penyakit_kronis', is: 'known' }, ['asma'], 'met'],
  [{ fact: 'akta_kelahiran', is: 'eq', value: false }, false, 'met'],
  [{ fact: 'akta_kelahiran', is: 'eq', value: false }, true, 'not-met'],
  [{ fact: 'akta_kelahiran', is: 'eq', value: false }, undefined, 'unknown'],
  [{ fact: 'akta_kelahiran', is: 'eq', value: true }, 'ya', 'unknown'],
  [{ fact: 'kekayaan', is: 'eq', value: '1' }, '1', 'unknown'],
]
for (const [rule, saw, truth] of compared)
  test(`PROG-2 ${rule.fact} ${rule.is} ${JSON.stringify('value' in rule ? rule.value : '')} of ${JSON.stringify(saw)}: ${truth}`, () => {
    const values = saw === undefined ? {} : { [rule.fact]: saw }
    const facts = factsOf({ person: values, family: values })
    assert.equal(of(rule, facts), truth)
    assert.equal(of({ not: rule }, facts), opposite(truth))
  })

const aged = (from: number, born: Json): readonly [Criterion, FactSet] => [
  { fact: 'usia', is: 'at-least', value: from },
  factsOf({ person: { tanggal_lahir: born } }),
]
/** An age is reached on the birthday, wherever it lies in the year. */
const birthdays: readonly (readonly [born: Json, years: number, on: string, truth: Truth])[] = [
  ['1966-11-22', 60, '2026-11-21', 'not-met'],
  ['1966-11-22', 60, '2026-11-22', 'met'],
  ['1966-12-31', 60, '2026-12-30', 'not-met'],
  ['1966-12-31', 60, '2026-12-31', 'met'],
  ['1967-01-01', 60, '2026-12-31', 'not-met'],
  ['1967-01-01', 60, '2027-01-01', 'met'],
  ['1964-02-29', 62, '2026-02-28', 'not-met'],
  ['1964-02-29', 62, '2026-03-01', 'met'],
  ['1964-02-29', 64, '2028-02-28', 'not-met'],
  ['1964-02-29', 64, '2028-02-29', 'met'],
  ['2026-11-22', 0, '2026-11-22', 'met'],
  ['2026-11-23', 0, '2026-11-22', 'unknown'],
  [null, 60, '2026-11-22', 'unknown'],
  [1966, 60, '2026-11-22', 'unknown'],
]
for (const [born, years, on, truth] of birthdays)
  test(`PROG-3 who was born on ${JSON.stringify(born)} and asked on ${on} for ${years} years: ${truth}`, () => {
    const [rule, facts] = aged(years, born)
    assert.equal(of(rule, facts, on), truth)
  })

/** A family of nobody, of one and of several, some of whom nothing is known of. */
const pregnant: Criterion = { member: { fact: 'hamil', is: 'eq', value: true } }
const families: readonly (readonly [members: FactSet['members'], truth: Truth])[] = [
  [[], 'unknown'],
  [[{}], 'unknown'],
  [[{ hamil: true }], 'met'],
  [[{ hamil: false }], 'not-met'],
  [[{ hamil: false }, {}], 'unknown'],
  [[{}, { hamil: true }], 'met'],
  [[{ jenis_kelamin: 'L' }], 'not-met'],
  [[{ jenis_kelamin: 'P' }], 'unknown'],
  [[{ jenis_kelamin: 'L' }, { hamil: false }], 'not-met'],
  [[{ jenis_kelamin: 'L', hamil: true }], 'met'],
]
for (const [members, truth] of families)
  test(`PROG-4 somebody of ${JSON.stringify(members)} is pregnant: ${truth}`, () => {
    assert.equal(of(pregnant, factsOf({ members })), truth)
    assert.equal(of({ not: pregnant }, factsOf({ members })), opposite(truth))
    assert.equal(of(pregnant, factsOf({ members: members.toReversed() })), truth, 'in whatever order')
  })

const programme = (n: number, own: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  ...aProgramme,
  id: programmeId.parse(ids.office(n)),
  ...own,
})
const at = (code: string): PlaceCode => placeCode.parse(code)
const nation = programme(1, { place: at('00'), owner: 'central' })
const ofProvince = programme(2, { place: at('34'), replaces: nation.id })
const ofDistrict = programme(3, { place: at('34.04'), replaces: nation.id })
const later = programme(4, { place: at('34.04'), replaces: nation.id, startsOn: '2026-06-01' })
const own = programme(5, { place: at('34.04.07.2001'), owner: 'village' })
const ended = programme(6, { place: at('34.04'), replaces: nation.id, endsOn: '2026-11-22' })
const toCome = programme(7, { place: at('34.04'), replaces: nation.id, startsOn: '2027-01-01' })
/** What is offered at a place, by numbers. */
const offers: readonly (readonly [place: string, all: readonly ProgrammeRow[], offered: readonly ProgrammeRow[]])[] = [
  ['34.04.07.2001', [nation], [nation]],
  ['34.04.07.2001', [nation, ofProvince], [ofProvince]],
  ['34.04.07.2001', [nation, ofProvince, ofDistrict], [ofDistrict]],
  ['34.02.01.2001', [nation, ofProvince, ofDistrict], [ofProvince]],
  ['35.01.01.2001', [nation, ofProvince, ofDistrict], [nation]],
  ['34.04.07.2001', [nation, ofDistrict, later], [later]],
  ['34.04.07.2001', [nation, own], [nation, own]],
  ['34.04.07.2002', [nation, own], [nation]],
  ['34.04.07.2001', [nation, ended], [nation]],
  ['34.04.07.2001', [nation, toCome], [nation]],
  ['34.04.07.2001', [ofDistrict], [ofDistrict]],
  ['34.04', [nation, ofDistrict, own], [ofDistrict]],
  ['34.04.07.2001', [], []],
]
for (const [place, all, offered] of offers)
  test(`PROG-11 at ${place}, of ${all.map((one) => one.place).join(', ') || 'nothing'}, that of ${offered.map((one) => one.place).join(', ') || 'nobody'} is offered`, () => {
    const names = (rows: readonly ProgrammeRow[]) => rows.map(({ id }) => id).toSorted()
    assert.deepEqual(names(offeredAt(at(place), all, day)), names(offered))
    assert.deepEqual(names(offeredAt(at(place), all.toReversed(), day)), names(offered), 'in whatever order')
  })

const given: readonly (readonly [startsOn: string, endsOn: string | null, on: string, isGiven: boolean])[] = [
  ['2026-01-01', null, '2025-12-31', false],
  ['2026-01-01', null, '2026-01-01', true],
  ['2026-01-01', '2026-12-31', '2026-12-30', true],
  ['2026-01-01', '2026-12-31', '2026-12-31', false],
  ['2026-01-01', '2027-01-01', '2026-12-31', true],
  ['2026-01-01', '2026-01-01', '2026-01-01', false],
  ['2025-01-01', null, '2025-06-01', false],
]
for (const [startsOn, endsOn, on, isGiven] of given)
  test(`PROG-10 what begins on ${startsOn} and ends on ${endsOn} is ${isGiven ? '' : 'not '}given on ${on}`, () => {
    const row = programme(1, { startsOn, endsOn })
    assert.equal(isGivenOn(row, on), isGiven)
    if (isGiven) assert.ok(versionOn(row, on))
  })

property(
  'MATCH-1 what a rule says when it is tried is what it says in force',
  fc.tuple(anyCriterion, anyFacts),
  ([rule, facts]) => {
    const [version] = aProgramme.versions
    assert.ok(version)
    const asked = { vocabulary, day }
    const [found] = match(facts, [programme(1, { versions: [{ ...version, rule }] })], asked)
    const tried = tryRule(rule, facts, asked)
    assert.equal(found?.verdict, tried.verdict)
    assert.equal(tried.verdict, verdictOf(of(rule, facts)))
    assert.equal((found?.missing.length ?? 0) > 0, tried.verdict === 'cannot-tell')
  },
)

const several = fc.array(fc.tuple(anyCriterion, fc.boolean()), { maxLength: 6 })
property(
  'MATCH-1 what fits stands before what can not be told, and that before what does not, whatever order they are read in',
  fc.tuple(several, anyFacts),
  ([rules, facts]) => {
    const [version] = aProgramme.versions
    assert.ok(version)
    const rows = rules.map(([rule, begun], n) =>
      programme(n + 1, { name: `P${n}`, versions: [{ ...version, rule, from: begun ? '2026-01-01' : '2027-01-01' }] }),
    )
    const found = match(facts, rows, { vocabulary, day })
    assert.equal(found.length, rules.filter(([, begun]) => begun).length)
    const order = ['eligible', 'cannot-tell', 'not-eligible']
    const places = found.map(({ verdict, missing }) => order.indexOf(verdict) * 1000 + missing.length)
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    const again = match(facts, rows.toReversed(), { vocabulary, day })
    assert.deepEqual(
      again.map(({ programme: row }) => row.id),
      found.map(({ programme: row }) => row.id),
    )
  },
)
