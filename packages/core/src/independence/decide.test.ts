import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffActor } from '../access/actor.ts'
import { permissions } from '../access/permission.ts'
import type { AssessmentMove } from '../contract/independence.ts'
import { ledgerCode } from '../place/code.ts'
import { monday } from '../testing/a-policy.ts'
import { almighty, clock, staff, staffLacking } from '../testing/actors.ts'
import { anAssessment, anAssessmentId, independenceData, noFigures, saidOfAll } from '../testing/an-assessment.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { AssessmentRow, AssessmentStatus } from './assessment.ts'
import { assessmentStatuses } from './assessment.ts'
import type { AssessmentLook } from './decide.ts'
import { decideAssessment, isOpen, isTaken, mayMove } from './decide.ts'
import type { AssessmentAct } from './moves.ts'
import { assessmentActs, assessmentMoves, assessmentRule } from './moves.ts'
import { shippedInstrument } from './shipped.ts'

const whole = { answers: saidOfAll(2), judged: saidOfAll(2) }
const look = (assessment: AssessmentRow | null, own: Partial<AssessmentLook> = {}): AssessmentLook => ({
  now: monday,
  day: '2026-11-02',
  assessment,
  ofYear: null,
  instrument: shippedInstrument,
  figures: noFigures,
  ...own,
})
const moveOf = (action: AssessmentAct): AssessmentMove => ({ action, data: independenceData[action] }) as AssessmentMove
const [manager, head] = [staff('manager', offices.district, 1), staff('agency-head', offices.district, 8)]
const province = staff('province', offices.province, 4)
const whoOf = (act: AssessmentAct): StaffActor => {
  if (assessmentRule(act).at === 'province') return province
  return act === 'sign' ? head : manager
}
const decide = (move: AssessmentMove, of: AssessmentLook, actor: StaffActor = whoOf(move.action)) =>
  decideAssessment(anAssessmentId, move, actor, of)
const codeOf = (result: ReturnType<typeof decide>): string => (result.ok ? 'done' : result.error.code)
const setOf = (result: ReturnType<typeof decide>) => {
  const [change] = result.ok ? result.value.changes : []
  assert.ok(change?.table === 'independence', result.ok ? '' : result.error.code)
  return change
}

/** INDEP-3 as the specification writes it, apart from the table. */
const spec: Readonly<
  Record<AssessmentAct, readonly [from: string, to: AssessmentStatus | null, by: string, at: string]>
> = {
  draft: ['', 'drafted', 'independence.assess', 'district'],
  save: ['drafted returned', null, 'independence.assess', 'district'],
  submit: ['drafted returned', 'submitted', 'independence.assess', 'district'],
  withdraw: ['drafted returned submitted', 'withdrawn', 'independence.assess', 'district'],
  judge: ['submitted', null, 'independence.verify', 'province'],
  return: ['submitted', 'returned', 'independence.verify', 'province'],
  verify: ['submitted', 'verified', 'independence.verify', 'province'],
  sign: ['verified', 'signed', 'independence.sign', 'district'],
}
for (const act of assessmentActs.filter((one) => one !== 'draft')) {
  const [from, to] = spec[act]
  test(`INDEP-3 an assessment goes by ${act} from ${from} and from nowhere else`, () => {
    for (const status of assessmentStatuses) {
      const result = decide(moveOf(act), look(anAssessment({ ...whole, status, version: 3 })))
      assert.equal(codeOf(result), from.split(' ').includes(status) ? 'done' : 'assessment-step', status)
      if (!result.ok) continue
      const { set, base, id } = setOf(result)
      assert.deepEqual([set.status, base, id], [to ?? status, 3, anAssessmentId])
      assert.deepEqual([result.value.action, result.value.jobs, set.changedAt], [`independence-${act}`, [], monday])
    }
  })
}

test('INDEP-3 the table says from where, to where, by which right and from which level of offices', () => {
  for (const act of assessmentActs) {
    const { from, to, by, at } = assessmentRule(act)
    const [spelt, ...rest] = spec[act]
    assert.deepEqual([from.toSorted(), to, by, at], [spelt.split(' ').filter(Boolean).toSorted(), ...rest], act)
  }
  assert.equal(Object.keys(assessmentMoves).length, 8)
})

const inStatus = (act: AssessmentAct, own: Partial<AssessmentRow> = {}): AssessmentRow => {
  const [status = 'drafted'] = assessmentRule(act).from
  return anAssessment({ ...whole, status, ...own })
}

