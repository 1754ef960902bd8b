import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { PublicCase } from '../contract/public-case.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import { aCase } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { citizen } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { caseMove } from '../testing/moves.ts'
import { property } from '../testing/property.ts'
import type { CaseRow } from './case.ts'
import { caseStatuses } from './case.ts'
import { citizenActs, openToCitizen, reopenUntil, waitsUntil, waysAhead } from './citizen-acts.ts'
import { decideCase } from './decide.ts'
import { nothingAround } from './effects.ts'
import { caseRule } from './moves.ts'

const { windows } = aPolicy()
const homes = [offices.village, offices.district, offices.province, offices.nation] as const

/** A case anywhere on its way, and its citizen's page of it at the same moment. */
const anywhere = fc.record({
  status: fc.constantFrom(...caseStatuses),
  home: fc.constantFrom(...homes),
  appealed: fc.subarray(homes.map(({ level }) => level)),
  referred: fc.boolean(),
  daysSinceClosed: fc.integer({ min: 0, max: 60 }),
})
type Anywhere = typeof anywhere extends fc.Arbitrary<infer Value> ? Value : never

function rowOf({ status, home, appealed, referred }: Anywhere): CaseRow {
  const waits = referred ? { openReferrals: 1, waitingOffice: offices.hospital.id } : {}
  return aCase(status, { office: home.id, appeals: appealed, ...waits })
}
function pageOf({ status, home, appealed, referred }: Anywhere): PublicCase {
  const waitingOffice = referred ? offices.hospital.name : null
  return aPublicCase({ status, level: home.level, appeals: appealed, waitingOffice, closedAt: monday })
}

property(
  'CITIZEN-1 what a page offers the law then allows, and what it leaves out the law refuses, but for one act',
  anywhere,
  (case_) => {
    const now = monday + case_.daysSinceClosed * dayMs
    const kase = rowOf(case_)
    const offered = openToCitizen(pageOf(case_), now, windows)
    for (const act of citizenActs) {
      const decided = decideCase(kase, caseMove(act), citizen(kase.id), aPolicy(now), nothingAround)
      // The law would let an answered case be taken back; the page asks for a yes or a no instead.
      const kept = act === 'cancel' && case_.status === 'answered'
      assert.equal(offered.includes(act), decided.ok && !kept, `${act} ${JSON.stringify(decided)}`)
    }
  },
  1500,
)

test('CITIZEN-1 a page offers acts in one order: bring what is missing first, take it back last', () => {
  assert.deepEqual(citizenActs, ['complete', 'confirm', 'dispute', 'reopen', 'appeal', 'cancel'])
  for (const act of citizenActs) assert.ok(caseRule(act).by.includes('citizen'), act)
})

test('CITIZEN-1 the way ahead is told from every status, and ends where the case has ended', () => {
  assert.deepEqual(waysAhead, {
    registered: ['check', 'answer', 'confirm'],
    handling: ['handle', 'answer', 'confirm'],
    returned: ['complete', 'answer', 'confirm'],
    recommended: ['decide', 'answer', 'confirm'],
    answered: ['confirm'],
    closed: [],
    duplicate: [],
    cancelled: [],
    erased: [],
  })
  assert.deepEqual([...keysOf(waysAhead)].toSorted(), [...caseStatuses].toSorted())
})

test('CITIZEN-2 a case without a day of closing has no window to open it in', () => {
  assert.equal(reopenUntil(aPublicCase({ closedAt: null }), windows), windows.reopenDays * dayMs)
  assert.equal(reopenUntil(aPublicCase({ closedAt: monday }), windows), monday + 30 * dayMs)
})

test('CITIZEN-4 a case that waits on another office offers everything but taking it back', () => {
  const answered = aPublicCase({ status: 'answered', waitingOffice: 'RSUD Sleman' })
  assert.deepEqual(openToCitizen(answered, monday, windows), ['confirm', 'dispute', 'appeal'])
  const returned = aPublicCase({ status: 'returned', waitingOffice: 'RSUD Sleman' })
  assert.deepEqual(openToCitizen(returned, monday, windows), ['complete'])
})

const at = (kind: string, day: number) => ({ kind, at: monday + day * dayMs, officeName: null })

test('CITIZEN-5 a rejection is an answer too, and waits as long', () => {
  const rejected = aPublicCase({ status: 'answered', steps: [at('case.register', 0), at('case.reject', 3)] })
  assert.equal(waitsUntil(rejected, windows), monday + (3 + windows.wordDays) * dayMs)
})

test('CITIZEN-5 an answer does not count for a wait for papers, nor papers for an answer', () => {
  const steps = [at('case.return', 1), at('case.answer', 2)]
  assert.equal(waitsUntil(aPublicCase({ status: 'returned', steps }), windows), monday + 11 * dayMs)
  assert.equal(waitsUntil(aPublicCase({ status: 'answered', steps }), windows), monday + 12 * dayMs)
})

test('CITIZEN-5 a wait whose beginning is not among the steps is over long since', () => {
  assert.equal(waitsUntil(aPublicCase({ status: 'returned', steps: [] }), windows), windows.completeDays * dayMs)
  for (const status of caseStatuses.filter((known) => known !== 'returned' && known !== 'answered'))
    assert.equal(waitsUntil(aPublicCase({ status }), windows), null, status)
})
