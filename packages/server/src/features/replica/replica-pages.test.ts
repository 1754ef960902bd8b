import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostMarks, mostPulled, replicaRoutes } from '@openslrt/core/contract/replica.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { replicaTables } from '@openslrt/core/replica/tables.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Phone } from '../../testing/a-phone.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { addFamily, addPerson, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const walker = await house.staffAt(offices.caturtunggal, 'facilitator')
const there = await house.staffAt(offices.maguwoharjo, 'coordinator')
const beside = await house.staffAt(offices.maguwoharjo, 'facilitator')
const family = await addFamily(desk)
const person = await addPerson(desk, { nama: 'Warga asal' })

/** A village fills: rows of one entry, as a chunk of an extract writes them. */
const copied = (table: 'person' | 'family', id: string, many: number) =>
  house.owner(
    `insert into ${table} select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid())) as p
      from ${table} p cross join generate_series(1, $2) where p.id = $1) q`,
    [id, many],
  )
const rowsIn = (page: { readonly rows: Readonly<Record<ReplicaTable, readonly unknown[]>> }): number =>
  replicaTables.reduce((sum, table) => sum + page.rows[table].length, 0)
/** Page by page: what each brought, by id. */
async function pagesOf(phone: Phone): Promise<readonly string[][]> {
  const pages: string[][] = []
  for (;;) {
    const page = await phone.pull()
    pages.push(replicaTables.flatMap((table) => page.rows[table].map(({ id }) => id)))
    if (page.done) return pages
  }
}

test('SYNC-11 a page that is full to the last row says that there may be more, and the next one that there is not', async () => {
  const first = await aPhone(walker).pull()
  assert.deepEqual([first.done, rowsIn(first)], [true, 2])
  assert.ok(first.census)
  await copied('family', family, mostPulled - 1)
  const phone = aPhone(walker)
  const full = await phone.pull()
  assert.deepEqual([rowsIn(full), full.done, full.rows.person.length], [mostPulled, false, 0])
  const rest = await phone.pull()
  assert.deepEqual([rest.done, rest.rows.family.length], [true, 0])
  assert.deepEqual(
    rest.rows.person.map(({ id }) => id),
    [person],
  )
})

test('SYNC-54 the last of many pages says what the phone should hold, where nobody wrote meanwhile', async () => {
  const phone = aPhone(walker)
  const full = await phone.pull()
  assert.deepEqual([full.done, full.census], [false, null], 'a page on the way knows nothing yet')
  const { done, census } = await phone.pull()
  assert.ok(done && census)
  assert.deepEqual(unlike(phone.census(), census), [])
  assert.deepEqual([census.family.count, census.person.count], [mostPulled, 1])
})

test('SYNC-54 where somebody wrote between two pages the last one says nothing, and the next round does', async () => {
  const phone = aPhone(walker)
  await phone.pull()
  await says(desk, 'person', person, { agama: 'islam' })
  const last = await phone.pull()
  assert.deepEqual([last.done, last.census], [true, null], 'a count of now would be of other rows than were brought')
  const next = await phone.pull()
  assert.deepEqual([next.done, next.rows.person.map(({ id }) => id)], [true, [person]])
  assert.ok(next.census)
  assert.deepEqual(unlike(phone.census(), next.census), [])
})

test('SYNC-11 of rows that one entry wrote, more than a page takes, none is left out and none comes twice', async () => {
  await copied('person', person, 2 * mostPulled + 17)
  const pages = await pagesOf(aPhone(walker))
  const ids = pages.flat()
  // The families of the test before, the first person, and the copies.
  const all = mostPulled + 1 + (2 * mostPulled + 17)
  assert.deepEqual([pages.length, ids.length, new Set(ids).size], [4, all, all])
  assert.ok(pages.slice(0, -1).every((page) => page.length === mostPulled))
  const again = await pagesOf(aPhone(walker))
  assert.deepEqual(again, pages, 'the same pages in the same order')
})

