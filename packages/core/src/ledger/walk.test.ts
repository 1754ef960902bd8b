import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CaseRow, Clock } from '../case/case.ts'
import { countsOf } from '../case/counts.ts'
import { forgotten } from '../case/erasure.ts'
import { caseActions } from '../case/moves.ts'
import { totalLimit } from '../case/policy.ts'
import { workingBetween } from '../kernel/calendar.ts'
import { canonical } from '../kernel/json.ts'
import { keysOf } from '../kernel/keys.ts'
import { stepWindows } from '../referral/deadlines.ts'
import { openReferral, referralSteps } from '../referral/moves.ts'
import { registration } from '../testing/a-case.ts'
import { aCalendar, aPolicy } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { property, seed } from '../testing/property.ts'
import type { Try } from '../testing/try-next.ts'
import { anyTry, tryNext } from '../testing/try-next.ts'
import type { Walk } from '../testing/walk.ts'
import { newWalk } from '../testing/walk.ts'
import { payloadOf } from './entry.ts'
import { emptyWorld, evolve } from './evolve.ts'

const walks = fc.array(anyTry, { minLength: 40, maxLength: 240, size: 'max' })
const calendar = aCalendar()

/** Walks to the end, telling after each step what stood there before. */
function walkThrough(tries: readonly Try[], look: (walk: Walk, before: ReadonlyMap<string, CaseRow>) => void): Walk {
  const walk = newWalk()
  for (const next of tries) {
    const before = new Map(walk.cases)
    tryNext(walk, next)
    look(walk, before)
  }
  return walk
}
const walked = (tries: readonly Try[]): Walk => walkThrough(tries, () => undefined)

property(
  'CASE-29 whatever is tried in whatever order, every case keeps its shape',
  walks,
  (tries) => {
    walkThrough(tries, ({ cases }) => {
      for (const kase of cases.values()) (kase.status === 'erased' ? assertForgotten : assertShape)(kase)
    })
  },
  100,
)

property(
  'REF-10 a case counts exactly the referrals that are open, and waits for one of them',
  walks,
  (tries) => {
    walkThrough(tries, ({ cases, referrals, grants }) => {
      for (const kase of cases.values()) {
        const open = [...referrals.values()].filter((r) => r.caseId === kase.id && openReferral.includes(r.status))
        assert.equal(kase.openReferrals, open.length)
        const awaited = open.map(({ toOffice }) => toOffice)
        assert.ok(kase.waitingOffice === null ? open.length === 0 : awaited.includes(kase.waitingOffice))
      }
      for (const { status, dueAt, endedAt, id } of referrals.values()) {
        const isOpen = openReferral.includes(status)
        assert.equal(dueAt !== null, status in stepWindows)
        assert.equal(endedAt === null, isOpen)
        const own = [...grants.values()].filter(({ referral }) => referral === id)
        assert.deepEqual(
          own.map(({ withdrawnAt }) => withdrawnAt === null),
          [isOpen],
        )
      }
    })
  },
  100,
)

property(
  'LEDGER-5 reading the entries gives the rows that applying the decisions gave',
  walks,
  (tries) => {
    const walk = walked(tries)
    const world = emptyWorld()
    for (const decision of walk.done) evolve(world, '34.04', JSON.parse(canonical(payloadOf(decision))))
    const sorted = (rows: ReadonlyMap<string, object>) => canonical(Object.fromEntries([...rows].map(meant)))
    assert.equal(sorted(world.rows.case), sorted(walk.cases))
    assert.equal(sorted(world.rows.referral), sorted(walk.referrals))
    assert.equal(sorted(world.rows.grant), sorted(walk.grants))
  },
  100,
)

