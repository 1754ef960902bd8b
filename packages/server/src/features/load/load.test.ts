import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadPaths, loadRoutes } from '@openslrt/core/contract/load.ts'
import { withOwner } from '../../platform/db/pools.ts'
import type { Bounds } from '../../platform/ledger/parts.ts'
import { usualBounds } from '../../platform/ledger/parts.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { verifyDistrict } from '../../platform/ledger/verify.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf, openedLoad, sendExtract, sentExtract } from '../../testing/a-load.ts'
import { anExtract, csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import type { LoadParts } from './parts.ts'
import { workLoads } from './work.ts'

let house: TestHouse
let offices: DistrictOffices
let manager: Client
let parts: LoadParts
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  manager = await house.staffAt(offices.secretariat, 'manager')
  parts = await loadPartsOf(house)
})
after(() => house.close())

/** Everything that the registry holds, as rows that can be compared; versions and moments aside. */
const registry = () =>
  house.owner(`select md5(string_agg(t, '|' order by t)) as sum, count(*)::int as n from (
    select concat_ws(' ', id, place, family, name, encode(nik_index, 'hex'), birth_date, sex, said, load, version) as t from person
    union all select concat_ws(' ', id, place, encode(kk_index, 'hex'), address, said, desil, desil_on, load, version) from family
    union all select concat_ws(' ', id, holder, said, was) from registry_record) as all_rows`)
const many = 2_500

test('LOAD-13 a trial says what would come of a file, and writes nothing but that', async () => {
  const id = await openedLoad(manager, await sentExtract(manager, anExtract(30)))
  assert.equal((await loadAt(manager, id)).status, 'read')
  await workLoads(parts)
  const { status, checked, counts } = await loadAt(manager, id)
  assert.equal(status, 'checked')
  assert.deepEqual([checked.rows, checked.newPeople, checked.newFamilies, checked.wrong], [30, 30, 10, 0])
  assert.equal(counts.rows, 0)
  assert.equal((await house.owner('select 1 from person')).length, 0)
  await manager.does('load.cancel', { subject: id })
  assert.equal((await manager.send('load.start', { subject: id })).body.code, 'wrong-load-status')
})

test('LOAD-14 an extract comes in by chunks, each an entry with its rows, and the proof holds', async () => {
  const { id, done } = await loadedExtract(manager, parts, anExtract(many))
  assert.deepEqual([done.status, done.counts.newPeople, done.counts.rows], ['done', many, many])
  const taken = await house.owner("select 1 from ledger where kind = 'load.take' and subject = $1", [id])
  assert.equal(taken.length, 3)
  const [person] = await house.owner<{ n: number; plain: number }>(
    "select count(*)::int as n, count(*) filter (where encode(nik, 'escape') like '34%')::int as plain from person",
  )
  assert.deepEqual(person, { n: many, plain: 0 })
  const [known] = await house.owner(
    'select (select min(complete) > 0 from person) as people, (select min(complete) > 0 from family) as families',
  )
  assert.deepEqual(known, { people: true, families: true }, 'LOAD-20 how much is known is reckoned')
  await assertVerified(house)
})

test('LOAD-14 what a load wrote can be written anew from its entries', async () => {
  const stood = await registry()
  await house.owner('delete from person where birth_date < $1', ['1980-01-01'])
  await house.owner("update family set address = 'salah' where desil = 3")
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await registry(), stood)
  await assertVerified(house)
})

/** What is held at most while something is proved or rebuilt within bounds. */
function aWatch(rows: number, bytes: number) {
  const most = { rows: 0, bytes: 0 }
  const held: Bounds['held'] = (now) => {
    most.rows = Math.max(most.rows, now.rows)
    most.bytes = Math.max(most.bytes, now.bytes)
  }
  return { bounds: { rows, bytes, held }, most }
}
const verdictWithin = (bounds: Bounds) =>
  verifyDistrict(house.parts.pools.worker, house.parts.ledger.keys, '34.04', null, bounds)

test('LEDGER-22 a district is proved in parts that hold so many people and so many bytes, and every fault is found', async () => {
  const whole = await verdictWithin(usualBounds)
  const { bounds, most } = aWatch(1_000, 40_000)
  assert.deepEqual(await verdictWithin(bounds), whole)
  assert.ok(most.rows > 200 && most.rows < 2_000, `${most.rows} people at once, of ${many}`)
  assert.ok(most.bytes <= bounds.bytes, `${most.bytes} bytes at once`)
  const people = await house.owner<{ id: string }>('select id from person order by id')
  for (const nth of [0, Math.floor(people.length / 2), people.length - 1]) {
    const { id = '' } = people[nth] ?? {}
    await house.owner("update person set name = name || 'x' where id = $1", [id])
    assert.deepEqual((await verdictWithin(bounds)).problems, [`person ${id} differs from its ledger in name`])
    await house.owner('update person set name = left(name, -1) where id = $1', [id])
  }
  await house.owner(
    "insert into family select district, '00000000-0000-4000-8000-000000000000', version, seq, place, null, null, address, said, desil, desil_on, desil_source, status, merged_into, complete, load, added_at, changed_at from family limit 1",
  )
  assert.deepEqual((await verdictWithin(bounds)).problems, [
    'family 00000000-0000-4000-8000-000000000000 is in its table and the ledger does not know it',
  ])
})

