import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { dayMs, hourMs } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Decision } from '../ledger/entry.ts'
import { aCase, passedUp } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { almighty, citizen, clock } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { caseSpec } from '../testing/case-spec.ts'
import { ids } from '../testing/ids.ts'
import { caseMove, surroundings } from '../testing/moves.ts'
import type { CaseRow } from './case.ts'
import { decideCase } from './decide.ts'
import { forgotten } from './erasure.ts'
import { unvisited } from './follow-up.ts'
import type { CaseAction } from './moves.ts'

const now = monday + 2 * hourMs
const note = 'Sudah diperiksa.'

/** What one move writes on a case besides its clocks, and what its history says: all of it, and nothing else. */
interface Facts {
  readonly on: CaseRow
  readonly by: Actor
  readonly sets: Partial<CaseRow>
  readonly says: { readonly [fact: string]: Json }
}

const begun = { outcome: null, result: null, answeredAt: null } as const
const unclosed = { closedAt: null, closure: null, satisfaction: null, ...unvisited } as const
const planned = { ...unvisited, visits: 0, visitAt: now + 30 * 24 * hourMs } as const
const up = { office: offices.district.id, assignee: null, decision: null } as const

const { office, assignee, decision, hop } = aCase('handling')
const asItStood = { office, assignee, status: 'handling', decision, hop } as const
const unpassed = { office: offices.village.id, assignee: ids.staff(1), decision: null } as const

const askedErasure = { erasureAskedBy: ids.staff(1), erasureAskedAt: now, erasureBasis: 'request' } as const

const waits = aCase('registered', { review: 'waiting', sentBy: ids.staff(7) })
const back = { ...waits, review: 'returned', missing: 'Nomor rumah' } as const
const reworded = { summary: 'Air hujan masuk, dua kamar', story: 'Sejak Mei, di RT 03.' }
const through = { status: 'registered', review: null, missing: null } as const

