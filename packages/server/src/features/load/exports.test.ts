import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { loadPaths, loadRoutes } from '@openslrt/core/contract/load.ts'
import type { ExportLine } from '@openslrt/core/contract/load-export.ts'
import { exportFilePath, exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { suggestMapping } from '@openslrt/core/load/columns.ts'
import { csvRows } from '../../platform/files/csv-rows.ts'
import { unpackFile, zipFits } from '../../platform/files/zip-fits.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf, openedLoad, sentExtract } from '../../testing/a-load.ts'
import { anExtract } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import type { LoadParts } from './parts.ts'
import { workLoads } from './work.ts'
import { exportRows, exportTasks, workExports } from './work-exports.ts'

let house: TestHouse
let offices: DistrictOffices
let manager: Client
let parts: LoadParts
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  manager = await house.staffAt(offices.secretariat, 'manager')
  parts = await loadPartsOf(house)
  await loadedExtract(manager, parts, anExtract(exportRows + 400))
})
after(() => house.close())

const wish = {
  subject: 'people',
  form: 'csv',
  place: '34.04',
  desils: [],
  programme: null,
  complete: null,
  numbers: false,
} as const
const reason = 'Verifikasi lapangan triwulan IV'
type Wish = Partial<Record<keyof typeof wish | 'id' | 'reason', unknown>>
const ask = (own: Wish = {}, by = manager) =>
  by.ask(exportRoutes.ask, { body: { id: randomUUID(), ...wish, reason, ...own } })
const fetched = (id: string, by = manager) => by.raw({ method: 'GET', path: `${exportFilePath}?id=${id}` })
async function exported(own: Wish = {}): Promise<{ line: ExportLine; bytes: Buffer }> {
  const asked = await manager.read(exportRoutes.ask, { body: { id: randomUUID(), ...wish, reason, ...own } })
  await workExports(parts)
  const line = await lineOf(asked.id)
  assert.equal(line?.state, 'ready')
  const { status, bytes } = await fetched(asked.id)
  assert.deepEqual([status, bytes.length], [200, line.size])
  return { line, bytes }
}
const lineOf = async (id: string): Promise<ExportLine | undefined> =>
  (await manager.read(exportRoutes.list, {})).items.find((one) => one.id === id)
const rowsOf = (bytes: Buffer): readonly (readonly string[])[] =>
  (csvRows(bytes.toString(), 50_000) ?? []).map(({ cells }) => cells)
const countOf = async (table: string, where: string): Promise<number> =>
  (await house.owner<{ n: number }>(`select count(*)::int as n from ${table} p where ${where}`))[0]?.n ?? 0

test('LOAD-16 people of a village go out under official names, numbers masked, each row with the mark that the log knows', async () => {
  const { line, bytes } = await exported({ place: '34.04.07.2001' })
  const [head = [], ...rows] = rowsOf(bytes)
  assert.equal(rows.length, await countOf('person', "place = '34.04.07.2001'"))
  assert.deepEqual([line.rows, line.total, line.placeName, line.own], [rows.length, rows.length, 'Caturtunggal', true])
  const cell = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? ''
  for (const row of rows) {
    assert.match(cell(row, 'nomor_induk_kependudukan'), /^34\d\d\*{10}\d\d$/)
    assert.match(cell(row, 'nomor_kartu_keluarga'), /^3404\*{10}\d\d$/)
    assert.deepEqual([cell(row, 'tanda_ekspor'), cell(row, 'kode_kelurahan_desa')], [line.mark, '3404072001'])
  }
  const log = await house.owner('select action, reason from access_log where subject = $1 order by at', [line.id])
  assert.deepEqual(log, [
    { action: 'export', reason },
    { action: 'file', reason },
  ])
})

for (const form of ['csv', 'xlsx'] as const)
  test(`LOAD-16 what goes out as ${form} with its numbers, our own import reads back, and nothing differs`, async () => {
    const some = form === 'csv' ? {} : { place: '34.04.07.2002' }
    const { line, bytes } = await exported({ form, numbers: true, ...some })
    const file = await sentExtract(manager, bytes, `kembali.${form}`)
    assert.equal(
      Object.keys(file.mapping).length,
      file.head.length - 3,
      'all but the day and source of the desil, and the mark',
    )
    const id = await openedLoad(manager, { ...file, mapping: suggestMapping(file.head, file.local) })
    await workLoads(parts)
    const { checked } = await loadAt(manager, id)
    assert.deepEqual([checked.rows, checked.samePeople], [line.rows, line.rows])
    assert.deepEqual([checked.newFamilies, checked.changedFamilies, checked.kept, checked.wrong], [0, 0, 0, 0])
    await manager.does('load.cancel', { subject: id })
  })

