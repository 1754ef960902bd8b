import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { noHandOver } from '@openslrt/core/load/load.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { loadedExtract, loadPartsOf, openedLoad, sentExtract } from '../../testing/a-load.ts'
import { csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import { addPerson, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { workLoads } from './work.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const stranger = await house.staffAt(bantul, 'manager', '34.02')
const parts = await loadPartsOf(house)
const { district } = sleman

const fileOf = (...rows: readonly (readonly string[])[]): string => csvOfRows([extractHead, ...rows])
/** Somebody of Caturtunggal, whom nobody else in this file is. */
const rowAt = (nth: number): readonly string[] => extractRow(nth * 12).with(7, '3404072001')
const cellOf = (row: readonly string[], column: (typeof extractHead)[number]): string =>
  row[extractHead.indexOf(column)] ?? ''
async function found(by: Client, row: readonly string[]): Promise<string | null> {
  const body = { text: cellOf(row, 'NIK'), place: null }
  const { items } = await by.read(findRoutes.find, { body })
  assert.ok(items.length <= 1, 'one number is one person')
  return items[0]?.id ?? null
}
async function said(by: Client, row: readonly string[]) {
  const id = await found(by, row)
  assert.ok(id)
  return by.read(registryRoutes.person, { query: { district, id } })
}
const mapped = async (row: readonly string[], own: object) => {
  const file = await sentExtract(manager, fileOf(row))
  const data = { file: file.id, source: 'DTSEN', snapshot: '2026-07-10', mapping: file.mapping, place: null }
  return manager.send('load.open', { data: { ...data, handOver: noHandOver, ...own } })
}

test('LOAD-8 whom an officer wrote down is the one of the extract: what was said by hand since its day stands, the rest is taken', async () => {
  const row = rowAt(1)
  const values = { nama: 'Ditulis Tangan', nomor_induk_kependudukan: cellOf(row, 'NIK'), status_kawin: '4' }
  const person = await addPerson(desk, values)
  const { done } = await loadedExtract(manager, parts, fileOf(row.with(6, '2')))
  assert.deepEqual([done.counts.newPeople, done.counts.wrong], [0, 0])
  const now = await said(desk, row)
  assert.equal(now.id, person)
  assert.deepEqual([now.name, now.said['status_kawin']], ['Ditulis Tangan', '4'])
  assert.equal(now.said['tanggal_lahir'], cellOf(row, 'tanggal_lahir'), 'nobody had said it')
})

test('LOAD-5 a cell that is empty in a later extract says nothing: what an earlier one brought stays', async () => {
  const row = rowAt(2)
  await loadedExtract(manager, parts, fileOf(row))
  const before = (await said(desk, row)).said
  const { done } = await loadedExtract(manager, parts, fileOf(row.with(6, '').with(3, '').with(4, '')), '2026-09-10')
  assert.deepEqual([done.counts.changedPeople, done.counts.wrong], [0, 0])
  assert.deepEqual((await said(desk, row)).said, before)
})

test('LOAD-4 a day in any of its shapes comes to the same day of birth; what is no day, or lies ahead, is told in its column', async () => {
  const shapes = ['1980-06-25', '25-06-1980', '25/06/1980', '19800625']
  const rows = shapes.map((shape, nth) => rowAt(10 + nth).with(3, shape))
  const { done } = await loadedExtract(manager, parts, fileOf(...rows))
  assert.deepEqual([done.counts.newPeople, done.counts.wrong], [shapes.length, 0])
  for (const row of rows)
    assert.equal((await said(desk, row)).said['tanggal_lahir'], '1980-06-25', cellOf(row, 'tanggal_lahir'))
  const wrong = ['2199-01-01', '31-02-1980', '80', 'Juni 1980'].map((shape, nth) => rowAt(20 + nth).with(3, shape))
  const { checked } = await loadedExtract(manager, parts, fileOf(...wrong))
  assert.deepEqual(
    checked.wrong.map(({ line, column }) => [line, column]),
    wrong.map((_, nth) => [nth + 2, 'tanggal_lahir']),
  )
  for (const row of wrong) assert.equal(await found(manager, row), null)
})

test('LOAD-8 a number that stands twice in one file is one person', async () => {
  const row = rowAt(30)
  const { done } = await loadedExtract(manager, parts, fileOf(row, row, row.with(6, '3')))
  assert.deepEqual([done.counts.rows, done.counts.newPeople, done.counts.newFamilies], [3, 1, 1])
  assert.ok(await found(desk, row))
})

test('LOAD-1, LOAD-6 a mapping that lacks a key or a name, means one column twice or nothing known opens no load', async () => {
  const nik = { 'person.nomor_induk_kependudukan': 0 }
  const table: readonly (readonly [mapping: object, problem: string])[] = [
    [{}, 'nothing-mapped'],
    [{ 'person.nama': 1, 'person.alamat': 8 }, 'no-key'],
    [nik, 'no-name'],
    [{ ...nik, 'person.nama': 0 }, 'column-twice'],
    [{ ...nik, 'person.nama': 1, 'person.lokal-tidak-ada': 2 }, 'unknown-target'],
  ]
  const count = async () => (await house.owner('select 1 from load')).length
  const before = await count()
  for (const [mapping, problem] of table) {
    const { status, body } = await mapped(rowAt(40), { mapping })
    assert.deepEqual([status, body.code, body.details?.['problem']], [422, 'load-mapping', problem])
  }
  for (const mapping of [{ 'person.warna': 1 }, { ...nik, 'person.nama': -1 }, { ...nik, 'person.nama': 300 }])
    assert.equal((await mapped(rowAt(40), { mapping })).body.code, 'invalid', JSON.stringify(mapping))
  assert.equal(await count(), before)
})

test('LOAD-8 an extract of card numbers alone brings families, and nobody in them', async () => {
  const head = ['No KK', 'kode_kelurahan_desa', 'alamat', 'desil_nasional']
  const rows = [
    ['3404070101990001', '3404072001', 'Gang Satu', '2'],
    ['3404070101990002', '3404072002', 'Gang Dua', '9'],
  ]
  const { done } = await loadedExtract(manager, parts, csvOfRows([head, ...rows]))
  assert.deepEqual([done.counts.newFamilies, done.counts.newPeople, done.counts.wrong], [2, 0, 0])
  const listed = async (by: Client) => {
    const { items } = await by.read(registryRoutes.families, { query: {} })
    return items
      .filter(({ address }) => address.startsWith('Gang'))
      .map((line) => [line.address, line.desil, line.members])
  }
  assert.deepEqual(await listed(desk), [['Gang Satu', 2, 0]])
  assert.deepEqual(await listed(neighbour), [['Gang Dua', 9, 0]])
  assert.deepEqual(await listed(stranger), [])
})

test('LOAD-6 a file that names no village is taken for the one that was chosen, and only there', async () => {
  const head = extractHead.filter((name) => name !== 'kode_kelurahan_desa')
  const row = rowAt(50)
  const file = csvOfRows([head, row.toSpliced(7, 1)])
  const sent = await sentExtract(manager, file)
  const nowhere = await openedLoad(manager, sent)
  await workLoads(parts)
  const wrong = await manager.raw({ method: 'GET', path: `/api/loads/wrong?id=${nowhere}&format=csv` })
  assert.equal(wrong.text.trim().split('\r\n').length, 2, 'who lives nowhere is told')
  const subject = crypto.randomUUID()
  const data = { file: sent.id, source: 'DTSEN', snapshot: '2026-07-10', mapping: sent.mapping, handOver: noHandOver }
  await manager.does('load.open', { subject, data: { ...data, place: sleman.maguwoharjo } })
  await workLoads(parts)
  await manager.does('load.start', { subject })
  await workLoads(parts)
  assert.equal(await found(desk, row), null)
  assert.equal((await said(neighbour, row)).place, sleman.maguwoharjo)
})

test('LOAD-9 what a later extract changed stands in the history with its day and what stood before, numbers masked', async () => {
  const row = rowAt(60).with(6, '1')
  await loadedExtract(manager, parts, fileOf(row))
  const { done } = await loadedExtract(manager, parts, fileOf(row.with(6, '2')), '2026-10-01')
  assert.equal(done.counts.changedPeople, 1)
  const id = await found(desk, row)
  assert.ok(id)
  const query = { district, of: 'person', id, variable: 'status_kawin' }
  const { items } = await desk.read(registryRoutes.history, { query })
  assert.deepEqual(
    [items[0]?.values['status_kawin'], items[0]?.was['status_kawin'], items[0]?.on],
    ['2', '1', '2026-10-01'],
  )
  const all = await desk.ask(registryRoutes.history, { query: { district, of: 'person', id } })
  for (const number of [cellOf(row, 'NIK'), cellOf(row, 'No KK')]) assert.ok(!all.text.includes(number))
})

test('LOAD-8 an officer who writes while a load runs is heard, and the load takes what they did not say', async () => {
  const rows = Array.from({ length: 6 }, (_, nth) => rowAt(70 + nth).with(6, '1'))
  await loadedExtract(manager, parts, fileOf(...rows))
  const id = await openedLoad(
    manager,
    await sentExtract(manager, fileOf(...rows.map((row) => row.with(6, '2')))),
    '2026-10-05',
  )
  await workLoads(parts)
  await manager.does('load.start', { subject: id })
  const people = await Promise.all(rows.map((row) => found(desk, row)))
  const [answers] = await Promise.all([
    Promise.all(people.map((person) => says(desk, 'person', person ?? '', { agama: 'islam' }))),
    workLoads(parts),
  ])
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
  await workLoads(parts)
  for (const row of rows) {
    const { said: now } = await said(desk, row)
    assert.deepEqual([now['status_kawin'], now['agama']], ['2', 'islam'])
  }
  await assertVerified(house)
})
