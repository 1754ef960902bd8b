import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { StaffActor } from '../access/actor.ts'
import { payloadOf } from '../ledger/entry.ts'
import type { World } from '../ledger/evolve.ts'
import { emptyWorld, evolve } from '../ledger/evolve.ts'
import { placeCode } from '../place/code.ts'
import { aNeed, aNeedFile, anApplication, aQuota, needData, needNth } from '../testing/a-need.ts'
import { aPolicy } from '../testing/a-policy.ts'
import { staff } from '../testing/actors.ts'
import { offices } from '../testing/an-office.ts'
import { property, seed } from '../testing/property.ts'
import { decideAboutNeed } from './decide.ts'
import type { ApplicationRow, NeedRow, QuotaRow } from './need.ts'
import { collide, mostMovedUp, movingUp, quotaFor } from './quota.ts'
import type { NeedFile, NeedMove } from './scene.ts'

const policy = aPolicy()
const village = staff('fo', offices.village)
const agency = staff('manager', offices.district)
const people = 6

/** A ledger with people who each need the same, and one quota of two places. */
function begun(): World {
  const world = emptyWorld()
  const quota = aQuota()
  world.rows.quota.set(quota.id, quota)
  for (let n = 0; n < people; n++) world.rows.need.set(needNth(100 + n), { ...aNeed(), id: needNth(100 + n) })
  return world
}
const rowsOf = <Row>(world: World, table: keyof World['rows']): readonly Row[] =>
  [...world.rows[table].values()] as unknown as readonly Row[]
const applications = (world: World): readonly ApplicationRow[] => rowsOf<ApplicationRow>(world, 'application')
const quotaIn = (world: World): QuotaRow => {
  const [quota] = rowsOf<QuotaRow>(world, 'quota')
  assert.ok(quota)
  return quota
}
const lineIn = (world: World, but?: string): readonly ApplicationRow[] =>
  applications(world)
    .filter(({ status, id }) => status === 'waiting' && id !== but)
    .toSorted((a, b) => (a.ticket ?? 0) - (b.ticket ?? 0))

const kinds = [
  'application.draft',
  'application.grant',
  'application.refuse',
  'application.withdraw',
  'application.release',
  'quota.set',
  'need.meet',
] as const
const aTry = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(40),
  places: fc.nat(people + 1),
  // What arrived earlier may be decided later: two servers, a retry, a queue.
  earlier: fc.nat(5_000),
})
type Try = typeof aTry extends fc.Arbitrary<infer Value> ? Value : never

function fileFor(world: World, subject: string, needOf: string): NeedFile {
  const application = applications(world).find(({ id }) => id === subject) ?? null
  const need = rowsOf<NeedRow>(world, 'need').find(({ id }) => id === (application?.need ?? needOf)) ?? null
  const twice = applications(world).some(
    (one) => one.need === need?.id && ['drafted', 'sent', 'waiting', 'granted'].includes(one.status),
  )
  return aNeedFile({ application, need, twice, quota: quotaIn(world), line: lineIn(world, subject) })
}

function attempt(world: World, { kind, which, places, earlier }: Try): boolean {
  const all = applications(world)
  const picked = all[which % Math.max(1, all.length)]?.id ?? needNth(1)
  const need = needNth(100 + (which % people))
  const subject =
    { 'application.draft': needNth(1000 + all.length), 'quota.set': quotaIn(world).id }[String(kind)] ?? picked
  const own = { 'application.draft': { need }, 'quota.set': { places } }[String(kind)] ?? {}
  const move = { kind, subject, data: { ...needData[kind], ...own } } as NeedMove
  const actor: StaffActor =
    kind === 'application.draft' || kind === 'application.withdraw' || kind === 'need.meet' ? village : agency
  const found = fileFor(world, subject, need)
  const file = kind === 'quota.set' ? { ...found, twice: false } : found
  const answer = decideAboutNeed(file, move, actor, { ...policy, now: policy.now - earlier })
  if (answer.ok) evolve(world, '34.04', payloadOf(answer.value))
  return answer.ok
}
const tries = fc.array(aTry, { minLength: 20, maxLength: 80 })

property(
  'QUOTA-2, QUOTA-4 whatever is granted, withdrawn and set, never more are granted than there are places, and no place stays free while somebody waits',
  tries,
  (all) => {
    const world = begun()
    for (const one of all) {
      attempt(world, one)
      const { places, granted, waiting, lastTicket } = quotaIn(world)
      const having = applications(world).filter(({ status, quota }) => status === 'granted' && quota !== null)
      assert.equal(having.length, granted)
      assert.ok(granted <= places, `${granted} of ${places}`)
      assert.equal(lineIn(world).length, waiting)
      assert.ok(waiting === 0 || granted === places, 'somebody waits beside a free place')
      const tickets = applications(world).flatMap(({ ticket }) => ticket ?? [])
      assert.equal(new Set(tickets).size, tickets.length, 'two have one place in the line')
      assert.ok(tickets.every((ticket) => ticket <= lastTicket))
    }
  },
  150,
)

