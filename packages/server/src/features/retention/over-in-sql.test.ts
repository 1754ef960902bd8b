import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Aging, KeptByClock } from '@openslrt/core/retention/over.ts'
import { clockKept, endedAs, keptOf, toldDays } from '@openslrt/core/retention/over.ts'
import { aPolicy, monday } from '@openslrt/core/testing/a-policy.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { fillEveryTable } from '../../testing/fill-every-table.ts'
import { startTestHouse } from '../../testing/house.ts'
import { listSoon } from './queries.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
await fillEveryTable(house, await house.staffAt(offices.caturtunggal, 'fo'), offices)
const { retention } = aPolicy(monday)
const statuses = { ppks: ['received'], visit: ['planned'], psks: ['verified'], affected: [] }
const [{ id: aCase } = assert.fail()] = await house.owner<{ id: string }>('select id from cases limit 1')

const anAging = fc.record({
  of: fc.constantFrom(...clockKept),
  nth: fc.nat(5),
  changed: fc.oneof(
    fc.date({ min: new Date('2016-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }),
    fc.constantFrom(new Date('2016-02-29T23:59:59.999Z'), new Date('2020-02-29T00:00:00Z')),
  ),
  closed: fc.option(fc.date({ min: new Date('2016-01-01'), max: new Date('2026-11-01'), noInvalidDate: true })),
  isNamed: fc.boolean(),
  hasCase: fc.boolean(),
  shift: fc.integer({ min: -3, max: 3 }),
})
type Made = typeof anAging extends fc.Arbitrary<infer Value> ? Value : never

function agingOf({ of, nth, changed, closed, isNamed, hasCase }: Made): Aging {
  const all: readonly string[] = [...endedAs[of], ...statuses[of]]
  const goes = of !== 'psks'
  return {
    of,
    status: all[nth % all.length] ?? '',
    changedAt: changed.getTime(),
    isNamed: goes && isNamed,
    hasCase: goes && hasCase,
    closedAt: of === 'affected' ? (closed?.getTime() ?? null) : null,
  }
}

/** A row of an affected list names the case that would be its own, whether or not there is one. */
const noCase = { ppks: null, visit: null, psks: null, affected: randomUUID() } as const

/** Lays it as it stands into the one row of its table. */
async function lay({ of, status, changedAt, isNamed, hasCase, closedAt }: Aging): Promise<void> {
  await house.owner(`update ${of} set status = $1, changed_at = $2`, [status, new Date(changedAt)])
  if (of === 'psks') return
  await house.owner(`update ${of} set person = $1, family = null, case_id = $2`, [
    isNamed ? randomUUID() : null,
    hasCase ? aCase : noCase[of],
  ])
  if (of === 'affected')
    await house.owner('update surge set status = $1, changed_at = $2', [
      closedAt === null ? 'open' : 'closed',
      new Date(closedAt ?? changedAt),
    ])
}

const listed = (of: KeptByClock) =>
  house.owner<{ until: Date }>('select kept_until as until from forget_due where "of" = $1', [of])

test('PRIVACY-10 in SQL something is forgotten by its years exactly when core says so, on every day', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  await fc.assert(
    fc.asyncProperty(anAging, async (made) => {
      const aging = agingOf(made)
      await lay(aging)
      const until = keptOf(aging, retention)
      const now = new Date((until ?? monday) - toldDays * 86_400_000 + made.shift)
      await house.owner('delete from forget_due')
      await listSoon(house.parts.pools.worker, '34.04', retention, now)
      assert.deepEqual(
        (await listed(aging.of)).map((row) => row.until.getTime()),
        until !== null && made.shift >= 0 ? [until] : [],
        JSON.stringify(aging),
      )
    }),
    { seed, numRuns: 120 },
  )
})

test('PRIVACY-11 what stands on the list keeps its day there, and what was forgotten comes back only when it was written anew', async () => {
  const ended = Date.parse('2020-01-01T00:00:00Z')
  await house.owner('delete from forget_due')
  const psks: Aging = { of: 'psks', status: 'ended', changedAt: ended, isNamed: false, hasCase: false, closedAt: null }
  const list = (at: number) => listSoon(house.parts.pools.worker, '34.04', retention, new Date(at))
  const row = async () =>
    (
      await house.owner<{ listed: Date; gone: Date | null }>(
        'select listed_at as listed, forgotten_at as gone from forget_due where "of" = $1',
        ['psks'],
      )
    )[0]
  await lay(psks)
  await list(monday)
  await list(monday + 86_400_000)
  assert.equal((await row())?.listed.getTime(), monday)
  await house.owner('update forget_due set forgotten_at = $1', [new Date(monday)])
  await list(monday + 2 * 86_400_000)
  assert.ok((await row())?.gone, 'it was forgotten, and is not told again')
  await lay({ ...psks, changedAt: monday + 1 })
  await list(Date.parse('2033-01-01T00:00:00Z'))
  assert.deepEqual(await row(), { listed: new Date('2033-01-01T00:00:00Z'), gone: null })
})
