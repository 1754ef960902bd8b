import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { RegisterData } from '../contract/case.ts'
import { addWorking, minutesOfDay } from '../kernel/calendar.ts'
import { caseId } from '../kernel/id.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { aCase, registration } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, staff, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow, ReviewState } from './case.ts'
import { decideCase, openMoves } from './decide.ts'
import type { CaseAction } from './moves.ts'
import { caseActions, caseRule } from './moves.ts'
import type { Policy } from './policy.ts'
import { hopTime } from './policy.ts'
import { clockWants, outlookOf, stepOf } from './pressing.ts'
import { registerCase } from './register.ts'

const withDays = (reviewDays: number, now: number = monday): Policy => {
  const policy = aPolicy(now)
  return { ...policy, windows: { ...policy.windows, reviewDays } }
}
const on = withDays(2)
const daysAfter = (days: number, from: number = monday): number =>
  addWorking(aCalendar(), from, days * minutesOfDay(aCalendar()))

function arrived(actor: Actor, own: Partial<RegisterData> = {}, policy = on) {
  const decided = registerCase(caseId.parse(ids.case(1)), registration(own), actor, { short: 's', long: 'l' }, policy)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change] = decided.value.changes
  assert.ok(change?.table === 'case')
  return change.set
}

const facilitator = staff('facilitator')
const custom = (...permissions: Parameters<typeof staffWith>[0]['permissions']) =>
  staffWith({ permissions, restricted: [], sees: 'place' })

for (const [who, actor, own, days, review] of [
  ['a facilitator', facilitator, {}, 2, 'waiting'],
  ['a village operator, who handles nothing either', staff('village-operator'), {}, 1, 'waiting'],
  ['a facilitator with a question', facilitator, { kind: 'question' }, 2, 'waiting'],
  ['somebody of a role of the district’s own, who brings only', custom('case.register'), {}, 2, 'waiting'],
  ['a facilitator, where the step is off', facilitator, {}, 0, undefined],
  ['a facilitator with a red card', facilitator, { red: true }, 2, undefined],
  ['a facilitator with what is restricted', facilitator, { restricted: 'violence' }, 2, undefined],
  ['a front officer, who can settle it', staff('fo'), {}, 2, undefined],
  ['a back officer, who handles it', staff('bo'), {}, 2, undefined],
  ['a supervisor', staff('supervisor'), {}, 2, undefined],
  ['the citizen', citizen(), {}, 2, undefined],
  ['a hospital', staff('provider', offices.hospital), { consent: { basis: 'verbal', words: 'Ibu Sri' } }, 2, undefined],
] as const)
  test(`SUPER-1 what is brought by ${who} ${review ? 'is' : 'is not'} looked at first`, () => {
    const set = arrived(actor, own, withDays(days))
    assert.equal(set.review, review)
    assert.equal(set.sentBy, review && ids.staff(1))
    if (review) assert.deepEqual([set.hop?.dueAt, set.remindAt], [daysAfter(days), null])
  })

test('SUPER-1 the time that the citizen was promised is the same with a review and without', () => {
  assert.deepEqual(arrived(facilitator).total, arrived(facilitator, {}, withDays(0)).total)
})

const inReview = (review: ReviewState | null, own: Partial<CaseRow> = {}): CaseRow =>
  aCase('registered', {
    review,
    sentBy: ids.staff(7),
    missing: review === 'returned' ? 'Nomor rumah' : null,
    hop: { startedAt: monday, dueAt: daysAfter(2), left: null },
    ...own,
  })

/** What may be done with a case that is looked at, and with one that is sent back: nothing else. */
const alwaysMoves = ['set-red', 'cancel', 'note', 'attach', 'restrict', 'set-contact', 'renew-secret']
const turns: Readonly<Record<ReviewState, readonly string[]>> = {
  waiting: ['review-pass', 'review-return', 'review-hand', ...alwaysMoves],
  returned: ['review-pass', 'review-mend', 'review-hand', ...alwaysMoves],
}
const refusalOf = (kase: CaseRow, action: CaseAction, actor: Actor = almighty()) =>
  openMoves(kase, actor).find((one) => one.action === action)?.refusal?.code ?? null

for (const review of ['waiting', 'returned'] as const)
  test(`SUPER-2 of a case whose review is ${review} the table leaves just these moves open, and says why of the others`, () => {
    const kase = inReview(review, { kind: 'question' })
    const open = openMoves(kase, almighty()).filter(({ refusal }) => refusal === null)
    assert.deepEqual(open.map(({ action }) => action).toSorted(), turns[review].toSorted())
    for (const action of caseActions) {
      const { from, by } = caseRule(action)
      if (turns[review].includes(action) || !from.includes('registered') || by.every((right) => right === 'clock'))
        continue
      assert.equal(refusalOf(kase, action), action.startsWith('review-') ? 'not-in-review' : 'in-review', action)
    }
  })

test('SUPER-2 outside of a review none of its moves is made, by whatever right', () => {
  for (const action of caseActions.filter((name) => name.startsWith('review-') && name !== 'review-lapse'))
    assert.equal(refusalOf(inReview(null), action), 'not-in-review', action)
})

test('SUPER-3 whoever answers for what was sent neither passes it on, nor returns it, nor hands it away; a colleague does', () => {
  for (const action of ['review-pass', 'review-return', 'review-hand'] as const) {
    const kase = inReview('waiting', { sentBy: ids.staff(1) })
    assert.equal(refusalOf(kase, action), 'own-review', action)
    assert.equal(refusalOf(kase, action, almighty(offices.village, 2)), null, action)
  }
  assert.equal(refusalOf(inReview('returned', { sentBy: ids.staff(1) }), 'review-mend'), null)
})

