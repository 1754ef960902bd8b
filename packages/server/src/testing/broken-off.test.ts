import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn, dayMs, hourMs, wireOf } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import type { Pool } from 'pg'
import { carryLines, needHandler, pressApplications } from '../features/need/index.ts'
import { pressProposals, proposalHandler } from '../features/proposal/index.ts'
import { pressVisits, visitHandler } from '../features/visit/index.ts'
import type { Handler } from '../platform/http/order.ts'
import { aDistrictOffice, sleman } from './a-district-office.ts'
import { aProgrammeOf, needsOf } from './a-need.ts'
import { startTestHouse } from './house.ts'
import { peopleIn } from './people.ts'
import { proposalsOf } from './proposals.ts'
import { assertVerified } from './verified.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const village = await house.staffAt(offices.caturtunggal, 'coordinator')
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const { pools, ledger, reference } = house.parts
const parts = { ledger, reference }
const { drafted } = proposalsOf({ drafter: operator, verifier: manager, approver: manager })
const now = Date.now()
const thisYear = new Date(now).getFullYear()

type Run = (pool: Pool, handle: Handler, now: number) => Promise<number>

/** Something that time does: what makes one case of it, when it is due, and what the ledger then says of it, once. */
interface Deed {
  readonly rule: string
  readonly what: string
  readonly run: Run
  readonly handler: Handler
  readonly make: () => Promise<string>
  readonly at: number
  readonly said: string
}

async function aFamily(): Promise<{ readonly person: null; readonly family: string }> {
  return { person: null, family: await peopleIn(house).family({ place: sleman.caturtunggal }) }
}

const programme = await aProgrammeOf(manager, offices.secretariat)
async function anApplication(of = programme): Promise<string> {
  const { record, apply } = needsOf(village)
  return apply(await record(await aFamily()), of)
}

/** A quota of the next year, whose line of this year nobody has carried over yet. */
async function aLine(): Promise<string> {
  const own = await aProgrammeOf(manager, offices.secretariat, `Sembako ${randomUUID()}`)
  const year = (of: number) => ({ from: `${of}-01-01`, until: `${of}-12-31` })
  const { setQuota } = needsOf(manager)
  await setQuota(own, 1, year(thisYear))
  for (const subject of [await anApplication(own), await anApplication(own)])
    await manager.does('application.grant', { subject, data: { note: '' } })
  return setQuota(own, 2, year(thisYear + 1))
}

async function aVisit(): Promise<string> {
  const subject = randomUUID()
  const day = dayIn('Asia/Jakarta', now)
  const data = { ...visitData.plan, office: offices.caturtunggal, day, assignee: facilitator.staff }
  await village.does('visit.plan', { subject, data })
  return subject
}

const objection = (): Promise<string> =>
  drafted({
    kind: 'objection',
    asked: [{ name: 'kelayakan', before: 'ya', after: 'tidak' }],
    capturedAt: wireOf(now - 8 * dayMs),
  })

const deeds: readonly Deed[] = [
  {
    rule: 'VISIT-9',
    what: 'visits whose day is over',
    run: pressVisits,
    handler: visitHandler(parts),
    make: aVisit,
    at: now + dayMs + hourMs,
    said: 'visit.overdue',
  },
  {
    rule: 'PROPOSAL-22',
    what: 'objections that wait for a week',
    run: pressProposals,
    handler: proposalHandler(parts),
    make: objection,
    at: now,
    said: 'proposal.warn',
  },
  {
    rule: 'NEED-6',
    what: 'applications that nobody answered',
    run: pressApplications,
    handler: needHandler(parts),
    make: anApplication,
    at: now + 40 * dayMs,
    said: 'application.overdue',
  },
  {
    rule: 'QUOTA-8',
    what: 'lines of a period that is over',
    run: carryLines,
    handler: needHandler(parts),
    make: aLine,
    at: Date.parse(`${thisYear + 1}-01-02T00:30:00+07:00`),
    said: 'quota.carry',
  },
]

/** How often the ledger says it of each. */
const saidOf = (ids: readonly string[], kind: string): Promise<readonly number[]> =>
  Promise.all(
    ids.map(
      async (id) => (await house.owner('select 1 from ledger where subject = $1 and kind = $2', [id, kind])).length,
    ),
  )

const made = async (make: () => Promise<string>, many: number): Promise<readonly string[]> => {
  const ids: string[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (let n = 0; n < many; n++) ids.push(await make())
  return ids
}
const once = (ids: readonly string[]): readonly number[] => ids.map(() => 1)

/** A worker that dies at its nth command: before it was written, or right after, when nobody heard the answer any more. */
function dyingAt(nth: number, handle: Handler, after: boolean): Handler {
  let asked = 0
  return async (...order) => {
    const dies = ++asked === nth
    if (dies && !after) throw new Error('gone')
    const reply = await handle(...order)
    if (dies) throw new Error('gone')
    return reply
  }
}

for (const { rule, what, run, handler, make, at, said } of deeds) {
  test(`${rule} a worker that dies between two ${what} leaves none out and says none twice, wherever it dies`, async () => {
    await run(pools.worker, handler, at)
    const ids = await made(make, 3)
    for (const after of [false, true])
      for (let nth = 1; nth <= ids.length; nth++)
        await run(pools.worker, dyingAt(nth, handler, after), at).catch(() => undefined)
    await run(pools.worker, handler, at)
    assert.deepEqual(await saidOf(ids, said), once(ids))
    assert.equal(await run(pools.worker, handler, at), 0)
  })

  test(`${rule} of ${what} one that fails keeps none back: it is told as a fault, and done the next time`, async () => {
    await run(pools.worker, handler, at)
    const ids = await made(make, 3)
    await assert.rejects(run(pools.worker, dyingAt(2, handler, false), at), AggregateError)
    const first = await saidOf(ids, said)
    assert.equal(
      first.reduce((sum, n) => sum + n, 0),
      2,
    )
    assert.equal(await run(pools.worker, handler, at), 1)
    assert.deepEqual(await saidOf(ids, said), once(ids))
  })

  test(`${rule} three workers at once, each of which loses its connections meanwhile, say of ${what} one word each`, async () => {
    await run(pools.worker, handler, at)
    const ids = await made(make, 4)
    const runs = [1, 2, 3].map(() => run(pools.worker, handler, at).catch(() => 0))
    await house.owner(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename in ('openslrt_worker', 'openslrt_api')",
    )
    await Promise.all(runs)
    await run(pools.worker, handler, at).catch(() => 0)
    await run(pools.worker, handler, at)
    assert.deepEqual(await saidOf(ids, said), once(ids))
  })

  test(`${rule} before their time nothing is said of ${what}`, async () => {
    await run(pools.worker, handler, at)
    const ids = await made(make, 2)
    assert.equal(await run(pools.worker, handler, now - 30 * dayMs), 0)
    assert.deepEqual(
      await saidOf(ids, said),
      ids.map(() => 0),
    )
    await run(pools.worker, handler, at)
    assert.deepEqual(await saidOf(ids, said), once(ids))
  })
}

test('LEDGER-2 what workers wrote while they died is proven by the ledger', () => assertVerified(house))
