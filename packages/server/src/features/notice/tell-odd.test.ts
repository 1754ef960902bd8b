import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { tellingRoutes } from '@openslrt/core/contract/notice-tellings.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { dispatchAll } from './dispatch.ts'

const house = await startTestHouse({ logLevel: 'info' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const other = await house.staffAt(offices.maguwoharjo, 'fo')
const noPhone = { name: 'Sumarni', nik: null, kk: null, phone: null, address: 'RT 4' }
const tell = () => dispatchAll(noticePartsOf(house), Date.now())
const codeOf = ({ status, body }: Answer) => [status, body.code]

const listOf = (client: Client, query: Readonly<Record<string, string | number>> = {}) =>
  client.read(tellingRoutes.list, { query })

/** A case that was returned to a citizen without a phone, and the task to go there. */
async function aTask(own: Parameters<typeof aCaseBy>[1] = {}) {
  const made = await aCaseBy(fo, { client: noPhone, ...own })
  await bo.does('case.return', { subject: made.id, data: { reason: 'papers-missing', note: 'Fotokopi KK' } })
  await tell()
  const [row] = await house.owner<{ id: string }>(
    "select id from notice_delivery where case_id = $1 and way = 'tell' order by made_at desc",
    [made.id],
  )
  assert.ok(row)
  return { ...made, delivery: row.id }
}
const did = (client: Client, { id, delivery }: { id: string; delivery: string }, own: object = {}) =>
  client.send('notice.tell', { subject: id, data: { delivery, result: 'told', how: 'in-person', note: '', ...own } })
const stateOf = async ({ delivery }: { delivery: string }) =>
  (await house.owner<{ state: string }>('select state from notice_delivery where id = $1', [delivery]))[0]?.state
const tellsOf = async (id: string) =>
  (await house.owner("select 1 from ledger where subject = $1 and kind = 'notice.tell'", [id])).length

test('NOTICE-13 what is no result, no way or no task is turned away at the door, and the task still waits', async () => {
  const task = await aTask()
  for (const own of [
    { delivery: 'satu' },
    { result: 'maybe' },
    { how: 'pigeon' },
    { note: 7 },
    { note: 'x'.repeat(20_000) },
    { phone: '0812' },
  ])
    assert.equal((await did(facilitator, task, own)).status, 400, JSON.stringify(own).slice(0, 60))
  assert.deepEqual(codeOf(await did(facilitator, task, { delivery: randomUUID() })), [404, 'not-found'])
  assert.deepEqual(codeOf(await did(house.stranger(), task)), [401, 'unauthenticated'])
  assert.deepEqual([await stateOf(task), await tellsOf(task.id)], ['waiting', 0])
})

test('NOTICE-13 two who went to the same house: one is recorded, the other learns of it; sent twice counts once', async () => {
  const task = await aTask()
  const both = await Promise.all([did(facilitator, task), did(coordinator, task, { result: 'not-found' })])
  assert.ok(both.every(({ status }) => status === 200 || status === 409))
  assert.ok(both.some(({ status }) => status === 200))
  const next = await aTask()
  const data = { delivery: next.delivery, result: 'told', how: 'in-person', note: '' }
  const sent = { id: randomUUID(), subject: next.id, doneAt: new Date().toISOString(), data }
  const answers = await Promise.all([1, 2, 3].map(() => facilitator.send('notice.tell', sent)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  assert.equal(await tellsOf(next.id), 1)
  assert.deepEqual(codeOf(await did(coordinator, next)), [409, 'already-so'])
})

test('NOTICE-13 who would not hear is not gone to again; who was not found is', async () => {
  const refused = await aTask()
  assert.equal((await did(facilitator, refused, { result: 'refused', note: 'Tidak mau.' })).status, 200)
  assert.deepEqual(codeOf(await did(facilitator, refused)), [409, 'already-so'])
  const away = await aTask()
  for (const nth of [1, 2])
    assert.equal((await did(facilitator, away, { result: 'not-found', note: `Kali ke-${nth}` })).status, 200)
  assert.ok((await listOf(facilitator, { show: 'not-found' })).items.some(({ id }) => id === away.delivery))
  assert.equal((await did(facilitator, away)).status, 200)
  assert.deepEqual([await stateOf(refused), await stateOf(away)], ['refused', 'told'])
  const { history } = await bo.read(caseRoutes.card, { query: { district: '34.04', id: away.id } })
  assert.equal(history.filter(({ action }) => action === 'tell').length, 3)
})

test('NOTICE-13 tasks of a restricted case are seen by those alone whose role names its kind', async () => {
  const task = await aTask()
  await coordinator.does('case.restrict', { subject: task.id, data: { restricted: 'violence', note: 'KDRT' } })
  const sees = async (client: Client) => (await listOf(client)).items.some(({ id }) => id === task.delivery)
  assert.deepEqual([await sees(fo), await sees(facilitator), await sees(other)], [false, false, false])
  const shown = (await listOf(coordinator)).items.find(({ id }) => id === task.delivery)
  assert.equal(shown?.alone, true)
  assert.deepEqual(codeOf(await did(fo, task)), [404, 'not-found'])
  const query = { district: '34.04', id: task.id }
  assert.equal((await fo.ask(tellingRoutes.ofCase, { query })).status, 404)
  assert.equal((await did(coordinator, task)).status, 200)
})

test('NOTICE-13 the list of tasks comes in pages, each once, the oldest first; odd questions are refused', async () => {
  const before = (await listOf(facilitator)).total
  for (let nth = before; nth < 27; nth++) await aTask()
  const pages = [
    await listOf(facilitator),
    await listOf(facilitator, { page: 2 }),
    await listOf(facilitator, { page: 9 }),
  ]
  assert.deepEqual(
    pages.map(({ items, total, counts }) => [items.length, total, counts.waiting]),
    [
      [25, 27, 27],
      [2, 27, 27],
      [0, 27, 27],
    ],
  )
  const all = pages.flatMap(({ items }) => items)
  assert.equal(new Set(all.map(({ id }) => id)).size, 27)
  assert.deepEqual(
    all.map(({ since }) => since),
    all.map(({ since }) => since).toSorted((one, next) => one - next),
  )
  assert.equal((await listOf(other)).total, 0)
  for (const query of [{ page: 0 }, { show: 'told' }, { show: 'all' }, { office: offices.maguwoharjo }])
    assert.equal((await facilitator.ask(tellingRoutes.list, { query })).status, 400, JSON.stringify(query))
})

test('NOTICE-17 a message is prepared for nobody who has no phone, and an odd id prepares none', async () => {
  const task = await aTask()
  assert.equal((await fo.ask(tellingRoutes.link, { body: { district: '34.04', id: task.delivery } })).status, 404)
  for (const body of [{ district: 'x', id: task.delivery }, { district: '34.04', id: '1' }, { id: task.delivery }, {}])
    assert.equal((await fo.ask(tellingRoutes.link, { body })).status, 400, JSON.stringify(body))
  const looks = await house.owner("select 1 from access_log where subject = $1 and action = 'reveal'", [task.id])
  assert.equal(looks.length, 0, 'nothing was revealed')
})

test('NOTICE-15 with an erased case its tasks, its news and what was said of it are gone, for everybody', async () => {
  const task = await aTask()
  await did(facilitator, task, { note: 'Titip ke Kliwon' })
  await coordinator.does('case.cancel', { subject: task.id, data: { reason: 'withdrawn', note: 'Tidak jadi.' } })
  await tell()
  await coordinator.does('case.ask-erasure', { subject: task.id, data: { basis: 'request', note: 'Warga minta' } })
  await manager.does('case.erase', { subject: task.id, data: { note: '' } })
  await tell()
  for (const table of ['notice', 'notice_delivery'])
    assert.equal((await house.owner(`select 1 from ${table} where case_id = $1`, [task.id])).length, 0, table)
  for (const client of [bo, coordinator, facilitator]) {
    const { items } = await client.read(noticeRoutes.list)
    assert.ok(!items.some((line) => line.case === task.id))
  }
  assert.ok((await did(facilitator, task)).status >= 400)
  await assertVerified(house)
})

test('LOG-1 telling people by hand leaves no name, number or word of theirs in the log', () => {
  assert.ok(house.logged.some((line) => line.includes('notice.tell')))
  for (const word of ['Sumarni', 'Fotokopi KK', 'Kliwon', 'Tidak mau', 'KDRT'])
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
