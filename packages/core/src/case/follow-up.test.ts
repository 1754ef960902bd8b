import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { dayMs } from '../kernel/instant.ts'
import { outcomes } from '../lists/outcomes.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty } from '../testing/actors.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { caseKinds } from './case.ts'
import { decideCase } from './decide.ts'
import { caseActions, caseMoves } from './moves.ts'

const at = (days: number) => aPolicy(monday + days * dayMs)

function after(kase: CaseRow, move: Parameters<typeof decideCase>[1], days = 0): CaseRow {
  const by: Actor = ['lapse', 'expire'].includes(move.action) ? { kind: 'clock' } : almighty()
  const decided = decideCase(kase, move, by, at(days), surroundings)
  assert.ok(decided.ok, JSON.stringify(decided))
  const [change] = decided.value.changes
  assert.equal(change?.table, 'case')
  return { ...kase, ...(change?.table === 'case' ? change.set : {}) }
}

const closing = (own: Partial<CaseRow>): CaseRow => after(aCase('answered', own), caseMove('confirm'))
const visit = (kase: CaseRow, became: string, days: number): CaseRow => after(kase, caseMove('visit', { became }), days)
const helped = (): CaseRow => closing({ outcome: 'granted' })

test('OUTCOME-1 a visit is planned 30 days after a family was helped, and after nothing else', () => {
  assert.equal(helped().visitAt, monday + 30 * dayMs)
  const planned = outcomes.map(([outcome]) => outcome).filter((outcome) => closing({ outcome }).visitAt !== null)
  assert.deepEqual(planned, ['granted', 'partly-granted', 'data-corrected', 'referred-done'])
  const kinds = caseKinds.filter((kind) => closing({ kind, outcome: 'granted' }).visitAt !== null)
  assert.deepEqual(kinds, ['service', 'complaint'])
})

test('OUTCOME-1 it is planned however the case is closed: by the citizen, by silence, at the desk', () => {
  assert.ok(after(aCase('answered', { outcome: 'granted' }), caseMove('lapse')).visitAt)
  const service = aCase('registered', { kind: 'service' })
  assert.ok(after(service, caseMove('settle', { outcome: 'granted' })).visitAt)
  assert.equal(after(service, caseMove('settle', { outcome: 'informed' })).visitAt, null)
  assert.equal(after(aCase('returned'), caseMove('expire'), 40).visitAt, null)
})

test('OUTCOME-1 the days are the district’s', () => {
  const policy = aPolicy()
  const windows = { ...policy.windows, firstVisitDays: 10 }
  const kase = aCase('answered', { outcome: 'granted' })
  const decided = decideCase(kase, caseMove('confirm'), almighty(), { ...policy, now: monday, windows }, surroundings)
  assert.ok(decided.ok)
  const [change] = decided.value.changes
  assert.equal(change?.table === 'case' && change.set.visitAt, monday + 10 * dayMs)
})

test('OUTCOME-2 the second visit is due 90 days after closing, whenever the first was made, and after it none', () => {
  const first = visit(helped(), 'same', 44)
  assert.deepEqual(
    [first.visits, first.became, first.becameAt, first.visitAt],
    [1, 'same', monday + 44 * dayMs, monday + 90 * dayMs],
  )
  const second = visit(first, 'better', 95)
  assert.deepEqual([second.visits, second.became, second.visitAt], [2, 'better', null])
  const third = decideCase(second, caseMove('visit'), almighty(), at(96), surroundings)
  assert.deepEqual(third, { ok: false, error: { code: 'already-so' } })
})

test('OUTCOME-2 nobody at home is no result: it is tried again a week later and counts as no visit', () => {
  const tried = visit(helped(), 'not-met', 31)
  assert.deepEqual([tried.visits, tried.became, tried.becameAt, tried.visitAt], [0, null, null, monday + 38 * dayMs])
})

test('OUTCOME-2 who moved away or died is not visited again', () => {
  for (const became of ['moved', 'died']) assert.equal(visit(helped(), became, 30).visitAt, null, became)
})

test('OUTCOME-2 what was found is a code of the district’s list, and the case stays closed since it was', () => {
  const wrong = decideCase(helped(), caseMove('visit', { became: 'rich' }), almighty(), at(30), surroundings)
  assert.deepEqual(wrong, { ok: false, error: { code: 'unknown-reason' } })
  const found = visit(helped(), 'better', 30)
  assert.deepEqual([found.status, found.closedAt], ['closed', monday])
})

test('OUTCOME-1 what begins again is not visited; what is erased keeps its result for the figures', () => {
  const seen = visit(helped(), 'better', 30)
  const reopened = after(seen, caseMove('reopen'), 29)
  assert.deepEqual([reopened.visitAt, reopened.visits, reopened.became, reopened.becameAt], [null, null, null, null])
  const asked = { ...seen, erasureAskedBy: null, erasureAskedAt: null, erasureBasis: null }
  const forgotten = { ...asked, ...after(after(asked, caseMove('ask-erasure'), 40), caseMove('note'), 40) }
  assert.equal(forgotten.became, 'better')
})

test('OUTCOME-2 only a closed case is visited, by whoever handles cases of the place, from whichever office', () => {
  assert.deepEqual(caseMoves.visit, {
    from: ['closed'],
    to: 'same',
    by: ['case.handle', 'case.register'],
    where: 'seen',
    note: 'required',
    hop: 'keep',
    total: 'keep',
  })
  assert.ok(caseActions.includes('visit'))
})
