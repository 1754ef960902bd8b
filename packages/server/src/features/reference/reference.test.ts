import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { addWorking } from '@openslrt/core/kernel/calendar.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { nationPlace } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { loadLists } from '../../db/seed/load-lists.ts'
import { within } from '../../platform/db/embedded/processes.ts'
import { withOwner } from '../../platform/db/pools.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import type { Reference } from './index.ts'
import { openReference } from './index.ts'

let house: TestHouse
let offices: DistrictOffices
let fo: Client
let bo: Client
let reference: Reference
const today = dayIn('Asia/Jakarta', Date.now())
const yesterday = addDays(today, -1)

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  reference = house.parts.reference
})
after(() => house.close())

/** Adds an item to a list as an office would, and lets the house read its lists anew. */
async function add(
  list: string,
  code: string,
  own: { place?: string; from?: string; until?: string | null; data?: object } = {},
) {
  const { place = '00', from = '2016-01-01', until = null, data = {} } = own
  await house.owner(
    `insert into list_item (list, code, place, names, data, valid_from, valid_to, position) values ($1, $2, $3, $4, $5, $6, $7, 900)`,
    [list, code, place, JSON.stringify({ id: `${code} ${place}`, en: code }), JSON.stringify(data), from, until],
  )
  await reference.refresh()
}
const law = {
  sector: 'social',
  kinds: ['complaint', 'service'],
  hopDays: { village: 2 },
  totalDays: 9,
  basis: 'uji',
  restricted: null,
}
const offered = async (list: string, district = '34.04'): Promise<readonly string[]> => {
  const { lists } = await fo.read(referenceRoutes.lists, { query: { district } })
  return (lists[list] ?? []).map(({ code }) => code)
}
const codeOf = async (client: Client, kind: string, subject: string, data: unknown) => {
  const { status, body } = await client.send(kind, { subject, data })
  return status === 200 ? 'accepted' : body.code
}

test('LISTS-8 an item is offered from its first day until the day before its last, and no other day', async () => {
  const on = (day: string) => reference.list('outcome', '34.04', day).some(({ code }) => code === 'musiman')
  await add('outcome', 'musiman', { from: '2026-03-01', until: '2026-04-01' })
  assert.deepEqual(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(on), [false, true, true, false])
})

test('LISTS-8 a category that ended yesterday is offered to nobody and taken from nobody; the case of before lives on', async () => {
  await add('category', 'program-lama', { data: law })
  assert.ok((await offered('category')).includes('program-lama'))
  const { id, number, receipt } = await aCaseBy(fo, { category: 'program-lama' })
  await house.owner("update list_item set valid_to = $1 where code = 'program-lama'", [yesterday])
  await house.owner("update cases set registered_at = registered_at - interval '3 days' where id = $1", [id])
  await reference.refresh()
  assert.equal((await offered('category')).includes('program-lama'), false)
  assert.equal(
    await codeOf(fo, 'case.register', randomUUID(), registration({ category: 'program-lama' })),
    'unknown-category',
  )
  const card = await fo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.equal(card.line.category, 'program-lama')
  assert.equal(await codeOf(bo, 'case.take', id, { note: '' }), 'accepted')
  const filtered = await fo.read(caseRoutes.queue, { query: { category: 'program-lama' } })
  assert.deepEqual(
    filtered.items.map((line) => line.id),
    [id],
  )
  const citizen = plainBrowser(house.door)
  await citizen.open(publicPaths.track)
  const page = await citizen.press(publicPaths.track, { number, secret: receipt.short })
  assert.match(page.text, /program-lama 00/, 'its citizen reads the name, not the code')
})

test('LISTS-8 a reason that ends today is taken no more, one that begins tomorrow not yet', async () => {
  const { id } = await aCaseBy(fo)
  await add('return', 'berakhir', { until: today })
  await add('return', 'besok', { from: addDays(today, 1) })
  await add('return', 'berlaku', { from: today, until: addDays(today, 1) })
  const give = (reason: string) => codeOf(bo, 'case.return', id, { reason, note: 'Bawa KTP' })
  assert.deepEqual(
    [await give('berakhir'), await give('besok'), await give('berlaku')],
    ['unknown-reason', 'unknown-reason', 'accepted'],
  )
})