test('SYNC-11 a page that was lost on the way comes again as it was, whatever was written since', async () => {
  const phone = aPhone(walker)
  await phone.pull()
  const kept = phone.cursor
  const lost = await phone.pull()
  await says(desk, 'family', family, { alamat: 'Jalan Gejayan' })
  phone.cursor = kept
  const again = await phone.pull()
  assert.deepEqual(
    again.rows.person.map(({ id }) => id),
    lost.rows.person.map(({ id }) => id),
  )
  assert.deepEqual(again.cursor, lost.cursor)
  await phone.sync()
  const { rows } = await phone.sync()
  assert.deepEqual(
    rows.family.map(({ id }) => id),
    [family],
    'what was written since comes with the next round',
  )
})

test('SYNC-12 marks come page by page in the order of their ids, each once, and the last page says that it is one', async () => {
  await copied('person', person, mostMarks - 2 * mostPulled)
  const [{ n } = { n: 0 }] = await house.owner<{ n: number }>(
    'select count(*)::int as n from person where place = $1',
    [sleman.caturtunggal],
  )
  assert.ok(n > mostMarks)
  const ask = (after: string | null) => walker.read(replicaRoutes.marks, { body: { table: 'person', after } })
  const first = await ask(null)
  assert.deepEqual([first.marks.length, first.more], [mostMarks, true])
  const last = await ask(first.marks.at(-1)?.[0] ?? null)
  assert.deepEqual([last.marks.length, last.more], [n - mostMarks, false])
  const ids = [...first.marks, ...last.marks].map(([id]) => id)
  assert.deepEqual([new Set(ids).size, ids], [n, ids.toSorted()])
  const beyond = await ask(ids.at(-1) ?? null)
  assert.deepEqual(beyond, { marks: [], more: false })
})

test('SYNC-12 marks of a table of which somebody holds nothing are none, wherever they begin', async () => {
  for (const table of replicaTables.filter((one) => one !== 'family' && one !== 'person'))
    assert.deepEqual(await walker.read(replicaRoutes.marks, { body: { table, after: null } }), {
      marks: [],
      more: false,
    })
  assert.deepEqual(await beside.read(replicaRoutes.marks, { body: { table: 'person', after: person } }), {
    marks: [],
    more: false,
  })
})

test('SYNC-11 while many write at once phones pull: nothing that was written is missed, and nothing comes from elsewhere', async () => {
  const phones = [aPhone(beside), aPhone(beside), aPhone(beside)]
  const written: string[] = []
  const write = async (nth: number): Promise<void> => {
    for (let round = 0; round < 5; round++) {
      const id = await addPerson(there, { nama: `Warga ${nth} ${round}` }, { place: sleman.maguwoharjo })
      written.push(id)
      await says(there, 'person', id, { agama: 'islam' })
    }
  }
  const pull = async (phone: Phone): Promise<void> => {
    while (written.length < 20) await phone.sync()
  }
  await Promise.all([...[0, 1, 2, 3].map(write), ...phones.map(pull)])
  for (const phone of phones) {
    const { census } = await phone.sync()
    assert.deepEqual([...phone.held.person.keys()].toSorted(), written.toSorted())
    assert.deepEqual([...new Set([...phone.held.person.values()].map(({ version }) => version))], [2])
    if (census) assert.deepEqual(unlike(phone.census(), census), [])
  }
})

test('SYNC-11 a cursor only goes ahead: no page tells of less than the one before had brought', async () => {
  const phone = aPhone(beside)
  let reached = 0
  for (let nth = 0; nth < 4; nth++) {
    const { cursor } = await phone.sync()
    assert.ok(cursor.since >= reached)
    reached = cursor.since
    await addPerson(there, { nama: `Susulan ${nth}` }, { place: sleman.maguwoharjo })
  }
  const others = await phone.sync()
  assert.equal(others.rows.person.length, 1)
  await addPerson(desk, { nama: 'Dari desa lain' })
  const nothing = await phone.sync()
  assert.deepEqual([rowsIn(nothing), nothing.cursor.since > others.cursor.since], [0, true])
})

test('SYNC-54 what is written elsewhere in the district counts as written: no count is given of two moments', async () => {
  const phone = aPhone(walker)
  await phone.pull()
  await addPerson(there, { nama: 'Dari desa lain' }, { place: sleman.maguwoharjo })
  assert.equal((await phone.sync()).census, null)
  assert.ok((await phone.sync()).census)
})
