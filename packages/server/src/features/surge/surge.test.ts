import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { writeSheet } from '../../platform/files/write-sheet.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import type { Client } from '../../testing/client.ts'
import { codeOf, csv, day, heads, line, nikOf as nik, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'

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
const { ledger } = parts
const { pools } = house.parts

test('SURGE-3, SURGE-5, SURGE-6 a file comes on the list, everybody gets a slot and one case, and a repeat doubles nothing', async () => {
  const id = await started()
  const file = csv([
    ...[1, 2, 3, 4].map((n) => line(n)),
    line(5, { 7: 'ya' }),
    line(6, { 8: 'x' }),
    line(7, { 2: '01/02/1940' }),
    line(8, { 3: 'Maguwoharjo' }),
  ])
  assert.deepEqual((await load(id, file)).body, { missing: [], good: 8, wrong: 0 })
  assert.equal((await page(id)).counts.listed, 0, 'it waits for the worker')
  await work()
  const listed = await page(id)
  assert.deepEqual([listed.total, listed.counts.listed, listed.counts.opened], [8, 8, 0])
  assert.deepEqual(
    (await rows(id, 'listed')).slice(0, 3).map(({ name, class: of, why }) => [name, of, why]),
    [
      ['Warga 6', 'emergency', 'list'],
      ['Warga 5', 'chronic', 'list'],
      ['Warga 7', 'elderly', 'age'],
    ],
  )
  await opened(id)
  const all = await page(id)
  assert.deepEqual([all.counts.queued, all.counts.opened, all.work?.endedAt !== null], [8, 8, true])
  const today = await rows(id, 'today', fo)
  assert.deepEqual(
    today.map(({ number, name, slotDay, slotNth }) => [number, name, slotDay, slotNth]),
    [
      [1, 'Warga 6', day(0), 1],
      [2, 'Warga 5', day(0), 2],
      [3, 'Warga 7', day(0), 3],
    ],
  )
  const [first] = today
  assert.ok(first?.case)
  const card = await fo.read(caseRoutes.card, { query: { district, id: first.case.id } })
  assert.deepEqual(
    [card.line.officeName, card.line.priority, card.line.category, card.client?.name],
    ['Puskesos Caturtunggal', 'red', 'pbi-inactive', 'Warga 6'],
  )
  // The same file again, and the same work again: nothing is there twice.
  await load(id, file)
  await opened(id)
  const again = await page(id)
  assert.deepEqual([again.total, again.counts.opened], [8, 8])
  const [cases] = await house.owner<{ n: number }>('select count(*)::int as n from cases')
  assert.equal(cases?.n, 8)
})

test('SURGE-3 wrong rows come back as a workbook with the reason on each, and only what can be read comes on the list', async () => {
  const id = await started()
  const file = writeSheet([
    [...heads],
    [...line(21)],
    [...line(22, { 0: '' })],
    [...line(23, { 1: '3,40407E+15' })],
    [...line(24, { 2: '31/02/1980' })],
    [...line(25, { 3: 'Atlantis' })],
    [...line(21)],
    [...line(26, { 3: '34.04.07.2001', 4: '' })],
  ])
  assert.deepEqual((await load(id, file)).body, { missing: [], good: 2, wrong: 5 })
  const { file: sheet } = await manager.read(surgeRoutes.faults, { query: { district, id } })
  const table = await readTable(Buffer.from(sheet ?? '', 'base64'), { bytes: 1e6, rows: 100, cells: 20, inCell: 200 })
  assert.ok(table.ok)
  assert.deepEqual(
    table.value.map(({ cells }) => [cells[0], cells.at(-1)]),
    [
      ['Nama', 'Sebab'],
      ['', 'Nama kosong'],
      ['Warga 23', 'NIK dibulatkan oleh lembar kerja; jadikan kolomnya teks'],
      ['Warga 24', 'Tanggal lahir tidak terbaca'],
      ['Warga 25', 'Desa tidak dikenal di wilayah ini'],
      ['Warga 21', 'Baris yang sama sudah ada di berkas ini'],
    ],
  )
  await work()
  assert.equal((await page(id)).total, 2)
  assert.deepEqual((await load(id, Buffer.from('Nomor;Alamat\n1;x'))).body, {
    missing: ['Nama', 'Desa/Kelurahan'],
    good: 0,
    wrong: 0,
  })
  assert.deepEqual(codeOf(await load(id, Buffer.from([0, 1, 2]))), [422, 'no-table'])
  assert.deepEqual(codeOf(await load(randomUUID(), file)), [404, 'not-found'])
  assert.deepEqual(codeOf(await load(id, file, desk)), [403, 'not-permitted'])
  // A file without wrong rows leaves none to mend.
  await load(id, csv([line(27)]))
  assert.equal((await manager.read(surgeRoutes.faults, { query: { district, id } })).file, null)
  await work()
})

test('SURGE-3, SURGE-4 a NIK of the registry names its person, whose illness puts them first', async () => {
  const known = randomUUID()
  const keys = await ledger.keys.forDistrict(district)
  await house.owner(
    `insert into person (district, id, version, seq, place, name, name_key, nik, nik_index, birth_date, said, status, complete, added_at, changed_at)
      values ($1, $2, 1, 1, '34.04.07.2001', 'Warga 31', 'warga', $3, $4, '1980-02-01', '{"penyakit_kronis":["ginjal"]}', 'known', 0, now(), now())`,
    [district, known, keys.seal(Buffer.from(nik(31)), 'field'), keys.index('nik', nik(31))],
  )
  const id = await started()
  await load(id, csv([line(30), line(31)]))
  await work()
  const listed = await rows(id, 'listed')
  assert.deepEqual(
    listed.map(({ name, class: of, why }) => [name, of, why]),
    [
      ['Warga 31', 'chronic', 'registry'],
      ['Warga 30', 'other', 'none'],
    ],
  )
  assert.equal((await page(id)).counts.matched, 1)
  await house.owner('delete from person where id = $1', [known])
})

test('SURGE-7 officers call people by their slot, say what came of it, and give another slot to who did not come', async () => {
  const id = await started({ perDay: 2, offices: [offices.caturtunggal] })
  await load(id, csv([line(41), line(42), line(43), line(44), line(45)]))
  await work()
  await opened(id)
  const before = await page(id)
  assert.deepEqual(
    [before.counts.queued, before.counts.listed, before.counts.opened],
    [4, 1, 5],
    'four slots, five cases',
  )
  const [one, two] = await rows(id, 'today', fo)
  assert.ok(one && two)
  assert.deepEqual(one.acts, ['done', 'absent', 'drop'])
  await fo.does('surge.done', { subject: id, data: { row: one.id, note: '' } })
  await fo.does('surge.absent', { subject: id, data: { row: two.id, note: 'Tidak dijawab.' } })
  assert.deepEqual(codeOf(await fo.send('surge.done', { subject: id, data: { row: one.id, note: '' } })), [
    409,
    'affected-step',
  ])
  assert.deepEqual(
    (await rows(id, 'absent', fo)).map(({ note, acts }) => [note, acts]),
    [['Tidak dijawab.', ['done', 'again', 'drop']]],
  )
  await fo.does('surge.again', { subject: id, data: { row: two.id, note: '' } })
  await manager.does('surge.change', {
    subject: id,
    data: { name: 'PBI', offices: [offices.caturtunggal], days: [day(0), day(1), day(2)], perDay: 2, isPublic: false },
  })
  await opened(id)
  const after = await page(id)
  assert.deepEqual([after.counts.queued, after.counts.done, after.counts.listed], [4, 1, 0])
  const back = (await rows(id, 'queue')).find((row) => row.id === two.id)
  assert.deepEqual([back?.number, back?.slotDay], [two.number, day(2)], 'the number stays')
  await manager.does('surge.close', { subject: id, data: { note: 'Selesai.' } })
  assert.deepEqual(codeOf(await fo.send('surge.done', { subject: id, data: { row: two.id, note: '' } })), [
    409,
    'surge-closed',
  ])
  assert.deepEqual(
    (await rows(id, 'queue', fo)).flatMap(({ acts }) => acts),
    [],
  )
})

test('SURGE-15 letters are for exactly the people of one part whose cases the drafter sees, in their order', async () => {
  const id = await filled(
    [181, 182, 183, 184].map((n) => line(n)),
    { offices: [offices.caturtunggal], perDay: 2 },
  )
  const cases = (by: Client, show: string, own: object = {}) =>
    by.ask(surgeRoutes.cases, { query: { district, id, show, ...own } })
  const shown = async (by: Client, show: string) => surgeRoutes.cases.reply.parse((await cases(by, show)).body)
  const today = await shown(desk, 'today')
  assert.deepEqual(
    today.items.map(({ number }) => number),
    (await rows(id, 'today', desk)).map((row) => row.case?.number),
  )
  assert.deepEqual([today.total, today.size], [2, 2000])
  assert.deepEqual((await shown(desk, 'queue')).total, 4)
  assert.deepEqual((await shown(desk, 'done')).items, [])
  assert.deepEqual((await shown(neighbour, 'queue')).items, [], 'another village has no letters for them')
  const [one] = today.items
  assert.ok(one)
  await house.owner("update cases set restricted = 'violence' where id = $1", [one.id])
  const { items } = await shown(await house.staffAt(offices.caturtunggal, 'bo'), 'today')
  assert.ok(!items.some((item) => item.id === one.id), 'a restricted case gets no letter from who may not see it')
  await house.owner('update cases set restricted = null where id = $1', [one.id])
  assert.deepEqual(codeOf(await cases(desk, 'today', { id: randomUUID() })), [404, 'not-found'])
  assert.equal((await cases(desk, 'all')).status, 400)
  assert.equal((await cases(desk, 'today', { page: 0 })).status, 400)
})

test('SURGE-8 who neither runs the list nor receives somebody sees nobody on it, and can do nothing with it', async () => {
  const id = await started({ offices: [offices.caturtunggal] })
  await load(id, csv([line(51)]))
  await work()
  await opened(id)
  const [row] = await rows(id, 'today', fo)
  assert.ok(row)
  assert.equal((await page(id, neighbour)).total, 0)
  for (const show of ['today', 'queue', 'absent', 'done', 'listed'])
    assert.deepEqual(await rows(id, show, neighbour), [])
  for (const action of ['done', 'absent', 'again', 'drop'])
    assert.deepEqual(
      codeOf(await neighbour.send(`surge.${action}`, { subject: id, data: { row: row.id, note: 'x' } })),
      [422, 'unknown-affected'],
    )
  assert.deepEqual(codeOf(await neighbour.ask(surgeRoutes.work, { body: { district, id } })), [403, 'not-permitted'])
  const client = await pools.api.connect()
  try {
    const walls: readonly (readonly [settings: string, n: number])[] = [
      ['', 0],
      [`set local app.office = '${neighbour.office}'`, 0],
      [`set local app.office = '${fo.office}'`, 1],
      [`set local app.surge = 'yes'`, 0],
      [`set local app.surge = 'yes'; set local app.registry_from = '34.04'; set local app.registry_to = '34.04/'`, 1],
    ]
    for (const [settings, n] of walls) {
      await client.query(`begin; ${settings}`)
      const found: { rows: readonly { n: number }[] } = await client.query<{ n: number }>(
        'select count(*)::int as n from affected where id = $1',
        [row.id],
      )
      assert.equal(found.rows[0]?.n, n, settings)
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
  const { items } = await neighbour.read(surgeRoutes.list)
  assert.ok(items.every(({ total }) => total === 0))
})

test('SURGE-10 names lie sealed, and the ledger proves lists and people and writes them anew', async () => {
  const bytes = await house.owner<{ all: Buffer }>("select name || address || coalesce(nik, '') as all from affected")
  assert.ok(bytes.length > 10)
  for (const { all } of bytes) assert.doesNotMatch(all.toString('latin1'), /Warga|RT \d|3404070/)
  await assertVerified(house)
  const stored = () =>
    house.owner('select id, version, status, number, office, slot_day, slot_nth, class, rank from affected order by id')
  const before = await stored()
  await withOwner(house.ownerUrl, async (owner) => {
    await owner.query(
      "update affected set status = 'listed', class = 'other', rank = 9; update surge set numbered = 99",
    )
    await rebuildDistrict(owner, ledger.keys, district)
  })
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
})
