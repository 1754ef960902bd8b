import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import { replicaRoutes } from '@openslrt/core/contract/replica.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { unlike } from '@openslrt/core/replica/census.ts'
import type { ReplicaTable } from '@openslrt/core/replica/tables.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Phone } from '../../testing/a-phone.ts'
import { aPhone } from '../../testing/a-phone.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const manager = await house.staffAt(offices.secretariat, 'manager')
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const steps = 150 * Number(process.env['FC_RUNS'] ?? 1)
const { district } = sleman
const villages = [sleman.caturtunggal, sleman.maguwoharjo, sleman.sinduadi]
const tomorrow = dayIn('Asia/Jakarta', Date.now() + dayMs)

interface Walker {
  readonly client: Client
  readonly phone: Phone
  readonly post: string
}
const seats = [
  [offices.caturtunggal, 'facilitator'],
  [offices.maguwoharjo, 'village-operator'],
  [offices.caturtunggal, 'surveyor'],
  [offices.secretariat, 'facilitator'],
  [offices.secretariat, 'manager'],
] as const
const walkers: Walker[] = []
for (const [office, role] of seats) {
  const client = await house.staffAt(office, role)
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [client.staff])
  assert.ok(post)
  walkers.push({ client, phone: aPhone(client), post: post.id })
}

const known = { family: [] as string[], person: [] as string[], case: [] as string[], visit: [] as string[] }
const pick = <Item>(from: readonly Item[], nth: number): Item => {
  const item = from[nth % from.length]
  assert.ok(item !== undefined)
  return item
}
known.family.push(await addFamily(manager))
known.person.push(await addPerson(manager, {}))
known.case.push((await aCaseBy(desk)).id)

interface Step {
  readonly act: keyof typeof acts
  readonly one: number
  readonly other: number
}
/** What officers do while phones come and go; what the law refuses changes nothing, and that is a step too. */
const acts = {
  family: async ({ other }: Step) => void known.family.push(await addFamily(manager, {}, pick(villages, other))),
  person: async ({ one, other }: Step) => {
    const family = one % 2 === 0 ? pick(known.family, other) : null
    const answer = await manager.send('registry.add-person', {
      subject: randomUUID(),
      data: { place: pick(villages, one), family, values: { nama: `Warga ${one}` }, ...origin },
    })
    if (answer.status === 200) known.person = await idsOf('person')
  },
  move: ({ one, other }: Step) =>
    says(manager, 'family', pick(known.family, one), { kode_kelurahan_desa: pick(villages, other) }),
  say: ({ one, other }: Step) => says(manager, 'person', pick(known.person, one), { nama: `Warga baru ${other}` }),
  leave: ({ one }: Step) =>
    manager.send('registry.leave-family', { subject: pick(known.person, one), data: { ...origin } }),
  mark: ({ one, other }: Step) =>
    manager.send('registry.mark', {
      subject: pick(known.family, one),
      data: { of: 'family', status: pick(['known', 'moved', 'gone'], other), on: '2026-11-01', ...origin },
    }),
  case: async ({ one, other }: Step) => {
    const restricted = one % 4 === 0 ? ('violence' as const) : null
    const place = villageCode.parse(pick(villages, other))
    known.case.push((await aCaseBy(desk, { place, restricted })).id)
  },
  restrict: ({ one }: Step) =>
    desk.send('case.restrict', { subject: pick(known.case, one), data: { restricted: 'hiv', note: 'Kata dokter' } }),
  visit: async ({ one, other }: Step) => {
    const { client } = pick(walkers, one)
    const data = { ...visitData.plan, day: tomorrow, office: client.office, assignee: client.staff }
    const subject = randomUUID()
    const answer = await manager.send('visit.plan', { subject, data: { ...data, place: pick(villages, other) } })
    if (answer.status === 200) known.visit.push(subject)
  },
  'visit by another': ({ one, other }: Step) => {
    const { client } = pick(walkers, other)
    const data = { office: client.office, assignee: client.staff, note: '' }
    return manager.send('visit.assign', { subject: pick([...known.visit, randomUUID()], one), data })
  },
  serve: async ({ one, other }: Step) => {
    const served = villages.filter((_, nth) => (other >> nth) % 2 === 1)
    await house.setUp('post.serve', { subject: pick(walkers.slice(3, 4), one).post, data: { villages: served } })
  },
  sync: ({ one }: Step) => settled(pick(walkers, one)),
} as const

