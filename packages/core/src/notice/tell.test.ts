import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseRow } from '../case/case.ts'
import { caseActions } from '../case/moves.ts'
import { dayMs } from '../kernel/instant.ts'
import type { Change, Payload } from '../ledger/entry.ts'
import { referralSteps } from '../referral/moves.ts'
import { aReferral } from '../testing/a-case.ts'
import { aPolicy, monday } from '../testing/a-policy.ts'
import { offices } from '../testing/an-office.ts'
import { ids } from '../testing/ids.ts'
import type { Notice, Standing, Told } from './tell.ts'
import { citizenWordOf, isWorthAVisit, noticesOf, nowhere, standingAfter } from './tell.ts'
import { citizenWords } from './words.ts'

const { windows } = aPolicy()
const [village, district, hospital] = [offices.village.id, offices.district.id, offices.hospital.id]
const [sari, budi] = [ids.staff(1), ids.staff(2)]

const payloadOf = (...changes: readonly Change[]): Payload => ({
  v: 1,
  action: 'x',
  note: '',
  say: {},
  day: '2026-11-02',
  changes,
})
const sets = (set: Partial<Omit<CaseRow, 'id' | 'version' | 'number'>>): Change => ({
  table: 'case',
  id: ids.case(1),
  base: 1,
  set,
})
const refers = (own: Parameters<typeof aReferral>[0] = {}): Change => {
  const { id, version: _version, ...set } = aReferral(own)
  return { table: 'referral', id, base: 0, set }
}
const entry = (kind: string, actor: string, ...changes: readonly Change[]): Told => ({
  kind,
  actor,
  office: actor === `staff:${sari}` ? village : null,
  at: monday,
  payload: payloadOf(...changes),
})
const at = (own: Partial<Standing> = {}): Standing => ({ ...nowhere, office: village, ...own })
const bySari = `staff:${sari}`
const byCitizen = `citizen:${ids.case(1)}`
const byClock = 'clock'

/** Who is told what, short: "citizen received", "staff:2 handed", "office:village arrived". */
function said(told: readonly Notice[]): readonly string[] {
  const names = new Map([
    [village, 'village'],
    [district, 'district'],
    [hospital, 'hospital'],
  ])
  return told.map(({ whom, what }) => {
    if (whom.kind === 'staff') return `${whom.staff === sari ? 'sari' : 'budi'} ${what}`
    return whom.kind === 'office' ? `${names.get(whom.office)} ${what}` : `${whom.kind} ${what}`
  })
}

test('NOTICE-1 the citizen is told of every move that their page tells, and of no other', () => {
  const inside = ['visit', 'set-contact', 'remind', 'set-red', 'assign', 'note', 'attach', 'share', 'restrict', 'erase']
  for (const action of caseActions)
    assert.equal(
      citizenWordOf(`case.${action}`) === null,
      inside.includes(action) || action.startsWith('review-'),
      action,
    )
  for (const step of ['request', 'redirect', ...referralSteps]) assert.ok(citizenWordOf(`referral.${step}`), step)
  assert.equal(citizenWordOf('office.open'), null)
  assert.equal(citizenWordOf('toString'), null)
})

