import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import type { Right } from '../access/permission.ts'
import { addWorking } from '../kernel/calendar.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { aCase, passedUp } from '../testing/a-case.ts'
import { aCalendar, aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock, setup, staff, staffLacking, staffWith } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import type { CaseSpec } from '../testing/case-spec.ts'
import { caseSpec } from '../testing/case-spec.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow, CaseStatus, Clock } from './case.ts'
import { caseStatuses } from './case.ts'
import { decideCase, openMoves } from './decide.ts'
import type { CaseAction, ClockAct } from './moves.ts'
import { activeStatuses } from './moves.ts'

const now = monday + 2 * hourMs
const policy = aPolicy(now)

/** Somebody who holds this right and no other. */
function holder(right: Right, office = offices.village): Actor {
  if (right === 'citizen') return citizen()
  if (right === 'clock') return clock
  return staffWith({ permissions: [right], restricted: [], sees: 'place' }, office)
}

/** A case on which nothing but its status stands in the way of the move. */
function caseFor(action: CaseAction, status: CaseStatus): CaseRow {
  const kind = action === 'settle' ? 'question' : 'complaint'
  return aCase(status, {
    kind,
    office: officeFor(action).id,
    ...(awaitsWish.has(action) ? wished : {}),
    ...(action === 'take-back' ? passedUp : {}),
    ...underReview(action),
    ...pressedFor(action),
  })
}
/** The clock's own moves wait for their moment. */
function pressedFor(action: CaseAction): Partial<CaseRow> {
  if (action === 'remind') return { remindAt: now }
  return ['overdue', 'escalate', 'review-lapse'].includes(action)
    ? { hop: { startedAt: monday, dueAt: now, left: null } }
    : {}
}
/** A review has its own moves, each at its own turn. */
function underReview(action: CaseAction): Partial<CaseRow> {
  if (!action.startsWith('review-')) return {}
  return { review: action === 'review-mend' ? 'returned' : 'waiting', sentBy: ids.staff(7) }
}
/** Somebody else asked for it to be erased. */
const wished = { erasureAskedBy: ids.staff(2), erasureAskedAt: now, erasureBasis: 'request' } as const
const awaitsWish: ReadonlySet<CaseAction> = new Set(['decline-erasure', 'erase'])
/** What is only asked about a case that has ended does not move it: its years count on. */
const unmoved: ReadonlySet<CaseAction> = new Set(['ask-erasure', 'decline-erasure', 'remind', 'overdue'])
const officeFor = (action: CaseAction) => (action === 'hand-down' ? offices.district : offices.village)
const decide = (action: CaseAction, kase: CaseRow, actor: Actor) =>
  decideCase(kase, caseMove(action), actor, policy, surroundings)

function setOf(action: CaseAction, kase: CaseRow, actor: Actor): Partial<CaseRow> {
  const decided = decide(action, kase, actor)
  assert.ok(decided.ok, `${action} was refused: ${JSON.stringify(decided)}`)
  const [own] = decided.value.changes
  assert.ok(own?.table === 'case')
  return own.set
}

for (const action of keysOf(caseSpec)) {
  const spec = caseSpec[action]
  const office = officeFor(action)

  for (const status of caseStatuses) {
    const allowed = spec.from.includes(status)
    test(`${spec.rule} ${action} of a ${status} case is ${allowed ? 'allowed' : 'refused, and told from where it is'}`, () => {
      for (const right of spec.by) {
        const decided = decide(action, caseFor(action, status), holder(right, office))
        if (allowed) assert.ok(decided.ok, `${right}: ${JSON.stringify(decided)}`)
        else {
          const error = { code: 'wrong-status', status, allowedFrom: spec.from }
          assert.deepEqual(sorted(decided), sorted({ ok: false, error }))
        }
      }
    })
  }

  test(`${spec.rule} ${action} leads to ${spec.to} and to no other status`, () => {
    for (const status of spec.from) {
      const kase = caseFor(action, status)
      const set = setOf(action, kase, holderOf(action))
      assert.equal(set.status, statusAfter(spec.to, kase))
      assert.equal(set.changedAt, unmoved.has(action) ? kase.changedAt : now)
    }
  })

  test(`${spec.rule} ${action} does to the clocks what it should: hop ${spec.hop}, total ${spec.total}`, () => {
    for (const status of spec.from) {
      const kase = caseFor(action, status)
      const set = setOf(action, kase, holderOf(action))
      if (spec.hop === 'as-before') assert.deepEqual(set.hop, kase.passed?.hop)
      else assertClock(spec.hop, kase.hop, set.hop, 'hop')
      assertClock(spec.total, kase.total, set.total, 'total')
    }
  })

  test(`ACCESS-1 ${action} without its right is refused, with the rights that it takes`, () => {
    const error = { code: 'not-permitted', needs: spec.by }
    const strangers: readonly Actor[] = [staffLacking(spec.by, office), citizen(ids.case(2)), setup]
    const others = [...(spec.by.includes('citizen') ? [] : [citizen()]), ...(spec.by.includes('clock') ? [] : [clock])]
    for (const actor of [...strangers, ...others]) {
      for (const status of caseStatuses) {
        const decided = decide(action, caseFor(action, status), actor)
        assert.deepEqual(sorted(decided), sorted({ ok: false, error }), `${actor.kind} ${status}`)
      }
    }
  })

  test(`ACCESS-3 ${action} from another office is ${spec.where === 'here' ? 'not-here' : 'as good'}`, () => {
    const kase = caseFor(action, spec.from[0] ?? 'registered')
    const elsewhere = spec.by.filter((right) => right !== 'citizen' && right !== 'clock')
    for (const right of elsewhere) {
      const decided = decide(action, kase, holder(right, offices.otherVillage))
      // Seeing it is enough, but it is not given to whoever never had it.
      if (action === 'take-back') assert.deepEqual(decided, { ok: false, error: { code: 'not-passed-up' } })
      else if (spec.where === 'seen') assert.ok(decided.ok)
      else assert.deepEqual(decided, { ok: false, error: { code: 'not-here', office: office.id } })
    }
  })

  test(`${spec.rule} ${action} ${spec.note === 'required' ? 'needs' : 'may do without'} a note`, () => {
    const kase = caseFor(action, spec.from[0] ?? 'registered')
    const decided = decideCase(kase, caseMove(action, { note: '' }), holderOf(action), policy, surroundings)
    if (spec.note === 'required') assert.deepEqual(decided, { ok: false, error: { code: 'note-missing' } })
    else assert.ok(decided.ok)
  })
}

