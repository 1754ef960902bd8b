import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const villageAdmin = await house.staffAt(offices.caturtunggal, 'admin')
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })

const newOffice = {
  name: 'Puskesos Sinduadi',
  kind: 'puskesos',
  level: 'village',
  place: sleman.sinduadi,
  parent: offices.secretariat,
  address: 'Jl. Magelang',
  phone: '0274 555',
}
const codeOf = async (client: Client, kind: string, subject: string, data: unknown, own: object = {}) => {
  const { status, body } = await client.send(kind, { subject, data, ...own })
  return status === 200 ? 'accepted' : body.code
}

test('OFFICE-4 an administrator opens an office under their place, and it works at once', async () => {
  const id = randomUUID()
  await admin.does('office.open', { subject: id, data: newOffice })
  const fo = await house.staffAt(id, 'fo')
  const { items } = await admin.read(referenceRoutes.offices, { query: { q: 'sinduadi' } })
  assert.deepEqual(
    items.map(({ id: found, placeName, staff }) => ({ id: found, placeName, staff })),
    [{ id, placeName: 'Sinduadi', staff: 1 }],
  )
  assert.equal((await fo.ask(caseRoutes.queue)).status, 200)
  await admin.does('office.change', { subject: id, base: 1, data: { ...newOffice, active: false } })
  assert.equal((await fo.ask(caseRoutes.queue)).status, 403)
})

test('OFFICE-4 administration reaches no further than the place of the acting office', async () => {
  const elsewhere = { ...newOffice, place: '34.02.01.2001', parent: bantul }
  assert.equal(await codeOf(admin, 'office.open', randomUUID(), elsewhere, { district: '34.02' }), 'wrong-place')
  assert.equal(await codeOf(admin, 'office.open', randomUUID(), elsewhere), 'wrong-district')
  assert.equal(
    await codeOf(admin, 'office.open', randomUUID(), { ...newOffice, place: '34.04.99.9999' }),
    'unknown-place',
  )
  assert.equal(
    await codeOf(admin, 'office.open', randomUUID(), { ...newOffice, parent: offices.maguwoharjo }),
    'wrong-parent',
  )
  const staff = { name: 'Rina', post: randomUUID(), office: bantul, role: 'fo' }
  assert.equal(await codeOf(admin, 'staff.add', randomUUID(), staff, { district: '34.02' }), 'wrong-place')
  assert.equal(
    await codeOf(admin, 'staff.add', randomUUID(), { ...staff, office: offices.dinsos, role: 'raja' }),
    'unknown-role',
  )
  assert.equal(
    await codeOf(villageAdmin, 'staff.add', randomUUID(), { ...staff, office: offices.secretariat, role: 'manager' }),
    'wrong-place',
  )
  assert.equal(
    await codeOf(admin, 'post.give', randomUUID(), { staff: randomUUID(), office: offices.dinsos, role: 'provider' }),
    'unknown-staff',
  )
})

test('OFFICE-4 whoever administers a village puts nobody out who works above it', async () => {
  const manager = await house.staffAt(offices.secretariat, 'manager')
  const both = await house.staffAt(offices.caturtunggal, 'fo')
  await house.setUp('post.give', { data: { staff: both.staff, office: offices.secretariat, role: 'fo' } })
  for (const [{ staff }, code] of [
    [manager, 'wrong-place'],
    [both, 'posts-elsewhere'],
  ] as const)
    assert.equal(await codeOf(villageAdmin, 'staff.change', staff ?? '', { name: 'Keluar', active: false }), code)
  assert.equal((await manager.ask(accountRoutes.me)).status, 200)
  const own = await house.staffAt(offices.caturtunggal, 'fo')
  assert.equal(
    await codeOf(villageAdmin, 'staff.change', own.staff ?? '', { name: 'Keluar', active: false }),
    'accepted',
  )
  assert.equal(await codeOf(admin, 'staff.change', both.staff ?? '', { name: 'Pindah', active: false }), 'accepted')
})

