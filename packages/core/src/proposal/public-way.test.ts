import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type PublicProposal, publicProposal } from '../contract/public-proposal.ts'
import { monthName } from '../i18n/say-month.ts'
import { dayMs } from '../kernel/instant.ts'
import { monday } from '../testing/a-policy.ts'
import { property } from '../testing/property.ts'
import { endedProposal } from './moves.ts'
import { proposalStatuses } from './proposal.ts'
import { publicSteps, publicWay } from './public-way.ts'

const aTold = (own: Partial<PublicProposal> = {}): PublicProposal => ({
  kind: 'correction',
  status: 'drafted',
  officeName: 'Puskesos Caturtunggal',
  draftedAt: monday,
  verifiedAt: null,
  sentAt: null,
  month: null,
  answeredOn: null,
  why: null,
  changedAt: monday + 9 * dayMs,
  ...own,
})
const verifiedAt = monday + dayMs
const out = { verifiedAt, sentAt: monday + 2 * dayMs, month: '2026-11' } as const
const way = (own: Partial<PublicProposal>): string =>
  publicWay(aTold(own))
    .map(({ step, state, at }) => `${step} ${state}${at === null ? '' : ` ${Math.floor((at - monday) / dayMs)}`}`)
    .join(', ')

/** How the page tells each standing, written apart from the law. */
const spec: readonly (readonly [own: Partial<PublicProposal>, told: string])[] = [
  [{}, 'received current 0, verified coming, sent coming'],
  [{ status: 'backed' }, 'received current 0, verified coming, sent coming'],
  [{ status: 'returned' }, 'received current 0, verified coming, sent coming'],
  [{ status: 'verified', verifiedAt }, 'received past 0, verified current 1, sent coming'],
  [{ status: 'approved', verifiedAt }, 'received past 0, verified current 1, sent coming'],
  [{ status: 'exported', ...out }, 'received past 0, verified past 1, sent current 2'],
  [
    { status: 'accepted', ...out, answeredOn: '2026-11-06' },
    'received past 0, verified past 1, sent past 2, accepted current 4',
  ],
  [
    { status: 'rejected', ...out, answeredOn: '2026-11-06', why: 'quota-full' },
    'received past 0, verified past 1, sent past 2, rejected current 4',
  ],
  [{ status: 'withdrawn' }, 'received past 0, ended current 9'],
  [{ status: 'withdrawn', verifiedAt }, 'received past 0, verified past 1, ended current 9'],
]

test('PROPOSAL-31 its citizen follows a proposal from the village over verifying and sending to the answer, and no step to and fro', () => {
  for (const [own, told] of spec) assert.equal(way(own), told, own.status ?? 'drafted')
  assert.deepEqual(
    new Set(spec.flatMap(([, told]) => told.split(', ').map((one) => one.split(' ')[0]))),
    new Set<string>(publicSteps),
  )
})

property(
  'PROPOSAL-31 whatever stands in the row, one step is the present one, what is past has its time, and nothing follows an end',
  fc.record(
    {
      status: fc.constantFrom(...proposalStatuses),
      verifiedAt: fc.option(fc.constant(verifiedAt)),
      sentAt: fc.option(fc.constant(out.sentAt)),
      answeredOn: fc.option(fc.constant('2026-11-06')),
    },
    { noNullPrototype: true },
  ),
  ({ sentAt, ...rest }) => {
    // Nothing is sent that nobody verified.
    const own = { ...rest, sentAt: rest.verifiedAt === null ? null : sentAt }
    const steps = publicWay(aTold(own))
    const states = steps.map(({ state }) => state)
    assert.equal(states.filter((state) => state === 'current').length, 1)
    assert.deepEqual(
      states,
      states.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    )
    for (const { state, at } of steps) assert.equal(at === null, state === 'coming')
    assert.equal(new Set(steps.map(({ step }) => step)).size, steps.length)
    if (endedProposal.includes(own.status)) assert.equal(states.at(-1), 'current')
  },
)
const order: readonly string[] = ['past', 'current', 'coming']

test('PROPOSAL-31 the projection takes no field beside its own: no name, no number, no words', () => {
  assert.ok(publicProposal.safeParse(aTold()).success)
  for (const field of ['name', 'nik', 'kk', 'note', 'words', 'id', 'drafters', 'asked', 'photos', 'spot'])
    assert.equal(publicProposal.safeParse({ ...aTold(), [field]: 'x' }).success, false, field)
})

test('PROPOSAL-31 a month is said by its name', () => {
  assert.deepEqual([monthName('2026-11', 'id'), monthName('2027-01', 'en')], ['November 2026', 'January 2027'])
  for (let month = 1; month <= 12; month++)
    assert.match(monthName(`2026-${String(month).padStart(2, '0')}`, 'id'), /^[A-Z][a-z]+ 2026$/)
})
