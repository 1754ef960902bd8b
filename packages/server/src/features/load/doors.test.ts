import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { loadPaths, loadRoutes } from '@openslrt/core/contract/load.ts'
import { noHandOver } from '@openslrt/core/load/load.ts'
import { loadActs } from '@openslrt/core/load/moves.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { loadAt, loadPartsOf, openedLoad, sendExtract, sentExtract } from '../../testing/a-load.ts'
import { anExtract, csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client, Sent } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { workLoads } from './work.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const colleague = await house.staffAt(offices.secretariat, 'manager')
const there = await house.staffAt(bantul, 'manager', '34.02')
const inVillage = await house.staffAt(offices.caturtunggal, 'manager')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const planner = await house.staffAt(offices.dinsos, 'planner')
const parts = await loadPartsOf(house)
const file = await sentExtract(manager, anExtract(3))

const opening = { file: file.id, source: 'DTSEN', snapshot: '2026-07-10', mapping: file.mapping, place: null }
const openData = (own: object = {}) => ({ ...opening, handOver: noHandOver, ...own })
const recording = { handOver: { ...noHandOver, number: '12/BAST/2026' } }
const commands: readonly (readonly [kind: string, data: object])[] = [
  ['load.open', openData()],
  ['load.record', recording],
  ['load.start', {}],
  ['load.stop', {}],
  ['load.cancel', {}],
]
const codeOf = ({ status, body }: Answer): string => (status === 200 ? 'done' : String(body['code']))
const send = async (client: Client, kind: string, sent: Sent) => codeOf(await client.send(kind, sent))
const wrongFile = (client: Client, id: string, format = 'csv') =>
  client.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=${format}` })

interface Standing {
  readonly loads: string | null
  readonly entries: number
}
/** What stands of loads, and how many entries the districts have. */
async function standing(): Promise<Standing> {
  const [row] = await house.owner<{ loads: string | null; entries: number }>(
    `select (select string_agg(id || ' ' || version || ' ' || status, ',' order by id) from load) as loads,
      (select count(*)::int from ledger where kind like 'load.%') as entries`,
  )
  assert.ok(row)
  return row
}

test('LOAD-6 no command of a load is taken from another district, a village, or without the right, whatever ledger it names; nothing is changed', async () => {
  const id = await openedLoad(manager, file)
  const before = await standing()
  const table: readonly (readonly [who: string, client: Client, district: string, code: string])[] = [
    ['another district, in our name', there, '34.04', 'wrong-place'],
    ['a village of ours', inVillage, '34.04', 'wrong-place'],
    ['a village of ours, in another name', inVillage, '34.02', 'wrong-place'],
    ['ours, in the name of another', manager, '34.02', 'wrong-place'],
    ['ours, in that of the province', manager, '34', 'wrong-place'],
    ['ours, in that of the nation', manager, '00', 'wrong-place'],
    ['ours, of a district that is not', manager, '99.99', 'wrong-district'],
    ['the back office', bo, '34.04', 'not-permitted'],
    ['another agency', planner, '34.04', 'not-permitted'],
    ['nobody', house.stranger(), '34.04', 'unauthenticated'],
  ]
  for (const [who, client, district, code] of table)
    for (const [kind, data] of commands)
      assert.equal(await send(client, kind, { subject: id, district, data }), code, `${kind}, ${who}`)
  for (const [kind, data] of commands.slice(1))
    assert.equal(await send(there, kind, { subject: id, district: '34.02', data }), 'not-found', `${kind}, own ledger`)
  assert.equal(await send(there, 'load.open', { district: '34.02', data: openData() }), 'unknown-file')
  assert.deepEqual(await standing(), before)
  await manager.does('load.cancel', { subject: id })
})

test('LOAD-6 no door shows a load, its wrong rows or its list to whoever may not load there, and none takes a file from them', async () => {
  const id = await openedLoad(manager, file)
  const doors: readonly (readonly [door: string, ask: (client: Client) => Promise<Answer>])[] = [
    ['list', (client) => client.ask(loadRoutes.list, {})],
    ['one', (client) => client.ask(loadRoutes.one, { query: { id } })],
    ['wrong rows', (client) => wrongFile(client, id)],
    ['wrong rows as a sheet', (client) => wrongFile(client, id, 'xlsx')],
    ['a file', (client) => sendExtract(client, anExtract(1))],
  ]
  const people: readonly (readonly [client: Client, code: string])[] = [
    [inVillage, 'wrong-place'],
    [bo, 'not-permitted'],
    [planner, 'not-permitted'],
    [house.stranger(), 'unauthenticated'],
  ]
  const [files] = await house.owner('select count(*) as n from load_file')
  for (const [door, ask] of doors)
    for (const [client, code] of people) assert.equal(codeOf(await ask(client)), code, `${door}, ${code}`)
  assert.deepEqual(await house.owner('select count(*) as n from load_file'), [files])
  assert.equal((await there.read(loadRoutes.list, {})).total, 0)
  for (const format of ['csv', 'xlsx']) assert.equal(codeOf(await wrongFile(there, id, format)), 'not-found', format)
  assert.equal(codeOf(await there.ask(loadRoutes.one, { query: { id } })), 'not-found')
  assert.equal(codeOf(await wrongFile(manager, randomUUID())), 'not-found')
  const looked = await house.owner("select 1 from access_log where subject = $1 and action = 'file'", [id])
  assert.equal(looked.length, 0, 'nothing was fetched, and nothing is on record')
  await manager.does('load.cancel', { subject: id })
})

test('LEDGER-2 each command of a load that comes again is told what it was told before, and is done once', async () => {
  const id = randomUUID()
  const before = await standing()
  const once = async (kind: string, data: object) => {
    const sent = { subject: id, data, id: randomUUID(), doneAt: new Date().toISOString() }
    const first = await manager.send(kind, sent)
    assert.equal(first.status, 200, `${kind}: ${first.text}`)
    const [again, other] = [await manager.send(kind, sent), await colleague.send(kind, sent)]
    assert.deepEqual([again.status, again.body], [200, first.body], kind)
    assert.deepEqual([other.status, codeOf(other)], [409, 'command-id-reused'], `${kind} of a colleague`)
    assert.equal(await send(manager, kind, { ...sent, base: 1 }), 'command-id-reused', `${kind} on another base`)
  }
  await once('load.open', openData())
  await once('load.record', recording)
  await workLoads(parts)
  await once('load.start', {})
  await once('load.stop', {})
  await once('load.cancel', {})
  const [row] = await house.owner('select version, status from load where id = $1', [id])
  assert.deepEqual(row, { version: 6, status: 'cancelled' }, 'one for each command, and one for the trial')
  assert.equal((await standing()).entries, before.entries + 6)
})

test('LEDGER-2 of one command sent eight times at once one entry comes, and all are told the same', async () => {
  const subject = randomUUID()
  const sent = { subject, data: openData(), id: randomUUID(), doneAt: new Date().toISOString() }
  const before = await standing()
  const answers = await Promise.all(Array.from({ length: 8 }, () => manager.send('load.open', sent)))
  assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1, answers[0]?.text)
  assert.equal((await standing()).entries, before.entries + 1)
  assert.notEqual(await send(manager, 'load.open', { subject, data: openData() }), 'done', 'its id is taken')
  assert.equal((await standing()).entries, before.entries + 1)
  await manager.does('load.cancel', { subject })
})

test('LEDGER-3 a load is changed only at the version that was looked at: neither an old one nor one from ahead', async () => {
  const id = await openedLoad(manager, file)
  await manager.does('load.record', { subject: id, base: 1, data: recording })
  const before = await standing()
  for (const base of [1, 3, 1_000_000])
    for (const [kind, data] of commands.slice(1))
      assert.equal(await send(manager, kind, { subject: id, base, data }), 'stale', `${kind} on ${base}`)
  assert.deepEqual(await standing(), before)
  const both = await Promise.all(
    [manager, colleague].map((client) => send(client, 'load.record', { subject: id, base: 2, data: recording })),
  )
  assert.deepEqual(both.toSorted(), ['done', 'stale'], 'of two from one page one is heard')
  assert.equal(await send(manager, 'load.cancel', { subject: id, base: 3 }), 'done')
})

test('LOAD-7 at every status the doors take what may follow and refuse what may not; the work of the server has no door', async () => {
  const moves = ['start', 'stop', 'cancel'] as const
  const refusedAll = async (id: string): Promise<string> => {
    const { status } = await loadAt(manager, id)
    for (const move of moves.filter((one) => !loadActs(status).includes(one)))
      assert.equal(await send(manager, `load.${move}`, { subject: id }), 'wrong-load-status', `${move} when ${status}`)
    return status
  }
  const id = await openedLoad(manager, file)
  const seen = [await refusedAll(id)]
  await workLoads(parts)
  seen.push(await refusedAll(id))
  await manager.does('load.start', { subject: id })
  seen.push(await refusedAll(id))
  await manager.does('load.stop', { subject: id })
  seen.push(await refusedAll(id))
  await manager.does('load.start', { subject: id })
  await workLoads(parts)
  seen.push(await refusedAll(id))
  await manager.does('load.record', { subject: id, data: recording })
  const gone = await openedLoad(manager, file)
  await manager.does('load.cancel', { subject: gone })
  seen.push(await refusedAll(gone))
  assert.equal(await send(manager, 'load.record', { subject: gone, data: recording }), 'wrong-load-status')
  assert.deepEqual(seen, ['read', 'checked', 'running', 'stopped', 'done', 'cancelled'])
  for (const step of ['check', 'take', 'finish'])
    assert.equal((await manager.raw({ method: 'POST', path: `/api/loads/${step}`, body: '{}' })).status, 404, step)
})

const nothing = '\0'
test('LOAD-6 words that no table can keep are refused by the name of their field, and never a fault of ours', async () => {
  const table: readonly (readonly [data: object, field: string])[] = [
    [{ handOver: { ...noHandOver, number: `12${nothing}` } }, 'handOver.number'],
    [{ handOver: { ...noHandOver, number: '12\u0007' } }, 'handOver.number'],
    [{ source: `DTSEN${nothing}` }, 'source'],
    [{ source: ' ' }, 'source'],
    [{ snapshot: '2026-02-30' }, 'snapshot'],
    [{ place: '34.04' }, 'place'],
    [{ mapping: { 'person.nama': 300 } }, 'mapping.person.nama'],
    [{ mapping: { 'person.nama': 1.5 } }, 'mapping.person.nama'],
  ]
  for (const [own, field] of table) {
    const { status, body } = await manager.send('load.open', { data: openData(own) })
    assert.deepEqual(
      [status, body.code, body.details],
      [400, 'invalid', { fields: [`data.${field}`] }],
      JSON.stringify(own),
    )
  }
  const half = { handOver: { ...noHandOver, number: 'a\ud800b' } }
  const subject = randomUUID()
  assert.equal(await send(manager, 'load.open', { subject, data: openData(half) }), 'done')
  assert.equal((await loadAt(manager, subject)).handOver['number'], 'a\ufffdb')
  await manager.does('load.cancel', { subject })
})

test('LOAD-11 a file with a name that no table can keep, or with bytes of no text anywhere, is told so', async () => {
  const row = extractRow(60_000)
  const long = Array.from({ length: 60 }, (_, nth) => extractRow(60_001 + nth))
  const late = [extractHead, ...long, row.with(1, `Siti${nothing}Aminah`)]
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(csvOfRows([[...extractHead, `kolom${nothing}`], row]), 'utf16le'),
  ])
  const answers: readonly (readonly [what: string, answer: Answer, code: string])[] = [
    ['a name with nothing in it', await sendExtract(manager, anExtract(1), `a${nothing}.csv`), 'invalid'],
    ['no name', await sendExtract(manager, anExtract(1), ' '), 'invalid'],
    ['a nothing far behind the heads', await sendExtract(manager, csvOfRows(late)), 'no-table'],
    ['a nothing in a head of UTF-16', await sendExtract(manager, wide), 'no-table'],
  ]
  for (const [what, answer, code] of answers) assert.equal(codeOf(answer), code, `${what}: ${answer.text}`)
})

test('LOAD-15 the file of wrong rows runs no formula, is named after the file that was sent, and is on record each time', async () => {
  const bad = extractRow(61_000).with(0, '123').with(1, '=HYPERLINK("http://x")').with(8, '@SUM(A1)')
  const sent = await sentExtract(manager, csvOfRows([extractHead, extractRow(61_001), bad], ';'), 'Data; "x"/../é.csv')
  const id = await openedLoad(manager, sent)
  await workLoads(parts)
  const got = await wrongFile(manager, id)
  assert.equal(got.status, 200)
  const [, line = ''] = got.text.trim().split('\r\n')
  assert.ok(line.startsWith('3;Nama;'), line)
  assert.ok(line.includes(`"'=HYPERLINK(""http://x"")"`) && line.includes(`'@SUM(A1)`), line)
  const named = String(got.headers['content-disposition'])
  assert.equal(named, `attachment; filename*=UTF-8''${encodeURIComponent('Data; "x"/../é-perlu-diperbaiki.csv')}`)
  assert.equal(got.headers['cache-control'], 'private, no-store')
  await wrongFile(manager, id, 'xlsx')
  const looked = await house.owner("select 1 from access_log where subject = $1 and action = 'file'", [id])
  assert.equal(looked.length, 2)
  await manager.does('load.cancel', { subject: id })
})

test('LOAD-14 after all of this the ledger proves what stands, and writes it anew', async () => {
  await assertVerified(house)
  const before = await standing()
  const rebuilt = await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.equal(rebuilt.removed, 0)
  assert.deepEqual(await standing(), before)
  await assertVerified(house)
})