const moves: readonly (readonly [kind: string, word: string])[] = [
  ['case.register', 'received'],
  ['case.settle', 'settled'],
  ['case.take', 'taken'],
  ['case.return', 'returned'],
  ['case.complete', 'completed'],
  ['case.expire', 'expired'],
  ['case.recommend', 'recommended'],
  ['case.approve', 'approved'],
  ['case.send-back', 'checked-again'],
  ['case.reject', 'answered'],
  ['case.escalate', 'moved'],
  ['case.hand-down', 'moved'],
  ['case.take-back', 'moved'],
  ['case.overdue', 'late'],
  ['case.answer', 'answered'],
  ['case.confirm', 'closed'],
  ['case.dispute', 'reopened'],
  ['case.lapse', 'closed'],
  ['case.appeal', 'moved'],
  ['case.reopen', 'reopened'],
  ['case.merge', 'merged'],
  ['case.unmerge', 'unmerged'],
  ['case.cancel', 'cancelled'],
  ['case.renew-secret', 'secret-renewed'],
  ['case.ask-erasure', 'erasure-asked'],
  ['case.decline-erasure', 'erasure-declined'],
]
for (const [kind, word] of moves)
  test(`NOTICE-1 after ${kind} by an officer the citizen reads "${word}", and nothing after their own`, () => {
    const own = noticesOf(entry(kind, bySari), at(), windows).filter(({ whom }) => whom.kind === 'citizen')
    assert.deepEqual(said(own), [`citizen ${word}`])
    const theirs = noticesOf(entry(kind, byCitizen), at(), windows)
    assert.ok(theirs.every(({ whom }) => whom.kind !== 'citizen'))
  })

test('NOTICE-1 the citizen is told by when: what to bring, what to say, or when to expect an answer', () => {
  const untilOf = (kind: string, before: Standing) => noticesOf(entry(kind, bySari), before, windows)[0]?.says.until
  const total = { startedAt: monday, dueAt: monday + 9 * dayMs, left: null }
  assert.equal(untilOf('case.return', at({ total })), monday + windows.completeDays * dayMs)
  assert.equal(untilOf('case.answer', at({ total })), monday + windows.wordDays * dayMs)
  assert.equal(untilOf('case.take', at({ total })), monday + 9 * dayMs)
  assert.equal(untilOf('case.take', at()), null)
})

test('NOTICE-1 the citizen is told the office where the case is after the move', () => {
  const moved = noticesOf(entry('case.escalate', bySari, sets({ office: district })), at(), windows)
  assert.equal(moved.find(({ whom }) => whom.kind === 'citizen')?.says.office, district)
  const asked = noticesOf(entry('referral.request', bySari, refers()), at(), windows)
  assert.equal(asked.find(({ whom }) => whom.kind === 'citizen')?.says.office, hospital)
})

test('NOTICE-2 a case that arrives is told to the office, one that is handed over to the officer, and to who had it', () => {
  const told = (kind: string, before: Standing, ...changes: readonly Change[]) =>
    said(noticesOf(entry(kind, bySari, ...changes), before, windows)).filter((line) => !line.startsWith('citizen'))
  assert.deepEqual(told('case.register', nowhere, sets({ office: village, assignee: null })), ['village arrived'])
  assert.deepEqual(told('case.assign', at(), sets({ assignee: budi })), ['budi handed'])
  assert.deepEqual(told('case.assign', at({ assignee: budi }), sets({ assignee: null })), ['budi taken-away'])
  assert.deepEqual(told('case.assign', at({ assignee: budi }), sets({ assignee: sari })), ['budi taken-away'])
  assert.deepEqual(told('case.take', at(), sets({ assignee: sari })), [])
  assert.deepEqual(told('case.note', at({ assignee: budi }), sets({ changedAt: monday })), [])
})

