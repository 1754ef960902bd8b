import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { dayIn, dayMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { proposalHandler } from './commands.ts'
import { pressProposals } from './press.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const drafter = await house.staffAt(offices.caturtunggal, 'village-operator')
const colleague = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const coordinator = await house.staffAt(offices.secretariat, 'coordinator')
const planner = await house.staffAt(offices.secretariat, 'planner')
const { ledger, reference, pools } = house.parts
const district = '34.04'
const { act, does, drafted, scanned, backed, approved, exported } = proposalsOf({ drafter, verifier, approver })
const handle = proposalHandler({ ledger, reference })
const asked = [{ name: 'kelayakan', before: 'ya', after: 'tidak' }]
const objected = (days: number) => ({ kind: 'objection', asked, capturedAt: wireOf(Date.now() - days * dayMs) })
const press = (days = 0) => pressProposals(pools.worker, handle, Date.now() + days * dayMs)
const card = (id: string) => drafter.read(proposalRoutes.one, { query: { district, id } })
const kinds = async (id: string) =>
  (await house.owner('select kind from ledger where subject = $1 order by seq', [id])).map(({ kind }) => kind)

/** What each of them was told of a proposal, as the bell shows it. */
async function told(id: string, who: Client): Promise<readonly string[]> {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await who.read(noticeRoutes.list, { query: { show: 'all' } })
  return items.filter(({ about }) => about?.id === id).map(({ what }) => what)
}
/** Nothing that other tests left is still to be said. */
const quiet = () => press(40)

test('PROPOSAL-22 PROPOSAL-26 on day 7 those are told whom an objection waits for, and nobody else', async () => {
  await quiet()
  const id = await drafted(objected(8))
  assert.equal(await press(), 1)
  assert.deepEqual(await told(id, drafter), ['objection-due'])
  assert.deepEqual(await told(id, colleague), ['objection-due'])
  for (const other of [neighbour, verifier, approver, coordinator, planner]) assert.deepEqual(await told(id, other), [])
  assert.equal((await card(id)).late, false)
  await does(drafter, 'withdraw', id, proposalData.withdraw)
})

test('PROPOSAL-26 backed, it waits for verifiers of the place: they are told, and on day 12 those above them', async () => {
  await quiet()
  const id = await backed(objected(8))
  await press()
  assert.deepEqual([await told(id, verifier), await told(id, drafter)], [['objection-due'], []])
  await press(5)
  assert.deepEqual(await told(id, verifier), ['objection-due', 'objection-due'])
  assert.deepEqual(await told(id, coordinator), ['objection-due'])
  await press(7)
  assert.deepEqual((await told(id, coordinator)).toSorted(), ['objection-due', 'objection-over'])
  assert.deepEqual(await told(id, neighbour), [])
  assert.deepEqual(await kinds(id), [
    'proposal.draft',
    'proposal.evidence',
    'proposal.back',
    'proposal.warn',
    'proposal.escalate',
    'proposal.overdue',
  ])
})

test('PROPOSAL-22 a worker that slept says the last word alone, and says it once', async () => {
  await quiet()
  const id = await drafted(objected(1))
  assert.equal(await press(), 0)
  assert.equal(await press(30), 1)
  assert.equal(await press(60), 0)
  assert.deepEqual(await kinds(id), ['proposal.draft', 'proposal.overdue'])
})

test('PROPOSAL-22 two workers at the same minute say each word once', async () => {
  await quiet()
  const all = await Promise.all([drafted(objected(8)), drafted(objected(8)), drafted(objected(13))])
  await Promise.all([press(), press(), press()])
  for (const id of all) assert.equal((await kinds(id)).length, 2, id)
  assert.deepEqual(await Promise.all(all.map(kinds)), [
    ['proposal.draft', 'proposal.warn'],
    ['proposal.draft', 'proposal.warn'],
    ['proposal.draft', 'proposal.escalate'],
  ])
})

test('PROPOSAL-22 verified, withdrawn, or not agreed to, an objection has no clock any more', async () => {
  await quiet()
  const [verified, withdrawn] = [await backed(objected(6)), await drafted(objected(6))]
  await does(verifier, 'verify', verified, proposalData.verify)
  await does(drafter, 'withdraw', withdrawn, proposalData.withdraw)
  assert.equal(await press(20), 0)
  assert.deepEqual([(await card(verified)).dueAt, (await card(withdrawn)).dueAt], [null, null])
})

test('PROPOSAL-22 sent back after it was verified, nobody is left to run out of time', async () => {
  await quiet()
  const id = await backed(objected(6))
  await does(verifier, 'verify', id, proposalData.verify)
  await does(approver, 'send-back', id, proposalData['send-back'])
  assert.equal((await card(id)).status, 'returned')
  assert.equal(await press(20), 0)
})

test('PROPOSAL-22 nobody sends as the clock, and no other kind of proposal is pressed', async () => {
  await quiet()
  const id = await drafted({ capturedAt: wireOf(Date.now() - 20 * dayMs) })
  assert.equal(await press(20), 0)
  for (const action of ['warn', 'escalate', 'overdue']) {
    const body = JSON.stringify({ kind: `proposal.${action}`, subject: id })
    const headers = { 'content-type': 'application/json' }
    const one = await verifier.raw({ method: 'POST', path: `/api/proposals/${action}`, headers, body })
    assert.equal(one.status, 404, action)
    const many = await verifier.raw({
      method: 'POST',
      path: '/api/commands',
      headers,
      body: JSON.stringify({ commands: [{ kind: `proposal.${action}`, id: crypto.randomUUID() }] }),
    })
    assert.match(many.text, /refused/, action)
  }
  assert.deepEqual(await kinds(id), ['proposal.draft'])
})

test('PROPOSAL-26 drafters are told that it came back, by verifier and approver, and hear nothing of what they did', async () => {
  const id = await backed()
  await does(verifier, 'return', id, proposalData.return)
  assert.deepEqual(await told(id, drafter), ['proposal-returned'])
  await does(colleague, 'change', id, { ...proposalData.change, person: null, family: null })
  await does(drafter, 'resend', id, { note: '' })
  await does(verifier, 'verify', id, proposalData.verify)
  await does(approver, 'send-back', id, proposalData['send-back'])
  assert.deepEqual(await told(id, drafter), ['proposal-returned', 'proposal-returned'])
  assert.deepEqual(await told(id, colleague), ['proposal-returned'], 'who changed it has drafted it, too')
  assert.deepEqual([await told(id, verifier), await told(id, approver), await told(id, neighbour)], [[], [], []])
})

test('PROPOSAL-26 drafters are told of the answer once, but for the one who recorded it', async () => {
  const { id } = await exported()
  const today = dayIn('Asia/Jakarta', Date.now())
  await does(verifier, 'accept', id, { answeredOn: today, note: '' })
  assert.deepEqual(await told(id, drafter), ['proposal-answered'])
  assert.deepEqual(await told(id, drafter), ['proposal-answered'], 'a second round of the worker tells nothing twice')
  const { id: other } = await exported()
  await does(drafter, 'reject', other, { ...proposalData.reject, answeredOn: today })
  assert.deepEqual(await told(other, drafter), [])
})

test('PROPOSAL-26 the notice leads to the proposal, names no one, and is marked by its reader alone', async () => {
  const id = await backed()
  await does(verifier, 'return', id, proposalData.return)
  await told(id, drafter)
  const { items } = await drafter.read(noticeRoutes.list, { query: { show: 'unread' } })
  const notice = items.find(({ about }) => about?.id === id)
  assert.ok(notice)
  assert.deepEqual(
    [notice.case, notice.about?.kind, notice.number, notice.officeName, notice.district],
    [null, 'proposal', '', 'Puskesos Caturtunggal', district],
  )
  assert.doesNotMatch(JSON.stringify(notice), /Siti|3404074506800001|KK tidak/)
  await colleague.read(noticeRoutes.read, { body: { ids: [notice.id], read: true } })
  const { unread } = await drafter.read(noticeRoutes.count)
  await drafter.read(noticeRoutes.read, { body: { ids: [notice.id], read: true } })
  assert.equal((await drafter.read(noticeRoutes.count)).unread, unread - 1)
})

test('PROPOSAL-19 the citizen of an objection hears on day 12 that it waits, in plain words and without their data', async () => {
  await quiet()
  const desk = await house.staffAt(offices.caturtunggal, 'fo')
  const kase = await aCaseBy(desk)
  await drafted({ ...objected(8), case: kase.id })
  const heard = async () => {
    await dispatchAll(noticePartsOf(house), Date.now())
    const rows = await house.owner(
      "select what, says from notice where case_id = $1 and whom = 'citizen' and (what like 'proposal%' or what like 'objection%') order by mark",
      [kase.id],
    )
    assert.doesNotMatch(JSON.stringify(rows), /Siti|3404074506800001/)
    return rows.map(({ what }) => what)
  }
  await press()
  assert.deepEqual(await heard(), ['proposal-made'], 'day 7 is a matter of officers')
  await press(5)
  assert.deepEqual(await heard(), ['proposal-made', 'objection-late'])
  await press(7)
  assert.deepEqual(await heard(), ['proposal-made', 'objection-late', 'objection-late'])
})

test('PROPOSAL-20 PROPOSAL-21 what was taken down before the cut-off counts for its month, whenever it arrives', async () => {
  const now = new Date()
  const month = (back: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 15)).toISOString().slice(0, 7)
  // Noon of the 17th and of the 18th a month ago, as people in Sleman know it: at most some six weeks old.
  const at = (day: string) => `${month(1)}-${day}T12:00:00+07:00`
  const old = Date.now() - Date.parse(at('17')) > 30 * dayMs
  const [before, after] = [
    await drafted({ capturedAt: wireOf(Date.parse(at('17'))) }),
    await drafted({ capturedAt: wireOf(Date.parse(at('18'))) }),
  ]
  const [one, two] = [await card(before), await card(after)]
  if (old) assert.ok(one.flagged)
  else assert.deepEqual([one.month, one.flagged], [month(1), false])
  if (!two.flagged) assert.equal(two.month, month(0))
  const today = await card(await drafted())
  assert.ok(today.month >= two.month)
})

test('PROPOSAL-21 a flagged time is decided by its verifier, and its month follows the one that counts', async () => {
  const id = await backed({ capturedAt: wireOf(Date.now() - 400 * dayMs) })
  const before = await card(id)
  assert.deepEqual([before.flagged, before.capture], [true, 'flagged'])
  const refused = await act(verifier, 'verify', id, { note: '', capture: null })
  assert.deepEqual([refused.status, refused.body.code], [409, 'capture-undecided'])
  await does(verifier, 'verify', id, { note: '', capture: 'trusted' })
  const after = await card(id)
  assert.deepEqual([after.flagged, after.capture], [false, 'trusted'])
  assert.ok(after.month < before.month)
  const plain = await backed()
  await does(verifier, 'verify', plain, { note: '', capture: 'received' })
  assert.equal((await card(plain)).capture, 'plausible', 'where nothing is odd there is nothing to choose')
})

test('PROPOSAL-12 the ledger proves what time did', async () => {
  await scanned()
  await approved()
  await assertVerified(house)
})
