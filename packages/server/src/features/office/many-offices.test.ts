import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publicPaths } from '@openslrt/core/contract/public-pages.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { buildWebApp } from '../../app.ts'
import { openMetrics } from '../../platform/telemetry/metrics.ts'
import type { Client } from '../../testing/client.ts'
import { clientAt } from '../../testing/client.ts'
import { doorInto } from '../../testing/door.ts'
import { explaining } from '../../testing/explaining.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { manyOfficeId, manyOffices } from '../../testing/many-offices.ts'

let house: TestHouse
let explained: ReturnType<typeof explaining>
let app: Awaited<ReturnType<typeof buildWebApp>>['app']
let people: readonly (readonly [where: string, admin: Client])[] = []

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  await manyOffices(house)
  await house.parts.reference.refresh()
  const { pools } = house.parts
  explained = explaining(pools.api)
  app = (await buildWebApp({ ...house.parts, metrics: openMetrics(), pools: { ...pools, api: explained.pool } })).app
  people = await Promise.all(
    ['00', '33', '34.04', '34.04.07.2001'].map(async (place) => [place, await adminAt(place)] as const),
  )
})
after(async () => {
  await app.close()
  await house.close()
})

/** An administrator of the office of a place, at the door where every question is explained. */
async function adminAt(place: string): Promise<Client> {
  const [office] = await house.owner<{ id: string }>('select id from office where place = $1', [place])
  assert.ok(office)
  const { staff, cookie } = await house.staffAt(office.id, 'admin')
  assert.ok(staff && cookie)
  return clientAt(doorInto(app), { staff, office: office.id, cookie })
}

/** The secretariat of Sleman, by the words that its id is made of. */
const secretariat = manyOfficeId('34.04')

type Query = Readonly<Record<string, string>>
const lists: readonly (readonly [row: RouteRow, queries: readonly Query[]])[] = [
  [
    referenceRoutes.offices,
    [
      {},
      { page: '40' },
      { q: 'suka' },
      { q: 'puskesos' },
      { q: 'a' },
      { q: 'caturtunggal pusk' },
      { kind: 'puskesos' },
      { kind: 'secretariat', page: '2' },
      { kind: 'puskesos', q: 'suka' },
    ],
  ],
  [referenceRoutes.tree, [{}, { parent: secretariat }, { parent: secretariat, page: '2' }]],
  [referenceRoutes.staff, [{}, { page: '3' }, { q: 'petugas suka' }, { q: 'suka' }]],
  [
    referenceRoutes.places,
    [
      { q: 'su' },
      { q: 'catur', parent: '34.04' },
      { parent: '34' },
      { level: 'province' },
      { q: 'suka', level: 'village' },
      { q: '%' },
    ],
  ],
  [referenceRoutes.served, [{}, { q: 'suka' }, { without: 'yes' }]],
]
const guarded: readonly string[] = ['office', 'staff', 'post', 'place']

for (const [row, queries] of lists)
  for (const query of queries)
    test(`OFFICE-15 ${row.path} ${JSON.stringify(query)} goes by an index, from whichever office 84,000 are looked at`, async () => {
      for (const [where, admin] of people) {
        const before = explained.readWhole().length
        const { status, body } = await admin.ask(row, { query })
        assert.equal(status, 200, JSON.stringify(body))
        const whole = explained.readWhole().slice(before)
        assert.deepEqual(
          whole.filter((table) => guarded.includes(table)),
          [],
          `from ${where}`,
        )
      }
    })

test('OFFICE-15 the page that finds the nearest office goes by an index, however it is asked', async () => {
  for (const q of ['su', 'sukamaju', 'caturtunggal, sleman', 'depok sleman', 'desa a', 'tidak ada di mana pun']) {
    const before = explained.readWhole().length
    const { status } = await doorInto(app)({
      method: 'GET',
      path: `${publicPaths.offices}?${new URLSearchParams({ q })}`,
    })
    assert.equal(status, 200)
    assert.deepEqual(
      explained
        .readWhole()
        .slice(before)
        .filter((table) => guarded.includes(table)),
      [],
      q,
    )
  }
})

test('OFFICE-15 a list of people says that there are more than it counts, and a search counts them all', async () => {
  const [, national] = people[0] ?? []
  assert.ok(national)
  const all = await national.read(referenceRoutes.staff)
  assert.deepEqual([all.total, all.more, all.items.length], [1_000, true, 25])
  const some = await national.read(referenceRoutes.staff, { query: { q: 'caturtunggal' } })
  assert.deepEqual([some.total, some.more], [1, false])
  assert.ok(
    ['office_words', 'staff_words', 'staff_listed', 'place_search'].every((index) =>
      explained.indexes().includes(index),
    ),
  )
})
