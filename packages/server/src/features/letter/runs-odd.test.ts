import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { letterRunRoutes, runPaths } from '@openslrt/core/contract/letter-runs.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { MadeLetter } from '../../testing/a-letter.ts'
import { aDraftBy, anIssuedLetter } from '../../testing/a-letter.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { actorOf } from '../account/index.ts'
import { letterHandler } from './index.ts'
import type { RunParts } from './work-runs.ts'
import { workRuns } from './work-runs.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const { ledger, reference, pools, log } = house.parts
const work: RunParts = {
  ledger,
  reference,
  worker: pools.worker,
  handle: letterHandler({ ledger, reference }),
  actorAt: (staff, office) => actorOf(pools.api, reference, staff, office),
  log,
}

const itemOf = ({ id, letter }: MadeLetter, seen = 1) => ({
  district: '34.04',
  caseId: id,
  caseNumber: '3404-26-000001',
  letter,
  seen,
})
const begin = (client: Client, what: object, items: readonly object[], id = randomUUID()) =>
  client.ask(letterRunRoutes.start, { body: { id, what, items } as never })
const standing = async (client: Client, id: string) =>
  (await client.read(letterRunRoutes.list, {})).runs.find((one) => one.id === id)
const linesOf = (client: Client, id: string, state: 'refused' | 'done' | 'waiting') =>
  client.read(letterRunRoutes.lines, { query: { id, state } })
const several = <T>(many: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: many }, make))
const partOf = (client: Client, id: string, part: number) =>
  client.raw({ method: 'GET', path: `${runPaths.pdf}?id=${id}&part=${part}` })

test('LETTER-35 each of many is judged as if it were done alone: twice the same, changed, revoked, elsewhere, of nowhere', async () => {
  const [twice, seen, far] = [await aDraftBy(bo), await aDraftBy(bo), await aDraftBy(bo)]
  const own = await aDraftBy(coordinator)
  const issued = await anIssuedLetter(bo, coordinator)
  const village = await house.staffAt(offices.maguwoharjo, 'bo')
  const elsewhere = await aDraftBy(village, { place: villageCode.parse('34.04.07.2002') })
  const id = randomUUID()
  const items = [
    itemOf(twice),
    itemOf(twice),
    itemOf(seen, 7),
    itemOf(own),
    itemOf(issued, 2),
    itemOf(elsewhere),
    { ...itemOf(far), district: '34.02' },
    { ...itemOf(far), caseId: seen.id },
    { ...itemOf(far), letter: randomUUID() },
    itemOf(far),
  ]
  const entries = async () => (await house.owner("select subject from ledger where kind = 'letter.sign'")).length
  const before = await entries()
  await begin(coordinator, { kind: 'sign' }, items, id)
  await workRuns(work)
  const states = await house.owner<{ nth: number; state: string; code: string | null }>(
    "select nth, state, refusal ->> 'code' as code from letter_run_item where run = $1 order by nth",
    [id],
  )
  assert.deepEqual(
    states.map(({ state }) => state).filter((state) => state === 'done').length,
    2,
    JSON.stringify(states),
  )
  assert.equal(states[9]?.state, 'done', 'what comes behind is not held back')
  assert.equal(new Set([states[0]?.state, states[1]?.state]).size, 2, 'the same letter once')
  for (const { state, code } of states) assert.equal(code === null, state === 'done')
  assert.equal(
    states.some(({ code }) => code === 'internal'),
    false,
    JSON.stringify(states),
  )
  assert.equal(await entries(), before + 2)
  const told = await linesOf(coordinator, id, 'refused')
  assert.deepEqual([told.total, told.items.length], [8, 8])
  for (const { message } of told.items) assert.match(message ?? '', /^[A-Z].+\.$/)
})

test('LETTER-35 two workers share the work and never the same letter; a fault of ours is one letter’s', async () => {
  const made = await several(18, () => aDraftBy(bo))
  const [first, second] = [randomUUID(), randomUUID()]
  await begin(
    coordinator,
    { kind: 'sign' },
    made.slice(0, 9).map((one) => itemOf(one)),
    first,
  )
  await begin(
    coordinator,
    { kind: 'sign' },
    made.slice(9).map((one) => itemOf(one)),
    second,
  )
  const bad = made[3]?.id
  const said: unknown[] = []
  const tripping: RunParts = {
    ...work,
    handle: (order, ...more) => {
      if (order.envelope.subject === bad) throw new Error('this one can not be signed')
      return work.handle(order, ...more)
    },
    log: { error: (about: unknown) => void said.push(about) },
  }
  await Promise.all([workRuns(tripping), workRuns(tripping), workRuns(tripping)])
  const [one, two] = [await standing(coordinator, first), await standing(coordinator, second)]
  assert.deepEqual([one?.done, one?.refused, one?.ended], [8, 1, true])
  assert.deepEqual([two?.done, two?.refused, two?.ended], [9, 0, true])
  assert.equal(said.length, 1)
  const [refused] = (await linesOf(coordinator, first, 'refused')).items
  assert.equal(refused?.caseId, bad)
  assert.doesNotMatch(refused?.message ?? '', /this one can not/)
  const signed = await house.owner("select 1 from ledger where kind = 'letter.sign' and subject = any($1)", [
    made.map((letter) => letter.id),
  ])
  assert.equal(signed.length, 17)
})

