import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, kkAt, nikAt, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const admin = await house.staffAt(offices.secretariat, 'admin')
const walker = await house.staffAt(offices.caturtunggal, 'facilitator')
const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)

const marksOf = async (by: Client, table: ReplicaTable) =>
  (await by.read(replicaRoutes.marks, { body: { table, after: null } })).marks.map(([id]) => id)
async function planned(by: Client, own: object): Promise<string> {
  const subject = randomUUID()
  const data = { ...visitData.plan, day: tomorrow, office: offices.caturtunggal, ...own }
  await by.does('visit.plan', { subject, data })
  return subject
}
/** What a phone should let go of after something was done on the server. */
async function lostBy(by: Client, act: () => Promise<unknown>): Promise<readonly ReplicaTable[]> {
  const phone = aPhone(by)
  await phone.sync()
  await act()
  const { census } = await phone.sync()
  assert.ok(census)
  return unlike(phone.census(), census)
}

test('SYNC-10 of a case that nobody without its kind may see, a phone of the village holds nothing, also when it is restricted later', async () => {
  const born = await aCaseBy(desk, { restricted: 'violence' })
  const later = await aCaseBy(desk)
  const phone = aPhone(walker)
  await phone.sync()
  assert.deepEqual([phone.held.case.has(born.id), phone.held.case.has(later.id)], [false, true])
  const restrict = () =>
    desk.does('case.restrict', { subject: later.id, base: 1, data: { restricted: 'hiv', note: 'Kata dokter' } })
  assert.deepEqual(await lostBy(walker, restrict), ['case'])
  assert.ok(!(await marksOf(walker, 'case')).includes(later.id))
})

test('SYNC-10 a case that was shared with an office is not on its phones: of it only a part may be seen', async () => {
  // Sees the cases of an office alone: of this one, of their village, what was shared.
  const guest = await house.staffAt(offices.maguwoharjo, 'surveyor')
  const { id } = await aCaseBy(desk, { place: villageCode.parse(sleman.maguwoharjo) })
  await desk.does('case.share', {
    subject: id,
    base: 1,
    data: { grant: randomUUID(), office: offices.maguwoharjo, fields: ['story', 'client'], note: 'Ikut membantu' },
  })
  assert.equal((await guest.ask(caseRoutes.card, { query: { district: sleman.district, id } })).status, 200)
  const phone = aPhone(guest)
  await phone.sync()
  assert.equal(phone.held.case.has(id), false)
  assert.ok(!(await marksOf(guest, 'case')).includes(id))
})

test('SYNC-10, SYNC-12 a person who became one with another stands on the phone as merged, and stands again once parted', async () => {
  const [kept, gone] = [await addPerson(desk, { nama: 'Lastri' }), await addPerson(desk, { nama: 'Lastri' })]
  const phone = aPhone(walker)
  await phone.sync()
  const subject = randomUUID()
  const body = { district: sleman.district, of: 'person', kept, gone }
  const shown = await verifier.read(doubleRoutes.preview, { query: body })
  const { version: keptVersion } = shown.kept
  const data = { of: 'person', kept, gone, take: [], keptVersion, goneVersion: shown.gone.version }
  await verifier.does('registry.merge', { subject, data })
  const merged = (await phone.sync()).rows.person.find(({ id }) => id === gone)
  assert.deepEqual([merged?.status, merged?.mergedInto], ['merged', kept])
  await verifier.does('registry.unmerge', { subject, data: {} })
  const page = await phone.sync()
  const parted = page.rows.person.find(({ id }) => id === gone)
  assert.deepEqual([parted?.status, parted?.mergedInto], ['known', null])
  assert.ok(page.census)
  assert.deepEqual(unlike(phone.census(), page.census), [])
})

test('SYNC-10, PRIVACY-7 of whoever is erased the phone is sent a row that names nobody', async () => {
  const name = 'Wagiyem Penanda'
  const family = await addFamily(desk, { alamat: 'Gang Melati Penanda' })
  const person = await addPerson(desk, { nama: name, nomor_induk_kependudukan: nikAt(31) }, { family })
  const phone = aPhone(walker)
  const before = await phone.sync()
  assert.match(JSON.stringify(before.rows), /Wagiyem Penanda/)
  const wish = randomUUID()
  const asked = { of: 'family', who: family, basis: 'request', note: 'Memintanya sendiri' }
  await desk.does('registry.ask-erasure', { subject: wish, data: asked })
  await manager.does('registry.erase', { subject: wish, data: {} })
  const { rows } = await phone.sync()
  assert.deepEqual(
    [rows.person.find(({ id }) => id === person)?.status, rows.family.find(({ id }) => id === family)?.status],
    ['erased', 'erased'],
  )
  assert.doesNotMatch(JSON.stringify(rows), /Penanda/)
  const anew = await aPhone(walker).sync()
  assert.doesNotMatch(JSON.stringify(anew), /Penanda/)
})

