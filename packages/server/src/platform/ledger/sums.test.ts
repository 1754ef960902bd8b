import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureRoutes } from '@openslrt/core/contract/figures.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { startTestHouse } from '../../testing/house.ts'
import { rebuildDistrict } from './rebuild.ts'
import { sumCounters, wrongSums } from './sums.ts'

const house = await startTestHouse()
const sleman = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat SLRT Bantul', kind: 'secretariat', place: '34.02' })
const pacitan = await openOffice(house, { name: 'Sekretariat SLRT Pacitan', kind: 'secretariat', place: '35.01' })
const ministry = await openOffice(house, { name: 'Pusat', kind: 'national-office', level: 'nation', place: '00' })
const nation = await house.staffAt(ministry, 'admin')
const desks = {
  '34.04': { fo: await house.staffAt(sleman.caturtunggal, 'fo'), place: placeCode.parse('34.04.07.2001') },
  '34.02': { fo: await house.staffAt(bantul, 'fo'), place: placeCode.parse('34.02.01.2001') },
  '35.01': { fo: await house.staffAt(pacitan, 'fo'), place: placeCode.parse('35.01.01.2001') },
}
const { worker } = house.parts.pools
type District = keyof typeof desks

async function register(district: District): Promise<void> {
  const { fo, place } = desks[district]
  await aCaseBy(fo, { place })
}

/** What the nation's dashboard says was registered, by province. */
async function told(): Promise<Readonly<Record<string, number>>> {
  const { strip, below, trend } = await nation.read(figureRoutes.region)
  const whole = strip.find(({ measure }) => measure === 'registered')?.n ?? 0
  const parts = Object.fromEntries(
    below.filter(({ counts }) => counts.registered > 0).map(({ place, counts }) => [place, counts.registered]),
  )
  assert.equal(
    Object.values(parts).reduce((all, n) => all + n, 0),
    whole,
  )
  assert.equal(
    trend.points.reduce((all, { counts }) => all + counts.registered, 0),
    whole,
  )
  return parts
}

async function counted(): Promise<Readonly<Record<string, number>>> {
  const rows = await house.owner<{ province: string; n: number }>(
    "select left(district, 2) as province, count(*)::int as n from ledger where kind = 'case.register' group by 1 order by 1",
  )
  return Object.fromEntries(rows.map(({ province, n }) => [province, n]))
}

test('LEDGER-19 the nation reads what its districts counted: before they are summed, after, and when more has come', async () => {
  await register('34.04')
  await register('35.01')
  assert.deepEqual(await told(), { 34: 1, 35: 1 })
  assert.ok((await sumCounters(worker)) >= 2)
  assert.deepEqual(await told(), { 34: 1, 35: 1 })
  await register('34.02')
  await register('34.04')
  assert.deepEqual(await told(), { 34: 3, 35: 1 })
  assert.equal(await sumCounters(worker), 2, 'only ledgers that went on are summed')
  assert.deepEqual(await told(), { 34: 3, 35: 1 })
  assert.equal(await sumCounters(worker), 0)
})

const step = fc.constantFrom('34.04', '34.02', '35.01', 'sum' as const)

test('LEDGER-19 in whatever order districts write and are summed, the nation reads what the ledgers say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) await (one === 'sum' ? sumCounters(worker) : register(one))
      assert.deepEqual(await told(), await counted())
      assert.deepEqual(await wrongSums(worker, null), [])
    }),
    { seed, numRuns: 15 },
  )
})

test('LEDGER-19 summed while desks write, and by two at once, nothing is counted twice or forgotten', async () => {
  const writing = Promise.all(Array.from({ length: 12 }, (_, at) => register(at % 2 === 0 ? '34.04' : '34.02')))
  for (let round = 0; round < 4; round++) await Promise.all([sumCounters(worker), sumCounters(worker)])
  await writing
  assert.deepEqual(await told(), await counted())
  await sumCounters(worker)
  assert.deepEqual(await told(), await counted())
  assert.deepEqual(await wrongSums(worker, null), [])
})

test('LEDGER-19 a sum that is not what its districts put into it is named, and a rebuild of one of them mends it', async () => {
  await house.owner("update province_day_count set n = n + 5 where province = '34' and measure = 'registered'")
  const [sentence] = await wrongSums(worker, '34')
  assert.match(
    sentence ?? '',
    /^the sum of "registered" on \d{4}-\d\d-\d\d in province 34 says \d+; its districts put \d+ into it$/,
  )
  assert.deepEqual(await wrongSums(worker, '35'), [])
  const owner = await house.ownerPool.connect()
  await rebuildDistrict(owner, house.parts.ledger.keys, '34.02')
  owner.release()
  assert.deepEqual(await wrongSums(worker, null), [])
  assert.deepEqual(await told(), await counted())
})
