import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { VisitAction, VisitMove } from '../contract/visit.ts'
import { dayIn, dayMs, hourMs, startOfDay, wireOf } from '../kernel/instant.ts'
import { payloadOf } from '../ledger/entry.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aVisit, visitDay, visitMove } from '../testing/a-visit.ts'
import { almighty } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { property } from '../testing/property.ts'
import type { VisitAnswer } from './decide.ts'
import { decideVisit, decideVisitAsClock, isLateNow, noVisit } from './decide.ts'
import { endedVisit, visitActs, visitRule } from './moves.ts'
import type { VisitRow } from './visit.ts'
import { reportOf, spotOf, whomOf } from './visit.ts'

const zone = 'Asia/Jakarta'
const chief = almighty(offices.village)
const look = { ...noVisit, visitors: new Set([ids.staff(2)]), blob: { type: 'image/png', size: 1 } }
type Step = VisitAction | 'time'

/** What a visit is after an answer: as it was where it was refused, otherwise with what the decision sets. */
function after(visit: VisitRow, answer: VisitAnswer): VisitRow {
  if (!answer.ok) return visit
  const [own, ...more] = answer.value.changes
  assert.ok(own?.table === 'visit' && own.id === visit.id, 'a decision about a visit changes that visit first')
  assert.equal(own.base, visit.version, 'and says which version it looked at')
  assert.ok(more.every(({ table }) => table === 'visitPhoto'))
  return { ...visit, ...own.set, version: visit.version + 1 }
}

/** One step at a time: an act of somebody who may everything, or the clock. */
function take(visit: VisitRow, step: Step, now: number): VisitAnswer {
  const policy = aPolicy(now)
  if (step === 'time') return decideVisitAsClock(visit, policy)
  return decideVisit(visit.id, dated(step, now), chief, { ...look, visit }, policy)
}

/** A move whose day has not gone by when it is made. */
const dated = (action: VisitAction, now: number): VisitMove =>
  action === 'replan' ? visitMove('replan', { day: dayIn(zone, now + 2 * dayMs) }) : visitMove(action)

const steps: fc.Arbitrary<readonly Step[]> = fc.array(fc.constantFrom<Step>(...visitActs, 'plan', 'time'), {
  maxLength: 14,
})

/** Walks through steps, half a day between them, and looks at the visit after each. */
function walk(
  all: readonly Step[],
  see: (is: VisitRow, was: VisitRow, step: Step, now: number, took: boolean) => void,
) {
  let visit = aVisit()
  all.forEach((step, at) => {
    const now = monday + at * 12 * hourMs
    const answer = take(visit, step, now)
    const is = after(visit, answer)
    see(is, visit, step, now, answer.ok)
    visit = is
  })
}

property('VISIT-1 a visit moves as its table says, whatever is tried in whatever order', steps, (all) => {
  walk(all, (is, was, step, _now, took) => {
    if (step === 'plan') assert.equal(took, false, 'what is there is not planned again')
    else if (step !== 'time' && took) {
      const { from, to } = visitRule(step)
      assert.ok(from.includes(was.status))
      assert.equal(is.status, to === 'same' ? was.status : to)
    }
    if (!took) assert.equal(is, was)
  })
})

property(
  'VISIT-4, VISIT-6 a try is counted for each time that nobody was met and somebody goes again',
  steps,
  (all) => {
    let missed = 0
    walk(all, (is, was, step, _now, took) => {
      if (took && step === 'replan' && was.status === 'missed') missed += 1
      assert.equal(is.tries, 1 + missed)
      if (is.status === 'missed') assert.equal(is.reason, 'nobody-home')
      if (is.status === 'planned' || is.status === 'done') assert.equal(is.reason, null)
    })
  },
)

property('VISIT-5 a report is there when the visit was made, and at no other time', steps, (all) => {
  walk(all, (is) => {
    const made = is.status === 'done'
    assert.deepEqual([is.result !== null, is.fit !== null, reportOf(is) !== null], [made, made, made])
    if (made) assert.ok(is.visitor === chief.staff && is.capturedAt !== null && is.receivedAt !== null)
  })
})

property('VISIT-9 a visit is late once: after its day, until it gets another or ends', steps, (all) => {
  walk(all, (is, was, step, now, took) => {
    if (step === 'time') assert.equal(took, isLateNow(was, now))
    if (step === 'time' && took) assert.equal(isLateNow(is, now), false, 'the clock says it once')
    if (step === 'replan' && took) assert.equal(is.overdueSince, null)
    assert.equal(is.dueAt, startOfDay(zone, is.plannedFor) + dayMs)
    if (is.overdueSince !== null) assert.ok(is.overdueSince >= is.dueAt)
  })
})

property('VISIT-1 whom somebody goes to, where and why stay as they were planned', steps, (all) => {
  const planned = aVisit()
  walk(all, (is) => {
    for (const field of [
      'id',
      'district',
      'place',
      'caseId',
      'whom',
      'trigger',
      'ask',
      'plannedBy',
      'plannedAt',
    ] as const)
      assert.deepEqual(is[field], planned[field], field)
  })
})

property('VISIT-12 what is decided fits into an entry, and says when it was done', steps, (all) => {
  let visit = aVisit()
  all.forEach((step, at) => {
    const now = monday + at * 12 * hourMs
    const answer = take(visit, step, now)
    if (answer.ok) {
      assert.doesNotThrow(() => JSON.stringify(payloadOf(answer.value)))
      assert.equal(answer.value.day, dayIn(zone, now))
      assert.deepEqual(answer.value.jobs, [])
    }
    visit = after(visit, answer)
    if (answer.ok) assert.equal(visit.changedAt, now)
  })
})