test('SYNC-10 no number by which somebody could be found is in any column of any row', async () => {
  const [nik, kk, phoneNumber] = [nikAt(41), kkAt(41), '081234560041']
  const family = await addFamily(desk, { nomor_kartu_keluarga: kk })
  const person = await addPerson(desk, { nomor_induk_kependudukan: nik }, { family })
  await says(desk, 'person', person, { nomor_telepon: phoneNumber })
  await aCaseBy(desk, { client: { ...registration().client, nik, kk } })
  await planned(desk, { family, whom: { ...visitData.plan.whom, nik, kk }, assignee: walker.staff })
  const page = await aPhone(walker).sync()
  const text = JSON.stringify(page)
  assert.ok(page.rows.person.some(({ id }) => id === person) && page.rows.visit.some((row) => row.family === family))
  for (const number of [nik, kk, phoneNumber]) assert.ok(!text.includes(number), number)
})

test('SYNC-10 a visit leaves the phone of whoever was sent when somebody else is sent, and comes to theirs', async () => {
  const [first, second] = [
    await house.staffAt(offices.secretariat, 'facilitator'),
    await house.staffAt(offices.secretariat, 'facilitator'),
  ]
  const own = { office: offices.secretariat, place: sleman.sinduadi }
  const visit = await planned(manager, { ...own, assignee: first.staff })
  assert.deepEqual(await marksOf(first, 'visit'), [visit])
  const assign = () =>
    manager.does('visit.assign', {
      subject: visit,
      base: 1,
      data: { office: offices.secretariat, assignee: second.staff, note: '' },
    })
  assert.deepEqual(await lostBy(first, assign), ['visit'])
  assert.deepEqual([await marksOf(first, 'visit'), await marksOf(second, 'visit')], [[], [visit]])
})

test('SYNC-10 a visit in the own village, on which one is sent too, is held once and counted once', async () => {
  const visit = await planned(desk, { assignee: walker.staff })
  const phone = aPhone(walker)
  const page = await phone.sync()
  assert.equal(page.rows.visit.filter(({ id }) => id === visit).length, 1)
  assert.equal((await marksOf(walker, 'visit')).filter((id) => id === visit).length, 1)
  assert.ok(page.census)
  assert.deepEqual(unlike(phone.census(), page.census), [])
})

test('SYNC-10, ACCOUNT-5 whose post has ended, or who was suspended, pulls nothing more', async () => {
  const leaving = await house.staffAt(offices.caturtunggal, 'facilitator')
  const phone = aPhone(leaving)
  await phone.sync()
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [leaving.staff])
  assert.ok(post)
  await admin.does('post.end', { subject: post.id, data: {} })
  const ended = await phone.ask()
  assert.deepEqual([ended.status, ended.body['rows']], [403, undefined])
  const suspended = await house.staffAt(offices.caturtunggal, 'facilitator')
  await aPhone(suspended).sync()
  assert.ok(suspended.staff)
  await admin.does('staff.change', { subject: suspended.staff, data: { name: 'Petugas', active: false } })
  assert.equal((await aPhone(suspended).ask()).status, 401)
})

test('SYNC-11 the cursor of somebody else is worth nothing: all of the own comes, and nothing of theirs', async () => {
  const other = await house.staffAt(offices.maguwoharjo, 'facilitator')
  const own = await addFamily(await house.staffAt(offices.maguwoharjo, 'coordinator'), {}, sleman.maguwoharjo)
  const theirs = aPhone(walker)
  await theirs.sync()
  const phone = aPhone(other)
  phone.cursor = theirs.cursor
  const page = await phone.sync()
  assert.deepEqual([...phone.held.family.keys()], [own])
  assert.deepEqual(page.census && unlike(phone.census(), page.census), [])
  assert.ok(replicaTables.every((table) => page.rows[table].every(({ place }) => place === sleman.maguwoharjo)))
})

test('SYNC-11 a paused cursor of somebody else, too, goes on with nothing of theirs', async () => {
  const other = await house.staffAt(offices.maguwoharjo, 'facilitator')
  const { epoch, cursor } = await aPhone(walker).sync()
  const phone = aPhone(other)
  const at = { upTo: cursor.since, table: 'person' as const, after: null }
  phone.cursor = { ...cursor, epoch, since: 0, at }
  const page = await phone.pull()
  assert.ok(page.rows.family.length > 0, 'it began at the first table again')
  assert.ok(page.rows.person.every(({ place }) => place === sleman.maguwoharjo))
})

test('SYNC-10, REGISTRY-16 who died, moved or is no more stays on the phone, and is marked there', async () => {
  const [dead, moved] = [await addPerson(desk, { nama: 'Almarhum' }), await addPerson(desk, { nama: 'Perantau' })]
  const phone = aPhone(walker)
  await phone.sync()
  const mark = (subject: string, status: string) =>
    desk.does('registry.mark', { subject, data: { of: 'person', status, on: '2026-11-01', ...origin } })
  await mark(dead, 'dead')
  await mark(moved, 'moved')
  const { rows } = await phone.sync()
  assert.deepEqual(
    rows.person.map(({ id, status }) => [id, status]),
    [
      [dead, 'dead'],
      [moved, 'moved'],
    ],
  )
})
