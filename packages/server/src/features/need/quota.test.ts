import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { readOrder } from '../../platform/http/order.ts'
import { verifyDistrict } from '../../platform/ledger/verify.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, aProgrammeOf, needsOf } from '../../testing/a-need.ts'
import { startTestHouse } from '../../testing/house.ts'
import { actorOf } from '../account/index.ts'
import { carryLines } from './carry-lines.ts'
import { needHandler } from './commands.ts'

const house = await startTestHouse({ logLevel: 'warn', listen: true })
const offices = await aDistrictOffice(house)
const village = await house.staffAt(offices.caturtunggal, 'fo')
const there = await house.staffAt(offices.maguwoharjo, 'fo')
const agency = await house.staffAt(offices.secretariat, 'manager')
const { record, apply } = needsOf(village)
const { setQuota } = needsOf(agency)

interface Line {
  readonly id: string
  readonly status: string
  readonly ticket: number | null
}
const linesOf = (programme: string): Promise<readonly Line[]> =>
  house.owner<Line & { [key: string]: unknown }>(
    'select id, status, ticket from application where programme = $1 order by ticket nulls first, decided_at',
    [programme],
  )
const countsOf = async (quota: string) =>
  (await house.owner('select places, granted, shared, waiting, last_ticket from quota where id = $1', [quota]))[0]
const numbersOf = async (quota: string) => {
  const counts = (await countsOf(quota)) ?? {}
  const of = (name: string): number => Number(counts[name])
  return { places: of('places'), granted: of('granted'), shared: of('shared') }
}
const grant = (subject: string, who = agency) => who.send('application.grant', { subject, data: { note: '' } })

test('QUOTA-2, QUOTA-3, QUOTA-4 fifty grants at once never go over the quota: the rest stands in line, in the order in which they came', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat)
  const quota = await setQuota(programme, 12)
  const asked: string[] = []
  for (let n = 0; n < 50; n++) {
    // Half of them live in a village that the first village's officers do not see.
    const own = n % 2 === 0 ? needsOf(village) : needsOf(there)
    const holder = await aFamilyIn(house, n % 2 === 0 ? sleman.caturtunggal : sleman.maguwoharjo)
    asked.push(await own.apply(await own.record(holder), programme))
  }
  const answers = await Promise.all(asked.map((subject) => grant(subject)))
  assert.deepEqual(
    new Set(answers.map(({ status, body }) => `${status} ${String(body['code'] ?? 'done')}`)),
    new Set(['200 done']),
  )
  const lines = await linesOf(programme.programme)
  const granted = lines.filter(({ status }) => status === 'granted')
  assert.equal(granted.length, 12)
  const waiting = lines.filter(({ status }) => status === 'waiting')
  assert.deepEqual(
    waiting.map(({ ticket }) => ticket),
    Array.from({ length: 38 }, (_, n) => n + 1),
  )
  assert.deepEqual(await countsOf(quota), { places: 12, granted: 12, shared: 0, waiting: 38, last_ticket: 38 })
  // Places become free at both ends of the line at once, by whoever holds them, and as many move up, the first first.
  const note = 'Pindah ke kabupaten lain.'
  const freed = granted.slice(0, 8).map(({ id }) => agency.send('application.release', { subject: id, data: { note } }))
  const gone = waiting
    .slice(-2)
    .map(({ id }) => agency.send('application.refuse', { subject: id, data: { reason: 'not-eligible', note: '' } }))
  assert.ok((await Promise.all([...freed, ...gone])).every(({ status }) => status === 200))
  const after = await linesOf(programme.programme)
  const moved = after
    .filter(({ status, ticket }) => status === 'granted' && ticket !== null)
    .map(({ ticket }) => ticket)
  assert.equal(after.filter(({ status }) => status === 'granted').length, 12)
  const still = after.filter(({ status }) => status === 'waiting').map(({ ticket }) => ticket ?? 0)
  assert.ok(
    still.every((ticket) => moved.every((up) => (up ?? 0) < ticket)),
    'nobody was passed',
  )
  assert.deepEqual(await countsOf(quota), {
    places: 12,
    granted: 12,
    shared: 0,
    waiting: still.length,
    last_ticket: 38,
  })
  // More places: the next move up in the same entry.
  await agency.does('quota.set', {
    subject: quota,
    data: { ...programme, place: sleman.district, from: '2000-01-01', until: '2199-12-31', places: 20 },
  })
  assert.deepEqual(await countsOf(quota), {
    places: 20,
    granted: 20,
    shared: 0,
    waiting: still.length - 8,
    last_ticket: 38,
  })
})

