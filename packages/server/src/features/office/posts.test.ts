import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const province = await openOffice(house, {
  name: 'Dinas Sosial DIY',
  kind: 'province-office',
  level: 'province',
  place: '34',
})
const nation = await openOffice(house, {
  name: 'Sekretariat Nasional',
  kind: 'national-office',
  level: 'nation',
  place: '00',
})
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const villageAdmin = await house.staffAt(offices.caturtunggal, 'admin')
const provincial = await house.staffAt(province, 'admin')
const national = await house.staffAt(nation, 'admin')
const bantulAdmin = await house.staffAt(bantul, 'admin')

async function said(client: Client, kind: string, sent: object): Promise<unknown> {
  const { status, body } = await client.send(kind, sent)
  return status === 200 ? 'accepted' : { code: body.code, ...body.details }
}
const add = (by: Client, office: string, role: string, district = '34.04') =>
  said(by, 'staff.add', { district, data: { name: 'Orang Baru', post: randomUUID(), office, role } })
const give = (by: Client, staff: string | null, office: string, role: string, district = '34.04') =>
  said(by, 'post.give', { district, data: { staff, office, role } })
const suspend = (by: Client, staff: string | null, active = false) =>
  said(by, 'staff.change', { subject: staff ?? '', district: '34.04', data: { name: 'Petugas', active } })

test('OFFICE-10 nobody gives a post to themself, from whichever office', async () => {
  for (const [who, office, district] of [
    [admin, offices.secretariat, '34.04'],
    [national, offices.caturtunggal, '34.04'],
  ] as const)
    for (const role of ['fo', 'manager', 'admin'])
      assert.deepEqual(await give(who, who.staff, office, role, district), { code: 'own-post' }, role)
})

test("OFFICE-10 a district appoints its officers and its villages' administrators, and nobody above", async () => {
  for (const [office, role] of [
    [offices.secretariat, 'fo'],
    [offices.secretariat, 'bo'],
    [offices.secretariat, 'manager'],
    [offices.secretariat, 'leader'],
    [offices.secretariat, 'admin'],
    [offices.caturtunggal, 'fo'],
    [offices.caturtunggal, 'coordinator'],
    [offices.caturtunggal, 'admin'],
    [offices.rsud, 'provider'],
    [offices.dinsos, 'provider'],
  ] as const)
    assert.equal(await add(admin, office, role), 'accepted', role)
  const officer = await house.staffAt(offices.secretariat, 'fo')
  assert.equal(await give(admin, officer.staff, offices.secretariat, 'manager'), 'accepted')
  for (const role of ['province', 'national']) {
    const heldAt = [role === 'province' ? 'province-office' : 'national-office']
    assert.deepEqual(await add(admin, offices.secretariat, role), { code: 'role-not-here', heldAt })
  }
  assert.deepEqual(await add(admin, province, 'admin', '34'), { code: 'wrong-place' })
})

test('OFFICE-10 a village gives its own desks, and nobody who decides or administers', async () => {
  const refused = { code: 'role-not-yours', givenFrom: ['district', 'province', 'nation'] }
  assert.equal(await add(villageAdmin, offices.caturtunggal, 'bo'), 'accepted')
  for (const role of ['coordinator', 'admin', 'leader'])
    assert.deepEqual(await add(villageAdmin, offices.caturtunggal, role), refused, role)
})

test('OFFICE-10 a province appoints its own, and only the nation its own', async () => {
  assert.equal(await add(provincial, province, 'province', '34'), 'accepted')
  assert.equal(await add(provincial, province, 'admin', '34'), 'accepted')
  assert.equal(await add(provincial, bantul, 'admin', '34.02'), 'accepted')
  assert.deepEqual(await add(provincial, nation, 'admin', '00'), { code: 'wrong-place' })
  for (const role of ['national', 'admin', 'leader']) assert.equal(await add(national, nation, role, '00'), 'accepted')
})

