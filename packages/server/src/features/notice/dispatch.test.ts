import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { caseHandler, pressCases } from '../case/index.ts'
import { dispatchAll } from './dispatch.ts'
import { forgetOldNotices } from './jobs.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const hospital = await house.staffAt(offices.rsud, 'provider')
const parts = noticePartsOf(house)
const tell = (now = Date.now()): Promise<number> => dispatchAll(parts, now)
await tell()

const newsOf = async (client: Client, show = 'unread') => client.read(noticeRoutes.list, { query: { show } })
const wordsOf = async (client: Client, id: string): Promise<readonly string[]> =>
  (await newsOf(client, 'all')).items.filter((item) => item.case === id).map(({ what }) => what)

test('NOTICE-2 who handles cases at the office learns that one came; the front desk that took it in does not', async () => {
  const { id } = await aCaseBy(fo)
  await tell()
  assert.deepEqual(await wordsOf(bo, id), ['arrived'])
  assert.deepEqual(await wordsOf(coordinator, id), ['arrived'])
  assert.deepEqual(await wordsOf(fo, id), [])
  assert.deepEqual(await wordsOf(manager, id), [])
})

test('NOTICE-2 a case on its way: handed over, decided, asked of another office, passed up', async () => {
  const { id } = await aCaseBy(fo)
  await coordinator.does('case.assign', { subject: id, data: { assignee: bo.staff, note: '' } })
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await bo.does('case.recommend', { subject: id, data: { note: 'Layak.' } })
  await coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const referral = randomUUID()
  const asks = { referral, to: offices.rsud, grant: randomUUID(), fields: ['story'], note: 'Mohon dibantu.' }
  await bo.does('referral.request', { subject: id, data: asks })
  await hospital.does('referral.accept', { subject: id, data: { referral, note: '' } })
  await tell()
  assert.deepEqual((await wordsOf(bo, id)).toReversed(), ['arrived', 'handed', 'decided', 'referral-answered'])
  assert.deepEqual((await wordsOf(coordinator, id)).toReversed(), ['arrived', 'to-decide'])
  assert.deepEqual(await wordsOf(hospital, id), ['referral-asked'])
  const [asked] = (await newsOf(hospital)).items
  assert.equal(asked?.officeName, 'Puskesos Caturtunggal')
})

test('NOTICE-2 of a restricted case only those learn whose role names its kind', async () => {
  const { id } = await aCaseBy(fo, { restricted: 'violence' })
  await tell()
  assert.deepEqual(await wordsOf(bo, id), [])
  assert.deepEqual(await wordsOf(coordinator, id), ['arrived'])
})

test('NOTICE-9 news is read and unread by its reader alone, one by one or all of it', async () => {
  const before = await bo.read(noticeRoutes.count)
  const { id } = await aCaseBy(fo)
  await tell()
  assert.equal((await bo.read(noticeRoutes.count)).unread, before.unread + 1)
  const [mine] = (await newsOf(bo)).items
  assert.equal(mine?.case, id)
  assert.equal(mine?.read, false)
  await coordinator.read(noticeRoutes.read, { body: { ids: [mine?.id], read: true } })
  assert.equal((await bo.read(noticeRoutes.count)).unread, before.unread + 1)
  await bo.read(noticeRoutes.read, { body: { ids: [mine?.id], read: true } })
  assert.equal((await bo.read(noticeRoutes.count)).unread, before.unread)
  await bo.read(noticeRoutes.read, { body: { ids: [mine?.id], read: false } })
  assert.equal((await bo.read(noticeRoutes.read, { body: { ids: null, read: true } })).unread, 0)
  assert.equal((await newsOf(bo)).total, 0)
  assert.ok((await newsOf(bo, 'all')).total > 0)
})

test('NOTICE-9 nobody reads the news of others, and a stranger none at all', async () => {
  const someone = await house.staffAt(offices.maguwoharjo, 'bo')
  assert.deepEqual((await newsOf(someone, 'all')).items, [])
  for (const row of [noticeRoutes.list, noticeRoutes.count]) assert.equal((await house.stranger().ask(row)).status, 401)
})

test('NOTICE-7 two workers at once tell each entry once', async () => {
  await tell()
  const made = await Promise.all(Array.from({ length: 8 }, () => aCaseBy(fo)))
  const read = await Promise.all([tell(), tell(), tell()])
  assert.equal(
    read.reduce((sum, n) => sum + n, 0),
    made.length,
  )
  for (const { id } of made) assert.deepEqual(await wordsOf(bo, id), ['arrived'])
})