test('LEDGER-22 a district is rebuilt in the same parts: what was lost, changed and added behind its back', async () => {
  await house.owner("delete from person where id < '40000000-0000-0000-0000-000000000000'")
  await house.owner("update person set version = 7, seq = 1 where id > 'c0000000-0000-0000-0000-000000000000'")
  const { bounds, most } = aWatch(1_000, 40_000)
  const rebuilt = await withOwner(house.ownerUrl, (owner) =>
    rebuildDistrict(owner, house.parts.ledger.keys, '34.04', bounds),
  )
  assert.deepEqual([rebuilt.removed, (await verdictWithin(usualBounds)).rows], [1, rebuilt.rows])
  assert.ok(most.rows < 2_000 && most.bytes <= bounds.bytes)
  await assertVerified(house)
})

test('LOAD-8 the same file once more changes nothing', async () => {
  const stood = await registry()
  const { checked, done } = await loadedExtract(manager, parts, anExtract(many))
  assert.deepEqual([checked.checked.samePeople, checked.checked.newPeople], [many, 0])
  assert.deepEqual([done.counts.samePeople, done.counts.newPeople, done.counts.changedPeople], [many, 0, 0])
  assert.deepEqual(await registry(), stood)
})

test('LOAD-9 a later extract changes people with a record each, an earlier one nobody', async () => {
  const later = await loadedExtract(manager, parts, anExtract(60, '3'), '2026-10-10')
  assert.equal(later.done.counts.changedPeople, 45)
  assert.equal(later.done.counts.changedFamilies, 20, 'the same desil of a later day is later evidence')
  const records = await house.owner<{ of: string; n: number }>(
    'select "of", count(*)::int as n from registry_record where way = \'import\' and ref = $1 group by 1 order by 1',
    [later.id],
  )
  assert.deepEqual(records, [
    { of: 'family', n: 20 },
    { of: 'person', n: 45 },
  ])
  const stood = await registry()
  const earlier = await loadedExtract(manager, parts, anExtract(60, '1'), '2026-01-10')
  assert.ok(earlier.done.counts.kept >= 45)
  assert.deepEqual(await registry(), stood)
  await assertVerified(house)
})

test('LOAD-12 a load that was broken off goes on where it was, and no row is in twice', async () => {
  const rows = Array.from({ length: 3_200 }, (_, nth) => extractRow(nth + 10_000))
  const id = await openedLoad(manager, await sentExtract(manager, csvOfRows([extractHead, ...rows])))
  await workLoads(parts)
  await manager.does('load.start', { subject: id })
  await workLoads(parts, 0)
  const some = await loadAt(manager, id)
  assert.deepEqual([some.status, some.counts.rows], ['running', 1_000])
  // Its process was killed: the lease stands, and is over at last.
  const held = async (over: boolean) => {
    await house.owner(
      "update load_work set ended_at = null, held_until = now() + $2::int * interval '1 second' where load = $1",
      [id, over ? -1 : 60],
    )
    await workLoads(parts)
    return (await loadAt(manager, id)).counts.rows
  }
  assert.equal(await held(false), 1_000, 'somebody still holds it')
  assert.equal(await held(true), 3_200)
  const done = await loadAt(manager, id)
  assert.deepEqual([done.status, done.counts.newPeople, done.counts.wrong], ['done', 3_200, 0])
  await assertVerified(house)
})

test('LOAD-14 stopped by hand it waits, and goes on when it is started again', async () => {
  const rows = Array.from({ length: 2_100 }, (_, nth) => extractRow(nth + 20_000))
  const id = await openedLoad(manager, await sentExtract(manager, csvOfRows([extractHead, ...rows])))
  await workLoads(parts)
  await manager.does('load.start', { subject: id })
  await workLoads(parts, 0)
  await manager.does('load.stop', { subject: id })
  await workLoads(parts)
  assert.deepEqual([(await loadAt(manager, id)).status, (await loadAt(manager, id)).counts.rows], ['stopped', 1_000])
  await manager.does('load.start', { subject: id })
  await workLoads(parts)
  assert.deepEqual([(await loadAt(manager, id)).status, (await loadAt(manager, id)).counts.newPeople], ['done', 2_100])
})