test('VISIT-1 what ended by its report or was cancelled is not moved by anybody, nor by time', () => {
  for (const status of ['done', 'cancelled'] as const)
    for (const step of ['assign', 'replan', 'done', 'miss', 'cancel', 'time'] as const) {
      const answer = take(aVisit({ status, dueAt: monday - dayMs }), step, monday)
      assert.equal(answer.ok, false, `${step} of one that is ${status}`)
    }
  assert.deepEqual(endedVisit, ['done', 'missed', 'cancelled'])
})

/** How each act that is sent twice is answered the second time, where nothing else happened in between. */
const twice: readonly (readonly [action: Exclude<VisitAction, 'plan'>, second: string])[] = [
  ['assign', 'already-so'],
  ['replan', 'done'],
  ['done', 'wrong-visit-status'],
  ['miss', 'wrong-visit-status'],
  ['cancel', 'wrong-visit-status'],
  ['photo', 'done'],
]
for (const [action, second] of twice)
  test(`VISIT-1 ${action} that is sent again under another id is answered ${second}`, () => {
    const once = after(aVisit(), take(aVisit(), action, monday))
    const again = take(once, action, monday + hourMs)
    assert.equal(again.ok ? 'done' : again.error.code, second)
  })

/** Days for which a visit may be planned, on Monday 2 November 2026. */
const days: readonly (readonly [day: string, taken: boolean])[] = [
  ['2026-11-02', true],
  ['2026-11-01', false],
  ['2026-12-31', true],
  ['2027-12-07', true],
  ['2027-12-08', false],
  ['1900-01-01', false],
  ['2199-12-31', false],
  ['2028-02-29', false],
]
for (const [day, taken] of days)
  test(`VISIT-1, VISIT-4 ${day} is ${taken ? 'a' : 'no'} day to go, also for another try`, () => {
    const plan = decideVisit(ids.visit(1), visitMove('plan', { day }), chief, look, aPolicy(monday))
    const replan = decideVisit(
      ids.visit(1),
      visitMove('replan', { day }),
      chief,
      { ...look, visit: aVisit() },
      aPolicy(monday),
    )
    assert.deepEqual([plan.ok, replan.ok], [taken, taken])
    for (const answer of [plan, replan]) assert.ok(answer.ok || answer.error.code === 'visit-day')
  })

/** Files that were sent before, and whether one becomes a picture of a visit. */
const blobs: readonly (readonly [type: string | null, taken: boolean])[] = [
  ['image/jpeg', true],
  ['image/png', true],
  ['image/webp', true],
  ['application/pdf', false],
  ['text/html', false],
  ['video/mp4', false],
  ['IMAGE/JPEG', false],
  ['x-image/jpeg', false],
  ['', false],
  [null, false],
]
for (const [type, taken] of blobs)
  test(`VISIT-7 a file of the type ${JSON.stringify(type)} becomes ${taken ? 'a' : 'no'} picture of a visit`, () => {
    const blob = type === null ? null : { type, size: 10 }
    const answer = decideVisit(
      ids.visit(1),
      visitMove('photo'),
      chief,
      { ...look, blob, visit: aVisit() },
      aPolicy(monday),
    )
    assert.equal(answer.ok ? 'done' : answer.error.code, taken ? 'done' : 'unknown-file')
  })

test('VISIT-5 what was typed comes back as it was typed, and a paper that is named twice was seen once', () => {
  const words = 'Lantai "tanah",\natap {bocor} \\ dinding ’bambu’ 😀'
  const move = visitMove('done', { words, papers: ['kk', 'ktp', 'kk'], met: '', agencies: '', followUp: '' })
  const answer = decideVisit(ids.visit(1), move, chief, { ...look, visit: aVisit() }, aPolicy(monday))
  const visit = after(aVisit(), answer)
  assert.deepEqual(reportOf(visit), { met: '', words, papers: ['kk', 'ktp'], agencies: '', followUp: '' })
  assert.deepEqual(whomOf(visit), whomOf(aVisit()))
})

test('VISIT-5 a place at the edge of the globe is kept as it was told, and none is none', () => {
  for (const spot of [{ lat: -90, long: 180, accuracy: 0 }, { lat: 0, long: 0, accuracy: 100_000 }, null]) {
    const answer = decideVisit(
      ids.visit(1),
      visitMove('miss', { spot }),
      chief,
      { ...look, visit: aVisit() },
      aPolicy(monday),
    )
    assert.deepEqual(spotOf(after(aVisit(), answer)), spot)
  }
})

test('VISIT-8 a moment from another zone is the same moment', () => {
  const told = ['2026-11-04T09:00:00+07:00', '2026-11-04T11:00:00+09:00', '2026-11-04T02:00:00.000Z']
  const kept = told.map((capturedAt) => {
    const answer = decideVisit(
      ids.visit(1),
      visitMove('miss', { capturedAt }),
      chief,
      { ...look, visit: aVisit() },
      aPolicy(monday),
    )
    return wireOf(after(aVisit(), answer).capturedAt ?? 0)
  })
  assert.deepEqual(new Set(kept), new Set(['2026-11-04T02:00:00.000Z']))
  assert.equal(aVisit().plannedFor, visitDay)
})