test('NOTICE-7 whatever breaks off while telling, every entry is told to everybody, once', async () => {
  const whole = () =>
    house.owner<{ mark: number; what: string; whom: string; case_id: string }>(
      'select mark, what, whom, case_id from notice order by 1, 2, 3, 4',
    )
  const walk = fc.array(fc.constantFrom('register', 'take', 'note', 'return', 'complete', 'tell', 'break'), {
    minLength: 8,
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(walk, fc.integer({ min: 1, max: 6 }), async (acts, breaksAt) => {
      let id = (await aCaseBy(fo)).id
      for (const act of acts) {
        if (act === 'register') id = (await aCaseBy(fo)).id
        else if (act === 'tell') await tell()
        else if (act === 'break') await brokenOff(breaksAt)
        else await bo.send(`case.${act}`, { subject: id, data: dataOf(act) })
      }
      await tell()
      const once = await whole()
      // Told from the beginning of the ledger again, nothing is added.
      await house.owner('update notice_cursor set seq = 0')
      await tell()
      assert.deepEqual(await whole(), once)
      // Told by one worker that never broke off, nothing is missing.
      await house.owner('delete from notice')
      await house.owner('update notice_cursor set seq = 0')
      await tell()
      assert.deepEqual(await whole(), once)
    }),
    { seed, numRuns: Number(process.env['FC_RUNS'] ?? 4) },
  )
})

const dataOf = (act: string): object => (act === 'return' ? { reason: 'papers-missing', note: 'KK' } : { note: 'x' })

/** A worker that dies while it tells of the nth entry: its transaction is gone. */
async function brokenOff(nth: number): Promise<void> {
  let asked = 0
  const dying = {
    ...parts.reference,
    policyFor: (...of: Parameters<typeof parts.reference.policyFor>) => {
      if (++asked === nth) throw new Error('gone')
      return parts.reference.policyFor(...of)
    },
  }
  await dispatchAll({ ...parts, reference: dying }, Date.now()).catch(() => undefined)
}

test('NOTICE-8 whoever has a case learns that the clock reminded, and when time was over who hands work over too', async () => {
  const { id } = await aCaseBy(fo)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await bo.does('case.recommend', { subject: id, data: { note: 'Layak.' } })
  await tell()
  const before = (await wordsOf(bo, id)).length
  const [row] = await house.owner<{ due: Date }>('select hop_due_at as due from cases where id = $1', [id])
  const due = row?.due.getTime() ?? 0
  const { ledger, reference, pools } = house.parts
  const press = (now: number) => pressCases({ pool: pools.worker, reference }, caseHandler({ ledger, reference }), now)
  await press(due - 60_000)
  await press(due - 30_000)
  await tell()
  const news = (await newsOf(bo)).items.filter(({ case: of }) => of === id)
  assert.equal(news.length, before + 1)
  assert.deepEqual([news[0]?.what, news[0]?.until], ['due-soon', due])
  await press(due + 60_000)
  await tell()
  for (const client of [bo, coordinator, manager]) assert.equal((await wordsOf(client, id))[0], 'overdue')
})

test('NOTICE-15 what was told of a case that is forgotten is forgotten too', async () => {
  const { id } = await aCaseBy(fo)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  await coordinator.does('case.cancel', { subject: id, data: { reason: 'withdrawn', note: 'Ditarik.' } })
  await coordinator.does('case.ask-erasure', { subject: id, data: { basis: 'request', note: 'Diminta warga.' } })
  await tell()
  assert.deepEqual(await wordsOf(manager, id), ['erasure-asked'])
  await manager.does('case.erase', { subject: id, data: { note: '' } })
  await tell()
  assert.deepEqual(await house.owner('select 1 from notice where case_id = $1', [id]), [])
})

test('NOTICE-16 notices are kept for a year', async () => {
  const { id } = await aCaseBy(fo)
  await tell()
  await house.owner("update notice set made_at = now() - interval '366 days' where case_id = $1", [id])
  assert.ok((await forgetOldNotices(parts, Date.now())) > 0)
  assert.deepEqual(await wordsOf(bo, id), [])
})

test('NOTICE-7 what happened more than two weeks ago is told to nobody any more', async () => {
  const { id } = await aCaseBy(fo)
  await tell(Date.now() + 15 * dayMs)
  assert.deepEqual(await wordsOf(bo, id), [])
})

test('NOTICE-7 each district is told by itself', async () => {
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const there = await house.staffAt(bantul, 'manager')
  const desk = await house.staffAt(bantul, 'supervisor')
  const { id } = await aCaseBy(there, { place: villageCode.parse('34.02.01.2001') }, { district: '34.02' })
  await tell()
  assert.deepEqual(await wordsOf(desk, id), ['arrived'])
  assert.deepEqual(await wordsOf(bo, id), [])
})