function after(kase: CaseRow, move: Parameters<typeof decideCase>[1], policy = on, actor: Actor = almighty()): CaseRow {
  const decided = decideCase(kase, move, actor, policy, surroundings)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [own] = decided.value.changes
  assert.ok(own?.table === 'case')
  return { ...kase, ...own.set, version: kase.version + 1 }
}

test('SUPER-4 each turn has the whole time of the step; when it is passed on the office’s own time begins', () => {
  const later = withDays(2, monday + dayMs)
  const back = after(inReview('waiting'), caseMove('review-return'), later)
  assert.deepEqual(
    [back.review, back.missing, back.hop.dueAt],
    ['returned', caseMove('review-return').data.note, daysAfter(2, later.now)],
  )
  const again = after(back, caseMove('review-mend'), withDays(2, monday + 2 * dayMs))
  assert.deepEqual([again.review, again.missing, again.hop.dueAt], ['waiting', null, daysAfter(2, monday + 2 * dayMs)])
  const through = after(again, caseMove('review-pass'), later, almighty(offices.village, 2))
  const { calendar, limit } = hopTime(later, through, 'village')
  assert.deepEqual([through.review, through.hop.dueAt], [null, addWorking(calendar, later.now, limit)])
  assert.equal(through.status, 'registered')
  assert.notEqual(through.remindAt, null)
})

test('SUPER-4 what was wrong is said anew where it is said, stays where it is not, and whoever mended answers for it', () => {
  const kase = inReview('returned', { summary: 'Atap bocor', story: 'Sejak Mei.' })
  const mender = staff('facilitator', offices.village, 8)
  const whole = after(kase, caseMove('review-mend', { summary: 'Atap bocor di dapur', story: '' }), on, mender)
  assert.deepEqual([whole.summary, whole.story, whole.sentBy], ['Atap bocor di dapur', '', ids.staff(8)])
  const bare = after(kase, { action: 'review-mend', data: { note: 'RT 03' } }, on, mender)
  assert.deepEqual([bare.summary, bare.story], ['Atap bocor', 'Sejak Mei.'])
})

test('SUPER-4 where the step is switched off meanwhile, what is mended goes on, and what is sent back has a day', () => {
  const off = withDays(0)
  assert.equal(after(inReview('returned'), caseMove('review-mend'), off).review, null)
  assert.equal(after(inReview('waiting'), caseMove('review-pass'), off).review, null)
  const back = after(inReview('waiting'), caseMove('review-return'), off)
  assert.deepEqual([back.review, back.hop.dueAt], ['returned', daysAfter(1)])
  assert.equal(
    clockWants(inReview('waiting', { hop: { startedAt: monday, dueAt: monday, left: null } }), off),
    'review-lapse',
  )
})

for (const review of ['waiting', 'returned'] as const)
  test(`SUPER-5 a review that is ${review} when its time is over goes to the office, never up, and not a moment before`, () => {
    const kase = inReview(review, { remindAt: monday })
    const due = daysAfter(2)
    assert.equal(clockWants(kase, withDays(2, due - 1)), null)
    assert.equal(clockWants(kase, withDays(2, due)), 'review-lapse')
    const early = decideCase(kase, caseMove('review-lapse'), clock, withDays(2, due - 1), surroundings)
    assert.deepEqual(early, { ok: false, error: { code: 'too-early', until: due } })
    const through = after(kase, caseMove('review-lapse'), withDays(2, due), clock)
    assert.deepEqual([through.review, through.missing, through.office], [null, null, kase.office])
    assert.ok((through.hop.dueAt ?? 0) > due + hourMs)
  })

test('SUPER-5 a case under review is in time until the review is late; its step has no end of its own', () => {
  const kase = inReview('waiting')
  assert.equal(stepOf(kase, 'village', on), null)
  assert.equal(outlookOf(kase, 'village', on), 'in-time')
  assert.equal(outlookOf(kase, 'village', withDays(2, daysAfter(2))), 'late')
  assert.notEqual(stepOf(inReview(null), 'village', on), null)
})

test('SUPER-6 it is handed to somebody who is there, not to who has it already, and its time goes on', () => {
  const kase = inReview('returned')
  const handed = after(kase, caseMove('review-hand', { assignee: ids.staff(2) }))
  assert.deepEqual(
    [handed.sentBy, handed.review, handed.missing, handed.hop],
    [ids.staff(2), 'returned', 'Nomor rumah', kase.hop],
  )
  const codeOf = (assignee: typeof handed.sentBy) => {
    const answer = decideCase(
      kase,
      caseMove('review-hand', { assignee: assignee ?? ids.staff(9) }),
      almighty(),
      on,
      surroundings,
    )
    return answer.ok ? null : answer.error.code
  }
  assert.deepEqual([codeOf(ids.staff(7)), codeOf(ids.staff(9))], ['already-so', 'assignee-not-here'])
})

for (const [what, move] of [
  ['a red card', caseMove('set-red', { red: true })],
  ['restricted', caseMove('restrict', { restricted: 'violence' })],
] as const)
  test(`SUPER-1 what becomes ${what} while it is looked at goes to its office at once, with the office’s time`, () => {
    const through = after(inReview('returned'), move)
    assert.deepEqual([through.review, through.missing], [null, null])
    const { calendar, limit } = hopTime(on, through, 'village')
    assert.equal(through.hop.dueAt, addWorking(calendar, monday, limit))
    const said = after(inReview('waiting'), caseMove('note'))
    assert.deepEqual([said.review, said.hop], ['waiting', inReview('waiting').hop])
  })

test('SUPER-2 a case that is withdrawn while it is looked at is under no review any more', () => {
  const gone = after(inReview('returned'), caseMove('cancel'))
  assert.deepEqual([gone.review, gone.missing, gone.status], [null, null, 'cancelled'])
})