test('LISTS-8 what was done in the field is judged by the lists of its own day', async () => {
  const { id } = await aCaseBy(fo)
  await add('cancel', 'kemarin-saja', { until: today })
  const manager = await house.staffAt(offices.caturtunggal, 'coordinator')
  const data = { reason: 'kemarin-saja', note: 'Sudah tidak perlu' }
  const send = (doneAt: number) =>
    manager.send('case.cancel', { subject: id, data, doneAt: new Date(doneAt).toISOString() })
  assert.equal((await send(Date.now())).body.code, 'unknown-reason')
  assert.equal((await send(Date.now() - dayMs)).status, 200)
})

test("LISTS-9 an item of a district holds there, in nothing beside it, and before the nation's own", async () => {
  await add('channel', 'radio-sleman', { place: '34.04' })
  await add('channel', 'radio-diy', { place: '34' })
  assert.deepEqual(
    (await offered('channel')).filter((code) => code.startsWith('radio')),
    ['radio-diy', 'radio-sleman'],
  )
  assert.deepEqual(
    (await offered('channel', '34.02')).filter((code) => code.startsWith('radio')),
    ['radio-diy'],
  )
  assert.deepEqual(
    (await offered('channel', '12.01')).filter((code) => code.startsWith('radio')),
    [],
  )
})

test('LISTS-9 of one code the nearest place counts: the district before the province before the nation', async () => {
  const nameOn = (district: string) =>
    reference.list('sector', district, today).find(({ code }) => code === 'bidang-uji')?.names.id
  await add('sector', 'bidang-uji')
  assert.equal(nameOn('34.04'), 'bidang-uji 00')
  await add('sector', 'bidang-uji', { place: '34.04' })
  await add('sector', 'bidang-uji', { place: '34' })
  assert.deepEqual(['34.04', '34.02', '12.01'].map(nameOn), ['bidang-uji 34.04', 'bidang-uji 34', 'bidang-uji 00'])
})

test('LISTS-9 a code that begins alike is no place above: 3 is not above 34, nor 34.0 above 34.04', async () => {
  await add('sector', 'bidang-tiga', { place: '3' })
  await add('sector', 'bidang-nol', { place: '34.0' })
  const codes = reference.list('sector', '34.04', today).map(({ code }) => code)
  assert.equal(codes.includes('bidang-tiga') || codes.includes('bidang-nol'), false)
})

test("LISTS-9 a district's own limits are those of its cases, and of no other district", async () => {
  const own = { ...law, hopDays: { village: 8 }, totalDays: 30 }
  await add('category', 'batas-uji', { data: law })
  await add('category', 'batas-uji', { place: '34.04', data: own })
  const days = (district: string) =>
    reference.policyFor(district, Date.now(), Date.now()).categories.get('batas-uji')?.totalDays
  assert.deepEqual(['34.04', '34.02'].map(days), [30, 9])
})

test('LISTS-9 windows are data: a district that gives its citizens fourteen days gives them fourteen', async () => {
  const windows = (district: string) => reference.policyFor(district, Date.now(), Date.now()).windows
  const usual = windows('34.02')
  await add('window', 'wordDays', { place: '34.04', data: { days: 14, basis: 'uji' } })
  assert.equal(windows('34.04').wordDays, 14)
  assert.deepEqual(windows('34.02'), usual)
})

test('LISTS-8 a list of windows that says nothing is a fault of data, told with what is missing and where', async () => {
  await house.owner("update list_item set valid_to = '2020-01-01' where list = 'window' and code = 'reopenDays'")
  await reference.refresh()
  assert.throws(
    () => reference.policyFor('34.02', Date.now(), Date.now()),
    /the list of windows says nothing of reopenDays for 34\.02 on/,
  )
  await house.owner("update list_item set valid_to = null where list = 'window' and code = 'reopenDays'")
  await reference.refresh()
})

