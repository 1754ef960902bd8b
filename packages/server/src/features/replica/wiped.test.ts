import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { addFamily, addPerson } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const admin = await house.staffAt(offices.secretariat, 'admin')
const family = await addFamily(desk, { alamat: 'Jalan Kaliurang km 5' })
await addPerson(desk, { nama: 'Sumarni' }, { family })

const facilitator = () => house.staffAt(offices.caturtunggal, 'facilitator')
const order = (id: string, wanted: 'wipe' | 'none' = 'wipe') =>
  admin.ask(deviceRoutes.order, { body: { id, order: wanted, why: 'HP hilang di pasar' } })
const lineOf = async (id: string) =>
  (await admin.read(deviceRoutes.list, { query: { page: 1 } })).items.find((line) => line.id === id)
const rowsIn = (rows: Awaited<ReturnType<ReturnType<typeof aPhone>['pull']>>['rows']): number =>
  replicaTables.reduce((sum, table) => sum + rows[table].length, 0)

test('SYNC-58 a phone that is to forget is given no row from the moment on in which it hears of it, whatever it asks', async () => {
  const phone = aPhone(await facilitator())
  assert.ok(rowsIn((await phone.pull()).rows) > 0)
  await order(phone.device)
  await addPerson(desk, { nama: 'Ditulis sesudahnya' }, { family })
  const told = await phone.pull()
  assert.deepEqual([told.order, rowsIn(told.rows)], ['wipe', 0])
  phone.cursor = null
  const anew = await phone.pull()
  assert.deepEqual([anew.order, rowsIn(anew.rows)], ['wipe', 0], 'nor when it begins anew')
})

test('SYNC-58 what it says after it forgot is what the secretariat sees: how much is left there, and that it holds nothing', async () => {
  const phone = aPhone(await facilitator())
  await phone.ask({ waiting: 5, held: 2 })
  await order(phone.device)
  const before = await lineOf(phone.device)
  assert.deepEqual([before?.waiting, before?.held, before?.toldAt], [5, 2, null])
  await phone.ask({ waiting: 5, held: 2 })
  await phone.ask({ waiting: 1, held: 0 })
  const after = await lineOf(phone.device)
  assert.deepEqual([after?.waiting, after?.held, after?.toldAt !== null], [1, 0, true])
  assert.deepEqual([after?.order, after?.why], ['wipe', 'HP hilang di pasar'])
})

test('SYNC-58 the order is of one person on that phone: whoever else uses it, and the same person on another, goes on', async () => {
  const [lost, kept] = [await facilitator(), await facilitator()]
  const [phone, beside, another] = [aPhone(lost), aPhone(kept), aPhone(lost)]
  for (const one of [phone, beside, another]) await one.pull()
  await order(phone.device)
  assert.equal((await phone.pull()).order, 'wipe')
  for (const one of [beside, another]) {
    one.cursor = null
    const page = await one.pull()
    assert.equal(page.order, 'none')
    assert.ok(rowsIn(page.rows) > 0)
  }
})

test('SYNC-58 an order that was taken back in time harms nothing: the phone is given its rows as ever', async () => {
  const phone = aPhone(await facilitator())
  await phone.pull()
  await order(phone.device)
  assert.equal((await order(phone.device, 'none')).status, 200)
  phone.cursor = null
  const page = await phone.pull()
  assert.equal(page.order, 'none')
  assert.ok(rowsIn(page.rows) > 0)
})

test('SYNC-58 a phone that nobody knows is ordered nothing, and no order is given without a reason', async () => {
  assert.equal((await order(randomUUID())).status, 404)
  const phone = aPhone(await facilitator())
  await phone.pull()
  const short = await admin.ask(deviceRoutes.order, { body: { id: phone.device, order: 'wipe', why: '' } })
  assert.equal(short.status, 400)
  assert.equal((await phone.pull()).order, 'none')
})
