import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ReferralLine, referralLine } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { openReferral } from '@openslrt/core/referral/moves.ts'
import { referralStatuses } from '@openslrt/core/referral/referral.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { made } from '../../testing/draw.ts'
import { answered, drawDesk } from '../../testing/draw-desk.ts'
import { find, only, textOf, valueOf } from '../../testing/html.ts'
import { reasonLists, referralTone } from './status-look.ts'

const { ReferralChain } = await import('./referral-chain.tsx')
const { ReferralDue } = await import('./referral-due.tsx')
const { ReferralRows } = await import('./referral-rows.tsx')
const { ReferralTag } = await import('./referral-tag.tsx')
const { ReplyLink } = await import('./reply-link.tsx')

const t = sayIn('id')
const now = Date.now()

const aLine = (own: Partial<ReferralLine> = {}): ReferralLine => ({
  ...referralLine.parse({
    id: ids.referral(1),
    caseId: ids.case(1),
    district: '34.04',
    version: 1,
    caseVersion: 4,
    caseNumber: '3404-26-000123',
    summary: 'BPJS tidak aktif',
    fromOffice: ids.office(1),
    fromOfficeName: 'Puskesos Caturtunggal',
    toOffice: ids.office(2),
    toOfficeName: 'RSUD Sleman',
    status: 'requested',
    consent: null,
    asked: 'Mohon dirawat.',
    reason: null,
    outcome: null,
    result: null,
    requestedAt: now - 2 * dayMs,
    dueAt: now + 3 * dayMs,
    changedAt: now - 2 * dayMs,
    endedAt: null,
    partOf: null,
    linkUntil: null,
  }),
  ...own,
})
const lists = answered(
  referenceRoutes.lists,
  { district: '34.04' },
  {
    lists: {
      decline: [{ code: 'capacity-full', names: { id: 'Daya tampung penuh', en: 'No room' }, data: {} }],
      unmet: [{ code: 'moved', names: { id: 'Warga pindah', en: 'Moved away' }, data: {} }],
    },
  },
)

test('REF-15 each state of a referral has its word, and what has ended does not look as if it went on', () => {
  for (const status of referralStatuses) {
    assert.equal(textOf(drawDesk(made(ReferralTag, { status }))), t(`referral-status.${status}`))
    const over = referralTone[status] === 'done' || referralTone[status] === 'stopped'
    assert.equal(over, !openReferral.includes(status), status)
  }
})

test('REF-3 the reason of a declined referral, of a failed one and of one taken back each stands on a list of its own', () => {
  const named = referralStatuses.filter((status) => reasonLists[status] !== null)
  assert.deepEqual(named.toSorted(), ['cancelled', 'failed', 'rejected'])
  assert.equal(new Set(named.map((status) => reasonLists[status])).size, named.length)
  for (const status of named) assert.ok(!openReferral.includes(status), status)
})

test('REF-27 a referral says which step is due and when; without a deadline since when it stands so', () => {
  const said = (own: Partial<ReferralLine>) => textOf(drawDesk(made(ReferralDue, { referral: aLine(own) })))
  const steps = [
    ['requested', 'referral.due.requested'],
    ['accepted', 'referral.due.accepted'],
    ['in-progress', 'referral.due.in-progress'],
  ] as const
  for (const [status, key] of steps) assert.ok(said({ status }).startsWith(`${t(key)}: `), status)
  const stands = said({ status: 'on-hold', dueAt: null })
  assert.ok(stands.startsWith(t('referral.since', { when: '' }).trim()), stands)
})

test('REF-27 late and near deadlines look like what they are; the exact time is in the markup', () => {
  const look = (dueAt: number) => {
    const time = only(drawDesk(made(ReferralDue, { referral: aLine({ dueAt }) })), 'time')
    return [valueOf(time, 'class') ?? '', Date.parse(valueOf(time, 'dateTime') ?? '')]
  }
  const cases: readonly (readonly [number, string])[] = [
    [now - dayMs, 'referral-due--late'],
    [now + dayMs / 2, 'referral-due--near'],
    [now + 3 * dayMs, ''],
  ]
  for (const [dueAt, expected] of cases) assert.deepEqual(look(dueAt), [expected, dueAt])
})

