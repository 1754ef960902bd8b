import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { codeOf, csv, day, heads, line, nikOf, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { idOf } from './ids.ts'
import { workSurges } from './work.ts'

const {
  house,
  parts,
  offices,
  district,
  manager,
  fo,
  desk,
  neighbour,
  started,
  load,
  work,
  opened,
  filled,
  page,
  rows,
} = await startSurgeHouse()
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const stranger = await house.staffAt(bantul, 'manager')

const slots = (own: object = {}) => ({
  name: 'PBI dinonaktifkan',
  offices: [offices.caturtunggal],
  days: [day(1), day(2)],
  perDay: 2,
  isPublic: false,
  ...own,
})

/** Slots of a list that two people hold, or that lie over the room of a day; numbers that two have. */
async function faultsOf(id: string): Promise<readonly string[]> {
  const found = await house.owner<{ fault: string }>(
    `select 'slot twice' as fault from affected where surge = $1 and slot_day is not null group by office, slot_day, slot_nth having count(*) > 1
      union all select 'number twice' from affected where surge = $1 and number is not null group by number having count(*) > 1
      union all select 'over the room' from affected a join surge s on s.district = a.district and s.id = a.surge
        where a.surge = $1 and a.status = 'queued' and a.slot_day > current_date and (a.slot_nth > s.per_day or a.slot_day::text <> all(s.days) or a.office::text <> all(s.offices))
      union all select 'slot of nobody' from affected where surge = $1 and status in ('listed', 'dropped') and slot_day is not null
      union all select 'queued without' from affected where surge = $1 and status = 'queued' and (slot_day is null or number is null)`,
    [id],
  )
  return found.map(({ fault }) => fault)
}

test('SURGE-8 another district finds no list, reads nobody, and changes nothing, whatever it sends', async () => {
  const id = await filled([line(1), line(2)], slots())
  const [row] = await rows(id, 'queue')
  assert.ok(row)
  assert.ok(!(await stranger.read(surgeRoutes.list)).items.some((one) => one.id === id))
  for (const question of [surgeRoutes.one, surgeRoutes.rows, surgeRoutes.cases, surgeRoutes.faults] as const) {
    const answer = await stranger.ask(question, { query: { district, id } })
    assert.ok([403, 404].includes(answer.status) || answer.body['file'] === null, `${question.path} ${answer.status}`)
  }
  assert.deepEqual(codeOf(await stranger.ask(surgeRoutes.work, { body: { district, id } })), [404, 'not-found'])
  const before = await house.owner('select * from affected where surge = $1 order by id', [id])
  const acts: readonly (readonly [action: string, data: object])[] = [
    ['change', slots()],
    ['close', { note: 'x' }],
    ['arrange', {}],
    ['open', { rows: [row.id] }],
    ['done', { row: row.id, note: '' }],
    ['absent', { row: row.id, note: '' }],
    ['drop', { row: row.id, note: 'x' }],
  ]
  for (const [action, data] of acts)
    for (const ledger of [district, '34.02']) {
      const answer = await stranger.send(`surge.${action}`, { subject: id, district: ledger, data })
      assert.ok(answer.status >= 400, `${action} in ${ledger}`)
    }
  assert.deepEqual(await house.owner('select * from affected where surge = $1 order by id', [id]), before)
})

test('SURGE-1 a list is started under one’s own place only, in the ledger of its place', async () => {
  const data = { ...surgeData.start, ...slots({ offices: [offices.secretariat] }) }
  const start = (by: Client, own: object, ledger: string = district) =>
    by.send('surge.start', { district: ledger, data: { ...data, ...own } })
  assert.deepEqual(codeOf(await start(stranger, {})), [422, 'surge-elsewhere'])
  assert.deepEqual(codeOf(await start(manager, {}, '34.02')), [422, 'wrong-district'])
  assert.deepEqual(codeOf(await start(manager, { place: '34.02' })), [422, 'wrong-district'])
  assert.deepEqual(codeOf(await start(manager, { offices: [bantul] })), [422, 'surge-elsewhere'])
  for (const who of [fo, desk, neighbour]) assert.deepEqual(codeOf(await start(who, {})), [403, 'not-permitted'])
})

test('SURGE-3 the same command twice is one; other words under its id are refused; the same list is started once', async () => {
  const [id, command] = [randomUUID(), randomUUID()]
  const sent = { id: command, subject: id, doneAt: new Date().toISOString(), data: { ...surgeData.start, ...slots() } }
  const [first, second] = [await manager.send('surge.start', sent), await manager.send('surge.start', sent)]
  assert.deepEqual([first.status, second.status, second.body['seq']], [200, 200, first.body['seq']])
  const other = await manager.send('surge.start', { ...sent, data: { ...sent.data, name: 'Lain' } })
  assert.ok(other.status >= 400)
  assert.deepEqual(codeOf(await manager.send('surge.start', { ...sent, id: randomUUID() })), [409, 'already-so'])
})

test('SURGE-5 many who give slots at once give none twice, and every number once', async () => {
  const id = await started(slots({ perDay: 30 }))
  await load(id, csv(Array.from({ length: 24 }, (_, n) => line(200 + n))))
  await work()
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => manager.send('surge.arrange', { subject: id, data: {} })),
  )
  assert.equal(answers.filter(({ status }) => status === 200).length, 1, 'one of them had something to give')
  assert.deepEqual(await faultsOf(id), [])
  assert.equal((await page(id)).counts.queued, 24)
})

