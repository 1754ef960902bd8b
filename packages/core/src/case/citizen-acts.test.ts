import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayMs } from '../kernel/instant.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { aPublicCase } from '../testing/a-public-case.ts'
import { caseStatuses } from './case.ts'
import { openToCitizen, waitsUntil } from './citizen-acts.ts'

const { windows } = aPolicy()
const acts = (kase: ReturnType<typeof aPublicCase>, now = monday) => openToCitizen(kase, now, windows)

test('CITIZEN-1 a page offers what the law leaves open in each status', () => {
  const offered = Object.fromEntries(caseStatuses.map((status) => [status, acts(aPublicCase({ status }))]))
  assert.deepEqual(offered, {
    registered: ['cancel'],
    handling: ['cancel'],
    returned: ['complete', 'cancel'],
    recommended: ['cancel'],
    answered: ['confirm', 'dispute', 'appeal'],
    closed: ['reopen', 'appeal'],
    duplicate: [],
    cancelled: [],
    erased: [],
  })
})

test('CITIZEN-2 a closed case can be opened again until its window is over', () => {
  const kase = aPublicCase({ status: 'closed', closedAt: monday })
  assert.ok(acts(kase, monday + windows.reopenDays * dayMs).includes('reopen'))
  assert.ok(!acts(kase, monday + windows.reopenDays * dayMs + 1).includes('reopen'))
})

test('CITIZEN-3 one appeal per tier, and none above the nation', () => {
  assert.ok(!acts(aPublicCase({ status: 'answered', appeals: ['village'] })).includes('appeal'))
  assert.ok(acts(aPublicCase({ status: 'answered', appeals: ['village'], level: 'district' })).includes('appeal'))
  assert.ok(!acts(aPublicCase({ status: 'answered', level: 'nation' })).includes('appeal'))
})

test('CITIZEN-4 a case that waits on another office cannot be withdrawn', () => {
  assert.deepEqual(acts(aPublicCase({ status: 'handling', waitingOffice: 'RSUD Sleman' })), [])
})

test('CITIZEN-5 the wait for the citizen counts from the newest return or answer', () => {
  const at = (kind: string, day: number) => ({ kind, at: monday + day * dayMs, officeName: null })
  const steps = [at('case.return', 0), at('case.complete', 1), at('case.return', 2)]
  const returned = aPublicCase({ status: 'returned', steps })
  assert.equal(waitsUntil(returned, windows), monday + (2 + windows.completeDays) * dayMs)
  const answered = aPublicCase({ status: 'answered', steps: [...steps, at('case.answer', 4)] })
  assert.equal(waitsUntil(answered, windows), monday + (4 + windows.wordDays) * dayMs)
  assert.equal(waitsUntil(aPublicCase({ status: 'handling', steps }), windows), null)
})