test('OFFICE-10 who works for a whole place sees it from there only: no desk at the province, no provider at a desk', async () => {
  const { code } = (
    await provincial.send('staff.add', {
      district: '34',
      data: { name: 'Orang Baru', post: randomUUID(), office: province, role: 'bo' },
    })
  ).body
  assert.equal(code, 'role-not-here')
  assert.deepEqual(await add(admin, offices.caturtunggal, 'provider'), {
    code: 'role-not-here',
    heldAt: ['agency', 'provider'],
  })
  const heldAt = ['puskesos', 'subdistrict-post', 'secretariat', 'province-office', 'national-office']
  assert.deepEqual(await add(admin, offices.rsud, 'admin'), { code: 'role-not-here', heldAt })
})

test('OFFICE-10 a role of which nobody said who gives it is given by the nation only', async () => {
  await house.owner(
    "insert into role (code, permissions, restricted, sees, valid_from) values ('penguji', '{case.read}', '{}', 'place', '2020-01-01')",
  )
  await house.parts.reference.refresh()
  const refused = { code: 'role-not-yours', givenFrom: ['nation'] }
  assert.deepEqual(await add(admin, offices.secretariat, 'penguji'), refused)
  assert.equal(await add(national, offices.rsud, 'penguji'), 'accepted')
})

test("OFFICE-11 whoever administers a person's home suspends them, though they were given a post elsewhere too", async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  assert.equal(await give(provincial, officer.staff, bantul, 'fo', '34.02'), 'accepted')
  assert.deepEqual(await suspend(bantulAdmin, officer.staff), {
    code: 'posts-elsewhere',
    office: 'Puskesos Caturtunggal',
  })
  assert.equal((await officer.ask(accountRoutes.me)).status, 200)
  assert.equal(await suspend(admin, officer.staff), 'accepted')
  assert.equal((await officer.ask(accountRoutes.me)).status, 401)
  assert.equal(await suspend(villageAdmin, officer.staff, true), 'accepted')
})

test('OFFICE-11 whoever also works above is out of reach of those below, and it is said who can', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  assert.equal(await give(admin, officer.staff, offices.secretariat, 'fo'), 'accepted')
  assert.deepEqual(await suspend(villageAdmin, officer.staff), {
    code: 'posts-elsewhere',
    office: 'Sekretariat SLRT Sleman',
  })
  await house.setUp('post.give', { district: '34', data: { staff: officer.staff, office: province, role: 'province' } })
  assert.deepEqual(await suspend(admin, officer.staff), { code: 'posts-elsewhere', office: 'Dinas Sosial DIY' })
  assert.equal(await suspend(provincial, officer.staff), 'accepted')
})

test('OFFICE-11 whoever left for another place belongs there, and whoever holds no post where they were last', async () => {
  const mover = await house.staffAt(offices.caturtunggal, 'fo')
  const posts = () =>
    house.owner<{ id: string }>('select id from post where staff = $1 order by valid_from', [mover.staff])
  const [old] = await posts()
  assert.equal(await said(admin, 'post.end', { subject: old?.id, data: {} }), 'accepted')
  assert.equal(await suspend(villageAdmin, mover.staff, true), 'accepted')
  assert.deepEqual(await give(bantulAdmin, mover.staff, bantul, 'fo', '34.02'), { code: 'wrong-place' })
  assert.equal(await give(provincial, mover.staff, bantul, 'fo', '34.02'), 'accepted')
  assert.deepEqual(await suspend(admin, mover.staff), { code: 'wrong-place' })
  assert.equal(await suspend(bantulAdmin, mover.staff), 'accepted')
})

test('OFFICE-11 nobody gives a post to a person whom they do not administer', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  assert.deepEqual(await give(bantulAdmin, officer.staff, bantul, 'fo', '34.02'), { code: 'wrong-place' })
  assert.equal(await give(admin, officer.staff, offices.maguwoharjo, 'fo'), 'accepted')
})

test('ACCOUNT-5 a session that suspending ended does not come back with the person', async () => {
  const officer = await house.staffAt(offices.caturtunggal, 'fo')
  assert.equal(await suspend(admin, officer.staff), 'accepted')
  assert.deepEqual(await house.owner('select 1 from sign_in_session where staff = $1', [officer.staff]), [])
  assert.equal(await suspend(admin, officer.staff, true), 'accepted')
  assert.equal((await officer.ask(accountRoutes.me)).status, 401)
})

test('LEDGER-8 what was done across districts is what each ledger says', async () => {
  for (const district of ['34.04', '34.02', '34', '00']) await assertVerified(house, district)
})
