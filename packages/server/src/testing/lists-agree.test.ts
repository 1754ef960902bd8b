import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { psksRoutes } from '@openslrt/core/contract/psks-queries.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { officeId, staffId } from '@openslrt/core/kernel/id.ts'
import type { Change } from '@openslrt/core/ledger/entry.ts'
import { covers, ledgerCode, placeCode, villageCode } from '@openslrt/core/place/code.ts'
import { proposalStatuses } from '@openslrt/core/proposal/proposal.ts'
import { psksStatuses } from '@openslrt/core/psks/psks.ts'
import { aProposal } from '@openslrt/core/testing/a-proposal.ts'
import { aVisit } from '@openslrt/core/testing/a-visit.ts'
import { aPsks } from '@openslrt/core/testing/a-welfare.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import { visitStatuses } from '@openslrt/core/visit/visit.ts'
import fc from 'fast-check'
import { actorOf } from '../features/account/index.ts'
import { inScope, scopeOf } from '../platform/db/scope.ts'
import { aDistrictOffice, openOffice, sleman } from './a-district-office.ts'
import type { Client } from './client.ts'
import { startTestHouse } from './house.ts'
import { layChanges } from './people.ts'
import { assertVerified } from './verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const surveyor = await house.staffAt(offices.secretariat, 'surveyor')

/** Somebody who reads lists: where they see people, and at which office they see visits. */
interface Reader {
  readonly who: string
  readonly client: Client
  readonly office: string
  /** Null where they read no people. */
  readonly place: string | null
}
const reader = async (role: string, office: string, place: string | null, home?: string): Promise<Reader> => ({
  who: `${role} of ${place ?? 'an office'}`,
  client: await house.staffAt(office, role, home),
  office,
  place,
})
const readers: readonly Reader[] = [
  { who: 'facilitator', client: facilitator, office: offices.caturtunggal, place: sleman.caturtunggal },
  await reader('coordinator', offices.caturtunggal, sleman.caturtunggal),
  await reader('coordinator', offices.maguwoharjo, sleman.maguwoharjo),
  await reader('manager', offices.secretariat, sleman.district),
  await reader('manager', bantul, '34.02', '34.02'),
  { who: 'surveyor', client: surveyor, office: offices.secretariat, place: null },
]
const actors = new Map<string, Awaited<ReturnType<typeof actorOf>>>()
for (const { who, client, office } of readers)
  actors.set(who, await actorOf(house.parts.pools.api, house.parts.reference, client.staff ?? '', office))