test('QUOTA-4 an officer who frees a place moves up somebody whom they do not see, and sees them no better after it', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat)
  await setQuota(programme, 1)
  const near = await apply(await record(await aFamilyIn(house)), programme)
  const far = needsOf(there)
  const next = await far.apply(await far.record(await aFamilyIn(house, sleman.maguwoharjo)), programme)
  for (const subject of [near, next]) assert.equal((await grant(subject)).status, 200)
  await village.does('application.release', { subject: near, data: { note: 'Meninggal dunia.' } })
  const [, moved] = await linesOf(programme.programme)
  assert.deepEqual([moved?.id, moved?.status], [next, 'granted'])
  const blind = await village.send('application.release', { subject: next, data: { note: 'x' } })
  assert.equal(blind.body['code'], 'application-unknown')
})

test('QUOTA-1, QUOTA-5, QUOTA-6 a village has its own share; two of one place and time, and fewer than were given, are refused', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat)
  const wide = await setQuota(programme, 5)
  const own = await setQuota(programme, 1, { place: sleman.caturtunggal })
  for (let n = 0; n < 2; n++) await grant(await apply(await record(await aFamilyIn(house)), programme))
  assert.deepEqual([(await countsOf(own))?.['granted'], (await countsOf(wide))?.['granted']], [1, 0])
  const said = (data: object, who = agency) =>
    who.send('quota.set', {
      data: { ...programme, place: sleman.district, from: '2000-06-01', until: '2000-12-31', places: 1, ...data },
    })
  assert.equal((await said({})).body['code'], 'quota-twice')
  assert.equal((await said({ place: '34.02' })).body['code'], 'quota-not-yours')
  assert.equal((await said({ place: '34.04.99' })).body['code'], 'village-elsewhere')
  assert.equal((await said({}, village)).body['code'], 'not-permitted')
  const fewer = { ...programme, place: sleman.caturtunggal, from: '2000-01-01', until: '2199-12-31', places: 0 }
  assert.equal((await agency.send('quota.set', { subject: own, data: fewer })).body['code'], 'quota-below')
})

test('QUOTA-2, QUOTA-7 fifty grants at once in a village with a share and in the rest of its district: neither is overdrawn', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Sembako dengan kuota desa')
  const wide = await setQuota(programme, 14)
  const own = await setQuota(programme, 5, { place: sleman.caturtunggal })
  const asked: string[] = []
  for (let n = 0; n < 50; n++) {
    const mine = n % 2 === 0 ? needsOf(village) : needsOf(there)
    const holder = await aFamilyIn(house, n % 2 === 0 ? sleman.caturtunggal : sleman.maguwoharjo)
    asked.push(await mine.apply(await mine.record(holder), programme))
  }
  // The share changes while they are granted.
  const share = (places: number) =>
    agency.send('quota.set', { subject: own, data: { ...programme, ...always, place: sleman.caturtunggal, places } })
  const answers = await Promise.all([...asked.map((subject) => grant(subject)), share(7), share(9), share(6)])
  assert.ok(answers.every(({ status }) => status === 200 || status === 409))
  assert.ok(answers.slice(0, 50).every(({ status }) => status === 200))
  const [whole, part] = [await numbersOf(wide), await numbersOf(own)]
  const granted = (await linesOf(programme.programme)).filter(({ status }) => status === 'granted').length
  assert.equal(granted, whole.granted + part.granted)
  assert.ok(granted <= 14, `${granted} of 14`)
  assert.equal(whole.shared, part.places, 'what is shared out is what the village has')
  for (const { places, granted: given, shared } of [whole, part])
    assert.equal(given + shared, places, 'never more, and nobody waits beside a free place')
})

const always = { from: '2000-01-01', until: '2199-12-31' }

