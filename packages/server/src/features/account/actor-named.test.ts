import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { startTestHouse } from '../../testing/house.ts'
import { actorNamed } from './index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const { pools, reference } = house.parts
const signInAs = (staff: string | null, name: string) =>
  house.owner("insert into credential (staff, name, password, changed_at) values ($1, $2, 'x', now())", [staff, name])
const named = (name: string) => actorNamed(pools.api, reference, name, 'office.manage')

test('IMPORT-14 a person is known by their sign-in name, with the rights of the office where they hold the right', async () => {
  const admin = await house.staffAt(offices.secretariat, 'admin')
  await signInAs(admin.staff, 'siti')
  const actor = await named('siti')
  assert.deepEqual([actor?.staff, actor?.office, actor?.place], [admin.staff, offices.secretariat, '34.04'])
  assert.equal(await named('rina'), null)
})

test('IMPORT-14 who lacks the right, is suspended or holds no post any more may do nothing', async () => {
  const fo = await house.staffAt(offices.caturtunggal, 'fo')
  await signInAs(fo.staff, 'fo')
  assert.equal(await named('fo'), null)
  const other = await house.staffAt(offices.secretariat, 'admin')
  await signInAs(other.staff, 'budi')
  assert.ok(await named('budi'))
  await house.setUp('staff.change', { subject: other.staff ?? '', data: { name: 'Budi', active: false } })
  assert.equal(await named('budi'), null)
})