const idsOf = async (table: string): Promise<string[]> =>
  (await house.owner<{ id: string }>(`select id from ${table} where district = $1 order by id`, [district])).map(
    ({ id }) => id,
  )

/** SYNC-12, SYNC-21 A sync as a phone does it: pages, the count, and where they differ what the server names. */
async function settled({ client, phone }: Walker): Promise<readonly string[]> {
  let page = await phone.sync()
  while (page.census === null && page.cursor.since < (await headOf())) page = await phone.sync()
  const differing = page.census ? unlike(phone.census(), page.census) : []
  for (const table of differing) {
    const { marks } = await client.read(replicaRoutes.marks, { body: { table, after: null } })
    const named = new Map(marks)
    for (const id of phone.held[table].keys()) if (!named.has(id)) phone.held[table].delete(id)
    assert.deepEqual([...phone.held[table].values()].map(({ id, seq }) => [id, seq]).toSorted(), marks.toSorted())
  }
  return page.villages.map(({ code }) => code)
}
const headOf = async (): Promise<number> => {
  const [row] = await house.owner<{ seq: number }>('select seq::int as seq from district_head where district = $1', [
    district,
  ])
  return row?.seq ?? 0
}

const doors = {
  family: [registryRoutes.family, 'family'],
  person: [registryRoutes.person, 'person'],
  case: [caseRoutes.card, 'cases'],
  visit: [visitRoutes.one, 'visit'],
} as const satisfies Partial<Record<ReplicaTable, readonly [RouteRow, string]>>

/** What a phone should hold of a table, asked of each row's own door. */
async function opened({ client }: Walker, table: keyof typeof doors, reach: readonly string[]): Promise<string[]> {
  const [row, sqlName] = doors[table]
  const sent = table === 'visit' ? 'assignee' : 'null::uuid'
  const rows = await house.owner<{ id: string; place: string; sent: string | null }>(
    `select id, place, ${sent} as sent from ${sqlName} where district = $1`,
    [district],
  )
  const own = rows.filter(({ place, sent }) => reach.includes(place) || (sent !== null && sent === client.staff))
  const asked = await Promise.all(
    own.map(async ({ id }) => ({ id, status: (await client.ask(row, { query: { district, id } })).status })),
  )
  return asked.filter(({ status }) => status === 200).map(({ id }) => id)
}

test(`SYNC-10, SYNC-12 whatever is written, in whatever order phones come: each holds what its person could open in its villages (seed ${seed})`, async () => {
  const names = Object.keys(acts) as (keyof typeof acts)[]
  const nth = fc.nat({ max: 1000 })
  const walk = fc.array(fc.record({ act: fc.constantFrom(...names), one: nth, other: nth }), {
    minLength: steps,
    maxLength: steps,
  })
  for (const step of fc.sample(walk, { seed, numRuns: 1 }).flat()) await acts[step.act](step)
  const held: number[] = []
  for (const walker of walkers) {
    const reach = await settled(walker)
    for (const table of ['family', 'person', 'case', 'visit'] as const) {
      const should = await opened(walker, table, reach)
      assert.deepEqual(
        [...walker.phone.held[table].keys()].toSorted(),
        should.toSorted(),
        `${walker.client.office} ${table}`,
      )
      held.push(should.length)
    }
  }
  assert.ok(held.filter((count) => count > 0).length >= 8, `the walk reached phones: ${held.join(' ')}`)
})

test('SYNC-12 a phone that was away for the whole walk comes to hold what one holds that was never away', async () => {
  for (const walker of walkers) {
    const away: Walker = { ...walker, phone: aPhone(walker.client) }
    await settled(away)
    assert.deepEqual(away.phone.census(), walker.phone.census())
  }
})
