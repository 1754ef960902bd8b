import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { Named } from '../../testing/a-need.ts'
import { aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import type { Client } from '../../testing/client.ts'
import { everyRow } from '../../testing/every-row.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const village = await house.staffAt(offices.caturtunggal, 'fo')
const there = await house.staffAt(offices.maguwoharjo, 'fo')
const agency = await house.staffAt(offices.secretariat, 'manager')
const whole = { place: sleman.district, from: '2000-01-01', until: '2199-12-31' }

/** What somebody tries next with a quota and its applications. `of` picks one that is there when it is tried. */
type Try =
  | { readonly act: 'apply'; readonly near: boolean }
  | { readonly act: 'grant' | 'refuse' | 'withdraw' | 'release'; readonly of: number }
  | { readonly act: 'set'; readonly places: number }

const pick = fc.nat({ max: 11 })
const anyTry: fc.Arbitrary<Try> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('apply' as const), near: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ act: fc.constant('grant' as const), of: pick }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constantFrom('refuse', 'withdraw', 'release'), of: pick }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('set' as const), places: fc.nat({ max: 5 }) }) },
)

/** A quota as somebody would keep it on paper: who holds a place, who waits in which order, whom nobody answered. */
class Paper {
  places: number
  last = 0
  readonly asked = new Map<string, { readonly by: Client; status: string; ticket: number | null }>()
  constructor(places: number) {
    this.places = places
  }

  get granted(): number {
    return this.of('granted').length
  }

  of(status: string): readonly string[] {
    return [...this.asked].filter(([, one]) => one.status === status).map(([id]) => id)
  }

  line(): readonly string[] {
    const ticketOf = (id: string): number => this.asked.get(id)?.ticket ?? 0
    return this.of('waiting').toSorted((a, b) => ticketOf(a) - ticketOf(b))
  }

  put(id: string, status: string): void {
    const one = this.asked.get(id)
    if (one) one.status = status
  }

  grant(id: string): void {
    const one = this.asked.get(id)
    if (!one) return
    if (this.granted < this.places && this.line().length === 0) one.status = 'granted'
    else [one.status, one.ticket] = ['waiting', ++this.last]
  }

  moveUp(): void {
    for (const id of this.line().slice(0, Math.max(0, this.places - this.granted))) this.put(id, 'granted')
  }
}

/** From where each act goes, who does it, and what they say. */
const steps = {
  grant: { from: ['sent'], data: { note: '' } },
  refuse: { from: ['sent', 'waiting'], data: { reason: 'not-eligible', note: '' } },
  withdraw: { from: ['sent', 'waiting'], data: { note: 'Pindah.' } },
  release: { from: ['granted'], data: { note: 'Pindah.' } },
} as const

async function tryOne(paper: Paper, programme: Named, quota: string, next: Try): Promise<void> {
  if (next.act === 'apply') return apply(paper, programme, next.near)
  if (next.act === 'set') return set(paper, programme, quota, next.places)
  const id = [...paper.asked.keys()][next.of]
  const one = id === undefined ? undefined : paper.asked.get(id)
  if (id === undefined || !one) return
  const { from, data } = steps[next.act]
  const answer = await (next.act === 'withdraw' ? one.by : agency).send(`application.${next.act}`, {
    subject: id,
    data,
  })
  const follows = from.some((status) => status === one.status)
  assert.equal(answer.status === 200, follows, `${next.act} of one that is ${one.status}: ${answer.text}`)
  if (!follows) return
  if (next.act === 'grant') return paper.grant(id)
  paper.put(id, next.act === 'refuse' ? 'refused' : 'withdrawn')
  paper.moveUp()
}

async function apply(paper: Paper, programme: Named, near: boolean): Promise<void> {
  const by = near ? village : there
  const own = needsOf(by)
  const family = await peopleIn(house).family({ place: near ? sleman.caturtunggal : sleman.maguwoharjo })
  const holder = { person: null, family }
  paper.asked.set(await own.apply(await own.record(holder), programme), { by, status: 'sent', ticket: null })
}