test("CLOCK-8 a district has the zone of its province, and what has none of its own keeps Jakarta's", () => {
  assert.deepEqual(
    ['34.04', '53.01', '91.71', '61.01', '00', '99.99'].map((code) => reference.zoneOf(code)),
    ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Jakarta', 'Asia/Jakarta', 'Asia/Jakarta'],
  )
})

test('CLOCK-1 a day on which a district is closed counts nowhere there, and everywhere else', async () => {
  // A Monday without holidays near it, far enough ahead that no other test looks at it.
  const monday = Date.parse('2027-11-08T09:00:00+07:00')
  const due = (district: string) => addWorking(reference.policyFor(district, monday, monday).calendar, monday, 420)
  assert.equal(due('34.04'), monday + dayMs)
  await house.owner(
    "insert into calendar_day (place, day, name, basis) values ('34.04', '2027-11-09', 'Hari jadi', 'uji')",
  )
  await reference.refresh()
  assert.equal(due('34.04'), monday + 2 * dayMs)
  assert.equal(due('34.02'), monday + dayMs)
})

test("CLOCK-1 opening hours are dated, and a district's own come before the nation's", async () => {
  const week = (hours: readonly [number, number]) => JSON.stringify([null, hours, hours, hours, hours, hours, null])
  const insert = 'insert into working_week (place, valid_from, week, basis) values ($1, $2, $3, $4)'
  await house.owner(insert, ['00', '2028-01-01', week([480, 960]), 'uji'])
  await house.owner(insert, ['34.04', '2028-06-01', week([600, 720]), 'uji'])
  await reference.refresh()
  const opens = (district: string, day: string) => {
    const at = Date.parse(`${day}T09:00:00+07:00`)
    return reference.policyFor(district, at, at).calendar.week[1]
  }
  assert.deepEqual(opens('34.04', '2027-12-31'), [480, 900])
  assert.deepEqual(opens('34.04', '2028-01-03'), [480, 960])
  assert.deepEqual(opens('34.04', '2028-06-05'), [600, 720])
  assert.deepEqual(opens('34.02', '2028-06-05'), [480, 960])
})

test('FIG-1 an event is counted on the day on which it was done, within thirty days back and one ahead of now', () => {
  const now = Date.parse('2026-11-23T10:00:00+07:00')
  const dayOf = (doneAt: number, district = '34.04') => reference.policyFor(district, now, doneAt).day
  assert.equal(dayOf(now), '2026-11-23')
  assert.equal(dayOf(now - 7 * dayMs), '2026-11-16')
  assert.equal(dayOf(now - 90 * dayMs), '2026-10-24')
  assert.equal(dayOf(now + 90 * dayMs), '2026-11-24')
  const night = Date.parse('2026-11-23T00:30:00+09:00')
  assert.deepEqual([dayOf(night, '91.71'), dayOf(night)], ['2026-11-23', '2026-11-22'])
})

test('PLACE-0 a village is known by its code; what is none, or was split, is not', async () => {
  const known = (code: string) => reference.knowsVillage(code)
  assert.deepEqual(await Promise.all(['34.04.07.2001', '34.04.07.9999', '34.04', '99.99.99.9999', ''].map(known)), [
    true,
    false,
    false,
    false,
    false,
  ])
  await house.owner("update place set valid_to = '2026-01-01' where code = '34.01.01.2001'")
  assert.deepEqual(await Promise.all(['34.01.01.2001', '34.01.01.2002'].map(known)), [false, true])
  await house.owner("update place set valid_to = null where code = '34.01.01.2001'")
})