const villages = [sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi, '34.02.01.2001'] as const
/** So many of a table that lists have several pages. */
const many = 150
const drawn = <Value>(arbitrary: fc.Arbitrary<Value>): readonly Value[] => fc.sample(arbitrary, { seed, numRuns: many })
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-10-${String(n).padStart(2, '0')}`)
const village = fc.constantFrom(...villages)
const ledgerAt = (place: string) => ({ district: ledgerCode.parse(place.slice(0, 5)) })

const psks = drawn(
  fc.record({
    place: fc.oneof(village, fc.constantFrom('34.04', '34.04.07')),
    serves: fc.subarray([...villages, '34.04', '34.04.07'], { minLength: 1, maxLength: 3 }),
    status: fc.constantFrom(...psksStatuses),
    name: fc.constantFrom('Sri', 'sri', 'Éka', 'Moh. Joko', 'Muhammad Djoko', "D'Ayu", '99'),
  }),
).map(({ place, serves, ...own }) => {
  const near = serves.filter((code) => code.slice(0, 5) === place.slice(0, 5)).map((code) => placeCode.parse(code))
  const at = placeCode.parse(place)
  return {
    ...aPsks({ ...own, ...ledgerAt(place), place: at, serves: near.length > 0 ? near : [at] }),
    id: randomUUID(),
  }
})
const visits = drawn(
  fc.record({
    place: village,
    office: fc.constantFrom(offices.caturtunggal, offices.maguwoharjo, offices.secretariat, bantul),
    assignee: fc.constantFrom(null, facilitator.staff, surveyor.staff),
    status: fc.constantFrom(...visitStatuses),
    plannedFor: day,
  }),
).map(({ place, office, assignee, ...own }) => ({
  ...aVisit({
    ...own,
    ...ledgerAt(place),
    place: villageCode.parse(place),
    office: officeId.parse(office),
    assignee: assignee === null ? null : staffId.parse(assignee),
  }),
  id: randomUUID(),
}))
const proposals = drawn(
  fc.record({
    place: village,
    status: fc.constantFrom(...proposalStatuses),
    month: fc.constantFrom('2026-09', '2026-10', '2026-11'),
    dueAt: fc.option(fc.integer({ min: 1_790_000_000_000, max: 1_800_000_000_000 }), { nil: null }),
  }),
).map(({ place, ...own }) => ({
  ...aProposal({
    ...own,
    ...ledgerAt(place),
    place: placeCode.parse(place),
    office: officeId.parse(offices.secretariat),
  }),
  id: randomUUID(),
}))

const kept = <Row extends { readonly id: string; readonly version: number }>({
  id: _id,
  version: _version,
  ...set
}: Row) => set
const laid: readonly { readonly at: string; readonly change: Change }[] = [
  ...psks.map((row) => ({
    at: row.district,
    change: {
      table: 'psks' as const,
      id: row.id,
      base: 0,
      set: kept({ ...row, office: officeId.parse(offices.secretariat) }),
    },
  })),
  ...visits.map((row) => ({
    at: row.district,
    change: { table: 'visit' as const, id: row.id, base: 0, set: kept(row) },
  })),
  ...proposals.map((row) => ({
    at: row.district,
    change: { table: 'proposal' as const, id: row.id, base: 0, set: kept(row) },
  })),
]
for (const district of ['34.04', '34.02'])
  await layChanges(
    house,
    district,
    laid.filter(({ at }) => at === district).map(({ change }) => change),
  )

interface Row {
  readonly id: string
  readonly district: string
}
type Page<Item> = { readonly items: readonly Item[]; readonly total: number; readonly size: number }

/** Everything that a list holds, page by page; each once, as many as it says, and nothing behind the last. */
async function whole<Item extends Row>(pageOf: (page: number) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const first = await pageOf(1)
  const pages = Math.ceil(first.total / first.size)
  const items = [...first.items]
  for (let page = 2; page <= pages; page++) items.push(...(await pageOf(page)).items)
  assert.deepEqual((await pageOf(pages + 1)).items, [])
  assert.equal(items.length, first.total)
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length, 'somebody stands on two pages')
  return items
}
const idsOf = (rows: readonly Row[]): readonly string[] => rows.map(({ id }) => id).toSorted()
const isUnder = (place: string | null, code: string): boolean =>
  place !== null && covers(placeCode.parse(place), placeCode.parse(code))

/** Whoever serves a district serves each of its villages. */
const meets = (place: string | null, code: string): boolean =>
  isUnder(place, code) || (place !== null && isUnder(code, place))

/** Which of these rows the database itself shows to a reader, whatever the query asks for. */
async function shownAtTheWall({ who }: Reader, table: string, rows: readonly Row[]): Promise<readonly string[]> {
  const actor = actors.get(who)
  assert.ok(actor)
  return inScope(house.parts.pools.api, scopeOf(actor, null), async (client) => {
    const found = await client.query<{ id: string }>(`select id from ${table} where id = any($1)`, [idsOf(rows)])
    return found.rows.map(({ id }) => id).toSorted()
  })
}

/** Every card of the list opens, and no other. */
async function cardsAgree(
  rows: readonly Row[],
  listed: readonly Row[],
  open: (row: Row) => Promise<number>,
): Promise<void> {
  const own = new Set(idsOf(listed))
  for (const row of rows) assert.equal(await open(row), own.has(row.id) ? 200 : 404, `${row.district} ${row.id}`)
}
const some = <Value>(rows: readonly Value[]): readonly Value[] => rows.filter((_, nth) => nth % 4 === 0)
const query = ({ district, id }: Row) => ({ query: { district, id } })

for (const { who, ...at } of readers.filter(({ place }) => place !== null)) {
  const { client, place } = at
  test(`PSKS-10 ${who} finds in the list those that sit in or serve their place, page by page; the same cards open, and the wall agrees`, async () => {
    const listed = []
    for (const show of psksStatuses)
      listed.push(...(await whole((page) => client.read(psksRoutes.list, { query: { show, page } }))))
    const expected = psks.filter((row) => isUnder(place, row.place) || row.serves.some((code) => meets(place, code)))
    assert.deepEqual(idsOf(listed), idsOf(expected))
    assert.deepEqual(await shownAtTheWall({ who, ...at }, 'psks', psks), idsOf(expected))
    await cardsAgree(some(psks), listed, async (row) => (await client.ask(psksRoutes.one, query(row))).status)
  })

  test(`PROPOSAL-16, PROPOSAL-17 ${who} finds the proposals of their villages, what is due first; the counts, the cards and the wall agree`, async () => {
    const listed = await whole((page) => client.read(proposalRoutes.list, { query: { page } }))
    const expected = proposals.filter((row) => isUnder(place, row.place))
    assert.deepEqual(idsOf(listed), idsOf(expected))
    assert.deepEqual(await shownAtTheWall({ who, ...at }, 'proposal', proposals), idsOf(expected))
    const { counts } = await client.read(proposalRoutes.list)
    assert.equal(counts.all, expected.length)
    for (const month of ['2026-09', '2026-11']) {
      const ofMonth = await whole((page) => client.read(proposalRoutes.list, { query: { page, month } }))
      assert.deepEqual(idsOf(ofMonth), idsOf(expected.filter((row) => row.month === month)))
    }
    const ended = new Set(['accepted', 'rejected', 'withdrawn'])
    const open = listed.filter(({ status }) => !ended.has(status)).map(({ dueAt }) => dueAt ?? Number.MAX_SAFE_INTEGER)
    assert.deepEqual(
      open,
      open.toSorted((a, b) => a - b),
    )
    await cardsAgree(some(proposals), listed, async (row) => (await client.ask(proposalRoutes.one, query(row))).status)
  })
}

for (const { who, ...at } of readers) {
  const { client, place, office } = at
  test(`VISIT-10 ${who} finds the visits of their office, their place and their own, the first day first; the same pages open, and the wall agrees`, async () => {
    const sees = visits.filter(
      (row) => row.assignee === client.staff || row.office === office || isUnder(place, row.place),
    )
    assert.deepEqual(await shownAtTheWall({ who, ...at }, 'visit', visits), idsOf(sees))
    const open = sees.filter(({ status }) => status === 'planned')
    const listOf = (show: string) => whole((page) => client.read(visitRoutes.list, { query: { show, page } }))
    assert.deepEqual(idsOf(await listOf('ended')), idsOf(sees.filter(({ status }) => status !== 'planned')))
    assert.deepEqual(idsOf(await listOf('office')), idsOf(open.filter((row) => row.office === office)))
    assert.deepEqual(idsOf(await listOf('mine')), idsOf(open.filter((row) => row.assignee === client.staff)))
    for (const code of villages) {
      const there = await whole((page) =>
        client.read(visitRoutes.list, { query: { show: 'office', village: code, page } }),
      )
      assert.deepEqual(idsOf(there), idsOf(open.filter((row) => row.place === code)))
      const days = there.map(({ plannedFor }) => plannedFor)
      assert.deepEqual(days, days.toSorted())
    }
    await cardsAgree(some(visits), sees, async (row) => (await client.ask(visitRoutes.one, query(row))).status)
  })
}

test('LEDGER-20 what was laid in hundreds at once is proven', () => assertVerified(house))