async function set(paper: Paper, programme: Named, quota: string, places: number): Promise<void> {
  const answer = await agency.send('quota.set', { subject: quota, data: { ...programme, ...whole, places } })
  if (places < paper.granted) return assert.equal(answer.body.code, 'quota-below')
  assert.equal(answer.status, 200, answer.text)
  paper.places = places
  paper.moveUp()
}

interface Stored {
  readonly [column: string]: unknown
  readonly id: string
  readonly status: string
  readonly ticket: number | null
}

/** The rows say what the paper says, and so do the doors. */
async function agrees(paper: Paper, programme: Named, quota: string): Promise<void> {
  const rows = await house.owner<Stored>(
    'select id, status, ticket from application where programme = $1 order by id',
    [programme.programme],
  )
  const kept = [...paper.asked].map(([id, { status, ticket }]) => ({ id, status, ticket }))
  assert.deepEqual(
    rows,
    kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  const { items } = await agency.read(needRoutes.quotas, { query: programme })
  assert.deepEqual(
    items.map(({ id, places, granted, waiting }) => [id, places, granted, waiting]),
    [[quota, paper.places, paper.granted, paper.line().length]],
  )
  const line = await agency.read(needRoutes.line, { query: { district: sleman.district, id: quota } })
  assert.deepEqual(
    line.items.map(({ id, nth }) => [id, nth]),
    paper.line().map((id, at) => [id, at + 1]),
  )
}

test('QUOTA-2, QUOTA-3, QUOTA-4 whatever is asked, granted, refused, given back and set in whatever order, a quota is what one would keep on paper', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 3 }), fc.array(anyTry, { minLength: 15, maxLength: 40 }), async (places, tries) => {
      const programme = await aProgrammeOf(agency, offices.secretariat)
      const quota = await needsOf(agency).setQuota(programme, places)
      const paper = new Paper(places)
      for (const next of tries) {
        await tryOne(paper, programme, quota, next)
        assert.ok(paper.granted <= paper.places)
      }
      await agrees(paper, programme, quota)
    }),
    { seed, numRuns: Number(process.env['FC_RUNS'] ?? 5) },
  )
})

test('QUOTA-2 the same acts all at once, in whatever order they are heard, give away no place twice and lose nobody', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat)
  const quota = await needsOf(agency).setQuota(programme, 4)
  const paper = new Paper(4)
  for (let n = 0; n < 12; n++) await apply(paper, programme, n % 3 === 0)
  const ids = [...paper.asked.keys()]
  const act = (kind: keyof typeof steps, id: string) =>
    agency.send(`application.${kind}`, { subject: id, data: steps[kind].data })
  const answers = await Promise.all([
    ...ids.map((id) => act('grant', id)),
    ...ids.slice(0, 4).map((id) => act('refuse', id)),
    ...ids.slice(4, 6).map((id) => act('release', id)),
    agency.send('quota.set', { subject: quota, data: { ...programme, ...whole, places: 5 } }),
  ])
  assert.ok(
    answers.every(({ status }) => status === 200 || status === 409),
    answers.map(({ text }) => text).join('\n'),
  )
  const { items } = await agency.read(needRoutes.quotas, { query: programme })
  const rows = await house.owner<Stored>('select id, status, ticket from application where programme = $1', [
    programme.programme,
  ])
  const many = (status: string): number => rows.filter((row) => row.status === status).length
  const [{ granted = 0, waiting = 0, places = 0 } = {}] = items
  assert.deepEqual([granted, waiting, places], [many('granted'), many('waiting'), 5])
  assert.equal(rows.length, 12)
  assert.ok(granted === 5 || waiting === 0, 'a place is free while somebody waits')
  const tickets = rows.flatMap(({ ticket }) => ticket ?? [])
  assert.equal(new Set(tickets).size, tickets.length)
})

test('NEED-2, QUOTA-2 after all of these walks the ledger proves every row, and writes them anew as they were', async () => {
  const before = await everyRow(house)
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, sleman.district))
  assert.deepEqual(await everyRow(house), before)
  await assertVerified(house)
})
