import assert from 'node:assert/strict'
import { test } from 'node:test'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, needsOf } from '../../testing/a-need.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const province = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const village = await house.staffAt(offices.caturtunggal, 'fo')
const planner = await house.staffAt(offices.dinsos, 'planner')
const above = await house.staffAt(province, 'planner', '34')
const kind = 'unfit-house'

const first = await needsOf(village).record(await aFamilyIn(house), kind)
/** As many more like it, elsewhere, past every door. */
const more = async (place: string, n: number, of = kind) =>
  house.owner(
    `insert into need select (jsonb_populate_record(n, jsonb_build_object('id', gen_random_uuid(), 'district', left($2, 5),
        'place', $2::text, 'kind', $4::text, 'person', $5::text, 'family', $6::text))).* from need n, generate_series(1, $3) where n.id = $1`,
    [first, place, n, of, ...Object.values(await aFamilyIn(house, place))],
  )
await more(sleman.caturtunggal, 19)
await more(sleman.maguwoharjo, 30)
await more('34.02.01.2001', 3)
await more('34.01.01.2001', 9)
await more('34.01.01.2001', 2, 'food-card')

const read = (client: Client, query: object) => client.read(needRoutes.table, { query: { kind, ...query } })
const totals = ({ rows }: Awaited<ReturnType<typeof read>>) => rows.map(({ key, total }) => [key, total])

test('NEED-13 a province reads the sum of what its districts tell; less their pages, nothing is left of what is withheld', async () => {
  const wide = await read(above, {})
  assert.deepEqual(totals(wide), [
    ['34.01', null],
    ['34.02', null],
    ['34.04', 50],
  ])
  assert.deepEqual([wide.sum.total, wide.sum.more, wide.opens], [50, ['going', 'total'], false])
  for (const [district, total] of totals(wide))
    assert.equal((await read(above, { place: district })).sum.total, total, 'the same on both pages')
  const own = await read(planner, {})
  assert.deepEqual([totals(own), own.sum.total], [totals(await read(above, { place: '34.04' })), 50])
  assert.deepEqual(own.sum.more, [])
})

test('NEED-13 of the kinds the province is told the same, and what no district tells not at all', async () => {
  const { rows, sum } = await above.read(needRoutes.table, { query: { by: 'kind' } })
  assert.deepEqual(
    rows.map(({ key, total, more: maybe }) => [key, total, maybe]),
    [
      ['food-card', null, []],
      [kind, 50, ['going', 'total']],
    ],
  )
  // Both kinds of the one district together may be told: 11.
  assert.deepEqual([sum.total, sum.more], [61, ['going', 'total']])
})

test('NEED-9 the file of a province withholds in each district what its own file does', async () => {
  const linesOf = async (query: object): Promise<readonly string[]> => {
    const { content } = await above.read(needRoutes.file, { query: { form: 'csv', ...query } })
    const read_ = await readTable(Buffer.from(content, 'base64'), { bytes: 1e6, rows: 1000, cells: 20, inCell: 500 })
    assert.ok(read_.ok)
    return read_.value.slice(1).map(({ cells }) => cells.join(';'))
  }
  const whole = await linesOf({})
  const parts = await Promise.all(['34.01', '34.02', '34.04'].map((place) => linesOf({ place })))
  assert.deepEqual(whole, parts.flat())
  assert.deepEqual(
    whole.map((line) => line.split(';')[2]),
    ['ditahan', 'ditahan', 'ditahan', '20', '30'],
  )
})

test('NEED-9 pages of a sub-district and a village tell what that of the district tells', async () => {
  const part = await read(planner, { place: sleman.caturtunggal.slice(0, 8) })
  const one = await read(planner, { place: sleman.caturtunggal })
  assert.deepEqual([part.sum.total, one.sum.total, totals(one)], [50, 20, [[sleman.caturtunggal, 20]]])
})
