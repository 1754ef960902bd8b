import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { activityRoutes } from '@openslrt/core/contract/activity.ts'
import { daysOfMonth, firstAfter, monthOf } from '@openslrt/core/figures/month.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, kkAt, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const today = dayIn('Asia/Jakarta', Date.now())
const month = monthOf(today)
const before = monthOf(firstAfter(month, -1))
const aFacilitator = (office = offices.caturtunggal) => house.staffAt(office, 'facilitator')

type Query = Readonly<Record<string, string>>
const listOf = (who: Client, query: Query = {}) => who.read(activityRoutes.list, { query: { month, ...query } })
const lineOf = async (who: Client, of: Client, query: Query = {}) =>
  (await listOf(who, query)).items.find(({ staff }) => staff === of.staff)
const reportOf = (who: Client, query: Query = {}) => who.read(activityRoutes.report, { query })
const coverOf = (query: Query = {}) => manager.read(activityRoutes.coverage, { query })

/** A visit that was made, on which somebody was sent, by the same or by somebody else. */
async function madeBy(who: Client, sent: Client = who): Promise<string> {
  const subject = randomUUID()
  const data = { ...visitData.plan, office: offices.caturtunggal, day: today, assignee: sent.staff }
  await coordinator.does('visit.plan', { subject, data })
  const capturedAt = new Date().toISOString()
  await who.does('visit.done', { subject, base: 1, data: { ...visitData.done, capturedAt } })
  return subject
}
const wasAt = (visit: string, at: string) => house.owner('update visit set captured_at = $2 where id = $1', [visit, at])

test('SUPER-11 a visit counts for whoever was there, not for whoever was sent', async () => {
  const [sent, went] = [await aFacilitator(), await aFacilitator()]
  await madeBy(went, sent)
  assert.deepEqual([(await lineOf(manager, sent))?.counts.done, (await lineOf(manager, went))?.counts.done], [0, 1])
  const report = await reportOf(went, { month })
  assert.deepEqual([report.visits.length, report.visits[0]?.name], [1, 'Sumarni'])
  assert.deepEqual((await reportOf(sent, { month })).visits, [])
})

test('SUPER-10 whoever else made a visit in the month stands on its list, and in no other month', async () => {
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  assert.equal(await lineOf(manager, bo), undefined, 'a desk that went nowhere is no facilitator')
  await madeBy(bo)
  assert.equal((await lineOf(manager, bo))?.counts.done, 1)
  await house.owner("update post set valid_from = '2020-01-01' where staff = $1", [bo.staff])
  assert.equal(await lineOf(manager, bo, { month: before }), undefined)
})

test('SUPER-11 a month begins and ends at midnight where the village is, whatever day it is in Greenwich', async () => {
  const who = await aFacilitator()
  await house.owner("update post set valid_from = '2020-01-01' where staff = $1", [who.staff])
  const visit = await madeBy(who)
  const inMonths = async () => [
    (await reportOf(who, { month: before })).counts.done,
    (await reportOf(who, { month })).counts.done,
  ]
  const { from, to } = daysOfMonth(before)
  for (const [at, counted] of [
    [`${to}T23:59:59+07:00`, [1, 0]],
    [`${month}-01T00:00:00+07:00`, [0, 1]],
    [`${from}T00:00:00+07:00`, [1, 0]],
    [`${dayIn('Asia/Jakarta', Date.parse(`${from}T00:00:00+07:00`) - 1)}T23:59:59+07:00`, [0, 0]],
  ] as const) {
    await wasAt(visit, at)
    assert.deepEqual(await inMonths(), counted, at)
  }
  await wasAt(visit, `${to}T23:59:59+07:00`)
  assert.equal((await reportOf(who, { month: before })).visits[0]?.day, to, 'the day on paper is that of the village')
})

test('SUPER-10 whoever left stands in the months in which they worked, and whoever came later does not', async () => {
  const [left, came] = [await aFacilitator(), await aFacilitator()]
  const { from, to } = daysOfMonth(before)
  await house.owner('update post set valid_from = $2::date, valid_until = $3::date where staff = $1', [
    left.staff,
    from,
    to,
  ])
  assert.equal(await lineOf(manager, left), undefined)
  assert.equal((await lineOf(manager, left, { month: before }))?.staff, left.staff)
  assert.equal(await lineOf(manager, came, { month: before }), undefined)
  const gone = await manager.ask(activityRoutes.report, { query: { month: before, staff: came.staff ?? '' } })
  assert.equal(gone.status, 404)
})

test('SUPER-11 a family that was asked twice is one, and what was said at a desk is none', async () => {
  const who = await aFacilitator()
  const family = await addFamily(who, { nomor_kartu_keluarga: kkAt(77) })
  await says(who, 'family', family, { jumlah_anggota_keluarga: 3 })
  assert.equal((await lineOf(manager, who))?.counts.families, 1)
  await house.owner('update registry_record set way = \'desk\' where "by" = $1', [`staff:${who.staff}`])
  assert.equal((await lineOf(manager, who))?.counts.families, 0)
})

