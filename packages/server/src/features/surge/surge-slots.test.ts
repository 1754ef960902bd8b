import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mock, test } from 'node:test'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import type { Client } from '../../testing/client.ts'
import { plainBrowser } from '../../testing/plain-browser.ts'
import { codeOf, csv, day, line, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'

const { house, offices, district, manager, fo, desk, neighbour, started, load, work, opened, filled, page, rows } =
  await startSurgeHouse()

const slots = (own: object = {}) => ({
  name: 'PBI dinonaktifkan',
  offices: [offices.caturtunggal],
  days: [day(0), day(1)],
  perDay: 2,
  isPublic: false,
  ...own,
})
/** Who has which slot, by the last part of their name. */
const queueOf = async (id: string) =>
  (await rows(id, 'queue')).map(({ name, number, slotDay, slotNth }) => [name.slice(6), number, slotDay, slotNth])

test('SURGE-5, SURGE-12 of one class, whoever stands first in the file comes first; no slot has two', async () => {
  const id = await filled(
    [69, 61, 65, 62, 60].map((n) => line(n)),
    slots({ perDay: 3 }),
  )
  assert.deepEqual(await queueOf(id), [
    ['69', 1, day(0), 1],
    ['61', 2, day(0), 2],
    ['65', 3, day(0), 3],
    ['62', 4, day(1), 1],
    ['60', 5, day(1), 2],
  ])
  const [twice] = await house.owner<{ n: number }>(
    'select count(*)::int as n from (select 1 from affected where slot_day is not null group by surge, office, slot_day, slot_nth having count(*) > 1) x',
  )
  assert.equal(twice?.n, 0)
})

test('SURGE-12 a slot that was given back is given to who waits first, by itself, and only what nobody holds', async () => {
  const id = await filled(
    [71, 72, 73, 74, 75, 76].map((n) => line(n)),
    slots({ days: [day(1)], perDay: 4 }),
  )
  assert.deepEqual([(await page(id)).counts.queued, (await page(id)).counts.listed], [4, 2])
  const [, second, third] = await rows(id, 'queue', fo)
  assert.ok(second && third)
  await fo.does('surge.drop', { subject: id, data: { row: second.id, note: 'Sudah aktif lagi.' } })
  // Nobody asks for it: the worker sees that somebody waits and that a slot is free.
  await work()
  assert.deepEqual(await queueOf(id), [
    ['71', 1, day(1), 1],
    ['75', 5, day(1), 2],
    ['73', 3, day(1), 3],
    ['74', 4, day(1), 4],
  ])
  await fo.does('surge.drop', { subject: id, data: { row: third.id, note: 'Pindah.' } })
  await work()
  assert.equal((await page(id)).counts.listed, 0)
  assert.deepEqual((await queueOf(id)).at(2), ['76', 6, day(1), 3])
  // The same word twice is one; to whom was taken off, nothing more is said.
  const again = await fo.send('surge.drop', { subject: id, data: { row: third.id, note: 'Pindah.' } })
  assert.deepEqual(codeOf(again), [409, 'affected-step'])
})

test('SURGE-12 people who came on the list since then wait until slots are asked for', async () => {
  const id = await filled([line(81), line(82)], slots({ perDay: 1, days: [day(1)] }))
  await load(id, csv([line(83)]))
  await work()
  const [first] = await rows(id, 'queue', fo)
  assert.ok(first)
  await fo.does('surge.drop', { subject: id, data: { row: first.id, note: 'Pindah.' } })
  await work()
  assert.deepEqual([(await page(id)).counts.queued, (await page(id)).counts.opened], [0, 2])
  await opened(id)
  assert.deepEqual([await queueOf(id), (await page(id)).counts.opened], [[['82', 2, day(1), 1]], 3])
})

test('SURGE-12 a day that falls away gives its people other slots in their order, and their numbers stay', async () => {
  const id = await filled(
    [91, 92, 93, 94].map((n) => line(n)),
    slots({ days: [day(1), day(2)] }),
  )
  const { edition } = await page(id)
  const change = (own: object, base: number | null = null) =>
    manager.send('surge.change', { subject: id, base, data: slots(own) })
  assert.deepEqual(codeOf(await change({}, edition - 1)), [409, 'stale'])
  assert.equal((await change({ name: 'PBI gelombang 2', days: [day(2), day(3)], perDay: 3 }, edition)).status, 200)
  await work()
  const after = await page(id)
  assert.deepEqual([after.name, after.perDay, after.days], ['PBI gelombang 2', 3, [day(2), day(3)]])
  assert.deepEqual(await queueOf(id), [
    ['93', 3, day(2), 1],
    ['94', 4, day(2), 2],
    ['91', 1, day(2), 3],
    ['92', 2, day(3), 1],
  ])
  // Less room: whoever sits above it waits; with no other room, without a slot.
  await change({ days: [day(2)], perDay: 2 })
  await work()
  assert.deepEqual([(await page(id)).counts.queued, (await page(id)).counts.listed], [2, 2])
  assert.deepEqual(
    (await rows(id, 'listed')).map(({ name, number, slotDay }) => [name.slice(6), number, slotDay]),
    [
      ['91', 1, null],
      ['92', 2, null],
    ],
  )
  for (const who of [fo, desk, neighbour])
    assert.deepEqual(codeOf(await who.send('surge.change', { subject: id, data: slots() })), [403, 'not-permitted'])
  for (const [own, status] of [
    [{ days: [day(-2)] }, 'surge-slots'],
    [{ offices: [randomUUID()] }, 'unknown-office'],
    [{ perDay: 0 }, 'invalid'],
    [{ days: [] }, 'invalid'],
    [{ name: 'ab' }, 'invalid'],
    [{ isPublic: 'ya' }, 'invalid'],
  ] as const)
    assert.equal((await change(own)).body.code, status, JSON.stringify(own))
})

test('SURGE-14 whoever looks after the lists of a place says who comes first; lists that run keep their order', async () => {
  const admin = await house.staffAt(offices.secretariat, 'admin')
  const order = await admin.read(surgeRoutes.order)
  assert.deepEqual(
    order.rules.slice(0, 3).map((rule) => rule.class),
    ['emergency', 'chronic', 'elderly'],
  )
  const running = await started()
  const rules = [
    { class: 'disabled', years: null },
    { class: 'elderly', years: 70 },
    { class: 'other', years: null },
  ] as const
  const say = (by: Client, own: object = {}) =>
    by.send('list.change', {
      data: {
        list: 'surge-order',
        code: 'usual',
        names: order.names,
        from: order.today,
        data: { rules, basis: 'SK Bupati 1/2026' },
        ...own,
      },
    })
  assert.deepEqual(codeOf(await say(manager)), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await say(admin, { data: { rules: [...rules, ...rules], basis: '' } })), [400, 'invalid'])
  assert.deepEqual(codeOf(await say(admin, { code: 'mine' })), [400, 'invalid'])
  assert.deepEqual(codeOf(await say(admin, { from: day(-1) })), [422, 'day-past'])
  assert.equal((await say(admin)).status, 200)
  assert.deepEqual((await admin.read(surgeRoutes.order)).rules, rules)
  assert.equal((await admin.read(surgeRoutes.order)).basis, 'SK Bupati 1/2026')
  assert.deepEqual((await manager.read(surgeRoutes.choices)).rules, rules)
  assert.deepEqual((await page(running)).rules, surgeData.start.rules)
  assert.deepEqual(codeOf(await manager.ask(surgeRoutes.order)), [403, 'not-permitted'])
})