test('SURGE-6 workers beside each other, and one that begins again, open one case for each', async () => {
  const id = await started(slots({ perDay: 30 }))
  await load(id, csv(Array.from({ length: 20 }, (_, n) => line(300 + n))))
  await manager.read(surgeRoutes.work, { body: { district, id } })
  await Promise.all([workSurges(parts, 60_000), workSurges(parts, 60_000), workSurges(parts, 0)])
  // What one left in hand is taken by the next once its time is over.
  await house.owner('update surge_work set held_until = null where surge = $1', [id])
  await work()
  const { counts } = await page(id)
  assert.deepEqual([counts.queued, counts.opened], [20, 20])
  const [cases] = await house.owner<{ n: number; m: number }>(
    'select count(*)::int as n, count(distinct c.id)::int as m from affected a join cases c on c.id = a.case_id where a.surge = $1',
    [id],
  )
  assert.deepEqual(cases, { n: 20, m: 20 })
  assert.deepEqual(await faultsOf(id), [])
})

test('SURGE-6 whoever lost the post, or whose list is closed, has nothing more done for them', async () => {
  const gone = await house.staffAt(offices.secretariat, 'manager')
  const id = await started(slots(), gone)
  await load(id, csv([line(401)]), gone)
  await gone.read(surgeRoutes.work, { body: { district, id } })
  await house.owner('update post set valid_until = now() where staff = $1', [gone.staff])
  await work()
  assert.equal((await page(id)).counts.opened, 0)
  const [left] = await house.owner<{ ended: boolean }>(
    'select ended_at is not null as ended from surge_work where surge = $1',
    [id],
  )
  assert.equal(left?.ended, true, 'it is not tried for ever')
  await house.owner('update post set valid_until = null where staff = $1', [gone.staff])
  const other = await started(slots())
  await load(other, csv([line(402)]))
  await manager.does('surge.close', { subject: other, data: { note: 'Batal.' } })
  await work()
  await opened(other)
  assert.deepEqual([(await page(other)).total, (await page(other)).counts.opened], [0, 0])
  assert.deepEqual(codeOf(await load(other, csv([line(403)]))), [409, 'surge-closed'])
})

