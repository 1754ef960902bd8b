import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leaveToRenew } from './renewal.ts'

type Card = Parameters<typeof leaveToRenew>[0]

const now = 1000
const grant = (office: string, until: number, referral: string | null = null) =>
  ({ id: `${office} ${until}`, office, officeName: office, referral, fields: ['story'], until }) as const
const aCard = (grants: readonly ReturnType<typeof grant>[], endedAt: number | null = null): Card => ({
  grants: grants.map(({ fields, ...rest }) => ({ ...rest, fields: [...fields] })),
  referrals: [{ id: 'r1', endedAt }] as unknown as Card['referrals'],
})

test('CARD-6 a leave that ran out under an open referral is to be given again', () => {
  assert.equal(leaveToRenew(aCard([grant('rsud', 999, 'r1')]), now)?.office, 'rsud')
  assert.equal(leaveToRenew(aCard([grant('rsud', 1001, 'r1')]), now), null)
})

test('CARD-6 not when the referral has ended, or the case was shared again meanwhile', () => {
  assert.equal(leaveToRenew(aCard([grant('rsud', 999, 'r1')], 500), now), null)
  assert.equal(leaveToRenew(aCard([grant('rsud', 999, 'r1'), grant('rsud', 2000)]), now), null)
  assert.equal(leaveToRenew(aCard([grant('rsud', 999)]), now), null)
})