/** Numbers are counted anew some seconds later: as if so long had passed. */
let passed = 0
function pass(ms: number): void {
  passed += ms
  mock.timers.reset()
  mock.timers.enable({ apis: ['Date'], now: Date.now() + passed })
}

test('SURGE-13 everybody reads the numbers of a list that is told to them: no names, and nothing that is too few', async () => {
  const people = Array.from({ length: 12 }, (_, n) => line(100 + n))
  const id = await filled([...people, line(130, { 3: 'Maguwoharjo' })], slots({ days: [day(0)], perDay: 20 }))
  const browser = plainBrowser(house.door)
  const path = `/terdampak/${district}/${id}`
  assert.equal((await browser.open(path)).status, 404, 'nobody said that it is public')
  assert.doesNotMatch((await browser.open('/')).text, /Daftar warga terdampak/)
  const called = (await rows(id, 'today', fo)).slice(0, 6)
  for (const row of called) await fo.does('surge.done', { subject: id, data: { row: row.id, note: '' } })
  await manager.does('surge.change', {
    subject: id,
    data: slots({ name: 'Banjir <Depok>', days: [day(0)], perDay: 20, isPublic: true }),
  })
  pass(11_000)
  assert.match((await browser.open('/')).html, /href="\/terdampak"/)
  assert.match((await browser.open('/terdampak')).text, /Banjir (<|&lt;)Depok/)
  const shown = await browser.open(path)
  assert.equal(shown.status, 200)
  assert.match(shown.text, /Warga di daftar 13 /)
  assert.match(shown.text, /Sudah dilayani 6 46%/)
  // All of the sub-district together; one helped day; of slots and cases all, since nobody is left over.
  assert.match(shown.text, /Depok 13 6/)
  for (const secret of [/Warga 10\d/, /3404070/, /RT 1/, /0812/]) assert.doesNotMatch(shown.html, secret)
  const english = await browser.open(`${path}?bahasa=en`)
  assert.match(english.text, /People on the list 13/)
  for (const odd of [`/terdampak/${district}/${randomUUID()}`, `/terdampak/34.02/${id}`, '/terdampak/x/y', `${path}/z`])
    assert.equal((await browser.open(odd)).status, 404, odd)
  await manager.does('surge.change', { subject: id, data: slots({ days: [day(0)], perDay: 20 }) })
  pass(11_000)
  assert.equal((await browser.open(path)).status, 404, 'nobody reads it any more')
  mock.timers.reset()
})

test('SURGE-10 after all of it the ledger proves every list', () => assertVerified(house))