for (const act of assessmentActs)
  test(`INDEP-5 ${act} asks for its right, at its own office's level, over its own place`, () => {
    const row = act === 'draft' ? null : inStatus(act)
    const { by, at } = assessmentRule(act)
    const lacking = { ...staffLacking([by], offices[at]), staff: ids.staff(7) }
    assert.equal(codeOf(decide(moveOf(act), look(row), lacking)), 'not-permitted')
    assert.equal(decideAssessment(anAssessmentId, moveOf(act), clock, look(row)).ok, false)
    for (const office of [offices.village, offices.nation, at === 'district' ? offices.province : offices.district])
      assert.equal(codeOf(decide(moveOf(act), look(row), almighty(office, 7))), 'wrong-place', office.name)
    if (row) {
      const elsewhere = { ...row, district: ledgerCode.parse('51.03') }
      assert.equal(codeOf(decide(moveOf(act), look(elsewhere), almighty(offices[at], 7))), 'wrong-place')
      assert.equal(codeOf(decide(moveOf(act), look(null))), 'assessment-unknown')
      assert.equal(codeOf(decide(moveOf(act), look(row, { instrument: null }))), 'assessment-unknown')
    }
  })

/** INDEP-5 Whoever had a hand in it before, and what they may not do any more. */
const hands: readonly (readonly [filled: boolean, verified: boolean, act: AssessmentAct, may: boolean])[] = [
  [true, false, 'save', true],
  [true, false, 'submit', true],
  [true, false, 'judge', false],
  [true, false, 'return', false],
  [true, false, 'verify', false],
  [true, false, 'sign', false],
  [false, true, 'save', false],
  [false, true, 'submit', false],
  [false, true, 'withdraw', false],
  [false, true, 'judge', true],
  [false, true, 'verify', true],
  [false, true, 'sign', false],
  [false, false, 'sign', true],
]
const handOf = (filled: boolean, verified: boolean): string =>
  (filled && 'filled') || (verified && 'verified') || 'did nothing of'
for (const [filled, verified, act, may] of hands)
  test(`INDEP-5 who ${handOf(filled, verified)} it ${may ? 'may' : 'may not'} ${act}`, () => {
    const actor = almighty(offices[assessmentRule(act).at], 7)
    const row = inStatus(act, { assessors: filled ? [actor.staff] : [], verifiers: verified ? [actor.staff] : [] })
    assert.equal(mayMove(row, act, actor)?.code, may ? undefined : 'assessment-same')
    assert.equal(codeOf(decide(moveOf(act), look(row), actor)), may ? 'done' : 'assessment-same')
  })

test('INDEP-8 one is begun for this year or the last, empty, under the instrument of the day', () => {
  const begun = setOf(decide(moveOf('draft'), look(null)))
  const { note: _note, ...row } = anAssessment()
  for (const field of [
    'year',
    'instrument',
    'district',
    'answers',
    'judged',
    'assessors',
    'verifiers',
    'score',
  ] as const)
    assert.deepEqual(begun.set[field], row[field], field)
  assert.deepEqual([begun.base, begun.set.office, begun.set.draftedAt], [0, offices.district.id, monday])
  const inYear = (year: number) => codeOf(decide({ action: 'draft', data: { year } }, look(null)))
  assert.deepEqual([2024, 2025, 2026, 2027].map(inYear), ['assessment-year', 'done', 'done', 'assessment-year'])
})

test('INDEP-8 there is one for a year, unless it was withdrawn', () => {
  assert.equal(codeOf(decide(moveOf('draft'), look(null, { ofYear: anAssessment() }))), 'assessment-there')
  assert.equal(
    codeOf(decide(moveOf('draft'), look(anAssessment({ status: 'withdrawn' })))),
    'assessment-there',
    'its id is taken',
  )
  assert.equal(codeOf(decide(moveOf('draft'), look(null, { instrument: null }))), 'assessment-year')
  const all = [anAssessment({ status: 'withdrawn' }), anAssessment({ year: 2025, status: 'signed' })]
  assert.deepEqual(
    [2026, 2025, 2024].map((year) => isTaken(all, year)),
    [false, true, false],
  )
  assert.deepEqual(
    assessmentStatuses.filter((status) => isOpen({ status })),
    ['drafted', 'submitted', 'returned', 'verified'],
  )
})

test('INDEP-5 every right of independence is one of the house', () => {
  for (const act of assessmentActs) assert.ok(permissions.includes(assessmentRule(act).by))
})
