import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actsOf, type CardAct } from './next-acts.ts'

type Card = Parameters<typeof actsOf>[0]

const allowed = (...actions: string[]) => actions.map((action) => ({ action, refusal: null, message: null }))
const refused = (action: string, code: string) => ({ action, refusal: { code }, message: `why not ${action}` })
const aCard = (change: Partial<Card> = {}): Card => ({
  line: { assignee: null },
  offers: [],
  referralOffers: { new: [refused('request', 'decision-missing')] },
  referrals: [],
  decision: null,
  sees: 'all',
  ...change,
})
const said = (act: CardAct | null) => (act ? `${act.of} ${act.action}` : null)
const aReferral = (endedAt: number | null) => ({ endedAt }) as Card['referrals'][number]

test('CARD-1 a case that nobody has is first taken; the quick way stands beside it', () => {
  const acts = actsOf(aCard({ offers: allowed('settle', 'take', 'return', 'cancel') }), 'me')
  assert.equal(said(acts.primary), 'case take')
  assert.deepEqual(acts.near.map(said), ['case settle', 'case return'])
  assert.deepEqual(acts.more.map(said), ['case cancel'])
})

test('CARD-1 whoever has the case is led to the recommendation, and others are not asked to take it away', () => {
  const offers = allowed('take', 'recommend', 'answer')
  const mine = actsOf(aCard({ offers, line: { assignee: 'me' } }), 'me')
  assert.equal(said(mine.primary), 'case recommend')
  assert.equal(
    mine.more.some(({ action }) => action === 'take'),
    false,
  )
  assert.equal(said(actsOf(aCard({ offers, line: { assignee: 'other' } }), 'me').primary), 'case recommend')
})

test('CARD-1 the desk that can only settle is led to settling', () => {
  assert.equal(said(actsOf(aCard({ offers: allowed('settle') }), 'me').primary), 'case settle')
})

test('CARD-1 after the approval comes the referral, then waiting, then the answer', () => {
  const offers = allowed('recommend', 'answer')
  const referralOffers = { new: allowed('request') }
  const card = aCard({ offers, referralOffers, decision: 'approved', line: { assignee: 'me' } })
  assert.equal(said(actsOf(card, 'me').primary), 'referral request')
  assert.equal(actsOf({ ...card, referrals: [aReferral(null)] }, 'me').primary, null)
  assert.equal(said(actsOf({ ...card, referrals: [aReferral(5)] }, 'me').primary), 'case answer')
})

test('CARD-1 an asked office sees the acts of its referral and no refusals of the case', () => {
  const referralOffers = { r1: allowed('accept', 'hold', 'reject'), new: [refused('request', 'not-permitted')] }
  const acts = actsOf(aCard({ sees: 'grant', referralOffers, offers: [refused('take', 'not-permitted')] }), 'me')
  assert.equal(said(acts.primary), 'referral accept')
  assert.deepEqual(acts.near.map(said), ['referral hold', 'referral reject'])
  assert.deepEqual(acts.refused, [])
})

test('CARD-2 what is missed on the main way is explained, what only has not come yet is not', () => {
  const offers = [
    ...allowed('recommend'),
    refused('approve', 'not-permitted'),
    refused('reopen', 'wrong-status'),
    refused('take', 'wrong-status'),
  ]
  const acts = actsOf(aCard({ offers, line: { assignee: 'me' } }), 'me')
  assert.deepEqual(
    acts.refused.map(({ action, why }) => [action, why]),
    [
      ['approve', 'why not approve'],
      ['request', 'why not request'],
    ],
  )
})

test('CARD-2 a case at another office says so once', () => {
  const acts = actsOf(aCard({ offers: [refused('take', 'not-here'), refused('answer', 'not-here')] }), 'me')
  assert.equal(acts.elsewhere, true)
  assert.deepEqual(
    acts.refused.map(({ action }) => action),
    ['request'],
  )
})

test('CARD-1 acts of a referral stand beside it, not once more in the menu', () => {
  const referralOffers = { r1: allowed('redirect', 'cancel'), new: allowed('request') }
  const card = aCard({ offers: allowed('answer'), referralOffers, decision: 'approved', referrals: [aReferral(null)] })
  const acts = actsOf(card, 'me')
  assert.deepEqual([...acts.near, ...acts.more].map(said), ['case answer', 'referral request'])
})

test('CARD-2 after the decision nobody is told why it cannot be made', () => {
  const offers = [...allowed('answer'), refused('approve', 'wrong-status')]
  assert.equal(
    actsOf(aCard({ offers, decision: 'approved', referralOffers: { new: allowed('request') } }), 'me').refused.length,
    0,
  )
})
