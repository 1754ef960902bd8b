import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
let offices: DistrictOffices
let admin: Client
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  admin = await house.staffAt(offices.secretariat, 'admin')
  await fill()
})
after(() => house.close())

/** Many offices and people, past the commands: what is tested is what lists make of the rows. */
async function fill(): Promise<void> {
  await house.owner(
    "insert into office select gen_random_uuid(), '34.04', 1, 1, 'LKS Mawar ' || n, 'provider', 'district', '34.04', null, true, '', '', now() from generate_series(0, 59) n",
  )
  await house.owner(
    `with hired as (select n, gen_random_uuid() as id from generate_series(0, 59) n),
       people as (insert into staff select id, '34.04', 1, 1, 'Petugas Uji ' || n, true from hired)
     insert into post select gen_random_uuid(), '34.04', 1, 1, id, case n % 2 when 0 then $1::uuid else $2::uuid end, case n % 2 when 0 then 'fo' else 'provider' end, now(), null from hired`,
    [offices.caturtunggal, offices.rsud],
  )
}

/** Somebody new at an office, by the post that they were given. */
async function hire(office: string, name: string): Promise<{ readonly staff: string; readonly post: string }> {
  const [staff, post] = [randomUUID(), randomUUID()]
  await house.setUp('staff.add', { subject: staff, data: { name, post, office, role: 'fo' } })
  return { staff, post }
}

type Query = Readonly<Record<string, string>>
interface Page {
  readonly items: readonly { readonly id: string }[]
  readonly total: number
  readonly size: number
}
const lists: Readonly<Record<string, (query: Query) => Promise<Page>>> = {
  offices: (query) => admin.read(referenceRoutes.offices, { query }),
  people: (query) => admin.read(referenceRoutes.staff, { query }),
}

/** How many lines a list has on all its pages, once each, and how many it says that it has. */
async function counted(list: (query: Query) => Promise<Page>, query: Query) {
  const ids: string[] = []
  const totals = new Set<number>()
  for (let page = 1; ; page++) {
    const { items, total, size } = await list({ ...query, page: String(page) })
    ids.push(...items.map(({ id }) => id))
    totals.add(total)
    if (page * size >= total) return { lines: ids.length, once: new Set(ids).size, totals: [...totals] }
  }
}

const narrowed: readonly (readonly [list: string, query: Query, least: number])[] = [
  ['offices', {}, 65],
  ['offices', { q: 'mawar' }, 60],
  ['offices', { q: 'mawar 1' }, 11],
  ['offices', { kind: 'provider' }, 61],
  ['offices', { kind: 'puskesos', q: 'mawar' }, 0],
  ['people', {}, 61],
  ['people', { q: 'petugas uji' }, 60],
  ['people', { q: 'uji 1' }, 11],
  ['people', { q: 'tidak ada' }, 0],
]
for (const [list, query, least] of narrowed) {
  test(`LIST-3 a list of ${list} narrowed by ${JSON.stringify(query)} says as many as its pages have, each once`, async () => {
    const asked = lists[list]
    assert.ok(asked)
    const { lines, once, totals } = await counted(asked, query)
    assert.deepEqual([once, totals], [lines, [lines]])
    assert.ok(least === 0 ? lines === 0 : lines >= least, `${lines}`)
  })
}

test('LIST-3 people of one office are counted by what narrows the list, the name and the office together', async () => {
  const people = lists['people']
  assert.ok(people)
  const here = await counted(people, { office: offices.rsud })
  const some = await counted(people, { office: offices.rsud, q: 'uji 1' })
  assert.deepEqual([here.totals, some.totals], [[30], [some.lines]])
  // 1, 11, 13, 15, 17 and 19: the others work in the village.
  assert.equal(some.lines, 6)
})

test('LEDGER-3 a post that somebody ended meanwhile is not ended once more: the form is stale', async () => {
  const { post } = await hire(offices.caturtunggal, 'Pernah Bertugas')
  const end = async (base: number) => {
    const { status, body } = await admin.send('post.end', { subject: post, base })
    return status === 200 ? 'accepted' : body.code
  }
  assert.equal(await end(1), 'accepted')
  assert.equal(await end(1), 'stale')
  assert.notEqual(await end(2), 'stale')
})

test('OFFICE-6 whoever holds no post any more stays on the list of people, with none', async () => {
  const { staff, post } = await hire(offices.caturtunggal, 'Sudah Pensiun')
  const line = async () =>
    (await admin.read(referenceRoutes.staff, { query: { q: 'Sudah Pensiun' } })).items.map(({ id, posts }) => [
      id,
      posts.map(({ id: own }) => own),
    ])
  assert.deepEqual(await line(), [[staff, [post]]])
  await admin.does('post.end', { subject: post })
  assert.deepEqual(await line(), [[staff, []]])
})