test('QUOTA-7 a share comes out of what the district has left, goes back when it becomes smaller, and its time lies in the other’s', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Bagian desa')
  const wide = await setQuota(programme, 3)
  const far = needsOf(there)
  for (let n = 0; n < 2; n++)
    await grant(await far.apply(await far.record(await aFamilyIn(house, sleman.maguwoharjo)), programme))
  const share = (places: number, own: object = {}, subject = randomUUID()) =>
    agency.send('quota.set', {
      subject,
      data: { ...programme, ...always, place: sleman.caturtunggal, places, ...own },
    })
  const above = await share(2)
  assert.deepEqual([above.status, above.body['code']], [409, 'quota-above'])
  assert.match(JSON.stringify(above.body), /tinggal 1 tempat/)
  assert.equal((await share(1, { from: '1999-12-31' })).body['code'], 'quota-astride')
  const own = randomUUID()
  assert.equal((await share(1, {}, own)).status, 200)
  const third = await far.apply(await far.record(await aFamilyIn(house, sleman.maguwoharjo)), programme)
  await grant(third)
  assert.deepEqual(await countsOf(wide), { places: 3, granted: 2, shared: 1, waiting: 1, last_ticket: 1 })
  // A district below what it has given and shared out is refused; the village gives its place back, and the next moves up.
  const fewer = { ...programme, ...always, place: sleman.district, places: 2 }
  const below = await agency.send('quota.set', { subject: wide, data: fewer })
  assert.equal(below.body['code'], 'quota-below')
  assert.match(JSON.stringify(below.body), /Sudah 3 tempat/)
  assert.equal((await share(0, {}, own)).status, 200)
  assert.deepEqual(await countsOf(wide), { places: 3, granted: 3, shared: 0, waiting: 0, last_ticket: 1 })
  assert.equal((await share(1, {}, own)).body['code'], 'quota-above')
})

test('QUOTA-6 whoever may set one quota reaches no other by its id, nor one for a province that nobody lives in', async () => {
  const decider = await house.staffAt(offices.caturtunggal, 'coordinator')
  const mine = await aProgrammeOf(agency, offices.caturtunggal, 'Program desa')
  const theirs = await aProgrammeOf(agency, offices.secretariat, 'Program kabupaten')
  const quota = await setQuota(theirs, 5)
  const data = { ...mine, ...always, place: sleman.caturtunggal, places: 9 }
  const before = await countsOf(quota)
  assert.equal((await decider.send('quota.set', { subject: quota, data })).body['code'], 'already-so')
  const named = { ...theirs, ...always, place: sleman.district, places: 9 }
  assert.equal((await decider.send('quota.set', { subject: quota, data: named })).body['code'], 'quota-not-yours')
  assert.deepEqual(await countsOf(quota), before)
  assert.equal((await decider.send('quota.set', { data })).status, 200)
  const province = await house.staffAt(
    await openOffice(house, { name: 'Dinas Sosial DIY', kind: 'agency', level: 'province', place: '34' }),
    'manager',
    '34',
  )
  const wide = { ...theirs, ...always, place: '34', places: 9 }
  assert.equal((await province.send('quota.set', { district: '34', data: wide })).body['code'], 'village-elsewhere')
})

const dayOfYear = (year: number, day: string): string => `${year}-${day}`
const thisYear = new Date().getFullYear()

