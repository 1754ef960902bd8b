import assert from 'node:assert/strict'
import { test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
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
  visitAt: null,
  ...change,
})
const said = (act: CardAct | null) => (act ? `${act.of} ${act.action}` : null)
const aReferral = (endedAt: number | null, outcome: string | null = endedAt === null ? null : 'granted') =>
  ({ endedAt, outcome }) as Card['referrals'][number]

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

test('SUPER-2 whoever checks is led to passing on, with returning beside it; whoever is to mend, to mending', () => {
  const checks = actsOf(aCard({ offers: allowed('review-pass', 'review-return', 'review-hand', 'set-red') }), 'me')
  assert.equal(said(checks.primary), 'case review-pass')
  assert.deepEqual(checks.near.map(said), ['case review-return'])
  assert.ok(checks.more.map(said).includes('case review-hand'))
  assert.equal(said(actsOf(aCard({ offers: allowed('review-mend') }), 'me').primary), 'case review-mend')
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

test('CARD-1 a referral that was declined goes to another office before the citizen is answered', () => {
  const referralOffers = { r1: allowed('redirect'), new: allowed('request') }
  const card = aCard({ offers: allowed('answer', 'return'), referralOffers, decision: 'approved' })
  const declined = actsOf({ ...card, referrals: [aReferral(5, null)] }, 'me')
  assert.equal(said(declined.primary), 'referral redirect')
  assert.deepEqual(declined.near.map(said), ['case answer', 'referral request'])
  assert.equal(said(actsOf({ ...card, referrals: [aReferral(4, null), aReferral(5)] }, 'me').primary), 'case answer')
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

const caseActs = [
  'take',
  'settle',
  'return',
  'complete',
  'recommend',
  'approve',
  'send-back',
  'reject',
  'escalate',
  'hand-down',
  'answer',
  'confirm',
  'dispute',
  'appeal',
  'reopen',
  'merge',
  'unmerge',
  'cancel',
  'assign',
  'restrict',
]
const referralActs = [
  'accept',
  'reject',
  'start',
  'hold',
  'supply',
  'complete',
  'fail',
  'cancel',
  'mark-error',
  'redirect',
]

const cards: fc.Arbitrary<Card> = fc
  .record({
    own: fc.subarray(caseActs),
    first: fc.subarray(referralActs),
    second: fc.subarray(referralActs),
    asks: fc.boolean(),
    sees: fc.constantFrom('all' as const, 'grant' as const),
    decision: fc.constantFrom('approved' as const, null),
    assignee: fc.constantFrom('me', 'other', null),
    open: fc.boolean(),
  })
  .map(({ own, first, second, asks, sees, decision, assignee, open }) =>
    aCard({
      offers: allowed(...own),
      referralOffers: { r1: allowed(...first), r2: allowed(...second), new: asks ? allowed('request') : [] },
      referrals: [aReferral(open ? null : 5), aReferral(5)],
      line: { assignee },
      sees,
      decision,
    }),
  )

const nameOf = ({ of, action, referral }: CardAct): string => `${of} ${referral ?? ''} ${action}`

property(
  'CARD-1 every act that the law leaves open is found on the card, once, or beside its referral',
  cards,
  (card) => {
    const { primary, near, more } = actsOf(card, 'me')
    const shown = [...(primary ? [primary] : []), ...near, ...more].map(nameOf)
    assert.equal(new Set(shown).size, shown.length, 'nothing stands twice')
    const open = [
      ...card.offers.map(({ action }) => nameOf({ of: 'case', action, referral: null })),
      ...Object.entries(card.referralOffers).flatMap(([referral, offers]) =>
        offers.map(({ action }) => nameOf({ of: 'referral', action, referral })),
      ),
    ]
    const idle = card.line.assignee === 'me' && open.includes('case  recommend')
    const missing = open.filter((name) => !shown.includes(name))
    const beside = (name: string) => card.sees === 'all' && name.startsWith('referral r')
    assert.deepEqual(
      missing.filter((name) => !beside(name) && !(idle && name === 'case  take')),
      [],
    )
  },
)

property('CARD-1 nothing is offered that the law has closed, and at most three acts stand in sight', cards, (card) => {
  const { primary, near, more } = actsOf(card, 'me')
  assert.ok(near.length <= 2)
  for (const { of, action, referral } of [...(primary ? [primary] : []), ...near, ...more]) {
    const offers = of === 'case' ? card.offers : (card.referralOffers[referral ?? ''] ?? [])
    assert.ok(
      offers.some((offer) => offer.action === action && offer.refusal === null),
      `${of} ${action}`,
    )
  }
})

test('CARD-1 what the citizen waits for comes before what the office likes to do', () => {
  const first = (...actions: string[]) =>
    said(actsOf(aCard({ offers: allowed(...actions), line: { assignee: 'me' } }), 'me').primary)
  assert.equal(first('approve', 'recommend', 'answer'), 'case approve')
  assert.equal(first('complete', 'cancel', 'note'), 'case complete')
  assert.equal(first('confirm', 'dispute', 'appeal'), 'case confirm')
  assert.equal(first('reopen', 'appeal'), null)
})

test('CARD-1 an office with two referrals of one case acts on the one that its button names', () => {
  const referralOffers = { r1: allowed('accept', 'hold'), r2: allowed('hold', 'reject'), new: [] }
  const { primary, near } = actsOf(aCard({ sees: 'grant', referralOffers }), 'me')
  assert.deepEqual(
    [primary?.referral, near.map(({ action, referral }) => [action, referral])],
    ['r1', [['hold', 'r1']]],
  )
})

test('CARD-2 an office that was only asked is not told what it may not do with the case', () => {
  const offers = [refused('take', 'not-here'), refused('answer', 'not-permitted')]
  const acts = actsOf(aCard({ sees: 'grant', offers }), 'me')
  assert.deepEqual([acts.elsewhere, acts.refused], [false, []])
})

test('OUTCOME-2 a planned visit is the next act of a closed case; without one it is not offered', () => {
  const offers = allowed('visit', 'reopen')
  assert.equal(said(actsOf(aCard({ offers, visitAt: 1 }), 'me').primary), 'case visit')
  const acts = actsOf(aCard({ offers }), 'me')
  assert.deepEqual([acts.primary, ...acts.near, ...acts.more].map(said).includes('case visit'), false)
})
