import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
let secretariat: string
let village: string
let admin: Client
const zone = 'Asia/Jayapura'
const district = '91.71'
const today = dayIn(zone, Date.now())
const allDay = Array.from({ length: 7 }, () => [0, 1439] as const)
// The same command again is the same to the letter.
const doneAt = new Date().toISOString()
const mornings = allDay.map(() => [480, 720] as const)

// Jayapura is two hours ahead of Jakarta: what is asked of the wrong clock shows there.
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  const parent = await openOffice(house, { name: 'Sekretariat SLRT Jayapura', kind: 'secretariat', place: district })
  const [row] = await house.owner<{ code: string }>(
    "select code from place where level = 'village' and code like '91.71.%' order by code limit 1",
  )
  const place = row?.code ?? ''
  secretariat = parent
  village = await openOffice(house, { name: 'Puskesos Jayapura', kind: 'puskesos', level: 'village', place, parent })
  admin = await house.staffAt(secretariat, 'admin', district)
  await house.owner('delete from calendar_day')
  await house.parts.reference.refresh()
})
after(() => house.close())

const say = (week: unknown, from: string, office = village, id = randomUUID()) =>
  admin.send('office.hours', { id, doneAt, district, subject: id, data: { office, from, week } })
const shown = (office = village, client = admin) => client.read(referenceRoutes.officeHours, { query: { office } })

test('OFFICE-17 what day it is and when an office opens is told by the clock of its own district', async () => {
  const before = await shown()
  assert.deepEqual([before.zone, before.today, before.own], [zone, today, []])
  assert.equal((await say(allDay, addDays(today, -1))).body.code, 'day-past')
  assert.equal((await say(allDay, today)).status, 200)
  const { open, at, own } = await shown()
  assert.deepEqual([open, own], [true, [{ from: today, week: allDay, version: 1 }]])
  assert.equal(at, Date.parse(`${today}T23:59:00+09:00`))
})

test('OFFICE-17 on a day that its district closes an office is closed, whatever hours it has, and says when next', async () => {
  const data = { day: today, name: 'Hari jadi', basis: 'SK Wali Kota' }
  const closed = await admin.send('calendar.close', { district, data })
  assert.equal(closed.status, 200, closed.text)
  const { open, at } = await shown()
  assert.deepEqual([open, at], [false, Date.parse(`${addDays(today, 1)}T00:00:00+09:00`)])
  assert.equal((await admin.send('calendar.open', { district, data: { day: today, basis: 'SK' } })).status, 200)
  assert.equal((await shown()).open, true)
})

test('OFFICE-17 hours of later days stand in the order of their days, and one that is sent again is said once', async () => {
  const [soon, later] = [addDays(today, 3), addDays(today, 9)]
  const id = randomUUID()
  assert.equal((await say(null, later)).status, 200)
  for (let time = 0; time < 2; time++) assert.equal((await say(mornings, soon, village, id)).status, 200)
  assert.deepEqual((await shown()).own, [
    { from: today, week: allDay, version: 1 },
    { from: soon, week: mornings, version: 1 },
    { from: later, week: null, version: 1 },
  ])
  const rows = await house.owner<{ n: number }>('select count(*)::int as n from office_week where office = $1', [
    village,
  ])
  assert.equal(rows[0]?.n, 3)
})

test('OFFICE-17 hours of one office are none of another’s, and of an office that is not there nobody is told any', async () => {
  assert.deepEqual((await shown(secretariat)).own, [])
  const missing = await admin.ask(referenceRoutes.officeHours, { query: { office: randomUUID() } })
  assert.equal(missing.status, 404)
  assert.equal((await admin.ask(referenceRoutes.officeHours, { query: { office: 'kantor' } })).status, 400)
  assert.notEqual((await say(mornings, today, randomUUID())).status, 200)
})

const notWeeks: readonly (readonly [what: string, week: unknown])[] = [
  ['six days', allDay.slice(1)],
  ['eight days', [...allDay, [480, 720]]],
  ['a day that closes before it opens', [...allDay.slice(1), [720, 480]]],
  ['a day that closes as it opens', [...allDay.slice(1), [480, 480]]],
  ['a day longer than a day', [...allDay.slice(1), [480, 1_500]]],
  ['parts of minutes', [...allDay.slice(1), [480.5, 720]]],
  ['words', 'setiap hari'],
]
for (const [what, week] of notWeeks)
  test(`OFFICE-17 a week of ${what} is no week, and changes nothing`, async () => {
    const before = (await shown()).own
    const { status, body } = await say(week, addDays(today, 20))
    assert.deepEqual([status, body.code], [400, 'invalid'])
    assert.deepEqual((await shown()).own, before)
  })