test('ACCESS-13 a role that has ended gives nothing any more, and a right that this release does not know is none', async () => {
  assert.equal((await fo.ask(caseRoutes.queue)).status, 200)
  await house.owner("update role set valid_to = $1 where code = 'fo'", [yesterday])
  await reference.refresh()
  assert.equal(reference.role('fo', nationPlace), undefined)
  assert.equal((await fo.ask(caseRoutes.queue)).status, 403)
  await house.owner(
    "update role set valid_to = null, permissions = permissions || '{case.teleport}', restricted = '{debt,hiv}' where code = 'fo'",
  )
  await reference.refresh()
  assert.equal((await fo.ask(caseRoutes.queue)).status, 200)
  const role = reference.role('fo', nationPlace)
  assert.deepEqual(
    [role?.permissions.some((one: string) => one === 'case.teleport'), role?.restricted],
    [false, ['hiv']],
  )
  await house.owner(
    "update role set permissions = array_remove(permissions, 'case.teleport'), restricted = '{}' where code = 'fo'",
  )
  await reference.refresh()
})

test('OFFICE-4 an office that another process opened is known here within moments', async () => {
  const other = await openReference(house.parts.pools.api, () => undefined)
  try {
    const before = other.offices().size
    const id = await openOffice(house, { name: 'LKS Baru', kind: 'provider' })
    assert.equal(other.offices().size, before)
    const isKnown = (): boolean => [...other.offices().keys()].some((known) => known === id)
    assert.ok(await within(10_000, isKnown))
    assert.equal(other.placeName('34.04'), 'Kabupaten Sleman')
    assert.equal(other.placeName('12.01'), '12.01')
  } finally {
    other.close()
  }
})

test("LEDGER-4 decisions name the nation's ledger as far as it was read", async () => {
  assert.equal(reference.seq(), 0)
  await openOffice(house, { name: 'Sekretariat Nasional', kind: 'national-office', level: 'nation', place: '00' })
  assert.equal(reference.seq(), 1)
  await aCaseBy(fo)
  const [row] = await house.owner(
    "select ref_seq::int as seq from ledger where district = '34.04' order by ledger.seq desc limit 1",
  )
  assert.deepEqual(row, { seq: 1 })
})

test('LISTS-10 a new start fills in what lists lack, and leaves what an office changed or ended as it is', async () => {
  const row = async () =>
    (
      await house.owner(
        "select names ->> 'id' as name, valid_to::text as ends from list_item where list = 'outcome' and code = 'granted'",
      )
    )[0]
  await house.owner(
    "update list_item set names = names || '{\"id\":\"Dikabulkan penuh\"}', valid_to = '2099-01-01' where list = 'outcome' and code = 'granted'",
  )
  await house.owner("delete from list_item where list = 'outcome' and code = 'informed'")
  await house.owner("delete from calendar_day where place = '00' and day = '2026-01-01'")
  const count = async () => (await house.owner('select 1 from list_item')).length
  const was = await count()
  await withOwner(house.ownerUrl, loadLists)
  assert.deepEqual(await row(), { name: 'Dikabulkan penuh', ends: '2099-01-01' })
  assert.equal(await count(), was + 1)
  assert.equal((await house.owner("select 1 from calendar_day where place = '00' and day = '2026-01-01'")).length, 1)
  await withOwner(house.ownerUrl, loadLists)
  assert.equal(await count(), was + 1)
})

test('LISTS-10 a new installation holds every list, holiday and opening hour that is shipped, in their order', async () => {
  const fresh = await startTestHouse({ logLevel: 'silent' })
  const { items, holidays, officeHours } = shippedLists
  const listed = await fresh.owner<{ list: string; code: string }>(
    "select list, code from list_item where place = '00' order by position",
  )
  assert.deepEqual(
    listed.map(({ list, code }) => `${list} ${code}`),
    items.map(({ list, code }) => `${list} ${code}`),
  )
  const closed = await fresh.owner<{ day: string }>("select day::text from calendar_day where place = '00'")
  assert.deepEqual(closed.map(({ day }) => day).toSorted(), [...new Set(holidays.map(({ day }) => day))].toSorted())
  const [week] = await fresh.owner("select week from working_week where place = '00'")
  assert.deepEqual(week, { week: officeHours.week })
  await fresh.close()
})