property(
  'LEDGER-18 what is left of erased entries gives the same rows and counts, and no word that anybody said',
  walks,
  (tries) => {
    const walk = walked(tries)
    const left = new Map(walk.done.flatMap(({ erases }) => erases ?? []).map(({ seq, payload }) => [seq, payload]))
    const world = emptyWorld()
    const [whole, state] = [new Map<string, number>(), new Map<string, number>()]
    const full = emptyWorld()
    for (const [at, decision] of walk.done.entries()) {
      const entry = left.get(at + 1) ?? payloadOf(decision)
      addUp(state, countsOf(entry.action, evolve(world, '34.04', entry)).state)
      addUp(whole, countsOf(decision.action, evolve(full, '34.04', payloadOf(decision))).state)
    }
    assert.deepEqual(withoutZeros(state), withoutZeros(whole))
    for (const table of ['case', 'referral', 'grant'] as const)
      assert.equal(canonical(Object.fromEntries(world.rows[table])), canonical(Object.fromEntries(full.rows[table])))
    const gone = [...walk.cases.values()].filter(({ status }) => status === 'erased').map(({ id }) => id)
    for (const [at, decision] of walk.done.entries()) {
      if (!decision.changes.some(({ table, id }) => table === 'case' && gone.some((known) => known === id))) continue
      const kept = canonical(left.get(at + 1) ?? payloadOf(decision))
      assert.doesNotMatch(kept, spoken, decision.action)
    }
  },
  100,
)

// What the walks let people say, type and ask.
const { client, reporter, summary, story } = registration()
const spoken = new RegExp(
  [client.name, client.nik, client.kk, client.phone, reporter.name, summary, story, 'Sudah diperiksa', 'Menyusul']
    .filter((word) => word !== null && word !== '')
    .join('|'),
)

property(
  'LEDGER-3 versions of a row follow each other without a gap',
  walks,
  (tries) => {
    const versions = new Map<string, number>()
    for (const { changes } of walked(tries).done) {
      for (const { id, base } of changes) {
        assert.equal(base, versions.get(id) ?? 0)
        versions.set(id, base + 1)
      }
    }
  },
  100,
)

property(
  'LEDGER-6 what the counters added up to is what a recount finds',
  walks,
  (tries) => {
    const walk = walked(tries)
    const world = emptyWorld()
    const [day, state] = [new Map<string, number>(), new Map<string, number>()]
    for (const decision of walk.done) {
      const counts = countsOf(decision.action, evolve(world, '34.04', payloadOf(decision)))
      addUp(day, counts.day)
      addUp(state, counts.state)
    }
    const recount = new Map<string, number>()
    for (const { status, kind } of walk.cases.values()) addUp(recount, new Map([[`${status}|${kind}`, 1]]))
    assert.deepEqual(withoutZeros(state), withoutZeros(recount))
    const times = (...actions: string[]) => walk.done.filter(({ action }) => actions.includes(action)).length
    assert.equal(day.get('registered') ?? 0, walk.cases.size)
    assert.equal(day.get('answered') ?? 0, times('answer', 'reject'))
    assert.equal(day.get('escalated') ?? 0, times('escalate', 'appeal'))
    assert.equal(day.get('referred') ?? 0, walk.referrals.size)
    assert.equal(day.get('referral-completed') ?? 0, times('referral-complete'))
  },
  100,
)

property(
  'CLOCK-9 the clock from end to end counts exactly the working time in which it ran',
  walks,
  (tries) => {
    const used = new Map<string, number>()
    const holds = new Map<string, number>()
    let last = newWalk().now
    walkThrough(tries, ({ cases, now }, before) => {
      for (const { id, total } of before.values()) {
        if (total.dueAt !== null) used.set(id, (used.get(id) ?? 0) + workingBetween(calendar, last, now))
      }
      last = now
      for (const { id, category, total } of cases.values()) {
        if (before.get(id)?.total.dueAt !== null && total.dueAt === null) holds.set(id, (holds.get(id) ?? 0) + 1)
        const lost = (used.get(id) ?? 0) + remaining(total, now) - totalLimit(aPolicy(now), category)
        assert.ok(lost > -1e-6, `${-lost} minutes were lost`)
        assert.ok(lost <= (holds.get(id) ?? 0) + 1e-6, 'holding a clock rounds up by less than a minute')
      }
    })
  },
  100,
)