test('LOAD-18 a sheet tells whose it is in its properties, on a sheet of its own and on each printed page', async () => {
  const { line, bytes } = await exported({ subject: 'families', form: 'xlsx', place: '34.04.07.2003' })
  assert.ok(await zipFits(bytes, 64 * 1024 * 1024))
  const part = async (name: RegExp) => (await unpackFile(bytes, name)) ?? ''
  const [about, own, sheet] = [await part(/core\.xml$/), await part(/sheet2\.xml$/), await part(/sheet1\.xml$/)]
  assert.ok(about.includes(`<dc:identifier>${line.mark}<`) && about.includes(line.byName))
  for (const told of [line.mark, line.byName, reason, line.placeName]) assert.ok(own.includes(told), told)
  assert.match(sheet, new RegExp(`<oddHeader>.*${line.mark}</oddHeader>`))
  assert.equal(sheet.split('<row ').length - 2, line.rows)
  assert.ok(sheet.split(line.mark).length - 1 > line.rows, 'on every row as well')
})

test('LOAD-16 who goes out is chosen by desil, programme, completeness and place', async () => {
  const [programme = { id: '' }] = await house.owner<{ id: string }>(
    `insert into programme (id, district, version, seq, code, name, gives, sector, unit, owner, owner_name, place, decides, papers, contact, schedule, certainty, versions, starts_on, changed_at)
      values (gen_random_uuid(), '34.04', 1, 1, '', 'Bantuan beras', 'x', 'food', 'family', 'district', 'x', '34.04', '', '{}', '', '', 'sure', '[]', now(), now()) returning id`,
  )
  const [someone = { id: '', family: '' }] = await house.owner<{ id: string; family: string }>(
    "select id, family from person where place = '34.04.07.2001' and family is not null order by id limit 1",
  )
  for (const [of, holder] of [
    ['person', someone.id],
    ['family', someone.family],
  ])
    await house.owner(
      `insert into participation (district, id, version, seq, ${of}, place, programme, programme_name, status, amount_right, on_time, useful, said_by, said_on, recorded_by, changed_at)
        values ('34.04', gen_random_uuid(), 1, 1, $1, '34.04.07.2001', $2, 'x', 'receives', 'yes', 'yes', 'yes', 'person', now(), 'staff:x', now())`,
      [holder, programme.id],
    )
  await house.owner('update person set complete = 100 where id = $1', [someone.id])
  const family = 'exists (select 1 from family f where f.id = p.family and f.desil in (3, 4))'
  const table: readonly (readonly [Wish, string, string])[] = [
    [{ desils: ['3', '4'] }, 'person', family],
    [{ desils: ['none'] }, 'person', 'false'],
    [{ subject: 'families', desils: ['3', 'none'] }, 'family', 'desil = 3'],
    [{ place: '34.04.06' }, 'person', "place like '34.04.06.%'"],
    [{ programme: programme.id }, 'person', `family = '${someone.family}'`],
    [{ subject: 'families', programme: programme.id }, 'family', `id = '${someone.family}'`],
    [{ complete: 'whole' }, 'person', `id = '${someone.id}'`],
    [{ complete: 'low', place: '34.04.07.2001' }, 'person', "complete < 50 and place = '34.04.07.2001'"],
  ]
  for (const [own, from, where] of table) {
    const answer = await ask(own)
    assert.equal(answer.body['total'], await countOf(from, where), JSON.stringify(own))
  }
  await workExports(parts)
  const { items } = await manager.read(exportRoutes.list, {})
  assert.ok(items.every(({ state, rows, total }) => state === 'ready' && rows === total))
  assert.equal((await ask({ programme: randomUUID() })).body.code, 'programme-unknown')
})

