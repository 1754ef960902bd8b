import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indicatorRoutes } from '@openslrt/core/contract/indicators.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const leader = await house.staffAt(offices.secretariat, 'leader')
const today = dayIn('Asia/Jakarta', Date.now())
const { district, caturtunggal, maguwoharjo } = sleman
const open = await aCaseBy(desk)
const closed = await aCaseBy(desk, { restricted: 'violence' })

async function saysOf(code: ShownIndicator, who: Client = manager, query: Readonly<Record<string, string>> = {}) {
  const { lines } = await who.read(indicatorRoutes.indicators, { query })
  const line = lines.find((one) => one.code === code)
  assert.ok(line, code)
  return [line.n, line.of]
}

/** A letter as a row: issued so many days ago, and handed over or not. */
const letter = (kase: { id: string }, days: number | null, own: { handed?: boolean; status?: string } = {}) =>
  house.owner(
    `insert into letter (district, id, version, seq, case_id, kind, office, status, fields, drafter, chain, marks, issued_at, handed_at, holder, drafted_at, changed_at)
      values ($1, gen_random_uuid(), 1, 1, $2, 'registered', $3, $4, '', $5, '[]', '[]', $6, $7, 'S***', now(), now())`,
    [
      district,
      kase.id,
      offices.caturtunggal,
      own.status ?? 'issued',
      desk.staff,
      days === null ? null : new Date(Date.now() - days * 86_400_000),
      own.handed ? new Date() : null,
    ],
  )

test('INDICATOR-3 letters are counted by the day on which they were signed, whatever became of them; drafts are none', async () => {
  await letter(open, 0, { handed: true, status: 'handed-over' })
  await letter(open, 0)
  await letter(open, 3, { status: 'revoked' })
  await letter(open, null, { status: 'drafted' })
  await letter(open, 40)
  assert.deepEqual(await saysOf('letters-issued'), [3, null])
  assert.deepEqual(await saysOf('letters-handed'), [1, 3])
  assert.deepEqual(await saysOf('letters-issued', manager, { from: today, to: today }), [2, null])
  const then = { from: addDays(today, -59), to: addDays(today, -30) }
  assert.deepEqual(await saysOf('letters-issued', manager, then), [1, null])
})

test('INDICATOR-3 the letter of a case that somebody may not see is none of theirs', async () => {
  await letter(closed, 0)
  assert.deepEqual(await saysOf('letters-issued', manager), [4, null])
  assert.deepEqual(await saysOf('letters-issued', fo), [3, null])
  assert.deepEqual(await saysOf('letters-issued', leader), ['few', null])
})

/** A proposal as a row, past every door: what the doors do with one is proven there. */
const proposal = (status: string, own: { days?: number; place?: string } = {}) =>
  house.owner(
    `insert into proposal (district, id, version, seq, kind, status, place, name, name_key, asked, reason, note, drafters, office, captured_at, received_at, capture, month, ticks, answered_at, pressed, drafted_at, changed_at)
      values ($1, gen_random_uuid(), 1, 1, 'new', $2, $3, 'Siti', 'siti', '', '', '', '{}', $4, now(), now(), 'desk', '2026-11', '{}', $5, 0, now() - interval '100 days', now())`,
    [
      district,
      status,
      own.place ?? caturtunggal,
      offices.caturtunggal,
      own.days === undefined ? null : new Date(Date.now() - own.days * 86_400_000),
    ],
  )

test('INDICATOR-3 changes to the registry are told by how the centre answered them, and those that wait apart', async () => {
  for (const days of [0, 1, 2]) await proposal('accepted', { days })
  await proposal('rejected', { days: 5 })
  await proposal('rejected', { days: 35 })
  await proposal('accepted', { days: 1, place: maguwoharjo })
  await proposal('exported')
  await proposal('exported', { place: maguwoharjo })
  for (const status of ['drafted', 'verified', 'withdrawn', 'returned']) await proposal(status)
  assert.deepEqual(await saysOf('proposals-accepted'), [4, 5])
  assert.deepEqual(await saysOf('proposals-rejected'), [1, 5])
  assert.deepEqual(await saysOf('proposals-waiting'), [2, null])
  assert.deepEqual(await saysOf('proposals-accepted', fo), [3, 4])
  assert.deepEqual(await saysOf('proposals-waiting', fo), [1, null])
  const then = { from: addDays(today, -59), to: addDays(today, -30) }
  assert.deepEqual(await saysOf('proposals-rejected', manager, then), [1, 1])
})

test('INDICATOR-4 of five answers one rejected is withheld from a leader, and the four accepted with it', async () => {
  assert.deepEqual(await saysOf('proposals-accepted', leader), ['withheld', 5])
  assert.deepEqual(await saysOf('proposals-rejected', leader), ['withheld', 5])
  assert.deepEqual(await saysOf('proposals-waiting', leader), ['few', null])
})

test('INDICATOR-3 in a ledger of many entries what came back, went up or was returned is found by its index', async () => {
  const last = await house.owner<{ seq: string }>("select max(seq) as seq from ledger where district = '34.04'")
  await house.owner(
    `insert into ledger (district, seq, command_id, kind, subject, place, actor, done_at, received_at, ref_seq, digest, hash)
      select '34.04', $1::bigint + n, gen_random_uuid(), 'case.note', $2, $3, 'clock', now(), now(), 0, '', '' from generate_series(1, 20000) n`,
    [last[0]?.seq ?? 0, open.id, caturtunggal],
  )
  await house.owner('analyze ledger')
  const plan = await house.owner<{ 'QUERY PLAN': string }>(
    `explain select count(distinct l.subject) from ledger l where l.district = '34.04' and l.kind = any('{case.return,case.dispute}'::text[])
      and l.received_at >= now() - interval '30 days' and l.received_at < now()`,
  )
  assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /ledger_back_or_up/)
})