test('CASE-29 the walks come everywhere: every move of cases and referrals is done in some of them', () => {
  const done = new Set(
    fc.sample(walks, { seed, numRuns: 300 }).flatMap((tries) => walked(tries).done.map(({ action }) => action)),
  )
  const all = ['register', ...caseActions, 'refer', 'redirect', ...referralSteps.map((step) => `referral-${step}`)]
  assert.deepEqual(
    all.filter((action) => !done.has(action)),
    [],
  )
})

/** What somebody is asked for stands there while they are asked, and a review has somebody who answers for it. */
function assertAsked({ status, review, missing, sentBy }: CaseRow): void {
  assert.equal(missing !== null, status === 'returned' || review === 'returned', 'missing')
  assert.ok(review === null || (status === 'registered' && sentBy !== null), 'review')
}

function assertShape(kase: CaseRow): void {
  const { status } = kase
  const has = (held: unknown): boolean => held !== null
  assert.equal(Object.values(offices).filter(({ id, active }) => id === kase.office && active).length, 1, 'one office')
  assert.equal(has(kase.closedAt), status === 'closed', 'closedAt')
  assert.equal(has(kase.closure), status === 'closed', 'closure')
  assert.equal(has(kase.duplicateOf), status === 'duplicate', 'duplicateOf')
  assert.equal(has(kase.statusBefore), status === 'returned' || status === 'duplicate', 'statusBefore')
  assertAsked(kase)
  if (status === 'answered') assert.ok(kase.result && kase.outcome && has(kase.answeredAt), 'an answer has its words')
  if (kase.closure === 'confirmed' || kase.closure === 'no-word') assert.ok(kase.result, 'closed with a result')
  if (kase.closure !== 'confirmed') assert.equal(kase.satisfaction, null, 'only a citizen is satisfied')
  if (status === 'registered') assert.equal(kase.decision, null, 'a decision was made by this office')
  if (status === 'duplicate' || status === 'cancelled') assert.equal(kase.openReferrals, 0, 'nobody works in vain')
  assert.equal(new Set(kase.appeals).size, kase.appeals.length, 'one appeal per tier')
  const stands = ['returned', 'answered', 'closed', 'duplicate', 'cancelled'].includes(status)
  for (const clock of [kase.hop, kase.total]) assertClock(clock, stands)
}

// How it ended stays: figures count it. Of the person and what was said nothing does.
function assertForgotten(kase: CaseRow): void {
  const left = Object.fromEntries(keysOf(forgotten.case).map((field) => [field, kase[field]]))
  assert.deepEqual(left, forgotten.case)
  assert.equal(kase.closedAt === null, kase.closure === null, 'closed once')
  assert.equal(kase.statusBefore, null, 'it leads nowhere back')
  assert.equal(kase.openReferrals, 0, 'nobody works on it')
  for (const clock of [kase.hop, kase.total]) assertClock(clock, true)
}

// A field that was never set and one that was set to nothing are the same.
const meant = ([id, row]: [string, object]): [string, object] => [
  id,
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)),
]

function assertClock({ dueAt, left }: Clock, stands: boolean): void {
  assert.deepEqual([dueAt === null, left === null], [stands, !stands])
}

const remaining = ({ dueAt, left }: Clock, now: number): number =>
  dueAt === null ? (left ?? 0) : workingBetween(calendar, now, dueAt)

function addUp(sum: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [key, by] of more) {
    sum.set(key, (sum.get(key) ?? 0) + by)
    assert.ok((sum.get(key) ?? 0) >= 0, `${key} fell below zero`)
  }
}

const withoutZeros = (counts: ReadonlyMap<string, number>) =>
  Object.fromEntries([...counts].filter(([, count]) => count !== 0).toSorted())
