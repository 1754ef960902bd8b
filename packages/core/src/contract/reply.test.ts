import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { shapeOf } from '../testing/shape.ts'
import { contactWays, grantFields, kinds, referralStatuses } from '../testing/wire-words.ts'
import { publicReply, replyForm, replyRoutes, revealForm } from './reply.ts'

testRoutes(replyRoutes, {
  link: {
    at: 'POST /api/referrals/link',
    allow: 'referral.request',
    audit: 'REPLY_LINK_SHOWN',
    query: { strict: 'yes' },
    body: { strict: 'yes', district: 'ledger', case: 'id', referral: 'id' },
    reply: { number: 'text', short: 'text', long: 'text', until: 'int' },
  },
})

const posted = { act: 'accept', command: ids.case(7), at: '2026-11-22T02:00:00Z', base: '4' }

test('REF-20 a form of the reply page posts text; what it leaves out is empty, and other steps are none of its own', () => {
  assert.deepEqual(replyForm.parse(posted), { ...posted, base: 4, note: '', reason: '', outcome: '' })
  for (const act of ['supply', 'cancel', 'mark-error', 'redirect', 'give-link', 'reveal'])
    assert.equal(replyForm.safeParse({ ...posted, act }).success, false, act)
  assert.deepEqual(revealForm.parse({ act: 'reveal' }), { act: 'reveal', note: '' })
  assert.equal(revealForm.safeParse(posted).success, false)
})

test('REF-20 the pages behind a link are told this of referral and case, and nothing else', () => {
  assert.deepEqual(shapeOf(publicReply), {
    id: 'id',
    district: 'ledger',
    version: 'int',
    status: referralStatuses,
    asked: 'text',
    consent: { 'or null': { basis: 'form|verbal|statute|override', words: 'text' } },
    result: 'text or null',
    requestedAt: 'int',
    dueAt: 'int or null',
    changedAt: 'int',
    linkUntil: 'int',
    caseId: 'id',
    caseVersion: 'int',
    number: 'text',
    kind: kinds,
    category: 'text',
    summary: 'text',
    placeName: 'text',
    fromOffice: 'id',
    fromOfficeName: 'text',
    fromOfficePhone: 'text',
    toOffice: 'id',
    toOfficeName: 'text',
    fields: [grantFields],
    story: 'text or null',
    clientName: 'text or null',
    address: 'text or null',
    contactVia: `${contactWays} or null`,
    phone: 'text or null',
    nik: 'text or null',
    kk: 'text or null',
    files: [{ id: 'id', name: 'text', size: 'int' }],
    steps: [{ kind: 'text', at: 'int', officeName: 'text or null' }],
  })
})

/** A field of a page without script: text, empty when it was not sent, and no longer than any form of ours. */
const field = 'text ..20000 = ""'

test('WIRE-7 the forms behind a link have the fields of their page', () => {
  assert.deepEqual(shapeOf(replyForm), {
    act: 'accept|start|complete|hold|fail|reject',
    command: 'id',
    at: 'moment',
    base: 'int 1..',
    'note?': field,
    'reason?': field,
    'outcome?': field,
  })
  assert.deepEqual(shapeOf(revealForm), { act: 'reveal', 'note?': field })
})

test('REF-22 a form behind a link that lacks what our page gave it is none', () => {
  assert.ok(replyForm.safeParse(posted).success)
  for (const key of ['act', 'command', 'at', 'base'] as const) {
    const { [key]: _left, ...rest } = posted
    assert.equal(replyForm.safeParse(rest).success, false, key)
  }
  for (const base of ['0', '-1', '1.5', 'x', ''])
    assert.equal(replyForm.safeParse({ ...posted, base }).success, false, base)
  for (const command of ['', '1', 'x'.repeat(36)])
    assert.equal(replyForm.safeParse({ ...posted, command }).success, false)
  for (const at of ['', 'kemarin', '2026-11-22', '2026-11-22T09:00:00+07:00'])
    assert.equal(replyForm.safeParse({ ...posted, at }).success, false, at)
  assert.ok(replyForm.safeParse({ ...posted, note: 'x'.repeat(20_000) }).success)
  assert.equal(replyForm.safeParse({ ...posted, note: 'x'.repeat(20_001) }).success, false)
})
