import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayMissing, sayReason, sayRule, sayTurn } from '../i18n/say-programme.ts'
import { programmeId } from '../kernel/id.ts'
import { answerCounts, answerIn, answerValue, statementIn, statementName } from '../registry/statements.ts'
import { answered, aProgramme, factsOf } from '../testing/a-programme.ts'
import { property } from '../testing/property.ts'
import type { Criterion } from './criterion.ts'
import { explain } from './explain.ts'
import { factsFrom } from './facts-of.ts'
import { matchFamily } from './match.ts'
import { missingOf, turnOf } from './pending.ts'
import type { ProgrammeRow } from './programme.ts'
import { statementsOf } from './programme.ts'
import { vocabulary } from './vocabulary.ts'

const day = '2026-11-22'
const asked = { vocabulary, day }
const ask = 'Tidak sedang menerima bantuan sejenis'
const telling = { lang: 'id', codeName: () => '', members: ['Siti', 'Budi'] } as const
const said = (yes: boolean, on = '2026-06-01') => answered({ [ask]: yes }, on)
const truthOf = (facts: Parameters<typeof factsOf>[0], rule: Criterion = { ask }) =>
  explain(rule, factsOf(facts), asked).truth

test('PROG-21 a statement is kept under its own words: with other words it is another one, asked anew', () => {
  assert.equal(statementName('  Tidak  sedang\nmenerima bantuan sejenis '), statementName(ask))
  assert.equal(statementIn(statementName(ask)), ask)
  assert.equal(truthOf({ said: said(true) }), 'met')
  assert.equal(truthOf({ said: said(true) }, { ask: `${ask} dari desa` }), 'unknown')
  for (const odd of ['desil', 'lokal-x', 'pernyataan: ', 'pernyataan:  dua', `pernyataan: ${'x'.repeat(301)}`])
    assert.equal(statementIn(odd), null, odd)
})

test('PROG-21 yes is met, no is not met, what was taken back is not known', () => {
  assert.deepEqual([truthOf({ said: said(true) }), truthOf({ said: said(false) })], ['met', 'not-met'])
  for (const value of [null, true, 'ya', 'ya 22-11-2026', ''])
    assert.equal(truthOf({ said: { [statementName(ask)]: value } }), 'unknown')
})

test('PROG-21 an answer counts for a year, and then is asked again with what it was', () => {
  const on = (at: string) => truthOf({ said: said(true, at) })
  assert.deepEqual(['2025-11-22', '2025-11-23', '2026-11-22'].map(on), ['unknown', 'met', 'met'])
  assert.equal(answerCounts({ yes: true, on: '2024-02-29' }, '2025-03-01'), false)
  const reason = explain({ ask }, factsOf({ said: said(false, '2024-01-05') }), asked)
  assert.match(sayReason(reason, telling).detail, /^dijawab tidak pada 5 Januari 2024; .*perlu dipastikan lagi$/)
  assert.equal(missingOf(reason, vocabulary).length, 1)
  const counted = explain({ ask }, factsOf({ said: said(true) }), asked)
  assert.equal(sayReason(counted, telling).detail, 'ya, menurut keadaan 1 Juni 2026')
  assert.equal(sayReason(explain({ ask }, factsOf({}), asked), telling).detail, 'perlu dipastikan')
})

test('PROG-21 a rule says for how many months an answer counts, also over the end of a year and of a shorter month', () => {
  const counts = (on: string, months: number, day: string) => answerCounts({ yes: true, on }, day, months)
  const lines: readonly (readonly [on: string, months: number, lastDay: string, dayAfter: string])[] = [
    ['2026-01-15', 6, '2026-07-14', '2026-07-15'],
    ['2025-11-30', 3, '2026-02-28', '2026-03-01'],
    ['2025-12-31', 1, '2026-01-30', '2026-01-31'],
    ['2024-02-29', 24, '2026-02-28', '2026-03-01'],
    ['2020-06-01', 120, '2030-05-31', '2030-06-01'],
  ]
  for (const [on, months, lastDay, dayAfter] of lines)
    assert.deepEqual([counts(on, months, lastDay), counts(on, months, dayAfter)], [true, false], on)
  const half = { ask, months: 6 }
  const facts = factsOf({ said: said(true, '2026-03-01') })
  assert.equal(explain(half, facts, asked).truth, 'unknown')
  assert.equal(explain({ ask }, facts, asked).truth, 'met', 'of two rules that ask the same each has its own time')
  assert.equal(sayRule(half, telling).text, `${ask} (jawaban berlaku 6 bulan)`)
})

test('PROG-21 each is asked for themselves: what one of a family answered says nothing of the others', () => {
  const own: ProgrammeRow = {
    ...aProgramme,
    unit: 'person',
    versions: aProgramme.versions.map((one) => ({ ...one, rule: { ask } })),
  }
  const family = { ...own, id: programmeId.parse('c0000000-0000-4000-8000-000000000002'), unit: 'family' as const }
  const facts = factsFrom({
    family: { values: said(true), desil: null },
    members: [
      { values: said(false), birthDate: null, sex: null },
      { values: {}, birthDate: null, sex: null },
    ],
  })
  const verdicts = matchFamily(facts, [own, family], asked).map(({ matches }) => matches[0]?.verdict)
  assert.deepEqual(verdicts, ['eligible', 'not-eligible', 'cannot-tell'])
})

test('PROG-21 of a family’s rule about its people it is told of whom it is missing, and what would change it', () => {
  const rule: Criterion = { member: { ask } }
  const reason = explain(rule, factsOf({ members: [said(false), {}] }), asked)
  const missing = missingOf(reason, vocabulary)
  assert.deepEqual(missing, [{ kind: 'ask', ask, member: 1 }])
  assert.deepEqual(
    missing.map((one) => sayMissing(one, telling)),
    [`Budi: ${ask}`],
  )
  const turn = turnOf(explain(rule, factsOf({ members: [said(false)] }), asked))
  assert.ok(turn)
  assert.equal(sayTurn(turn, telling).text, `Siti: ${ask}`)
  const not = turnOf(explain({ not: { ask } }, factsOf({ said: said(true) }), asked))
  assert.ok(not)
  assert.equal(sayTurn(not, telling).text, `Tidak lagi: ${ask}`)
})

test('PROG-21 what can be answered at a place is what its programmes of the day rest on, each once', () => {
  const resting = (rule: Criterion, more: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
    ...aProgramme,
    versions: aProgramme.versions.map((one) => ({ ...one, rule })),
    ...more,
  })
  const programmes = [
    resting({ all: [{ ask }, { member: { any: [{ not: { ask: 'B' } }, { ask }] } }] }),
    resting({ ask: 'C' }, { endsOn: day }),
    resting({ ask: 'D' }, { startsOn: '2027-01-01' }),
    resting({ fact: 'desil', is: 'known' }),
  ]
  assert.deepEqual(statementsOf(programmes, day), [ask, 'B'])
})

property('PROG-21 an answer is read as it was written', fc.boolean(), (yes) => {
  assert.deepEqual(answerIn(answerValue({ yes, on: day })), { yes, on: day })
})