test('QUOTA-8 whoever still waits when a period ends goes first into the next one, in their order, and nobody passes them meanwhile', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Sembako tahunan')
  const year = (own: number) => ({ from: dayOfYear(own, '01-01'), until: dayOfYear(own, '12-31') })
  const first = await setQuota(programme, 1, year(thisYear))
  const asked: string[] = []
  const applied = async (): Promise<string> => apply(await record(await aFamilyIn(house)), programme)
  for (let n = 0; n < 4; n++) asked.push(await applied())
  for (const subject of asked) await grant(subject)
  const next = await setQuota(programme, 2, year(thisYear + 1))
  const { pools, ledger, reference } = house.parts
  const handle = needHandler({ ledger, reference })
  assert.equal(await carryLines(pools.worker, handle, Date.now()), 0, 'the period is not over')
  const later = Date.parse(`${thisYear + 1}-01-01T00:30:00+07:00`)
  // Somebody is granted in the minute before time has come round: they stand behind, though both places are free.
  const late = await applied()
  const order = readOrder('application.grant', {
    id: randomUUID(),
    v: 1,
    district: sleman.district,
    subject: late,
    office: offices.secretariat,
    doneAt: new Date(later).toISOString(),
    base: null,
    data: { note: '' },
  })
  const actor = await actorOf(pools.api, reference, agency.staff ?? '', offices.secretariat)
  assert.ok(order.ok && actor)
  assert.equal((await handle(order.value, actor, later)).status, 'accepted')
  assert.deepEqual(await countsOf(next), { places: 2, granted: 0, shared: 0, waiting: 1, last_ticket: 1 })
  // Two machines look at once.
  await Promise.all([1, 2].map(() => carryLines(pools.worker, handle, later + 60_000)))
  assert.deepEqual(await countsOf(first), { places: 1, granted: 1, shared: 0, waiting: 0, last_ticket: 3 })
  assert.deepEqual(await countsOf(next), { places: 2, granted: 2, shared: 0, waiting: 2, last_ticket: 4 })
  const lines = await linesOf(programme.programme)
  const stands = (id: string | undefined) => lines.find((one) => one.id === id)?.status
  assert.deepEqual([...asked, late].map(stands), ['granted', 'granted', 'granted', 'waiting', 'waiting'])
  assert.equal(await carryLines(pools.worker, handle, later + 120_000), 0, 'nothing is left to do')
  const line = await agency.read(needRoutes.line, { query: { district: sleman.district, id: next } })
  assert.deepEqual(
    line.items.map(({ id, nth }) => [id, nth]),
    [
      [asked[3], 1],
      [late, 2],
    ],
  )
})

test('QUOTA-2, NEED-5 what is sent twice counts once, of two decisions on one application one holds, and a stale form decides nothing', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Dua kali')
  const quota = await setQuota(programme, 5)
  const subject = await apply(await record(await aFamilyIn(house)), programme)
  const same = { id: randomUUID(), subject, doneAt: new Date().toISOString(), data: { note: '' } }
  const answers = await Promise.all([1, 2, 3].map(() => agency.send('application.grant', same)))
  assert.deepEqual(new Set(answers.map(({ status, body }) => `${status} ${body['seq']}`)).size, 1)
  assert.deepEqual(await numbersOf(quota), { places: 5, granted: 1, shared: 0 })
  const other = await apply(await record(await aFamilyIn(house)), programme)
  const refuse = agency.send('application.refuse', { subject: other, data: { reason: 'not-eligible', note: '' } })
  const both = await Promise.all([
    grant(other),
    refuse,
    village.send('application.withdraw', { subject: other, data: { note: 'Batal.' } }),
  ])
  assert.deepEqual(both.map(({ status, body }) => `${status} ${String(body['code'] ?? 'done')}`).toSorted(), [
    '200 done',
    '409 application-status',
    '409 application-status',
  ])
  const third = await apply(await record(await aFamilyIn(house)), programme)
  await village.does('application.tick', { subject: third, data: { ticked: ['KTP', 'KK', 'KTP'] } })
  const stale = await agency.send('application.grant', { subject: third, base: 1, data: { note: '' } })
  assert.equal(stale.body['code'], 'stale')
  assert.equal((await agency.send('application.grant', { subject: third, base: 2, data: { note: '' } })).status, 200)
  const changed = await agency.send('application.grant', { ...same, data: { note: 'Lain.' } })
  assert.ok(changed.status >= 400, 'other words under the same id are refused')
})