test('NOTICE-19 who is to answer a red card is told by when, once, and apart from the others of the office', () => {
  const hop = { startedAt: monday, dueAt: monday + dayMs, left: null }
  const news = (kind: string, before: Standing, set: Parameters<typeof sets>[0], actor = bySari) =>
    noticesOf(entry(kind, actor, sets(set)), before, windows).filter(({ whom }) => whom.kind !== 'citizen')
  const arrived = news('case.register', nowhere, { office: village, assignee: budi, priority: 'red', hop })
  assert.deepEqual(said(arrived), ['village arrived', 'budi red-card'])
  assert.deepEqual(arrived[0]?.whom, {
    kind: 'office',
    office: village,
    rights: ['case.handle', 'case.assign'],
    but: budi,
  })
  assert.deepEqual([arrived[1]?.says.until, arrived[1]?.says.office], [hop.dueAt, village])
  const red = at({ assignee: budi, red: true, hop })
  assert.deepEqual(said(news('case.set-red', at(), { priority: 'red', assignee: budi })), ['budi red-card'])
  assert.deepEqual(said(news('case.set-red', at({ assignee: budi }), { priority: 'red' })), ['budi red-card'])
  assert.deepEqual(said(news('case.set-red', at({ assignee: sari }), { priority: 'red' })), [], 'their own doing')
  assert.deepEqual(said(news('case.assign', red, { assignee: sari }, byClock)), ['sari red-card', 'budi taken-away'])
  assert.deepEqual(said(news('case.note', red, { changedAt: monday })), [])
  assert.deepEqual(said(news('case.set-red', red, { priority: 'normal' })), [])
  const alone = news('case.register', nowhere, { office: village, assignee: null, priority: 'red', hop })
  assert.deepEqual(said(alone), ['village arrived'], 'nobody is on duty')
})

test('NOTICE-2 a case that goes elsewhere is told to the new office, and to the old one unless it sent it', () => {
  const told = (actor: string, before: Standing) =>
    said(noticesOf(entry('case.escalate', actor, sets({ office: district, assignee: null })), before, windows)).slice(1)
  assert.deepEqual(told(bySari, at()), ['district arrived'])
  assert.deepEqual(told(bySari, at({ assignee: budi })), ['district arrived', 'budi taken-away'])
  assert.deepEqual(told(bySari, at({ assignee: sari })), ['district arrived'])
  assert.deepEqual(told('clock', at()), ['district arrived', 'village taken-away'])
  assert.deepEqual(told('clock', at({ assignee: sari })), ['district arrived', 'sari taken-away'])
})

test('NOTICE-2 what the citizen does is told to who has the case, and to the office where nobody has', () => {
  for (const kind of ['case.complete', 'case.confirm', 'case.dispute', 'case.reopen', 'case.cancel']) {
    assert.deepEqual(said(noticesOf(entry(kind, byCitizen), at({ assignee: sari }), windows)), ['sari citizen-spoke'])
    assert.deepEqual(said(noticesOf(entry(kind, byCitizen), at(), windows)), ['village citizen-spoke'])
  }
  for (const kind of ['case.complete', 'case.confirm', 'case.dispute']) {
    const atDesk = noticesOf(entry(kind, `staff:${budi}`), at({ assignee: sari }), windows)
    assert.deepEqual(said(atDesk).slice(1), ['sari citizen-spoke'], kind)
  }
  for (const kind of ['case.reopen', 'case.cancel'])
    assert.equal(noticesOf(entry(kind, `staff:${budi}`), at({ assignee: sari }), windows).length, 1, kind)
  const [spoke] = noticesOf(entry('case.dispute', byCitizen), at({ assignee: sari }), windows)
  assert.equal(spoke?.says.act, 'dispute')
})

test('NOTICE-2 a recommendation is told to those who decide, a decision to who recommended', () => {
  const [, asked] = noticesOf(entry('case.recommend', bySari), at({ assignee: sari }), windows)
  assert.deepEqual(asked?.whom, { kind: 'office', office: village, rights: ['case.decide'] })
  for (const kind of ['case.approve', 'case.send-back', 'case.reject'])
    assert.deepEqual(said(noticesOf(entry(kind, `staff:${budi}`), at({ assignee: sari }), windows)).slice(1), [
      'sari decided',
    ])
})

