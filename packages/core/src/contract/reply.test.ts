import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ids } from '../testing/ids.ts'
import { testRoutes } from '../testing/routes-spec.ts'
import { replyForm, replyRoutes, revealForm } from './reply.ts'

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
