import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadPaths, loadRoutes } from '@openslrt/core/contract/load.ts'
import { exportFilePath, exportRoutes } from '@openslrt/core/contract/load-export.ts'
import { csvRows } from '../../platform/files/csv-rows.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { loadAt, loadedExtract, loadPartsOf, openedLoad, sendExtract, sentExtract } from '../../testing/a-load.ts'
import { csvOfRows, extractHead, extractRow } from '../../testing/an-extract.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { afterRotation, assertReplays } from '../../testing/replayed.ts'
import type { LoadParts } from './parts.ts'
import { holdWork, letGo } from './queries-work.ts'
import { workLoads } from './work.ts'
import { workExports } from './work-exports.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const parts = await loadPartsOf(house)
const lay = peopleIn(house)
const { worker } = house.parts.pools

const someRows = (from: number, many: number) => Array.from({ length: many }, (_, nth) => extractRow(from + nth))
const fileOf = (rows: readonly (readonly string[])[]) => csvOfRows([extractHead, ...rows])
const wrongRows = async (id: string, by: Client = manager) => {
  const answer = await by.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=csv` })
  assert.equal(answer.status, 200, answer.text)
  return (csvRows(answer.text) ?? []).slice(1).map(({ cells }) => cells)
}
const countOf = async (from: number, many: number): Promise<number> => {
  const keys = await house.parts.ledger.keys.forDistrict('34.04')
  const niks = someRows(from, many).map(([nik = '']) => keys.index('nik', nik))
  const [row] = await house.owner<{ n: number }>('select count(*)::int as n from person where nik_index = any($1)', [
    niks,
  ])
  return row?.n ?? 0
}
/** A load that was tried and waits to be run. */
async function tried(file: string): Promise<string> {
  const id = await openedLoad(manager, await sentExtract(manager, file))
  await workLoads(parts)
  return id
}
const faults: string[] = []
/** A worker whose shelf or whose staff register says something else from the nth question on. */
const worksWith = (own: Partial<LoadParts>): LoadParts => ({
  ...parts,
  log: { error: (said: object) => void faults.push(String(Reflect.get(said, 'err'))) },
  ...own,
})

test('LOAD-15 the file to mend holds every row that is counted as wrong, also who is new and lives nowhere', async () => {
  const [good, bad, nowhere, other] = [1, 2, 3, 4].map((nth) => extractRow(nth * 3))
  assert.ok(good && bad && nowhere && other)
  const rows = [good, bad.with(0, '12'), nowhere.with(7, ''), other]
  const { id, checked, done } = await loadedExtract(manager, parts, fileOf(rows))
  assert.deepEqual([checked.checked.wrong, done.counts.wrong, done.counts.newPeople], [2, 2, 2])
  const found = await wrongRows(id)
  assert.deepEqual(
    found.map(([line, , reason, nik, name]) => [line, reason !== '', nik, name]),
    [
      ['3', true, '12', bad[1]],
      ['4', true, nowhere[0], nowhere[1]],
    ],
  )
  assert.deepEqual(
    checked.wrong.map(({ line }) => line),
    [3, 4],
  )
})

test('LOAD-8 whoever went into somebody who went on into a third is whom the number names', async () => {
  const row = extractRow(300)
  await loadedExtract(manager, parts, fileOf([row]))
  const keys = await house.parts.ledger.keys.forDistrict('34.04')
  const [first] = await house.owner<{ id: string }>('select id from person where nik_index = $1', [
    keys.index('nik', row[0] ?? ''),
  ])
  const long = { place: sleman.caturtunggal, addedAt: Date.parse('2026-01-05'), values: {} }
  const [second, third] = [await lay.person({ name: 'Kedua', ...long }), await lay.person({ name: 'Ketiga', ...long })]
  for (const [kept, gone] of [
    [second, first?.id],
    [third, second],
  ]) {
    const versions = await house.owner<{ id: string; version: number }>(
      'select id, version from person where id = any($1)',
      [[kept, gone]],
    )
    const of = (id: string | undefined) => versions.find((one) => one.id === id)?.version
    const data = { of: 'person', kept, gone, take: [], keptVersion: of(kept), goneVersion: of(gone) }
    await verifier.does('registry.merge', { data })
  }
  await loadedExtract(manager, parts, fileOf([row.with(6, '3')]), '2026-10-10')
  const said = await house.owner<{ id: string; kawin: string | null }>(
    "select id, said->>'status_kawin' as kawin from person where id = any($1)",
    [[second, third]],
  )
  const kawinOf = (id: string) => said.find((one) => one.id === id)?.kawin
  assert.deepEqual([kawinOf(second), kawinOf(third)], [null, '3'], 'whoever stands on, and nobody who went')
  assert.equal(await countOf(300, 1), 1, 'nobody came in a second time')
})

test('LOAD-12 a worker that lets go late ends nothing that was asked for after it began', async () => {
  const id = await openedLoad(manager, await sentExtract(manager, fileOf(someRows(4_000, 3))))
  const slow = await holdWork(worker, new Date(), new Date(Date.now() - 1))
  assert.equal(slow?.load, id)
  await workLoads(parts)
  await manager.does('load.start', { subject: id })
  assert.ok(slow)
  await letGo(worker, slow, true, null)
  await workLoads(parts)
  assert.equal((await loadAt(manager, id)).status, 'done')
})

test('LOAD-12 where the database is away the lease is left to run out, and nothing is said to have failed', async () => {
  const id = await tried(fileOf(someRows(30_000, 5)))
  await manager.does('load.start', { subject: id })
  const away = Object.assign(new Error('the connection ended'), { code: '57P01' })
  await assert.rejects(workLoads(worksWith({ actorAt: () => Promise.reject(away) })), away)
  const [row] = await house.owner<{ held: boolean; fault: string | null }>(
    'select held_until > now() and ended_at is null as held, fault from load_work where load = $1',
    [id],
  )
  assert.deepEqual(row, { held: true, fault: null })
  await workLoads(parts)
  assert.equal((await loadAt(manager, id)).status, 'running', 'nobody else takes it before')
  await house.owner("update load_work set held_until = now() - interval '1 second' where load = $1", [id])
  await workLoads(parts)
  assert.equal((await loadAt(manager, id)).status, 'done')
})

test('LOAD-11 a name of a file is a name only: whatever it holds, no answer breaks, and its wrong rows are named after it', async () => {
  const file = fileOf([extractRow(31_000).with(0, 'x')])
  for (const name of ['../../etc/passwd.csv', 'a"b;c.csv', '٣٤٠٤ ☂.csv', '.csv', 'tanpa akhiran', '%00%0d%0a.csv']) {
    const id = await openedLoad(manager, await sentExtract(manager, file, name))
    const answer = await manager.raw({ method: 'GET', path: `${loadPaths.wrong}?id=${id}&format=xlsx` })
    assert.equal(answer.status, 200, name)
    const told = decodeURIComponent(
      /filename\*=UTF-8''(\S+)$/.exec(String(answer.headers['content-disposition']))?.[1] ?? '',
    )
    assert.equal(told, `${name.replace(/\.\w+$/, '')}-perlu-diperbaiki.xlsx`)
  }
  for (const name of ['', ' ', 'a'.repeat(400)])
    assert.equal((await sendExtract(manager, file, name)).status, 400, name)
})

test('LOAD-6 loads are listed page by page, none twice, the newest first', async () => {
  const { total, size } = await manager.read(loadRoutes.list, { query: { page: 1 } })
  const pages = Math.ceil(total / size)
  const seen: { readonly id: string; readonly openedAt: number }[] = []
  for (let page = 1; page <= pages + 1; page++)
    seen.push(...(await manager.read(loadRoutes.list, { query: { page } })).items)
  assert.equal(new Set(seen.map(({ id }) => id)).size, total)
  assert.deepEqual(
    seen.map(({ openedAt }) => openedAt),
    seen.map(({ openedAt }) => openedAt).toSorted((one, other) => other - one),
  )
  for (const page of [0, -1, 1.5, 'x', 10 ** 12])
    assert.equal((await manager.ask(loadRoutes.list, { query: { page } })).status, 400, String(page))
})

test('LOAD-14, SEAL-7 the ledger writes all of it anew; under new keys wrong rows and exports are fetched as before', async () => {
  const told = await assertReplays(house)
  assert.ok(told.includes('load') && told.includes('person') && told.includes('family'))
  const { id } = await loadedExtract(manager, parts, fileOf([extractRow(33_000), extractRow(33_001).with(0, 'x')]))
  const wish = { subject: 'people', form: 'csv', desils: [], programme: null, complete: null, numbers: true } as const
  const body = { ...wish, id: crypto.randomUUID(), place: sleman.caturtunggal, reason: 'Verifikasi lapangan' }
  const asked = await manager.read(exportRoutes.ask, { body })
  await workExports(parts)
  const path = `${exportFilePath}?id=${asked.id}`
  const before = await manager.raw({ method: 'GET', path })
  const stood = await wrongRows(id)
  const { as, house: next } = await afterRotation(house)
  const after = await as(manager).raw({ method: 'GET', path })
  assert.deepEqual([after.status, after.bytes.equals(before.bytes)], [200, true])
  assert.deepEqual(await wrongRows(id, as(manager)), stood)
  await next.close()
})

test('LOAD-12 two workers at one load, one of whose lease is over, take every row once', async () => {
  const id = await tried(fileOf(someRows(1_000, 1_500)))
  await manager.does('load.start', { subject: id })
  const overtaken = async () => {
    await house.owner("update load_work set held_until = now() - interval '1 second' where load = $1", [id])
    await workLoads(worksWith({}))
  }
  await Promise.all([workLoads(worksWith({})), overtaken(), overtaken()])
  await workLoads(parts)
  const { status, counts } = await loadAt(manager, id)
  assert.deepEqual([status, counts.rows, counts.newPeople, counts.wrong], ['done', 1_500, 1_500, 0])
  assert.equal(await countOf(1_000, 1_500), 1_500)
})

/** At which reading of the file a worker loses it, while trying and while taking. */
for (const nth of [1, 2, 3])
  test(`LOAD-12 a shelf that fails at question ${nth} stops a load with a word, and begun anew it is whole`, async () => {
    const from = 10_000 + nth * 3_000
    const id = await tried(fileOf(someRows(from, 1_100)))
    await manager.does('load.start', { subject: id })
    let asked = 0
    const { store } = parts
    const get: typeof store.get = (...what) =>
      ++asked >= nth ? Promise.reject(new Error('the shelf is broken')) : store.get(...what)
    await workLoads(worksWith({ store: { ...store, get } }))
    const stopped = await loadAt(manager, id)
    if (stopped.status !== 'done') {
      assert.deepEqual([stopped.status, stopped.fault], ['running', true])
      assert.match(faults.at(-1) ?? '', /the shelf is broken/)
      await manager.does('load.stop', { subject: id })
      await manager.does('load.start', { subject: id })
      await workLoads(parts)
    }
    const { status, counts, fault } = await loadAt(manager, id)
    assert.deepEqual([status, counts.rows, counts.newPeople, fault], ['done', 1_100, 1_100, false])
    assert.equal(await countOf(from, 1_100), 1_100)
  })
