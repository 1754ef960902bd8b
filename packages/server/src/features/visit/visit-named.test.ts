import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn } from '../../testing/a-need.ts'
import { cameTo } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const day = dayIn('Asia/Jakarta', Date.now())
const plan = async (named: object) => {
  const data = { ...visitData.plan, office: offices.caturtunggal, day, ...named }
  return cameTo(await desk.send('visit.plan', { data }))
}
const here = await aFamilyIn(house)
const there = await aFamilyIn(house, sleman.maguwoharjo)

const strangers: readonly (readonly [what: string, named: object])[] = [
  ['somebody of another village', { person: there.person }],
  ['a family of another village', { family: there.family }],
  ['nobody at all', { ...here, family: randomUUID() }],
  ['a family where a person is meant', { person: here.family }],
]
for (const [what, named] of strangers)
  test(`VISIT-1 a visit that names ${what} is not planned`, async () => assert.equal(await plan(named), 'not-found'))

test('VISIT-1 a visit names people and families of the registry that whoever plans it sees', async () => {
  assert.equal(await plan(here), 'done')
})