test('LOAD-15 wrong rows are told with line, column and reason, and fetched as a file to mend', async () => {
  const bad = extractRow(40_001).with(0, '3.40407E+15')
  const away = extractRow(40_002).with(7, '3402012001')
  const file = csvOfRows([extractHead, extractRow(40_000), bad, away], ';')
  const { id, checked } = await loadedExtract(manager, parts, file)
  assert.deepEqual([checked.checked.wrong, checked.checked.newPeople], [2, 1])
  assert.deepEqual(
    checked.wrong.map(({ line, column }) => [line, column]),
    [
      [3, 'NIK'],
      [4, 'kode_kelurahan_desa'],
    ],
  )
  assert.match(checked.wrong[0]?.reason ?? '', /3,40407E\+15/)
  const csv = await manager.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=csv` })
  const lines = csv.text.trim().split('\r\n')
  assert.equal(lines.length, 3)
  assert.match(lines[0] ?? '', /^.?baris;kolom;sebab;NIK;Nama;/)
  assert.match(lines[2] ?? '', /^4;kode_kelurahan_desa;.*di luar kabupaten\/kota Anda/)
  const xlsx = await manager.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=xlsx` })
  assert.deepEqual([xlsx.status, xlsx.bytes.subarray(0, 2).toString()], [200, 'PK'])
})

test('LOAD-10 names come in as they are written, with quotes, marks and signs that others read as their own', async () => {
  const names = ['Nur "Ida" Sari', 'Back\\\\slash', "O'Neil {x,y}", 'Ni Luh Putu é 😀', 'NULL dan lainnya']
  const rows = names.map((name, nth) => extractRow(50_000 + nth).with(1, `"${name.replaceAll('"', '""')}"`))
  const plain = Array.from({ length: 10 }, (_, nth) => extractRow(50_100 + nth))
  const { done } = await loadedExtract(manager, parts, csvOfRows([extractHead, ...plain, ...rows], ';'))
  assert.deepEqual([done.counts.newPeople, done.counts.wrong], [15, 0])
  const stored = await house.owner<{ name: string }>('select name from person where name = any($1)', [names])
  assert.deepEqual(stored.map(({ name }) => name).toSorted(), names.toSorted())
  await assertVerified(house)
})

test('LOAD-2 a file with the same heads is mapped as the last one was', async () => {
  const heads = ['a', 'b', 'c', 'desa']
  const rows = [heads, ['3404074506800001', 'Siti', '3404070101100001', '3404072001']]
  const first = await sentExtract(manager, csvOfRows(rows))
  assert.deepEqual([first.remembered, Object.keys(first.mapping)], [false, ['family.kelurahan_desa']])
  assert.deepEqual(first.sample, [['3404**********01', 'Siti', '3404**********01', '3404072001']])
  const mapping = {
    'person.nomor_induk_kependudukan': 0,
    'person.nama': 1,
    'family.nomor_kartu_keluarga': 2,
    'family.kode_kelurahan_desa': 3,
  }
  await openedLoad(manager, { ...first, mapping })
  const second = await sentExtract(manager, csvOfRows(rows.with(0, ['A', 'B ', 'C', 'Desa'])))
  assert.deepEqual([second.remembered, second.mapping], [true, mapping])
})

test('LOAD-6 only an office of the district with the right loads, and sees what was loaded', async () => {
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  assert.equal((await sendExtract(bo, anExtract(1))).status, 403)
  assert.equal((await bo.ask(loadRoutes.list, {})).status, 403)
  assert.equal((await sendExtract(house.stranger(), anExtract(1))).status, 401)
  const file = await sentExtract(manager, anExtract(1))
  const data = {
    file: file.id,
    source: 'DTSEN',
    snapshot: '2026-07-10',
    mapping: file.mapping,
    place: null,
    handOver: {},
  }
  const answers: readonly (readonly [object, string])[] = [
    [{ snapshot: '2199-01-01' }, 'load-snapshot'],
    [{ place: '34.02.01.2001' }, 'load-place'],
    [{ mapping: { 'person.nama': 1 } }, 'load-mapping'],
    [{ file: '00000000-0000-4000-8000-000000000000' }, 'unknown-file'],
  ]
  for (const [changed, code] of answers)
    assert.equal((await manager.send('load.open', { data: { ...data, ...changed } })).body.code, code)
  const { items, total } = await manager.read(loadRoutes.list, {})
  assert.ok(total === items.length && items.every(({ source }) => source === 'DTSEN'))
})

test('LOAD-11 a gigabyte is answered by its size, unread; a file without heads is told so', async () => {
  const huge = await manager.raw({
    method: 'POST',
    path: `${loadPaths.file}?name=besar.csv`,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(2 ** 30 + 1) },
    body: Buffer.from('NIK;Nama\n'),
  })
  assert.deepEqual([huge.status, huge.body.code], [413, 'file-too-large'])
  assert.match(huge.body.message ?? '', /lebih besar dari 1/)
  const bare = await sendExtract(manager, csvOfRows([extractRow(1).filter((cell) => /^\d+$/.test(cell))]))
  assert.deepEqual([bare.status, bare.body.code], [422, 'table-headless'])
})
