import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AssessmentMove, InstrumentChange } from '../contract/independence.ts'
import { independenceInstrumentId } from '../kernel/id.ts'
import { monday } from '../testing/a-policy.ts'
import { almighty, clock, staffLacking } from '../testing/actors.ts'
import { anAssessment, anAssessmentId, independenceData, noFigures, saidOfAll } from '../testing/an-assessment.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { AssessmentRow, SaidOf } from './assessment.ts'
import { decideAssessment } from './decide.ts'
import { decideInstrument } from './decide-instrument.ts'
import type { Figures } from './figures.ts'
import { shippedInstrument } from './shipped.ts'

const [district, province] = [almighty(offices.district, 2), almighty(offices.province, 4)]
const decide = (row: AssessmentRow, move: AssessmentMove, figures: Figures | null = noFigures) =>
  decideAssessment(anAssessmentId, move, move.action === 'judge' || move.action === 'verify' ? province : district, {
    now: monday,
    day: '2026-11-02',
    assessment: row,
    ofYear: null,
    instrument: shippedInstrument,
    figures,
  })
type Decided = ReturnType<typeof decide>
const setOf = (result: Decided) => {
  const [change] = result.ok ? result.value.changes : []
  assert.ok(change?.table === 'independence', result.ok ? '' : result.error.code)
  return change.set
}
const errorOf = (result: Decided) => (result.ok ? null : result.error)
const typed = (code: string, level: number | null, text = '') => ({ code, level, text })
const save = (...answers: ReturnType<typeof typed>[]): AssessmentMove => ({ action: 'save', data: { answers } })
const judge = (...answers: ReturnType<typeof typed>[]): AssessmentMove => ({ action: 'judge', data: { answers } })
const submit: AssessmentMove = { action: 'submit', data: {} }
const verify: AssessmentMove = { action: 'verify', data: {} }

test('INDEP-10 a part is kept beside what was kept before, with who kept it and what it scores', () => {
  const row = anAssessment({
    answers: { 'budget-apbd': { level: 1, text: 'Lama.' }, 'data-safe': { level: 0, text: '' } },
  })
  const set = setOf(decide(row, save(typed('budget-apbd', 4, 'DPA 2026.'), typed('budget-stipends', null))))
  assert.deepEqual(set.answers, {
    'budget-apbd': { level: 4, text: 'DPA 2026.' },
    'budget-stipends': { level: null, text: '' },
    'data-safe': { level: 0, text: '' },
  })
  assert.deepEqual(set.assessors, [ids.staff(1), ids.staff(2)])
  assert.deepEqual([set.score, set.profile?.budget, set.profile?.data, set.profile?.people], [7143, 10_000, 0, null])
  const again = setOf(decide(anAssessment({ assessors: [ids.staff(2)] }), save(typed('data-safe', 1))))
  assert.deepEqual(again.assessors, [ids.staff(2)], 'once')
})

test('INDEP-10 an indicator that the instrument has not, or one twice, is refused', () => {
  for (const move of [save(typed('budget-luck', 1)), save(typed('data-safe', 1), typed('data-safe', 2))])
    assert.deepEqual(errorOf(decide(anAssessment(), move)), { code: 'assessment-indicator' })
  assert.deepEqual(errorOf(decide(anAssessment({ status: 'submitted' }), judge(typed('luck', 1)))), {
    code: 'assessment-indicator',
  })
})

test('INDEP-10 what the province said of an answer falls away with the answer, and of no other', () => {
  const judged = { 'data-safe': { level: 0, text: 'Belum ada aturan.' }, 'budget-apbd': { level: 2, text: '' } }
  const row = anAssessment({ status: 'returned', answers: saidOfAll(2), judged })
  const set = setOf(decide(row, save(typed('data-safe', 3, 'Aturan terlampir.'))))
  assert.deepEqual(set.judged, { 'budget-apbd': { level: 2, text: '' } })
  assert.equal(set.status, 'returned')
})

test('INDEP-11 it is handed in whole: what is not filled is counted', () => {
  assert.deepEqual(errorOf(decide(anAssessment(), submit)), { code: 'assessment-missing', count: 27 })
  const { 'data-safe': _one, 'data-devices': _other, ...rest } = saidOfAll(3)
  assert.deepEqual(errorOf(decide(anAssessment({ answers: rest }), submit)), { code: 'assessment-missing', count: 2 })
})

const counted: Figures = {
  ...noFigures,
  puskesos: { n: 9, of: 10 },
  posts: { n: 6, of: 6 },
  handled: { n: 1, of: 100 },
}

test('INDEP-11 a level that differs from its figure is explained, and so is an unknown one', () => {
  const bare = (answers: SaidOf) => errorOf(decide(anAssessment({ answers }), submit, counted))
  assert.deepEqual(bare(saidOfAll(2, 'ya')), { code: 'assessment-reason', count: 3 })
  assert.deepEqual(bare(saidOfAll(null, 'ya')), { code: 'assessment-reason', count: 27 })
  const asCounted = {
    ...saidOfAll(2, ''),
    'replication-puskesos': { level: 4, text: '' },
    'people-posts': { level: 4, text: '' },
    'service-handled': { level: 0, text: '' },
  }
  assert.equal(bare(asCounted), null)
  assert.equal(bare(saidOfAll(2, 'Dicatat di buku.')), null)
})