test('LETTER-35 what can not be begun is refused whole, and an id says one thing once', async () => {
  const made = await aDraftBy(bo)
  const item = itemOf(made)
  const wrong: readonly (readonly [what: string, body: object, items: readonly object[]])[] = [
    ['of an unknown kind', { kind: 'erase' }, [item]],
    ['a draft without its words', { kind: 'draft' }, [item]],
    ['a signature with words', { kind: 'sign', purpose: 'health' }, [item]],
    ['more than there may be', { kind: 'print' }, Array.from({ length: 2001 }, () => item)],
    ['a place that is none', { kind: 'sign' }, [{ ...item, district: 'x' }]],
    ['a letter that is none', { kind: 'sign' }, [{ ...item, letter: 'x' }]],
    ['a version below nothing', { kind: 'sign' }, [{ ...item, seen: -1 }]],
    ['more than is asked for', { kind: 'sign' }, [{ ...item, office: offices.rsud }]],
  ]
  const count = async () => (await house.owner('select 1 from letter_run')).length
  const before = await count()
  for (const [what, body, items] of wrong) assert.equal((await begin(coordinator, body, items)).status, 400, what)
  assert.equal(await count(), before)
  const id = randomUUID()
  await begin(coordinator, { kind: 'sign' }, [item], id)
  const again = await begin(coordinator, { kind: 'print' }, [item, item], id)
  assert.equal(again.status, 200)
  const kept = await standing(coordinator, id)
  assert.deepEqual([kept?.kind, kept?.total], ['sign', 1], 'the first word holds')
  await workRuns(work)
  assert.equal((await standing(coordinator, id))?.done, 1)
  assert.equal((await begin(coordinator, { kind: 'sign' }, [item], id)).status, 200, 'and after it has ended')
  await workRuns(work)
  assert.deepEqual([(await standing(coordinator, id))?.done, (await standing(coordinator, id))?.total], [1, 1])
})

test('LETTER-35 what is under way is not put away, what has ended is not stopped, and a list shows the newest twenty', async () => {
  const made = await aDraftBy(bo)
  const id = randomUUID()
  await begin(coordinator, { kind: 'sign' }, [itemOf(made)], id)
  await coordinator.read(letterRunRoutes.close, { body: { id } })
  assert.equal((await standing(coordinator, id))?.ended, false, 'still there')
  await workRuns(work)
  const stopped = await coordinator.read(letterRunRoutes.cancel, { body: { id } })
  assert.deepEqual([stopped.run.cancelled, stopped.run.done], [false, 1])
  await coordinator.read(letterRunRoutes.close, { body: { id } })
  assert.equal(await standing(coordinator, id), undefined)
  assert.equal((await linesOf(coordinator, id, 'done')).total, 1, 'put away is not thrown away')
  for (const body of [{ id: randomUUID() }]) {
    assert.equal((await coordinator.ask(letterRunRoutes.cancel, { body })).status, 404)
    assert.equal((await coordinator.ask(letterRunRoutes.close, { body })).status, 200)
  }
  const drawn = await several(22, () => begin(coordinator, { kind: 'print' }, [itemOf(made)]))
  assert.ok(drawn.every(({ status }) => status === 200))
  const { runs } = await coordinator.read(letterRunRoutes.list, {})
  assert.equal(runs.length, 20)
  assert.deepEqual(
    runs.map(({ askedAt }) => askedAt),
    runs.map(({ askedAt }) => askedAt).toSorted((a, b) => b - a),
  )
  await workRuns(work)
  const left = await house.owner('select 1 from letter_run where ended_at is null')
  assert.equal(left.length, 0)
})

test('LETTER-36 a file is fetched by who asked for it, as long as they may see its letters', async () => {
  const leaving = await house.staffAt(offices.caturtunggal, 'bo')
  const made = await several(2, () => anIssuedLetter(bo, coordinator))
  const id = randomUUID()
  await begin(
    leaving,
    { kind: 'print' },
    made.map((one) => itemOf(one)),
    id,
  )
  assert.equal((await partOf(leaving, id, 1)).status, 404, 'not before it is looked at')
  await workRuns(work)
  const file = await partOf(leaving, id, 1)
  assert.deepEqual([file.status, file.headers['content-type']], [200, 'application/pdf'])
  assert.match(file.headers['cache-control'] ?? '', /no-store/)
  for (const part of [0, -1, 2, 'x']) {
    const path = `${runPaths.pdf}?id=${id}&part=${part}`
    assert.ok([400, 404].includes((await leaving.raw({ method: 'GET', path })).status), String(part))
  }
  for (const [who, status] of [
    [bo, 404],
    [house.stranger(), 401],
  ] as const)
    assert.equal((await partOf(who, id, 1)).status, status)
  const looks = await house.owner<{ n: number }>(
    "select count(*)::int as n from access_log where actor = $1 and action = 'file'",
    [`staff:${leaving.staff}`],
  )
  assert.equal(looks[0]?.n, 2, 'each look at each letter is on record')
})

test('LETTER-31 numbers of many signed side by side are dense for the office and unique', async () => {
  const made = await several(16, () => aDraftBy(bo))
  const runs = [randomUUID(), randomUUID()] as const
  const signer = await house.staffAt(offices.caturtunggal, 'coordinator')
  await begin(
    coordinator,
    { kind: 'sign' },
    made.slice(0, 8).map((one) => itemOf(one)),
    runs[0],
  )
  await begin(
    signer,
    { kind: 'sign' },
    made.slice(8).map((one) => itemOf(one)),
    runs[1],
  )
  await Promise.all([workRuns(work), workRuns(work)])
  const lines = [
    ...(await linesOf(coordinator, runs[0], 'done')).items,
    ...(await linesOf(signer, runs[1], 'done')).items,
  ]
  assert.equal(lines.length, 16)
  const all = await house.owner<{ n: number }>(
    "select split_part(number, '/', 2)::int as n from letter where number is not null and office = $1 order by n",
    [offices.caturtunggal],
  )
  assert.deepEqual(
    all.map(({ n }) => n),
    all.map((_, at) => at + 1),
  )
  await assertVerified(house)
})