function statusAfter(to: CaseSpec['to'], kase: CaseRow): CaseStatus | null {
  if (to === 'same') return kase.status
  return to === 'before' ? (kase.passed?.status ?? kase.statusBefore) : to
}

function holderOf(action: CaseAction): Actor {
  const [right] = caseSpec[action].by
  assert.ok(right)
  return holder(right, officeFor(action))
}

function assertClock(act: ClockAct, before: Clock, after: Clock | undefined, which: string): void {
  assert.ok(after, which)
  if (act === 'keep') assert.deepEqual(after, before, which)
  if (act === 'run') assert.ok(after.dueAt !== null && after.left === null, which)
  if (act === 'pause' || act === 'end') assert.ok(after.dueAt === null && after.left !== null, which)
  if (act === 'start') {
    assert.equal(after.startedAt, now, which)
    assert.ok(after.dueAt !== null && after.left === null, which)
  } else assert.equal(after.startedAt, before.startedAt, which)
}

/** Refusals list rights and statuses in the table's order, which is not the law's to promise. */
function sorted(decided: unknown): unknown {
  return JSON.parse(
    JSON.stringify(decided, (_, value) =>
      Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.toSorted() : value,
    ),
  )
}

test('CASE-4 a returned case remembers where it stood, and what is missing until it comes', () => {
  for (const status of ['registered', 'handling'] as const) {
    const returned = aCase(status, setOf('return', aCase(status), staff('bo')))
    assert.deepEqual(
      [returned.status, returned.statusBefore, returned.missing],
      ['returned', status, 'Sudah diperiksa.'],
    )
    const back = setOf('complete', returned, citizen())
    assert.deepEqual([back.status, back.statusBefore, back.missing], [status, null, null])
  }
})

test('CASE-6 an expired case no longer asks for what was missing', () => {
  assert.equal(setOf('expire', aCase('returned'), clock).missing, null)
})

test('CASE-13 an answer has its time, a closing has its own, and both go when the case begins again', () => {
  assert.equal(setOf('answer', aCase('handling'), staff('bo')).answeredAt, now)
  assert.equal(setOf('confirm', aCase('answered'), citizen()).closedAt, now)
  const { closedAt, closure, satisfaction, answeredAt } = setOf('reopen', aCase('closed'), staff('coordinator'))
  assert.deepEqual(
    { closedAt, closure, satisfaction, answeredAt },
    { closedAt: null, closure: null, satisfaction: null, answeredAt: null },
  )
})

test('CLOCK-5 a new hop gets the time that the category gives the level it goes to', () => {
  const handed = setOf('escalate', aCase('handling'), staff('bo'))
  assert.equal(handed.office, offices.district.id)
  assert.equal(handed.hop?.dueAt, addWorking(aCalendar(), now, 3 * 420))
  const reopened = setOf('reopen', aCase('closed'), staff('coordinator'))
  assert.equal(reopened.hop?.dueAt, addWorking(aCalendar(), now, 1 * 420))
})

test('CLOCK-6 a wait for the citizen asks for the end of the wait, and names the moment since when', () => {
  const waits: { readonly [Action in CaseAction]?: string } = { return: 'expire', answer: 'lapse', reject: 'lapse' }
  for (const action of keysOf(caseSpec)) {
    const kase = caseFor(action, caseSpec[action].from[0] ?? 'registered')
    const decided = decide(action, kase, holderOf(action))
    assert.ok(decided.ok)
    const wait = waits[action]
    const job = { district: '34.04', case: kase.id, action: wait, since: now }
    const expected = wait ? [{ task: 'case-clock', runAt: now + 10 * dayMs, data: job }] : []
    assert.deepEqual(decided.value.jobs, expected)
  }
})