property(
  'QUOTA-3 whoever moves up is the one who has waited longest',
  tries,
  (all) => {
    const world = begun()
    for (const one of all) {
      const line = lineIn(world).map(({ id }) => id)
      attempt(world, one)
      const moved = line.filter((id) =>
        applications(world).some((after) => after.id === id && after.status === 'granted'),
      )
      const stayed = lineIn(world).map(({ id }) => id)
      const left = line.filter((id) => !moved.includes(id) && !stayed.includes(id))
      const inFront = line.filter((id) => !left.includes(id)).slice(0, moved.length)
      assert.deepEqual(moved, inFront)
    }
  },
  150,
)

property(
  'QUOTA-3 in whatever order commands arrive and are decided, who came to the line later never waits since earlier',
  tries,
  (all) => {
    const world = begun()
    for (const one of all) {
      attempt(world, one)
      const since = lineIn(world).map(({ decidedAt }) => decidedAt ?? 0)
      assert.deepEqual(
        since,
        since.toSorted((a, b) => a - b),
      )
    }
  },
  150,
)

property(
  'NEED-7 a need knows how many applications stand for it, and is applied for just as long as one does',
  tries,
  (all) => {
    const world = begun()
    for (const one of all) attempt(world, one)
    for (const { id, standing, status } of rowsOf<NeedRow>(world, 'need')) {
      const own = applications(world).filter(
        ({ need, status: now }) => need === id && ['sent', 'waiting', 'granted'].includes(now),
      )
      assert.equal(standing, own.length)
      if (status !== 'met') assert.equal(status === 'applied', standing > 0)
    }
  },
  150,
)

test('QUOTA-4 the walks take every step there is', () => {
  const taken = new Set<string>()
  for (const all of fc.sample(tries, { numRuns: 60, seed })) {
    const world = begun()
    for (const one of all) if (attempt(world, one)) taken.add(one.kind)
    if (lineIn(world).length > 0) taken.add('line')
  }
  assert.deepEqual([...taken].toSorted(), [...kinds, 'line'].toSorted())
})

const at = (place: string, from = '2026-01-01', until = '2026-12-31') => ({
  place: placeCode.parse(place),
  from,
  until,
})
test('QUOTA-1 the narrowest place that covers somebody counts, on the days of its time', () => {
  const home = offices.village.place
  const quotas = [at('34.04'), at('34.04.07.2001', '2026-06-01', '2026-06-30'), at('34.02'), at('34.04.07.2002')]
  assert.equal(quotaFor(quotas, home, '2026-06-15')?.place, home)
  assert.equal(quotaFor(quotas, home, '2026-06-30')?.place, home)
  assert.equal(quotaFor(quotas, home, '2026-07-01')?.place, '34.04')
  assert.equal(quotaFor(quotas, home, '2027-01-01'), null)
  assert.equal(quotaFor([], home, '2026-06-15'), null)
})

test('QUOTA-5 two quotas of one place meet when a day is in both', () => {
  assert.equal(collide(at('34.04'), at('34.04', '2026-12-31', '2027-12-31')), true)
  assert.equal(collide(at('34.04'), at('34.04', '2027-01-01', '2027-12-31')), false)
  assert.equal(collide(at('34.04'), at('34.04.07')), false)
})

test('QUOTA-4 at most so many move up in one entry; the next deed moves more', () => {
  const counts = { places: 1000, granted: 0, shared: null, waiting: 500, lastTicket: 500 }
  assert.equal(movingUp(counts), mostMovedUp)
  assert.equal(movingUp({ ...counts, waiting: 3 }), 3)
  assert.equal(movingUp({ ...counts, places: 2 }), 2)
  assert.equal(movingUp({ ...counts, granted: 1000 }), 0)
  assert.equal(movingUp({ ...counts, granted: 300, shared: 698 }), 2)
  const line = Array.from({ length: 150 }, (_, n) => anApplication({ quota: aQuota().id, version: n + 1 }))
  const raised = decideAboutNeed(
    aNeedFile({ quota: aQuota({ places: 0, waiting: 150, lastTicket: 150 }), line }),
    { kind: 'quota.set', subject: aQuota().id, data: { ...needData['quota.set'], places: 1000 } },
    agency,
    policy,
  )
  assert.ok(raised.ok)
  assert.equal(raised.value.changes.length, 1 + mostMovedUp)
})