test('INDEP-11 the figures of that moment are kept, and what was asked for is told no more', () => {
  const row = anAssessment({ status: 'returned', answers: saidOfAll(2), note: 'Lengkapi.', submittedAt: monday - 1 })
  const set = setOf(decide(row, submit, counted))
  assert.deepEqual([set.figures, set.note, set.submittedAt, set.score], [counted, null, monday, 5_000])
})

const handed = (own: Partial<AssessmentRow> = {}) =>
  anAssessment({ status: 'submitted', answers: saidOfAll(3), submittedAt: monday, figures: noFigures, ...own })

test('INDEP-12 the province agrees without a word, and differs with one', () => {
  assert.equal(setOf(decide(handed(), judge(typed('data-safe', 3)))).score, 7_500)
  assert.deepEqual(errorOf(decide(handed(), judge(typed('data-safe', 1), typed('budget-apbd', 3)))), {
    code: 'assessment-reason',
    count: 1,
  })
  const set = setOf(decide(handed(), judge(typed('data-safe', 0, 'Belum ada aturan.'))))
  assert.deepEqual(set.judged, { 'data-safe': { level: 0, text: 'Belum ada aturan.' } })
  assert.deepEqual([set.verifiers, set.answers], [[province.staff], undefined], 'what the district said stays')
  assert.equal(set.profile?.data, 5_357, '15 points of 28')
})

test('INDEP-12 it is verified once each indicator was looked at', () => {
  const { 'data-safe': _left, ...judged } = saidOfAll(3)
  assert.deepEqual(errorOf(decide(handed({ judged }), verify)), { code: 'assessment-unjudged', count: 1 })
  const set = setOf(decide(handed({ judged: saidOfAll(1) }), verify))
  assert.deepEqual(
    [set.status, set.score, set.verifiedAt, set.verifiers],
    ['verified', 2_500, monday, [province.staff]],
  )
})

test('INDEP-3 what is sent back or withdrawn says why; whoever sends it back had a hand in it', () => {
  const back = decideAssessment(anAssessmentId, { action: 'return', data: { note: 'Lampirkan DPA.' } }, province, {
    now: monday,
    day: '2026-11-02',
    assessment: handed(),
    ofYear: null,
    instrument: shippedInstrument,
    figures: null,
  })
  assert.ok(back.ok)
  assert.equal(back.value.note, 'Lampirkan DPA.')
  assert.deepEqual([setOf(back).note, setOf(back).verifiers], ['Lampirkan DPA.', [province.staff]])
  const gone = setOf(decide(handed(), { action: 'withdraw', data: { note: 'Salah tahun.' } }))
  assert.deepEqual([gone.note, gone.verifiers, gone.status], ['Salah tahun.', undefined, 'withdrawn'])
})

const id = independenceInstrumentId.parse('0192f000-0000-7000-8000-0000000000e9')
const nation = almighty(offices.nation, 3)
const change = (own: Partial<InstrumentChange['data']> = {}): InstrumentChange => ({
  action: 'change',
  data: { ...independenceData.change, ...own },
})
const said = (
  move: InstrumentChange,
  from: readonly string[] = ['2016-01-01'],
  actor: Parameters<typeof decideInstrument>[2] = nation,
) => decideInstrument(id, move, actor, { day: '2026-11-02', all: from.map((one) => ({ from: one })) })
const cameTo = (result: ReturnType<typeof said>): string => (result.ok ? 'done' : result.error.code)

test('INDEP-2 a version begins on a day to come, after every one that was said', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2027-01-01', '2027-01-02']
  const all = ['2016-01-01', '2027-01-01']
  assert.deepEqual(
    days.map((from) => cameTo(said(change({ from }), all))),
    [...Array.from({ length: 4 }, () => 'instrument-day'), 'done'],
  )
  assert.equal(cameTo(said(change({ from: '2026-11-03' }))), 'done', 'tomorrow')
})

test('INDEP-2 the nation alone says one, and who may; it is kept whole', () => {
  assert.equal(cameTo(said(change(), [], staffLacking(['independence.change'], offices.nation))), 'not-permitted')
  assert.equal(cameTo(said(change(), [], clock)), 'not-permitted')
  for (const office of [offices.province, offices.district])
    assert.equal(cameTo(said(change(), [], almighty(office))), 'wrong-place')
  const result = said(change())
  assert.ok(result.ok)
  const { from, ...words } = independenceData.change
  assert.deepEqual(result.value.changes, [
    { table: 'independenceInstrument', id, base: 0, set: { district: '00', holdsFrom: from, words } },
  ])
})
