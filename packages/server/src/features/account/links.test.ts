import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse()
const stranger = house.stranger()
const offices = await aDistrictOffice(house)
const province = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const provincial = await house.staffAt(province, 'admin')

const give = (staff: string | null, office: string, role: string, district = '34.04') =>
  house.setUp('post.give', { district, data: { staff, office, role } })
const suspend = (staff: string | null, active: boolean, own: object = {}) =>
  house.setUp('staff.change', { subject: staff ?? '', data: { name: 'Petugas', active }, ...own })

async function linkBy(giver: Client, staff: string | null): Promise<string> {
  const { path } = await giver.read(accountRoutes.invite, { body: { staff } })
  return path.split('#t=')[1] ?? ''
}
const invite = async (giver: Client, staff: string | null) => {
  const { status, body } = await giver.ask(accountRoutes.invite, { body: { staff } })
  return status === 200 ? 'given' : { code: body.code, ...body.details }
}
let names = 0
const accept = async (token: string, signInName = `petugas.${names++}`) => {
  const password = 'kopi-tubruk-tanpa-gula'
  const answer = await stranger.ask(accountRoutes.accept, { body: { token, name: '', signInName, password } })
  return answer.status
}
const shown = async (token: string) => (await stranger.ask(accountRoutes.link, { body: { token } })).status

test('ACCOUNT-11 a link given for a village desk opens nothing once its person was promoted to the district', async () => {
  const villageAdmin = await house.staffAt(offices.caturtunggal, 'admin')
  const fresh = await house.staffAt(offices.caturtunggal, 'fo')
  const old = await linkBy(villageAdmin, fresh.staff)
  assert.equal(await shown(old), 200)
  await give(fresh.staff, offices.secretariat, 'manager')
  assert.deepEqual([await shown(old), await accept(old)], [410, 410])
  assert.deepEqual(await house.owner('select 1 from credential where staff = $1', [fresh.staff]), [])
  assert.equal(await accept(await linkBy(admin, fresh.staff)), 200)
})

test('ACCOUNT-11 a link that resets a password opens nothing once its person works elsewhere too', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'bo')
  assert.equal(await accept(await linkBy(admin, officer.staff), 'joko.bo'), 200)
  const reset = await linkBy(admin, officer.staff)
  await give(officer.staff, bantul, 'bo', '34.02')
  assert.equal(await accept(reset, 'joko.bo'), 410)
  assert.equal(await accept(await linkBy(provincial, officer.staff), 'joko.bo'), 200)
})

test('ACCOUNT-11 a link ends with the post, the account or the office of whoever gave it', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const ends: readonly ((giver: Client) => Promise<unknown>)[] = [
    ({ staff }) => suspend(staff, false),
    ({ staff }) => house.owner("update post set valid_until = now() - interval '1 second' where staff = $1", [staff]),
    ({ staff }) => house.owner("update post set role = 'fo' where staff = $1", [staff]),
  ]
  for (const end of ends) {
    const giver = await house.staffAt(offices.secretariat, 'admin')
    const link = await linkBy(giver, officer.staff)
    assert.equal(await shown(link), 200)
    await end(giver)
    assert.deepEqual([await shown(link), await accept(link)], [410, 410], String(end))
  }
  const second = { name: 'Sekretariat Kedua', kind: 'secretariat', level: 'district', place: '34.04', parent: null }
  const office = await openOffice(house, second)
  const link = await linkBy(await house.staffAt(office, 'admin'), officer.staff)
  await house.setUp('office.change', { subject: office, data: { ...second, address: '', phone: '', active: false } })
  await house.parts.reference.refresh()
  assert.equal(await accept(link), 410)
})

test('ACCOUNT-11 a link to the account of somebody who was suspended is void, also when they come back', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const link = await linkBy(admin, officer.staff)
  await suspend(officer.staff, false)
  assert.equal(await accept(link), 410)
  await suspend(officer.staff, true)
  assert.equal(await accept(link), 410)
})

test('ACCOUNT-11 a link from before links named their giver opens nothing', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  const link = await linkBy(admin, officer.staff)
  await house.owner('update invitation set office = null, issuer = null where staff = $1', [officer.staff])
  assert.equal(await accept(link), 410)
})

test("ACCOUNT-2 a link takes an office over all of a person's posts; whoever has not is told which one it is", async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  await give(officer.staff, bantul, 'fo', '34.02')
  assert.deepEqual(await invite(admin, officer.staff), { code: 'posts-elsewhere', office: 'Dinas Sosial DIY' })
  assert.equal(await invite(provincial, officer.staff), 'given')
  await house.owner("update post set valid_until = now() - interval '1 second' where staff = $1 and office = $2", [
    officer.staff,
    bantul,
  ])
  assert.equal(await invite(admin, officer.staff), 'given')
})

test('ACCOUNT-2 nobody makes a link to an account with a role that they could not have given', async () => {
  const villageAdmin = await house.staffAt(offices.maguwoharjo, 'admin')
  const [fo, coordinator] = [
    await house.staffAt(offices.maguwoharjo, 'fo'),
    await house.staffAt(offices.maguwoharjo, 'coordinator'),
  ]
  const refused = { code: 'role-not-yours', givenFrom: ['district', 'province', 'nation'] }
  assert.deepEqual(await invite(villageAdmin, coordinator.staff), refused)
  assert.equal(await invite(villageAdmin, fo.staff), 'given')
  assert.equal(await invite(villageAdmin, villageAdmin.staff), 'given', 'their own password')
  assert.equal(await invite(admin, coordinator.staff), 'given')
})
