import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { deviceRoutes } from '@openslrt/core/contract/device.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, nikAt, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { beginEpoch } from './index.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const roamer = await house.staffAt(offices.secretariat, 'facilitator')

const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)
async function planned(by: Client, own: object): Promise<string> {
  const subject = randomUUID()
  await by.does('visit.plan', { subject, data: { ...visitData.plan, day: tomorrow, ...own } })
  return subject
}

const family = await addFamily(desk, { alamat: 'Jalan Kaliurang km 5' })
const member = await addPerson(desk, { nomor_induk_kependudukan: nikAt(1), nama: 'Sumarni' }, { family })
const away = await addFamily(neighbour, {}, sleman.maguwoharjo)
const visit = await planned(desk, { office: offices.caturtunggal, assignee: facilitator.staff, family })
const far = await planned(manager, {
  office: offices.secretariat,
  assignee: roamer.staff,
  whom: { ...visitData.plan.whom, name: 'Tukiman' },
  place: sleman.sinduadi,
})
const { id: kase } = await aCaseBy(desk)

test('SYNC-10 a phone holds the rows of its village: families, members, cases and visits, numbers masked, and nobody else’s', async () => {
  const phone = aPhone(facilitator)
  const page = await phone.sync()
  assert.deepEqual(
    page.villages.map(({ code }) => code),
    [sleman.caturtunggal],
  )
  assert.deepEqual([...phone.held.family.keys()], [family])
  assert.deepEqual([...phone.held.person.keys()], [member])
  assert.deepEqual([...phone.held.case.keys()], [kase])
  assert.deepEqual([...phone.held.visit.keys()], [visit])
  assert.equal(page.rows.person[0]?.said['nama'], 'Sumarni')
  assert.doesNotMatch(JSON.stringify(page), new RegExp(nikAt(1)))
  assert.ok(!phone.held.family.has(away))
})

test('SYNC-10 whoever has a whole district and no villages of their own holds the visits they were sent on, and no registry', async () => {
  const phone = aPhone(roamer)
  const { villages } = await phone.sync()
  assert.deepEqual(villages, [])
  assert.deepEqual([...phone.held.visit.keys()], [far])
  assert.equal(phone.held.family.size + phone.held.person.size + phone.held.case.size, 0)
})

test('SYNC-10, OFFICE-14 villages that are named for a post come to its phone with all that is theirs, and leave it again', async () => {
  const walker = await house.staffAt(offices.secretariat, 'facilitator')
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [walker.staff])
  assert.ok(post)
  const phone = aPhone(walker)
  await phone.sync()
  const say = (villages: readonly string[]) => house.setUp('post.serve', { subject: post.id, data: { villages } })
  await say([sleman.caturtunggal, sleman.maguwoharjo])
  const both = await phone.sync()
  assert.deepEqual([...phone.held.family.keys()].toSorted(), [family, away].toSorted())
  assert.ok(both.census)
  assert.deepEqual(unlike(phone.census(), both.census), [])
  await say([sleman.maguwoharjo])
  const { census } = await phone.sync()
  assert.ok(census)
  assert.deepEqual(unlike(phone.census(), census), ['family', 'person', 'case', 'visit'])
  const { marks } = await walker.read(replicaRoutes.marks, { body: { table: 'family', after: null } })
  assert.deepEqual(
    marks.map(([id]) => id),
    [away],
  )
})

test('SYNC-11 after the first round only what changed comes, and where nothing did nothing is looked for', async () => {
  const phone = aPhone(facilitator)
  await phone.sync()
  const still = await phone.pull()
  assert.deepEqual(
    [replicaTables.every((table) => still.rows[table].length === 0), still.done, still.census],
    [true, true, null],
  )
  await says(desk, 'person', member, { nama: 'Sumarni Lestari' })
  const { rows, done, census } = await phone.pull()
  assert.deepEqual([rows.person.map(({ id }) => id), rows.family, done], [[member], [], true])
  assert.ok(census)
  assert.deepEqual(unlike(phone.census(), census), [])
})