test('NOTICE-2 a referral is told to the office that is asked, its steps to who has the case', () => {
  const referrals = standingAfter(at(), payloadOf(refers())).referrals
  const told = (kind: string, ...changes: readonly Change[]) =>
    said(noticesOf(entry(kind, `staff:${budi}`, ...changes), at({ assignee: sari, referrals }), windows)).slice(1)
  const step: Change = { table: 'referral', id: ids.referral(1), base: 1, set: { status: 'accepted' } }
  assert.deepEqual(told('referral.request', refers()), ['hospital referral-asked'])
  assert.deepEqual(told('referral.redirect', step, refers({ id: ids.referral(2) })), ['hospital referral-asked'])
  for (const kind of ['accept', 'reject', 'start', 'hold', 'complete', 'fail'])
    assert.deepEqual(told(`referral.${kind}`, step), ['sari referral-answered'], kind)
  for (const kind of ['supply', 'cancel', 'mark-error'])
    assert.deepEqual(told(`referral.${kind}`, step), ['hospital referral-moved'], kind)
  const [toCitizen] = noticesOf(entry('referral.accept', `staff:${budi}`, step), at({ referrals }), windows)
  assert.equal(toCitizen?.says.step, 'accepted')
})

test('NOTICE-2 a wish to erase is told to those who may, its refusal to who had it', () => {
  const asked = noticesOf(entry('case.ask-erasure', bySari, sets({ erasureAskedBy: sari })), at(), windows)
  assert.deepEqual(said(asked), ['citizen erasure-asked', 'over erasure-asked'])
  const declined = noticesOf(entry('case.decline-erasure', `staff:${budi}`), at({ askedBy: sari }), windows)
  assert.deepEqual(said(declined), ['citizen erasure-declined', 'sari erasure-declined'])
})

test('NOTICE-2 nobody is told what they did themselves', () => {
  const told = noticesOf(entry('case.assign', bySari, sets({ assignee: sari })), at(), windows)
  assert.deepEqual(said(told), [])
})

test('NOTICE-7 how a case stands is folded from its entries, and what an entry leaves out stays', () => {
  const first = standingAfter(nowhere, payloadOf(sets({ office: village, assignee: sari }), refers()))
  assert.deepEqual([first.office, first.assignee, first.referrals.size], [village, sari, 1])
  const next = standingAfter(first, payloadOf(sets({ assignee: null, erasureAskedBy: budi })))
  assert.deepEqual([next.office, next.assignee, next.askedBy], [village, null, budi])
  const orphan: Change = { table: 'referral', id: ids.referral(9), base: 1, set: { status: 'accepted' } }
  assert.equal(standingAfter(nowhere, payloadOf(orphan)).referrals.size, 0)
})

test('NOTICE-8 the clock reminds whoever has the case, or its office; that time is over is told to who hands work over too', () => {
  const hop = { startedAt: monday, dueAt: monday + dayMs, left: null }
  const told = (kind: string, before: Standing) => noticesOf(entry(kind, byClock), before, windows)
  assert.deepEqual(said(told('case.remind', at({ assignee: budi, hop }))), ['budi due-soon'])
  assert.deepEqual(said(told('case.remind', at({ hop }))), ['village due-soon'])
  assert.equal(told('case.remind', at({ hop }))[0]?.says.until, monday + dayMs)
  assert.deepEqual(said(told('case.overdue', at({ assignee: budi }))), ['citizen late', 'budi overdue', 'over overdue'])
})

test('NOTICE-13 somebody goes there only for what asks something of the citizen or ends the matter', () => {
  const visits = citizenWords.filter(isWorthAVisit)
  assert.deepEqual(visits.toSorted(), [
    'answered',
    'cancelled',
    'closed',
    'erasure-asked',
    'erasure-declined',
    'expired',
    'merged',
    'programme',
    'proposal-rejected',
    'referred',
    'returned',
  ])
})

test('NOTICE-8 of a referral the asked office is reminded; that its time is over both offices learn; links are silent', () => {
  const told = (kind: string) => said(noticesOf(entry(kind, byClock, refers()), at({ assignee: budi }), windows))
  assert.deepEqual(told('referral.remind'), ['hospital due-soon'])
  assert.deepEqual(told('referral.overdue'), ['hospital overdue', 'budi overdue'])
  for (const kind of ['referral.give-link', 'referral.revoke-link']) assert.deepEqual(told(kind), [])
})
