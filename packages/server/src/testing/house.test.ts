import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { aDistrictOffice, sleman } from './a-district-office.ts'
import { aCaseBy } from './a-registration.ts'
import { startTestHouse } from './house.ts'

test('HOUSE-1 a test house takes commands through its doors and shows what came of them', async () => {
  const house = await startTestHouse()
  const offices = await aDistrictOffice(house)
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  const { id, number } = await aCaseBy(officer)
  const { items } = await officer.read(caseRoutes.queue)
  assert.deepEqual(
    items.map((line) => ({ id: line.id, number: line.number, place: line.place })),
    [{ id, number, place: sleman.caturtunggal }],
  )
  await house.close()
})

test('HOUSE-2 two test houses of one process share nothing', async () => {
  const [one, two] = [await startTestHouse(), await startTestHouse({ listen: true })]
  await aDistrictOffice(one)
  const count = 'select count(*)::int as n from office'
  assert.deepEqual([await one.owner(count), await two.owner(count)], [[{ n: 5 }], [{ n: 0 }]])
  assert.equal((await two.stranger().ask(accountRoutes.me)).status, 401)
  await one.close()
  await two.close()
})