test('NEED-5, QUOTA-6 another district decides, frees, sets and sees nothing here, under its own ledger or this one', async () => {
  const bantul = await openOffice(house, { name: 'Dinas Sosial Bantul', kind: 'agency', place: '34.02' })
  const stranger = await house.staffAt(bantul, 'manager', '34.02')
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Tetangga')
  const quota = await setQuota(programme, 2)
  const subject = await apply(await record(await aFamilyIn(house)), programme)
  const before = await linesOf(programme.programme)
  const acts: readonly (readonly [string, object])[] = [
    ['application.grant', { note: '' }],
    ['application.refuse', { reason: 'not-eligible', note: '' }],
    ['application.release', { note: 'x' }],
    ['application.tick', { ticked: [] }],
    ['application.withdraw', { note: 'x' }],
  ]
  for (const district of [sleman.district, '34.02'])
    for (const [kind, data] of acts) {
      const { status, body } = await stranger.send(kind, { subject, district, data })
      assert.ok(
        status >= 400 && body['code'] === 'application-unknown',
        `${kind} in ${district}: ${String(body['code'])}`,
      )
    }
  const set = { ...programme, ...always, place: sleman.district, places: 99 }
  for (const district of [sleman.district, '34.02'])
    assert.ok((await stranger.send('quota.set', { subject: quota, district, data: set })).status >= 400, district)
  assert.deepEqual(await linesOf(programme.programme), before)
  assert.deepEqual(await numbersOf(quota), { places: 2, granted: 0, shared: 0 })
  const shown = await stranger.read(needRoutes.quotas, { query: { programme: programme.programme } })
  assert.equal(shown.total, 0)
  const line = await stranger.read(needRoutes.line, { query: { district: sleman.district, id: quota } })
  assert.equal(line.total, 0)
  assert.equal(
    (await stranger.ask(needRoutes.application, { query: { district: sleman.district, id: subject } })).status,
    404,
  )
})

test('QUOTA-8 between two periods whoever is granted stands behind those who still wait; without anybody waiting there is a place', async () => {
  const programme = await aProgrammeOf(agency, offices.secretariat, 'Antara dua masa')
  const year = { from: dayOfYear(thisYear, '01-01'), until: dayOfYear(thisYear, '12-31') }
  const quota = await setQuota(programme, 1, year)
  const asked: string[] = []
  for (let n = 0; n < 4; n++) asked.push(await apply(await record(await aFamilyIn(house)), programme))
  for (const subject of asked.slice(0, 2)) await grant(subject)
  const { pools, ledger, reference } = house.parts
  const handle = needHandler({ ledger, reference })
  const later = Date.parse(`${thisYear + 1}-01-10T09:00:00+07:00`)
  const actor = await actorOf(pools.api, reference, agency.staff ?? '', offices.secretariat)
  const does = async (kind: string, subject: string, data: object, at: number) => {
    const envelope = {
      id: randomUUID(),
      v: 1,
      district: sleman.district,
      subject,
      office: offices.secretariat,
      base: null,
    }
    const order = readOrder(kind, { ...envelope, doneAt: new Date(at).toISOString(), data })
    assert.ok(order.ok && actor)
    return (await handle(order.value, actor, at)).status
  }
  const grantLater = (subject: string | undefined, at: number) =>
    does('application.grant', subject ?? '', { note: '' }, at)
  assert.equal(await grantLater(asked[2], later), 'accepted')
  assert.deepEqual(await countsOf(quota), { places: 1, granted: 1, shared: 0, waiting: 2, last_ticket: 2 })
  // A place of a period that is over goes to nobody: those who wait are for the next one.
  assert.equal(await does('application.release', asked[0] ?? '', { note: 'Pindah.' }, later + 1000), 'accepted')
  assert.deepEqual(await countsOf(quota), { places: 1, granted: 0, shared: 0, waiting: 2, last_ticket: 2 })
  assert.equal(await carryLines(pools.worker, handle, later + 2000), 0, 'there is nowhere to carry them to')
  for (const nth of [1, 2])
    assert.equal(
      await does('application.refuse', asked[nth] ?? '', { reason: 'not-eligible', note: '' }, later + 3000),
      'accepted',
    )
  assert.equal(await grantLater(asked[3], later + 4000), 'accepted')
  const [last] = (await linesOf(programme.programme)).filter(({ id }) => id === asked[3])
  assert.deepEqual([last?.status, last?.ticket], ['granted', null])
})

test('QUOTA-2 the ledger proves every place that was given', async () => {
  const { problems } = await verifyDistrict(house.parts.pools.worker, house.parts.ledger.keys, sleman.district, null)
  // The families of this test came in past the ledger.
  assert.deepEqual(
    problems.filter((problem) => !/person|family/.test(JSON.stringify(problem))),
    [],
  )
})