test('OFFICE-5 a ring of offices is refused: no case could climb out of it', async () => {
  const upper = await openOffice(house, { name: 'Sekretariat Atas', kind: 'secretariat' })
  const lower = await openOffice(house, { name: 'Sekretariat Bawah', kind: 'secretariat', parent: upper })
  const ring = {
    name: 'Sekretariat Atas',
    kind: 'secretariat',
    level: 'district',
    place: '34.04',
    parent: lower,
    address: '',
    phone: '',
    active: true,
  }
  assert.equal(await codeOf(admin, 'office.change', upper, ring), 'wrong-parent')
  assert.equal(await codeOf(admin, 'office.change', upper, { ...ring, parent: upper }), 'wrong-parent')
})

test('OFFICE-9 the level of an office is that of its place, and its kind belongs to that level', async () => {
  const refused = async (kind: string, subject: string, own: object, by = admin) => {
    const { body } = await by.send(kind, { subject, data: { ...newOffice, ...own } })
    return { code: body.code, ...body.details }
  }
  const wrong = [
    { level: 'district' },
    { level: 'nation' },
    { kind: 'secretariat' },
    { kind: 'province-office', level: 'district', place: '34.04', parent: null },
    { kind: 'agency', level: 'province' },
  ]
  for (const own of wrong) {
    const { code } = await refused('office.open', randomUUID(), own)
    assert.equal(code, 'wrong-level', JSON.stringify(own))
    const change = { ...own, name: 'Puskesos Caturtunggal', place: sleman.caturtunggal, active: true }
    const changed = await refused('office.change', offices.caturtunggal, { ...change, ...own })
    assert.equal(changed.code, 'wrong-level', JSON.stringify(own))
  }
  assert.deepEqual(await refused('office.open', randomUUID(), { kind: 'secretariat' }), {
    code: 'wrong-level',
    kind: 'secretariat',
    levels: ['district'],
  })
})

test('LEDGER-3 a form about an office, a person or a post that somebody changed meanwhile is stale', async () => {
  const officer = await house.staffAt(offices.dinsos, 'provider')
  const change = { name: 'Nama Baru', active: true }
  assert.equal(await codeOf(admin, 'staff.change', officer.staff ?? '', change, { base: 1 }), 'accepted')
  assert.equal(await codeOf(admin, 'staff.change', officer.staff ?? '', change, { base: 1 }), 'stale')
  const office = {
    name: 'Dinsos',
    kind: 'agency',
    level: 'district',
    place: '34.04',
    parent: null,
    address: '',
    phone: '',
    active: true,
  }
  assert.equal(await codeOf(admin, 'office.change', offices.dinsos, office, { base: 1 }), 'accepted')
  assert.equal(await codeOf(admin, 'office.change', offices.dinsos, office, { base: 1 }), 'stale')
  const both = await Promise.all(
    ['Satu', 'Dua', 'Tiga'].map((name) =>
      codeOf(admin, 'office.change', offices.dinsos, { ...office, name }, { base: 2 }),
    ),
  )
  assert.deepEqual(both.toSorted(), ['accepted', 'stale', 'stale'])
})

test('OFFICE-6 staff are listed under the acting office only, with the posts they hold now', async () => {
  const there = await house.staffAt(bantul, 'fo')
  const { items, total } = await admin.read(referenceRoutes.staff, { query: { q: 'Petugas' } })
  assert.ok(items.every(({ id }) => id !== there.staff) && total >= items.length)
  const own = await villageAdmin.read(referenceRoutes.staff)
  assert.ok(own.items.every(({ posts }) => posts.some(({ office }) => office === offices.caturtunggal)))
  assert.deepEqual((await admin.read(referenceRoutes.staff, { query: { q: '%_%' } })).items, [])
})

test('LEDGER-8 offices, people and posts are what their ledger says', async () => {
  await assertVerified(house)
  await assertVerified(house, '34.02')
})