test('LOAD-16 nobody takes out more than they see, or numbers that they may not reveal', async () => {
  const bantul = await house.staffAt(
    await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' }),
    'manager',
  )
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  const second = await house.staffAt(offices.secretariat, 'manager')
  const { line } = await exported({ place: '34.04.07.2001' })
  const answers: readonly (readonly [string, Answer, string])[] = [
    ['the right is missing', await ask({}, bo), 'not-permitted'],
    ['another district', await ask({}, bantul), 'wrong-place'],
    ['another district from here', await ask({ place: '34.02' }), 'wrong-place'],
    ['the province', await ask({ place: '34' }), 'wrong-place'],
    ['nobody', await ask({}, house.stranger()), 'unauthenticated'],
    ['without a reason', await ask({ reason: 'data' }), 'invalid'],
    ['an id that another used', await ask({ id: line.id }, second), 'not-found'],
    ['the file of another', await fetched(line.id, second), 'not-found'],
    ['the file from another district', await fetched(line.id, bantul), 'not-found'],
    ['the file without the right', await fetched(line.id, bo), 'not-permitted'],
    ['the log without the right', await bo.ask(exportRoutes.log, {}), 'not-permitted'],
  ]
  for (const [what, { body }, code] of answers) assert.equal(body.code, code, what)
  assert.equal((await bantul.read(exportRoutes.list, {})).total, 0)
  assert.equal((await ask({ id: line.id, place: line.place })).status, 200, 'the same once more is the same')
  assert.equal(await countOf('access_log', `subject = '${line.id}' and action = 'export'`), 1)
  const rows = rowsOf((await fetched(line.id)).bytes)
  assert.ok(rows.length > 1 && (await lineOf(line.id))?.fetched === 2)
})

test('LOAD-16 an id is one wish of one person: neither another wish under it nor another id of the same mark gets a file', async () => {
  const id = randomUUID()
  const before = await countOf('registry_export', 'true')
  const [first, again] = await Promise.all([ask({ id }), ask({ id })])
  assert.deepEqual([first.status, first.body], [again.status, again.body])
  const others: readonly Wish[] = [
    { subject: 'families' },
    { form: 'xlsx', place: '34.04.07.2001' },
    { place: '34.04.07' },
    { desils: ['1'] },
    { complete: 'whole' },
    { numbers: true },
    { reason: `${reason}, lagi` },
  ]
  for (const own of others) assert.equal((await ask({ id, ...own })).body.code, 'not-found', JSON.stringify(own))
  const second = await house.staffAt(offices.secretariat, 'manager')
  const like = `${randomUUID().slice(0, 24)}${id.slice(24)}`
  for (const by of [manager, second]) assert.equal((await ask({ id: like }, by)).body.code, 'not-found')
  assert.equal(await countOf('registry_export', 'true'), before + 1)
  assert.equal(await countOf('access_log', `subject in ('${id}', '${like}') and action = 'export'`), 1)
})

