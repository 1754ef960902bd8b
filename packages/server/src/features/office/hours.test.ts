import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'

let house: TestHouse
let offices: DistrictOffices
let admin: Client
let fo: Client
const today = dayIn('Asia/Jakarta', Date.now())
const always = Array.from({ length: 7 }, () => [0, 1439] as const)
const short = always.map(() => [600, 630] as const)

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  admin = await house.staffAt(offices.secretariat, 'admin')
  fo = await house.staffAt(offices.caturtunggal, 'fo')
  // A day that no calendar closes: whether an office is open shall not depend on when the test runs.
  await house.owner('delete from calendar_day')
  await house.parts.reference.refresh()
})
after(() => house.close())

const say = (week: unknown, from = today, client = admin) =>
  client.send('office.hours', { subject: randomUUID(), data: { office: offices.caturtunggal, from, week } })
const shown = (office = offices.caturtunggal, client = admin) =>
  client.read(referenceRoutes.officeHours, { query: { office } })

test('OFFICE-17 an office’s own hours hold at once, are told on its page, and go back to its district’s', async () => {
  assert.deepEqual((await shown()).own, [])
  assert.equal((await say(always)).status, 200)
  const own = await shown()
  assert.deepEqual([own.own, own.open], [[{ from: today, week: always, version: 1 }], true])
  const page = await plainBrowser(house.door).open(`${publicPaths.offices}?cari=caturtunggal+sleman`)
  assert.match(page.text, /Buka sekarang, sampai 23\.59/)
  assert.match(page.text, /Senin–Minggu 00\.00–23\.59/)
  assert.deepEqual((await shown(offices.maguwoharjo)).own, [], 'no other office has them')
  assert.equal((await say(null)).status, 200, 'of the same day it is said anew')
  assert.deepEqual((await shown()).own, [{ from: today, week: null, version: 2 }])
})

test('OFFICE-17 what was said is not said again, nothing is said of the past, and hours of a later day wait', async () => {
  assert.equal((await say(null)).body.code, 'already-so')
  assert.equal((await say(always, addDays(today, -1))).body.code, 'day-past')
  assert.equal((await say([...always.slice(1), [900, 600]])).status, 400)
  assert.equal((await say(always.map(() => null))).status, 400, 'without an open day it would never open')
  assert.equal((await say(short, addDays(today, 1))).status, 200)
  const { own, district } = await shown()
  assert.deepEqual(
    own.map(({ from }) => from),
    [today, addDays(today, 1)],
  )
  assert.equal(district.length, 7)
})

test('OFFICE-17 of two who set the hours of one day at once the later is told, and says it again on what stands', async () => {
  const day = addDays(today, 7)
  const send = (base: number, week: unknown) =>
    admin.send('office.hours', { subject: randomUUID(), base, data: { office: offices.caturtunggal, from: day, week } })
  assert.equal((await send(0, always)).status, 200)
  const late = await send(0, short)
  assert.deepEqual([late.status, late.body.code], [409, 'stale'])
  const stands = (await shown()).own.find(({ from }) => from === day)
  assert.deepEqual(stands, { from: day, week: always, version: 1 }, 'what the first said stands')
  assert.equal((await send(1, short)).status, 200)
  assert.equal((await send(1, always)).body.code, 'stale')
  const both = await Promise.all([send(2, always), send(2, null)])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
})

test('OFFICE-17 who administers no offices sets no hours, and of what lies elsewhere none are told', async () => {
  assert.equal((await say(always, today, fo)).body.code, 'not-permitted')
  const village = await house.staffAt(offices.maguwoharjo, 'admin')
  assert.equal((await say(always, today, village)).body.code, 'wrong-place')
  assert.equal(
    (await village.ask(referenceRoutes.officeHours, { query: { office: offices.caturtunggal } })).status,
    404,
  )
})

test('OFFICE-17 hours sent under the id of another office’s leave those as they are, and are refused in words', async () => {
  await say(short)
  const written = () => house.owner<{ id: string; office: string }>('select * from office_week order by id')
  const before = await written()
  const theirs = before.find(({ office }) => office === offices.caturtunggal)?.id ?? ''
  const village = await house.staffAt(offices.maguwoharjo, 'admin')
  const data = { office: offices.maguwoharjo, from: addDays(today, 3), week: always }
  const { status } = await village.send('office.hours', { subject: theirs, data })
  assert.ok(status >= 400 && status < 500, String(status))
  assert.deepEqual(await written(), before)
})

test('OFFICE-17 limits keep to the district’s hours, and the citizen reads when the office is open', async () => {
  const due = async () => {
    const { number } = await aCaseBy(fo)
    const [row] = await house.owner<{ left: number }>(
      'select extract(epoch from total_due_at - registered_at)::int as left from cases where number = $1',
      [number],
    )
    return row?.left ?? 0
  }
  const before = await due()
  await say(always)
  assert.ok(Math.abs((await due()) - before) < 60)
  const { number, receipt } = await aCaseBy(fo)
  const citizen = plainBrowser(house.door)
  await citizen.open(publicPaths.track)
  const page = await citizen.press(publicPaths.track, { number, secret: receipt.short })
  assert.match(page.text, /Buka sekarang, sampai 23\.59/)
})
