import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { openShippedProgrammes } from '../features/programme/index.ts'
import { verifyDistrict } from '../platform/ledger/verify.ts'
import type { TestHouse } from '../testing/house.ts'
import { startTestHouse } from '../testing/house.ts'
import { makeDemo } from './make-demo.ts'

let house: TestHouse

before(async () => {
  house = await startTestHouse()
  await openShippedProgrammes(house.parts)
  const signal = new AbortController().signal
  const wish = { cases: 60, say: () => undefined, signal, onMarked: async () => undefined }
  await makeDemo(house.parts, house.ownerUrl, wish)
})

test('DEMO-21 messages of citizens wait at the village of the demo, at another, and where nobody knows whose they are', async () => {
  const rows = await house.owner<{ office: string | null; n: number }>(
    'select o.name as office, count(*)::int as n from inbound_message m left join office o on o.id = m.office group by 1 order by 1',
  )
  const at = new Map(rows.map(({ office, n }) => [office, n]))
  assert.ok((at.get('Puskesos Caturtunggal') ?? 0) >= 3, JSON.stringify(rows))
  assert.ok((at.get('Puskesos Maguwoharjo') ?? 0) >= 1 && (at.get(null) ?? 0) >= 1, JSON.stringify(rows))
  assert.equal((await house.owner('select 1 from inbound_message where received_at > now()')).length, 0)
})

test('DEMO-22 one extract is in, with rows that could not be taken, and one waits for somebody to start it', async () => {
  const loads = await house.owner<{ status: string; counts: Record<string, number> }>(
    'select status, counts from load order by snapshot',
  )
  assert.deepEqual(
    loads.map(({ status }) => status),
    ['done', 'checked'],
  )
  const [done] = loads
  for (const what of ['samePeople', 'changedFamilies', 'wrong']) assert.ok((done?.counts[what] ?? 0) > 0, what)
  const { problems } = await verifyDistrict(house.parts.pools.worker, house.parts.ledger.keys, '34.04', null)
  assert.deepEqual(problems, [])
})

test('DEMO-23 who opens the demo finds the news of two days unread, and what is older read, each at its own moment', async () => {
  const [counts] = await house.owner<{ old: number; read: number; unread: number; most: number }>(
    `select count(*) filter (where read_at is null and made_at < now() - interval '3 days')::int as old,
      count(read_at)::int as read, count(*) filter (where read_at is null)::int as unread,
      (select max(n)::int from (select count(*) as n from notice where read_at is null and staff is not null group by staff) of_each) as most from notice where staff is not null`,
  )
  assert.equal(counts?.old, 0)
  assert.ok((counts?.read ?? 0) > 0 && (counts?.unread ?? 0) > 0, JSON.stringify(counts))
  assert.ok((counts?.most ?? 100) <= 12, JSON.stringify(counts))
})