test('REF-27 one that has ended is told since its end, not since somebody touched it', () => {
  const [changedAt, endedAt] = [now - 3 * dayMs, now - 5 * dayMs]
  const referral = aLine({ status: 'completed', dueAt: null, changedAt, endedAt })
  const time = only(drawDesk(made(ReferralDue, { referral })), 'time')
  assert.equal(Date.parse(valueOf(time, 'dateTime') ?? ''), endedAt)
})

test('REF-30 the offices that were asked before are told in their order, each with why it was left', () => {
  const first = aLine({ id: ids.referral(1), status: 'rejected', reason: 'capacity-full' })
  const second = aLine({
    id: ids.referral(2),
    toOfficeName: 'Klinik Bina Sehat',
    status: 'failed',
    reason: 'moved',
    partOf: first.id,
  })
  const third = aLine({ id: ids.referral(3), toOfficeName: 'RS Panti Rini', partOf: second.id })
  const all = [third, first, second]
  const chain = (referral: ReferralLine) => textOf(drawDesk(made(ReferralChain, { referral, all }), [lists]))
  assert.equal(
    chain(third),
    t('referral.chain', {
      offices: [
        `RSUD Sleman (${t('referral-status.rejected')}: Daya tampung penuh)`,
        `Klinik Bina Sehat (${t('referral-status.failed')}: Warga pindah)`,
      ].join(' → '),
    }),
  )
  assert.ok(chain(second).includes('RSUD Sleman') && !chain(second).includes('RS Panti Rini'))
  assert.equal(chain(first), '', 'who was asked first was asked after nobody')
})

test('REF-30 a reason that no list names any more is told by its code, and none where none was given', () => {
  const link = { partOf: ids.referral(1), id: ids.referral(2) }
  const chain = (own: Partial<ReferralLine>) =>
    textOf(drawDesk(made(ReferralChain, { referral: aLine(link), all: [aLine(own), aLine(link)] }), [lists]))
  assert.ok(chain({ status: 'rejected', reason: 'gone-code' }).endsWith(': gone-code)'))
  assert.ok(chain({ status: 'entered-in-error' }).endsWith(`(${t('referral-status.entered-in-error')})`))
})

test('REF-21 a link that may still be used is told with its day; one that ended, or none, is not offered', () => {
  const shown = (linkUntil: number | null) =>
    find(drawDesk(made(ReplyLink, { referral: aLine({ linkUntil }) })), 'button').map(textOf)
  assert.deepEqual(shown(now + dayMs), [t('referral.link.show')])
  assert.deepEqual(shown(now - dayMs), [])
  assert.deepEqual(shown(null), [])
})

test('REF-16 a list tells the other office of each side, and leads to the case opened at the referral', () => {
  const drawn = (side: 'in' | 'out') => drawDesk(made(ReferralRows, { side, rows: [aLine()] }))
  assert.ok(textOf(drawn('in')).includes('Puskesos Caturtunggal'))
  assert.ok(!textOf(drawn('in')).includes('RSUD Sleman'))
  assert.ok(textOf(drawn('out')).includes('RSUD Sleman'))
  assert.ok(!textOf(drawn('out')).includes('Puskesos Caturtunggal'))
  const hrefs = find(drawn('in'), 'a').map((link) => valueOf(link, 'href'))
  assert.deepEqual([...new Set(hrefs)], [`/kasus/34.04/${ids.case(1)}?rujukan=${ids.referral(1)}`])
})

test('REF-17 of a referral whose grant ran out the list says so, and whom to ask, instead of number and summary', () => {
  const page = textOf(drawDesk(made(ReferralRows, { side: 'in', rows: [aLine({ caseNumber: '', summary: '' })] })))
  assert.ok(page.includes(t('referral.no-leave')))
  assert.ok(page.includes(t('referral.no-leave.do', { office: 'Puskesos Caturtunggal' })))
})
