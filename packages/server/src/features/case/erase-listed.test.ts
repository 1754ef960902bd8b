import assert from 'node:assert/strict'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { surgeRoutes } from '@openslrt/core/contract/surge-queries.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import type { ReadRow } from '../../testing/read-everything.ts'
import { readEverything } from '../../testing/read-everything.ts'
import { csv, line, nikOf, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'

const { house, offices, district, manager, started, load, opened, page } = await startSurgeHouse()
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const second = await house.staffAt(offices.secretariat, 'manager')

/** Three people of one file: their words stand side by side in one entry. */
const cast = ['Wagiyem', 'Sutarjo', 'Tukiran'].map((name, n) => ({
  name,
  words: [name, nikOf(n + 1), `Gang${name}`, `08123456700${n}`],
  row: line(n + 1, { 0: `${name} Penanda`, 5: `Gang${name} 7`, 6: `08123456700${n}` }),
}))
const [first, next, kept] = cast
assert.ok(first && next && kept)
const list = await started({ perDay: 9 })
// Two of them stand twice in the file: their second rows wait among those that are to be mended.
await load(list, csv([...cast.map(({ row }) => row), first.row, next.row]))
await opened(list)

const rebuild = () => withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, district))
const about = (rows: readonly ReadRow[], words: readonly string[]) =>
  rows.filter(({ text }) => words.some((word) => text.includes(word)))
const rowOf = async (name: string) => {
  const found = await house.owner<{ id: string; case: string; status: string }>(
    'select a.id, a.case_id as case, a.status from affected a join cases c on c.district = a.district and c.id = a.case_id where c.client_name = $1',
    [`${name} Penanda`],
  )
  return found[0] ?? assert.fail(name)
}

/** Brings a case to its end, asks for it to be erased, and erases it. */
async function erased(subject: string): Promise<void> {
  const [{ office } = assert.fail()] = await house.owner<{ office: string }>('select office from cases where id = $1', [
    subject,
  ])
  const by = office === offices.caturtunggal ? desk : manager
  await by.does('case.cancel', { subject, data: caseData.cancel })
  await by.does('case.ask-erasure', { subject, data: { basis: 'request', note: 'Warga memintanya sendiri' } })
  await second.does('case.erase', { subject, data: { note: '' } })
}
const told = async () => {
  const { counts, total } = await page(list)
  return { counts, total }
}

test('PRIVACY-12 a case that is erased takes its place on an affected list along; in no table a word is left, of others none is lost', async () => {
  const row = await rowOf(first.name)
  await manager.does('surge.done', { subject: list, data: { row: row.id, note: `Sudah ditangani, ${first.name}` } })
  const before = await readEverything(house)
  const spoken = new Set(about(before, first.words).map(({ table }) => table))
  for (const table of ['affected', 'cases', 'ledger', 'surge_file'])
    assert.ok(spoken.has(table), `${table} said of them`)
  const listed = await told()
  await erased(row.case)
  const after = await readEverything(house)
  assert.deepEqual(about(after, first.words), [])
  for (const { words } of [next, kept])
    assert.deepEqual(
      about(before, words).filter(({ table }) => !about(after, words).some((one) => one.table === table)),
      [],
    )
  assert.deepEqual(await told(), listed, 'counts stay')
  const left = await house.owner('select status, class, number is not null as numbered from affected where id = $1', [
    row.id,
  ])
  assert.deepEqual(left, [{ status: 'done', class: 'other', numbered: true }])
  await assertVerified(house)
  await rebuild()
  await assertVerified(house)
  assert.deepEqual(about(await readEverything(house), first.words), [])
})

test('PRIVACY-12 of an entry about several each is forgotten in their turn, and the card of the first still tells its way', async () => {
  const { case: before } = await rowOf(kept.name)
  const [{ id: firstCase } = assert.fail()] = await house.owner<{ id: string }>(
    "select id from cases where status = 'erased'",
  )
  const way = async () =>
    (await manager.read(caseRoutes.card, { query: { district, id: firstCase } })).history.map(({ action }) => action)
  const told = await way()
  assert.ok(told.includes('register') && told.includes('erase'))
  const row = await rowOf(next.name)
  await erased(row.case)
  const left = await house.owner(
    'select status, slot_day, number is not null as numbered from affected where id = $1',
    [row.id],
  )
  assert.deepEqual(left, [{ status: 'dropped', slot_day: null, numbered: true }], 'nobody waits for them any more')
  const after = await readEverything(house)
  for (const { words } of [first, next]) assert.deepEqual(about(after, words), [])
  assert.deepEqual(await way(), told)
  await assertVerified(house)
  await rebuild()
  await assertVerified(house)
  assert.equal((await rowOf(kept.name)).case, before)
  assert.ok(about(await readEverything(house), kept.words).some(({ table }) => table === 'affected'))
})

test('PRIVACY-12 a file that names them again puts nobody back on the list', async () => {
  await load(list, csv([first.row, next.row]))
  await opened(list)
  const faults = await manager.read(surgeRoutes.faults, { query: { district, id: list } })
  assert.equal(faults.file, null)
  for (const { words } of [first, next])
    assert.deepEqual(
      about(await readEverything(house), words).filter(({ table }) => table !== 'surge_chunk'),
      [],
    )
})
