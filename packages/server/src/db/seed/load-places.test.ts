import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse()
})
after(() => house.close())

test('PLACE-0 the whole country is there: 38 provinces, 514 districts, 7,285 sub-districts, 83,762 villages', async () => {
  const rows = await house.owner<{ level: string; n: number }>(
    'select level, count(*)::int as n from place group by level order by n',
  )
  assert.deepEqual(
    rows.map(({ level, n }) => [level, n]),
    [
      ['nation', 1],
      ['province', 38],
      ['district', 514],
      ['subdistrict', 7285],
      ['village', 83762],
    ],
  )
})

test('PLACE-0 names with quotes and commas come as they are written', async () => {
  const rows = await house.owner<{ name: string }>(
    "select name from place where code in ('35.13.15.2017', '12.07.28.1007') order by code",
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['Lubuk Pakam I,II', 'Soka"an'],
  )
})