/** What spreadsheets run when a cell begins with it. */
const runs = /^[=+\-@\t\r]/
test('LOAD-16 no cell of an export is run as a formula, and our own import reads each as it was', async () => {
  const place = '34.04.07.2002'
  const names = ['=HYPERLINK("http://x";"y")', '+62 Siti', '-1 Budi', '@SUM(A1:A9)', '\tTab', "'=1+1", 'a;b"c\nd']
  const people = await house.owner<{ id: string; name: string }>(
    'select id, name from person where place = $1 order by id limit $2',
    [place, names.length],
  )
  for (const [nth, { id }] of people.entries())
    await house.owner('update person set name = $1 where id = $2', [names[nth], id])
  const { bytes } = await exported({ place })
  const sheet = await exported({ place, form: 'xlsx' })
  for (const { id, name } of people) await house.owner('update person set name = $1 where id = $2', [name, id])
  const raw = bytes.toString().split('\r\n')
  for (const line of raw) for (const cell of line.split(';')) assert.ok(!runs.test(cell.replace(/^"/, '')), line)
  const [head = [], ...rows] = rowsOf(bytes)
  const at = head.indexOf('nama')
  const read = new Set(rows.map((row) => row[at]))
  for (const name of names) assert.ok(read.has(name), name)
  const cells = (await unpackFile(sheet.bytes, /sheet1\.xml$/)) ?? ''
  assert.ok(cells.includes('HYPERLINK') && !cells.includes('<f>') && !cells.includes('<f '))
})

test('LOAD-16 masked, no number by which somebody could be found is in any cell; unmasked, each is whole', async () => {
  const place = '34.04.07.2003'
  const numbers = async (own: Wish) => {
    const { bytes } = await exported({ place, ...own })
    return bytes.toString().match(/\d{16}/g)?.length ?? 0
  }
  const [people, families] = [
    await countOf('person', `place = '${place}'`),
    await countOf('family', `place = '${place}'`),
  ]
  assert.deepEqual([await numbers({}), await numbers({ subject: 'families' })], [0, 0])
  assert.deepEqual(
    [await numbers({ numbers: true }), await numbers({ subject: 'families', numbers: true })],
    [people * 2, families],
  )
})

test('LOAD-17 two who write at once write each row once; where nobody is chosen the file has its heads alone', async () => {
  const asked = await manager.read(exportRoutes.ask, { body: { id: randomUUID(), ...wish, reason } })
  await Promise.all([workExports(parts), workExports(parts), workExports(parts)])
  const [, ...rows] = rowsOf((await fetched(asked.id)).bytes)
  assert.deepEqual([rows.length, new Set(rows.map((row) => row.join())).size], [asked.total, asked.total])
  for (const [form, subject] of [
    ['csv', 'people'],
    ['csv', 'families'],
    ['xlsx', 'people'],
    ['xlsx', 'families'],
  ] as const) {
    const { line, bytes } = await exported({ form, subject, place: '34.04.17.2001' })
    assert.deepEqual([line.rows, line.total], [0, 0], form)
    if (form === 'csv') assert.equal(rowsOf(bytes).length, 1)
    else assert.ok(await zipFits(bytes, 1024 * 1024))
  }
})

test('LOAD-16 whoever moved, died or became one with another is in no export', async () => {
  const place = '34.04.07.2001'
  const count = async () => (await ask({ place })).body['total']
  const before = Number(await count())
  const some = await house.owner<{ id: string }>('select id from person where place = $1 order by id limit 3', [place])
  for (const [nth, status] of ['moved', 'dead', 'merged'].entries())
    await house.owner('update person set status = $1 where id = $2', [status, some[nth]?.id])
  assert.equal(await count(), before - 3)
  await house.owner("update person set status = 'known' where id = any($1)", [some.map(({ id }) => id)])
  assert.equal(await count(), before)
  await workExports(parts)
})

test('LOAD-19 lists and log come in pages, and whatever is typed for a mark finds one export or none', async () => {
  const head = await house.staffAt(offices.secretariat, 'agency-head')
  const { total } = await head.read(exportRoutes.log, {})
  const far = await head.read(exportRoutes.log, { query: { page: 99 } })
  assert.deepEqual([far.items, far.total], [[], total])
  for (const mark of ['%', '____-____-____', "' or 1=1", 'ABC', '0'.repeat(40)])
    assert.equal((await head.read(exportRoutes.log, { query: { mark } })).total, 0, mark)
  for (const mark of ['\0', 'x'.repeat(41), ' '.repeat(50) + 'y'.repeat(41)])
    assert.equal((await head.ask(exportRoutes.log, { query: { mark } })).body.code, 'invalid')
  for (const page of ['0', '-1', 'x'])
    assert.equal((await manager.ask(exportRoutes.list, { query: { page } })).body.code, 'invalid', page)
})

test('LOAD-19 the head of the agency finds who took a file by the mark on it, however it is typed, and can not fetch it', async () => {
  const head = await house.staffAt(offices.secretariat, 'agency-head')
  const { items, total } = await head.read(exportRoutes.log, {})
  const one = items[0]
  assert.ok(one && total >= items.length && items.every(({ own }) => !own))
  const found = await head.read(exportRoutes.log, { query: { mark: one.mark.toLowerCase().replaceAll('-', ' ') } })
  assert.deepEqual(
    found.items.map(({ id, reason: why, byName }) => [id, why, byName]),
    [[one.id, one.reason, one.byName]],
  )
  assert.equal((await head.read(exportRoutes.log, { query: { mark: 'FFFF-FFFF-FFFF' } })).total, 0)
  assert.equal((await fetched(one.id, head)).status, 403)
  assert.equal((await head.ask(exportRoutes.list, {})).status, 403)
})

test('LOAD-17 an export that was broken off goes on with the next piece, and holds everybody once', async () => {
  const asked = await manager.read(exportRoutes.ask, { body: { id: randomUUID(), ...wish, reason, numbers: true } })
  await workExports(parts, 0)
  const some = await lineOf(asked.id)
  assert.deepEqual([some?.state, some?.rows], ['waiting', exportRows])
  assert.equal((await fetched(asked.id)).status, 404, 'half a file is none')
  // Its process was killed: the lease stands, and is over at last.
  await house.owner("update registry_export set held_until = now() + interval '1 hour' where id = $1", [asked.id])
  await workExports(parts)
  assert.equal((await lineOf(asked.id))?.rows, exportRows, 'somebody still holds it')
  await house.owner("update registry_export set held_until = now() - interval '1 second' where id = $1", [asked.id])
  await workExports(parts)
  const [, ...rows] = rowsOf((await fetched(asked.id)).bytes)
  assert.deepEqual([rows.length, new Set(rows.map(([nik]) => nik)).size], [asked.total, asked.total])
})

test('LOAD-17 whoever may not any more gets no file, and what somebody may no longer see is not in it', async () => {
  const asked = await manager.read(exportRoutes.ask, { body: { id: randomUUID(), ...wish, reason } })
  await workExports({ ...parts, actorAt: async () => null, log: { error: () => undefined } })
  assert.equal((await lineOf(asked.id))?.state, 'failed')
  assert.equal((await fetched(asked.id)).status, 404)
})

test('LOAD-18 a file is forgotten after its days; that it was taken is not', async () => {
  const { line } = await exported({ place: '34.04.07.2001' })
  await house.owner("update registry_export set asked_at = now() - interval '8 days' where id = $1", [line.id])
  await exportTasks(parts)['forget-exports']?.({}, null as never)
  const [kept] = await house.owner('select pieces, fetched from registry_export where id = $1', [line.id])
  assert.deepEqual(kept, { pieces: [], fetched: 1 })
  assert.equal((await fetched(line.id)).status, 404)
  const { items } = await manager.read(exportRoutes.log, { query: { mark: line.mark } })
  assert.deepEqual(
    items.map(({ state, rows }) => [state, rows]),
    [['forgotten', line.rows]],
  )
})

test('LOAD-6 a load is nothing to another district: not to see, to go on with, to stop, or to fetch the rows of', async () => {
  const bantul = await house.staffAt(
    await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' }),
    'manager',
  )
  const file = await sentExtract(manager, anExtract(3))
  const id = await openedLoad(manager, file)
  await workLoads(parts)
  assert.equal((await bantul.ask(loadRoutes.one, { query: { id } })).body.code, 'not-found')
  assert.equal((await bantul.read(loadRoutes.list, {})).total, 0)
  assert.equal(
    (await bantul.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=csv` })).body.code,
    'not-found',
  )
  for (const move of ['start', 'stop', 'cancel'] as const) {
    assert.equal((await bantul.send(`load.${move}`, { subject: id, district: '34.02' })).body.code, 'not-found', move)
    assert.equal((await bantul.send(`load.${move}`, { subject: id, district: '34.04' })).body.code, 'wrong-place', move)
  }
  const { mapping } = file
  const data = { file: file.id, source: 'DTSEN', snapshot: '2026-07-10', mapping, place: null, handOver: {} }
  assert.equal((await bantul.send('load.open', { data, district: '34.02' })).body.code, 'unknown-file')
  assert.equal((await loadAt(manager, id)).status, 'checked', 'nothing of it moved')
})

test('LOAD-7 the same step sent twice is one, a stale one and one out of turn are refused, and none is lost', async () => {
  const id = await openedLoad(manager, await sentExtract(manager, anExtract(3)))
  assert.equal(
    (await manager.send('load.start', { subject: id })).body.code,
    'wrong-load-status',
    'it was not tried yet',
  )
  await workLoads(parts)
  const { version } = await loadAt(manager, id)
  const twice = { id: randomUUID(), subject: id, base: version, data: {}, doneAt: new Date().toISOString() }
  const [one, other] = [await manager.send('load.start', twice), await manager.send('load.start', twice)]
  assert.deepEqual([one.status, other.status, other.body['seq']], [200, 200, one.body['seq']])
  assert.equal((await manager.send('load.stop', { subject: id, base: version })).body.code, 'stale')
  assert.equal((await manager.send('load.cancel', { subject: id })).body.code, 'wrong-load-status')
  await Promise.all([workLoads(parts), workLoads(parts), workLoads(parts)])
  const { status, counts } = await loadAt(manager, id)
  assert.deepEqual([status, counts.rows, counts.samePeople], ['done', 3, 3])
  assert.equal((await manager.send('load.start', { subject: id })).body.code, 'wrong-load-status')
  await manager.does('load.record', { subject: id, data: { handOver: { number: '9/BAST' } } })
  assert.equal((await loadAt(manager, id)).handOver.number, '9/BAST')
  assert.equal((await manager.send('load.start', { subject: randomUUID() })).body.code, 'not-found')
})

test('LOAD-12 whoever may not load any more loads nothing; somebody else goes on with it', async () => {
  const id = await openedLoad(manager, await sentExtract(manager, anExtract(3)))
  await workLoads({ ...parts, actorAt: async () => null, log: { error: () => undefined } })
  const { status, fault } = await loadAt(manager, id)
  assert.deepEqual([status, fault], ['read', true])
  await house.owner('update load_work set ended_at = null, fault = null where load = $1', [id])
  await workLoads(parts)
  assert.equal((await loadAt(manager, id)).status, 'checked')
})