test('SUPER-11 when a phone was heard last is told to its owner and to whoever leads them', async () => {
  const who = await aFacilitator()
  assert.equal((await lineOf(manager, who))?.syncedAt, null)
  for (const hours of [30, 2])
    await house.owner(
      `insert into device (id, staff, place, office, name, app, waiting, held, made_at, seen_at)
        values (gen_random_uuid(), $1, '34.04.07.2001', $2, 'HP', '0.1.0', 0, 9, now(), now() - make_interval(hours => $3))`,
      [who.staff, offices.caturtunggal, hours],
    )
  const heard = async (by: Client) => Math.round((Date.now() - ((await lineOf(by, who))?.syncedAt ?? 0)) / 3_600_000)
  for (const by of [who, coordinator, manager]) assert.equal(await heard(by), 2, 'the newest of two phones')
})

test('SUPER-10 above a district nothing is told of anybody', async () => {
  const office = await openOffice(house, {
    name: 'Dinas Sosial DIY',
    kind: 'province-office',
    level: 'province',
    place: '34',
  })
  const province = await house.staffAt(office, 'province')
  for (const row of [activityRoutes.list, activityRoutes.report, activityRoutes.coverage]) {
    const { status, body } = await province.ask(row)
    assert.deepEqual([status, body['code']], [422, 'wrong-place'], row.path)
  }
})

test('SUPER-10 many facilitators come in pages, each of them once', async () => {
  for (let nth = 0; nth < 30; nth++) await aFacilitator(offices.maguwoharjo)
  const village = { village: sleman.maguwoharjo }
  const pages = await Promise.all(['1', '2', '3'].map((page) => listOf(manager, { ...village, page })))
  assert.deepEqual(
    pages.map(({ items, total }) => [items.length, total]),
    [
      [25, 30],
      [5, 30],
      [0, 30],
    ],
  )
  assert.equal(new Set(pages.flatMap(({ items }) => items.map(({ staff }) => staff))).size, 30)
})

test('SUPER-12 a village that a facilitator of another office names as theirs is served, as long as their post lasts', async () => {
  const unserved = async () =>
    (await coverOf({ show: 'unserved', q: 'sinduadi' })).items.map(({ code }) => String(code)).includes(sleman.sinduadi)
  const who = await aFacilitator(offices.secretariat)
  assert.equal(await unserved(), true, 'of a whole district nobody serves a village by name')
  await house.owner(
    `insert into post_area (district, id, version, seq, villages) select district, id, 1, 1, array[$2::text] from post where staff = $1
      on conflict (district, id) do update set villages = excluded.villages`,
    [who.staff, sleman.sinduadi],
  )
  assert.equal(await unserved(), false)
  await house.owner('update staff set active = false where id = $1', [who.staff])
  assert.equal(await unserved(), true, 'who may no longer sign in goes nowhere')
  await house.owner('update staff set active = true where id = $1', [who.staff])
  await house.owner("update post set valid_until = now() - interval '1 minute' where staff = $1", [who.staff])
  assert.equal(await unserved(), true)
})

test('SUPER-13 villages come by name or the longest unvisited first, in pages, and as many as is said', async () => {
  const first = await coverOf({ sort: 'name' })
  const second = await coverOf({ sort: 'name', page: '2' })
  const names = [...first.items, ...second.items].map(({ name }) => name)
  assert.deepEqual([first.items.length, new Set(names).size > 25], [25, true])
  assert.deepEqual(
    names,
    names.toSorted((one, other) => (one < other ? -1 : 1)),
  )
  assert.equal(first.total, first.unvisited)
  const visit = await madeBy(await aFacilitator())
  await house.owner("update visit set captured_at = now() - interval '10 years'")
  await wasAt(visit, '2020-05-02T09:00:00+07:00')
  const pages = Math.ceil((await coverOf()).total / 25)
  const last = (await coverOf({ page: String(pages) })).items.at(-1)
  assert.deepEqual(
    [last?.code, last?.lastVisit],
    [sleman.caturtunggal, '2020-05-02'],
    'who never was visited comes before',
  )
})

test('SUPER-13 a visit at which nobody was met is no visit of the village', async () => {
  const listed = async () =>
    (await coverOf({ q: 'caturtunggal' })).items.map(({ code }) => String(code)).includes(sleman.caturtunggal)
  const visit = await madeBy(await aFacilitator())
  assert.equal(await listed(), false)
  await house.owner("update visit set status = 'missed' where id = $1", [visit])
  assert.equal(await listed(), true)
})