test('SYNC-11 a round goes on where it stopped, page by page, and what is written meanwhile comes with the next', async () => {
  const own = await house.staffAt(offices.maguwoharjo, 'facilitator')
  for (let nth = 0; nth < 3; nth++) await addPerson(neighbour, { nama: `Warga ${nth}` }, { place: sleman.maguwoharjo })
  // A thousand rows are a page: rows of one village are copied, so that it has more.
  await house.owner(
    `insert into person select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid())) as p
      from person p cross join generate_series(1, 900) where p.place = $1 and p.name like 'Warga%') q`,
    [sleman.maguwoharjo],
  )
  const phone = aPhone(own)
  const first = await phone.pull()
  assert.deepEqual([first.done, first.census, phone.held.person.size + phone.held.family.size], [false, null, 1000])
  const later = await addPerson(neighbour, { nama: 'Baru datang' }, { place: sleman.maguwoharjo })
  const last = await phone.sync()
  assert.deepEqual([last.census, phone.held.person.has(later), phone.held.person.size], [null, false, 2703])
  const next = await phone.pull()
  assert.deepEqual([next.done, next.rows.person.map(({ id }) => id)], [true, [later]])
  assert.ok(next.census)
  assert.deepEqual(unlike(phone.census(), next.census), [])
})

test('SYNC-12 a family that moves to another village is missed by the count, and told by the marks', async () => {
  const phone = aPhone(facilitator)
  const mover = await addFamily(desk)
  await phone.sync()
  assert.ok(phone.held.family.has(mover))
  await says(manager, 'family', mover, { kode_kelurahan_desa: sleman.maguwoharjo })
  const { rows, census } = await phone.pull()
  assert.deepEqual(rows.family, [])
  assert.ok(census)
  assert.deepEqual(unlike(phone.census(), census), ['family'])
  const { marks, more } = await facilitator.read(replicaRoutes.marks, { body: { table: 'family', after: null } })
  assert.equal(more, false)
  assert.ok(!marks.some(([id]) => id === mover))
})

test('SYNC-13 a phone is its person’s: another who shows its number is refused, and what waits there is known', async () => {
  const phone = aPhone(facilitator)
  assert.equal((await phone.ask({ waiting: 3, held: 12 })).status, 200)
  const { status, body } = await aPhone(roamer, phone.device).ask()
  assert.deepEqual([status, body['code']], [409, 'device-of-another'])
  const [row] = await house.owner('select staff, waiting, held, app from device where id = $1', [phone.device])
  assert.deepEqual(row, { staff: facilitator.staff, waiting: 3, held: 12, app: '0.1.0' })
})

test('SYNC-14 a database that was restored has another epoch: a phone pulls everything anew', async () => {
  const phone = aPhone(facilitator)
  const { epoch } = await phone.sync()
  await withOwner(house.ownerUrl, beginEpoch)
  const page = await phone.pull()
  assert.notEqual(page.epoch, epoch)
  assert.ok(page.rows.family.length > 0)
})

test('SYNC-11 a cursor from beyond the last entry, of no round, is worth nothing: all comes anew', async () => {
  const phone = aPhone(facilitator)
  const { cursor } = await phone.sync()
  phone.cursor = { ...cursor, since: cursor.since + 1000 }
  const page = await phone.pull()
  assert.ok(page.rows.family.length > 0)
})

test('ACCESS-1 whoever makes no visits has no replica', async () => {
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  assert.equal((await aPhone(fo).ask()).status, 403)
})

test('SYNC-13 whoever looks after the staff of a place sees its phones, and orders a lost one to forget all', async () => {
  const [admin, other] = [
    await house.staffAt(offices.secretariat, 'admin'),
    await house.staffAt(offices.maguwoharjo, 'admin'),
  ]
  const lost = await house.staffAt(offices.caturtunggal, 'facilitator')
  const phone = aPhone(lost)
  await phone.ask({ waiting: 2, name: 'Samsung A05' })
  const { items } = await admin.read(deviceRoutes.list, { query: { page: 1 } })
  const line = items.find(({ id }) => id === phone.device)
  assert.deepEqual([line?.staff, line?.name, line?.waiting, line?.order], [lost.staff, 'Samsung A05', 2, 'none'])
  const wipe = { id: phone.device, order: 'wipe', why: 'HP hilang di pasar' }
  assert.equal(
    (await other.read(deviceRoutes.list, { query: { page: 1 } })).items.some(({ id }) => id === phone.device),
    false,
  )
  assert.equal((await other.ask(deviceRoutes.order, { body: wipe })).status, 404)
  assert.equal((await lost.ask(deviceRoutes.order, { body: wipe })).status, 403)
  assert.equal((await admin.ask(deviceRoutes.order, { body: wipe })).status, 200)
  assert.equal((await admin.ask(deviceRoutes.order, { body: { ...wipe, order: 'none' } })).status, 200)
  assert.equal((await phone.pull()).order, 'none')
  assert.equal((await admin.ask(deviceRoutes.order, { body: wipe })).status, 200)
  assert.equal((await phone.pull()).order, 'wipe')
  // It has heard: what is gone is not brought back by taking the order back.
  assert.equal((await admin.ask(deviceRoutes.order, { body: { ...wipe, order: 'none' } })).status, 404)
})
