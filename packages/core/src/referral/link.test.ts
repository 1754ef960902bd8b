import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, ProviderActor } from '../access/actor.ts'
import { actorName, officeOf } from '../access/actor.ts'
import type { ReferralMoveData } from '../contract/referral.ts'
import { dayMs } from '../kernel/instant.ts'
import { keysOf } from '../kernel/keys.ts'
import type { Change } from '../ledger/entry.ts'
import { aCase, aGrant, aReferral } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { citizen, clock, staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import { referralMove } from '../testing/moves.ts'
import type { CaseFile } from './decide.ts'
import { decideReferral } from './decide.ts'
import type { Beside, Link } from './link.ts'
import { linkOver, nothingBeside } from './link.ts'
import type { LinkMove } from './moves.ts'
import { linkActs, linkRule, openReferral, referralSteps } from './moves.ts'
import type { ReferralRow, ReferralStatus } from './referral.ts'
import { referralStatuses } from './referral.ts'
import type { ReplyAct } from './reply-acts.ts'
import { openToProvider, replyActs } from './reply-acts.ts'

const now = monday
const policy = aPolicy(now)
const door = { short: 'aa', long: 'bb' }
const none: Link = { link: null, linkUntil: null, linkShort: null, linkLong: null }
const old: Link = { link: ids.link(9), linkUntil: now + dayMs, linkShort: 'cc', linkLong: 'dd' }
const fresh: Link = { link: ids.link(1), linkUntil: now + 30 * dayMs, linkShort: 'aa', linkLong: 'bb' }

const asker = staff('bo')
const holder: ProviderActor = {
  kind: 'provider',
  referral: ids.referral(1),
  case: ids.case(1),
  office: offices.hospital.id,
}
const fileWith = (own: Partial<ReferralRow> = {}): CaseFile => ({
  case: aCase('handling', { decision: 'approved', openReferrals: 1, waitingOffice: offices.hospital.id }),
  referrals: [aReferral({ ...old, ...own })],
  grants: [aGrant()],
})

function decide(
  action: keyof ReferralMoveData,
  actor: Actor = asker,
  own: Partial<ReferralRow> = {},
  beside: Partial<Beside> = {},
) {
  const all = { ...nothingBeside, door, ...beside }
  return decideReferral(fileWith(own), referralMove(action), actor, policy, all)
}
function setOf(
  answer: ReturnType<typeof decide>,
  table: Change['table'] = 'referral',
): Readonly<Record<string, unknown>> {
  assert.ok(answer.ok, JSON.stringify(answer))
  return answer.value.changes.find((change) => change.table === table)?.set ?? {}
}
const refusalOf = (answer: ReturnType<typeof decide>): string | null => (answer.ok ? null : answer.error.code)

/** The specification of links: from which states, by whom, and what becomes of the link. */
const spec: Readonly<Record<LinkMove, { rule: string; from: readonly ReferralStatus[]; becomes: Link }>> = {
  'give-link': { rule: 'REF-21', from: ['requested', 'accepted', 'in-progress', 'on-hold'], becomes: fresh },
  'revoke-link': { rule: 'REF-23', from: ['requested', 'accepted', 'in-progress', 'on-hold'], becomes: none },
}

test('REF-21 the law knows exactly the moves of a link that are specified', () => {
  assert.deepEqual([...linkActs].toSorted(), keysOf(spec).toSorted())
})

for (const move of keysOf(spec)) {
  const { rule, from, becomes } = spec[move]
  test(`${rule} ${move} stands in the table as it is specified`, () => {
    const row = linkRule(move)
    assert.deepEqual({ ...row, from: [...row.from] }, { from: [...from], side: 'requester', by: 'referral.request' })
  })
  for (const status of referralStatuses)
    test(`${rule} ${move} of a referral that is ${status} is ${from.includes(status) ? 'allowed' : 'refused'}`, () => {
      const answer = decide(move, asker, { status })
      if (from.includes(status)) assert.deepEqual(setOf(answer), becomes)
      else assert.equal(refusalOf(answer), 'wrong-referral-status')
    })
  test(`${rule} ${move} is the asking office's alone`, () => {
    assert.equal(refusalOf(decide(move, staff('bo', offices.otherVillage))), 'not-here')
    for (const actor of [staff('provider', offices.hospital), staff('fo'), holder, citizen(), clock])
      assert.equal(refusalOf(decide(move, actor)), 'not-permitted')
  })
}

test('REF-23 where there is no link, none is revoked', () => {
  assert.equal(refusalOf(decide('revoke-link', asker, none)), 'already-so')
})

/** Who may do what through a link: every step of the asked office, and none of the asking one. */
const open: Readonly<Record<ReferralStatus, readonly ReplyAct[]>> = {
  requested: ['accept', 'hold', 'reject'],
  accepted: ['start', 'complete', 'hold', 'fail'],
  'in-progress': ['complete', 'hold', 'fail'],
  'on-hold': ['start', 'complete', 'fail'],
  rejected: [],
  completed: [],
  failed: [],
  cancelled: [],
  'entered-in-error': [],
}
for (const status of referralStatuses)
  test(`REF-20 through the link of a referral that is ${status}: ${open[status].join(', ') || 'nothing'}`, () => {
    assert.deepEqual(openToProvider(status), open[status])
    for (const step of [...referralSteps, 'redirect', 'request'] as const) {
      const offered = open[status].some((act) => act === step)
      assert.equal(decide(step, holder, { status }).ok, offered, step)
    }
  })

test('REF-20 who holds the link of one referral answers no other one, of no other case and for no other office', () => {
  const others: readonly ProviderActor[] = [
    { ...holder, referral: ids.referral(2) },
    { ...holder, office: offices.health.id },
  ]
  for (const actor of others) assert.equal(refusalOf(decide('accept', actor)), 'not-here')
  assert.equal(refusalOf(decide('accept', { ...holder, case: ids.case(2) })), 'not-permitted')
})

test('REF-22 a link whose time is over acts no more, though nobody revoked it', () => {
  for (const linkUntil of [now, now - 1, null])
    assert.equal(refusalOf(decide('accept', holder, { linkUntil })), 'window-over')
  assert.ok(decide('accept', holder, { linkUntil: now + 1 }).ok)
  assert.equal(linkOver(aReferral({ linkUntil: now - 1 }), staff('provider', offices.hospital), now), null)
})

for (const act of replyActs)
  test(`REF-22 ${act} makes a link last on, or ends it with the referral, and makes none where there is none`, () => {
    const status = referralStatuses.find((one) => open[one].includes(act)) ?? 'requested'
    const owner = staff('provider', offices.hospital)
    const after = setOf(decide(act, owner, { status }))
    const over = !openReferral.some((one) => one === after['status'])
    assert.equal(after['linkUntil'], over ? null : now + 30 * dayMs)
    assert.equal('linkLong' in after ? after['linkLong'] : 'as it was', over ? null : 'as it was')
    assert.equal('linkUntil' in setOf(decide(act, owner, { status, ...none })), false)
  })

test('REF-24 a request and a redirect begin with a link only where nobody of the asked office could answer otherwise', () => {
  const linkOf = (asks: 'request' | 'redirect', beside: Partial<Beside>, link = true) => {
    const move = referralMove(asks, link ? {} : { link: undefined })
    const answer = decideReferral(fileWith(), move, asker, policy, { ...nothingBeside, door, ...beside })
    assert.ok(answer.ok)
    const made = answer.value.changes.find(({ table, base }) => table === 'referral' && base === 0)
    return Reflect.get(made?.set ?? {}, 'linkLong')
  }
  for (const asks of ['request', 'redirect'] as const) {
    assert.equal(linkOf(asks, { answerable: false }), 'bb')
    assert.equal(linkOf(asks, { answerable: true }), null)
    assert.equal(linkOf(asks, { answerable: false }, false), null)
    assert.equal(linkOf(asks, { answerable: false, door: null }), null)
  }
})

test('REF-20 whoever ends a referral by link leaves the case waiting for what the house says it waits for besides', () => {
  const waits = offices.health.id
  assert.equal(setOf(decide('reject', holder, {}, { waits }), 'case')['waitingOffice'], waits)
  assert.equal(setOf(decide('reject', holder), 'case')['waitingOffice'], null)
})

test('REF-20 the ledger names the holder of a link by the referral, and the office that was asked', () => {
  assert.equal(actorName(holder), `provider:${ids.referral(1)}`)
  assert.equal(officeOf(holder), offices.hospital.id)
})