const facts: Readonly<Record<CaseAction, Facts>> = {
  'review-pass': { on: waits, by: almighty(), sets: through, says: {} },
  'review-return': {
    on: waits,
    by: almighty(),
    sets: { status: 'registered', review: 'returned', missing: note },
    says: {},
  },
  // In the lists as shipped nobody looks: what is mended goes on.
  'review-mend': { on: back, by: almighty(), sets: { ...through, sentBy: ids.staff(1), ...reworded }, says: {} },
  'review-hand': {
    on: back,
    by: almighty(),
    sets: { status: 'registered', sentBy: ids.staff(2) },
    says: { assignee: ids.staff(2) },
  },
  'review-lapse': {
    on: { ...waits, hop: { startedAt: monday, dueAt: now, left: null } },
    by: clock,
    sets: through,
    says: {},
  },
  settle: {
    on: aCase('registered', { kind: 'question' }),
    by: almighty(),
    sets: {
      status: 'closed',
      statusBefore: null,
      outcome: 'informed',
      result: note,
      closure: 'settled',
      answeredAt: now,
      closedAt: now,
    },
    says: { outcome: 'informed' },
  },
  take: {
    on: aCase('registered'),
    by: almighty(),
    sets: { status: 'handling', statusBefore: null, assignee: ids.staff(1) },
    says: {},
  },
  assign: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'handling', assignee: ids.staff(2) },
    says: { assignee: ids.staff(2) },
  },
  return: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'returned', statusBefore: 'handling', missing: note },
    says: { reason: 'papers-missing' },
  },
  complete: {
    on: aCase('returned'),
    by: citizen(),
    sets: { status: 'handling', statusBefore: null, missing: null },
    says: {},
  },
  expire: {
    on: aCase('returned'),
    by: clock,
    sets: { status: 'closed', statusBefore: null, missing: null, closedAt: now, closure: 'not-completed' },
    says: {},
  },
  recommend: { on: aCase('handling'), by: almighty(), sets: { status: 'recommended', statusBefore: null }, says: {} },
  approve: {
    on: aCase('recommended'),
    by: almighty(),
    sets: { status: 'handling', statusBefore: null, decision: 'approved' },
    says: {},
  },
  'send-back': {
    on: aCase('recommended'),
    by: almighty(),
    sets: { status: 'handling', statusBefore: null, decision: null },
    says: {},
  },
  reject: {
    on: aCase('recommended'),
    by: almighty(),
    sets: {
      status: 'answered',
      statusBefore: null,
      answeredAt: now,
      outcome: 'not-granted',
      result: note,
      decision: null,
    },
    says: { reason: 'quota-full' },
  },
  escalate: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'registered', statusBefore: null, ...up, passed: asItStood },
    says: { office: 'Sekretariat SLRT Sleman', reason: 'beyond-authority' },
  },
  'hand-down': {
    on: aCase('handling', { office: offices.district.id }),
    by: almighty(offices.district),
    sets: { status: 'registered', statusBefore: null, office: offices.village.id, assignee: null, decision: null },
    says: { office: 'Puskesos Caturtunggal' },
  },
  'take-back': {
    on: aCase('registered', passedUp),
    by: almighty(),
    sets: { status: 'handling', statusBefore: null, ...unpassed, passed: null },
    says: { office: 'Puskesos Caturtunggal' },
  },
  remind: {
    on: aCase('handling', { remindAt: now, nudges: 1 }),
    by: clock,
    sets: { status: 'handling', remindedAt: now, nudges: 2, changedAt: aCase('handling').changedAt },
    says: {},
  },
  overdue: {
    on: aCase('recommended', { hop: { startedAt: monday, dueAt: now, left: null } }),
    by: clock,
    sets: { status: 'recommended', overdueSince: now, nudges: 1, changedAt: aCase('handling').changedAt },
    says: {},
  },
  'set-red': {
    on: aCase('handling', { nudges: 1 }),
    by: almighty(),
    sets: { status: 'handling', priority: 'red', nudges: 0 },
    says: { red: true },
  },
  answer: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'answered', statusBefore: null, answeredAt: now, outcome: 'granted', result: note },
    says: { outcome: 'granted', openReferrals: '' },
  },
  confirm: {
    on: aCase('answered'),
    by: almighty(),
    sets: { status: 'closed', statusBefore: null, closedAt: now, closure: 'confirmed', satisfaction: 5, ...planned },
    says: { how: 'phone', satisfaction: 5 },
  },
  dispute: {
    on: aCase('answered'),
    by: citizen(),
    sets: { status: 'handling', statusBefore: null, ...begun, priority: 'raised' },
    says: {},
  },
  visit: {
    on: aCase('closed', { visitAt: monday, visits: 0, closedAt: monday }),
    by: almighty(),
    sets: {
      status: 'closed',
      became: 'better',
      becameAt: now,
      visits: 1,
      visitAt: monday + 90 * 24 * hourMs,
    },
    says: { became: 'better' },
  },
  lapse: {
    on: aCase('answered'),
    by: clock,
    sets: { status: 'closed', statusBefore: null, closedAt: now, closure: 'no-word', ...planned },
    says: {},
  },
  appeal: {
    on: aCase('closed'),
    by: citizen(),
    sets: { status: 'registered', statusBefore: null, ...unclosed, ...begun, ...up, appeals: ['village'] },
    says: { office: 'Sekretariat SLRT Sleman' },
  },
  reopen: {
    on: aCase('closed'),
    by: citizen(),
    sets: { status: 'handling', statusBefore: null, ...unclosed, ...begun },
    says: {},
  },
  merge: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'duplicate', statusBefore: 'handling', duplicateOf: ids.case(2) },
    says: { into: '3404-26-000002' },
  },
  unmerge: {
    on: aCase('duplicate'),
    by: almighty(),
    sets: { status: 'handling', statusBefore: null, duplicateOf: null },
    says: {},
  },
  cancel: {
    on: aCase('handling'),
    by: citizen(),
    sets: { status: 'cancelled', statusBefore: null },
    says: { reason: 'withdrawn' },
  },
  note: { on: aCase('handling'), by: almighty(), sets: { status: 'handling' }, says: {} },
  attach: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'handling' },
    says: { file: 'surat.pdf', attachment: ids.attachment(1) },
  },
  share: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'handling' },
    says: { office: 'Dinas Kesehatan Sleman' },
  },
  restrict: {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'handling', restricted: 'violence' },
    says: { restricted: 'violence' },
  },
  'set-contact': {
    on: aCase('handling'),
    by: almighty(),
    sets: { status: 'handling', contactVia: 'sms', contactCare: ['shared-phone'] },
    says: { contactVia: 'sms', contactCare: 'shared-phone' },
  },
  'renew-secret': {
    on: aCase('answered'),
    by: almighty(),
    sets: { status: 'answered', doorShort: 'new-short', doorLong: 'new-long' },
    says: { check: 'id-card' },
  },
  'ask-erasure': {
    on: aCase('closed'),
    by: almighty(),
    sets: { status: 'closed', ...askedErasure, changedAt: aCase('closed').changedAt },
    says: { basis: 'request' },
  },
  'decline-erasure': {
    on: aCase('closed', { ...askedErasure, erasureAskedBy: ids.staff(2) }),
    by: almighty(),
    sets: {
      status: 'closed',
      changedAt: aCase('closed').changedAt,
      erasureAskedBy: null,
      erasureAskedAt: null,
      erasureBasis: null,
    },
    says: {},
  },
  erase: {
    on: aCase('closed', { ...askedErasure, erasureAskedBy: ids.staff(2), closure: 'confirmed', satisfaction: 4 }),
    by: almighty(),
    sets: {
      status: 'erased',
      statusBefore: null,
      ...forgotten.case,
      closedAt: monday,
      closure: 'confirmed',
      satisfaction: 4,
      answeredAt: monday,
      visitAt: null,
    },
    says: { basis: 'request' },
  },
}