test('CLOCK-7 the end of a wait that comes after the citizen did is refused by the law itself', () => {
  const decided = decide('lapse', aCase('handling'), clock)
  assert.deepEqual(decided, {
    ok: false,
    error: { code: 'wrong-status', status: 'handling', allowedFrom: ['answered'] },
  })
})

test('LEDGER-3 a decision is about the version that it saw, and carries its day and note', () => {
  const decided = decide('recommend', aCase('handling', { version: 12 }), staff('bo'))
  assert.ok(decided.ok)
  const { action, note, day, changes } = decided.value
  assert.deepEqual({ action, note, day }, { action: 'recommend', note: 'Sudah diperiksa.', day: '2026-11-02' })
  assert.deepEqual(
    changes.map(({ table, id, base }) => ({ table, id, base })),
    [{ table: 'case', id: ids.case(1), base: 12 }],
  )
})

test('CASE-26 a screen is told every move of people, and for each that is closed the reason', () => {
  const moves = openMoves(aCase('handling'), staff('fo'))
  assert.equal(
    moves.some(({ action }) => action === 'expire' || action === 'lapse'),
    false,
  )
  const open = moves.filter(({ refusal }) => refusal === null).map(({ action }) => action)
  assert.deepEqual(open, ['attach', 'set-contact', 'renew-secret'])
  assert.equal(moves.find(({ action }) => action === 'take')?.refusal?.code, 'not-permitted')
  assert.equal(moves.find(({ action }) => action === 'confirm')?.refusal?.code, 'wrong-status')
  const elsewhere = openMoves(aCase('handling'), almighty(offices.otherVillage))
  assert.equal(elsewhere.find(({ action }) => action === 'answer')?.refusal?.code, 'not-here')
})

test('CASE-26 what a screen is told to be open, the law then allows', () => {
  for (const status of caseStatuses) {
    for (const { action, refusal } of openMoves(aCase(status), almighty())) {
      const decided = decide(action, aCase(status), almighty())
      const refused = decided.ok ? null : decided.error.code
      if (refusal) assert.equal(refused, refusal.code)
      else assert.ok(refused === null || action === 'hand-down', `${action} ${status} ${refused}`)
    }
  }
})

test('CASE-26 of an erasure a screen is told who may decide: another person, once somebody asked', () => {
  const told = (kase: CaseRow, n: number) =>
    Object.fromEntries(
      openMoves(kase, almighty(offices.village, n))
        .filter(({ action }) => action === 'ask-erasure' || awaitsWish.has(action))
        .map(({ action, refusal }) => [action, refusal?.code ?? 'open']),
    )
  const [ask, decline, erase] = ['ask-erasure', 'decline-erasure', 'erase'] as const
  assert.deepEqual(told(aCase('closed'), 1), { [ask]: 'open', [decline]: 'not-asked', [erase]: 'not-asked' })
  assert.deepEqual(told(aCase('closed', wished), 1), { [ask]: 'already-so', [decline]: 'open', [erase]: 'open' })
  assert.deepEqual(told(aCase('closed', wished), 2), { [ask]: 'already-so', [decline]: 'open', [erase]: 'same-person' })
})

test('CASE-35 whatever happens to a case takes the wish to erase it back', () => {
  const kase = aCase('closed', { ...wished, changedAt: now + 1 })
  assert.deepEqual(decide('erase', kase, almighty()), { ok: false, error: { code: 'not-asked' } })
})

test('CASE-33 a case is kept its years from its end, a restricted one longer, and one whose person asks no longer', () => {
  const yearMs = 365.25 * dayMs
  const years = (restricted: CaseRow['restricted'], basis: 'retention' | 'request') =>
    [4.9, 5.1, 9.9, 10.1].map((after) => {
      const late = aPolicy(monday + after * yearMs)
      const decided = decideCase(
        aCase('closed', { restricted }),
        caseMove('ask-erasure', { basis }),
        almighty(),
        late,
        surroundings,
      )
      return decided.ok ? 'open' : decided.error.code
    })
  assert.deepEqual(years(null, 'retention'), ['too-early', 'open', 'open', 'open'])
  assert.deepEqual(years('hiv', 'retention'), ['too-early', 'too-early', 'too-early', 'open'])
  assert.deepEqual(years('hiv', 'request'), ['open', 'open', 'open', 'open'])
})

test('CASE-13 a note on a case that was answered or closed moves neither its answer nor its end', () => {
  for (const status of ['answered', 'closed'] as const) {
    const { answeredAt, closedAt } = setOf('note', aCase(status), staff('bo'))
    assert.deepEqual([answeredAt, closedAt], [undefined, undefined])
  }
})

test('CASE-26 a case needs somebody until it is answered or has ended', () => {
  assert.deepEqual(activeStatuses, ['registered', 'handling', 'returned', 'recommended'])
})