/** Files as offices send them, and what comes of each. */
const files: readonly (readonly [name: string, file: Buffer, good: number, wrong: number])[] = [
  ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv([line(501)])]), 1, 0],
  [
    'with the line ends of another system',
    Buffer.from(
      csv([line(502), line(503)])
        .toString()
        .replaceAll('\n', '\r\n'),
    ),
    2,
    0,
  ],
  [
    'with commas',
    Buffer.from(
      csv([line(504)])
        .toString()
        .replaceAll(';', ','),
    ),
    1,
    0,
  ],
  ['of a spreadsheet', writeSheet([[...heads], [...line(505)]]), 1, 0],
  ['with empty lines between', Buffer.from(`${csv([line(506)]).toString()}\n\n;;;;;;;;\n`), 1, 0],
  ['with a formula for a name', csv([line(507, { 0: '=cmd|calc' })]), 1, 0],
  ['with a name of 300 letters', csv([line(508, { 0: 'a'.repeat(300) })]), 1, 0],
  ['with a phone that is none', csv([line(509, { 6: 'tidak punya' })]), 1, 0],
  ['of heads alone', csv([]), 0, 0],
  [
    'with columns in another order',
    Buffer.from(`Kecamatan;Desa;Nama Lengkap\nDepok;Caturtunggal;Warga Terbalik`),
    1,
    0,
  ],
]
for (const [name, file, good, wrong] of files)
  test(`SURGE-3 a file ${name} gives ${good} rows, and ${wrong} to mend`, async () => {
    const id = await started(slots())
    const { body } = await load(id, file)
    assert.deepEqual([body['good'], body['wrong']], [good, wrong], JSON.stringify(body))
    await work()
    assert.equal((await page(id)).total, good)
  })

test('SURGE-3 what is no table, or none that can be read, is refused by name', async () => {
  const id = await started(slots())
  for (const bytes of [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
    const answer = await load(id, bytes)
    assert.ok(answer.status === 422 || (answer.body['missing'] as unknown[]).length > 0, String(answer.status))
  }
  assert.equal((await manager.ask(surgeRoutes.load, { body: { district, id, file: 'bukan base64!' } })).status, 400)
  assert.equal((await page(id)).total, 0)
})

test('SURGE-3 of two rows with one NIK, in one file or two, one person comes on the list', async () => {
  const id = await started(slots())
  assert.deepEqual((await load(id, csv([line(601), line(602, { 1: nikOf(601) })]))).body, {
    missing: [],
    good: 1,
    wrong: 1,
  })
  await work()
  await load(id, csv([line(603, { 1: nikOf(601) }), line(604)]))
  await work()
  assert.equal((await page(id)).total, 2)
  // Without a NIK, name, day of birth, village and address are who somebody is.
  const bare = line(605, { 1: '' })
  await load(id, csv([bare, [...bare]]))
  await load(id, csv([bare]))
  await work()
  assert.equal((await page(id)).total, 3)
  const ownId = idOf(id, nikOf(601))
  assert.equal((await house.owner('select 1 from affected where id = $1', [ownId])).length, 1)
})

test('SURGE-2 however people are called, dropped, moved and given slots again, no slot has two, and the ledger proves it', async () => {
  const id = await filled(
    Array.from({ length: 9 }, (_, n) => line(700 + n, n % 3 === 0 ? { 7: 'ya' } : {})),
    slots(),
  )
  const step = fc.constantFrom('done', 'absent', 'again', 'drop', 'arrange', 'fewer', 'more')
  const [walk = []] = fc.sample(fc.array(fc.tuple(step, fc.nat(8)), { minLength: 24, maxLength: 24 }), {
    numRuns: 1,
    seed,
  })
  const people = await house.owner<{ id: string }>('select id from affected where surge = $1 order by line', [id])
  for (const [act, nth] of walk) {
    const row = people[nth % people.length]?.id ?? ''
    if (act === 'arrange') await manager.send('surge.arrange', { subject: id, data: {} })
    else if (act === 'fewer')
      await manager.send('surge.change', { subject: id, data: slots({ days: [day(2)], perDay: 1 }) })
    else if (act === 'more')
      await manager.send('surge.change', { subject: id, data: slots({ days: [day(1), day(2), day(3)], perDay: 2 }) })
    else await fo.send(`surge.${act}`, { subject: id, data: { row, note: act === 'drop' ? 'Pindah.' : '' } })
    const faults = (await faultsOf(id)).filter((fault) => fault !== 'over the room')
    assert.deepEqual(faults, [], `FC_SEED=${seed}: after ${act} ${nth}`)
  }
  await opened(id)
  assert.deepEqual(await faultsOf(id), [], `FC_SEED=${seed}: once slots were given anew`)
  const ranks = await house.owner<{ number: number; rank: number }>(
    'select number, rank from affected where surge = $1 and number <= 4 order by number',
    [id],
  )
  assert.deepEqual(
    ranks.map(({ rank }) => rank),
    ranks.map(({ rank }) => rank).toSorted((one, other) => one - other),
    'the first numbers went by class',
  )
  await assertVerified(house)
})