function decided(action: CaseAction): Decision {
  const { on, by } = facts[action]
  const answer = decideCase(on, caseMove(action), by, aPolicy(now), surroundings)
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value
}

for (const action of keysOf(facts)) {
  const { rule } = caseSpec[action]
  test(`${rule} ${action} writes on the case what it is for, and nothing else`, () => {
    const [own] = decided(action).changes
    assert.ok(own?.table === 'case')
    const { hop: _hop, total: _total, remindAt: _remindAt, ...set } = own.set
    assert.deepEqual(set, { changedAt: now, ...facts[action].sets })
  })

  test(`${rule} ${action} tells its history these facts, its words, and the day`, () => {
    const { say, note: said, day, action: named } = decided(action)
    const words = ['expire', 'lapse', 'erase', 'remind', 'overdue', 'review-lapse'].includes(action) ? '' : note
    assert.deepEqual(
      { say, said, day, named },
      { say: facts[action].says, said: words, day: '2026-11-02', named: action },
    )
  })
}

test('CASE-22, CASE-23 only a file and a share make a row of their own beside the case', () => {
  for (const action of keysOf(facts)) {
    const others = decided(action)
      .changes.slice(1)
      .map(({ table, base }) => [table, base])
    const expected = { attach: [['attachment', 0]], share: [['grant', 0]] }
    assert.deepEqual(others, action === 'attach' || action === 'share' ? expected[action] : [], action)
  }
})

test('CASE-22 an attached file names its case, its digest and when it came', () => {
  const [, attachment] = decided('attach').changes
  assert.deepEqual(attachment, {
    table: 'attachment',
    id: ids.attachment(1),
    base: 0,
    set: {
      district: '34.04',
      caseId: ids.case(1),
      name: 'surat.pdf',
      type: 'application/pdf',
      size: 1000,
      sha256: 'a'.repeat(64),
      addedBy: 'staff',
      addedAt: now,
    },
  })
})

test('CASE-23 a share is a grant that belongs to no referral and runs out by itself', () => {
  const [, grant] = decided('share').changes
  assert.deepEqual(grant, {
    table: 'grant',
    id: ids.grant(9),
    base: 0,
    set: {
      district: '34.04',
      caseId: ids.case(1),
      office: offices.health.id,
      referral: null,
      fields: ['story'],
      until: now + 90 * dayMs,
      withdrawnAt: null,
    },
  })
})
