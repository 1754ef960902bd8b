import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { permissions } from '@openslrt/core/access/permission.ts'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { covers, placeCode } from '@openslrt/core/place/code.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
let offices: DistrictOffices
let admin: Client
let bo: Client
let coordinator: Client
let manager: Client
let nobody: Client
let province = ''

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  province = await openOffice(house, {
    name: 'Dinas Sosial DIY',
    kind: 'province-office',
    level: 'province',
    place: '34',
  })
  await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  admin = await house.staffAt(offices.secretariat, 'admin')
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  manager = await house.staffAt(offices.secretariat, 'manager')
  nobody = house.stranger()
})
after(() => house.close())

const placesBy = async (query: Readonly<Record<string, string>>, client = nobody) =>
  (await client.read(referenceRoutes.places, { query })).items
const targets = (client: Client, place: string) =>
  client.read(referenceRoutes.targets, { query: { district: '34.04', place } })

test('PLACE-7 the provinces are there for everybody to begin with, and nothing is listed that nobody asked for', async () => {
  const provinces = await placesBy({ level: 'province' })
  assert.equal(provinces.length, 38)
  assert.ok(provinces.every(({ level, path }) => level === 'province' && path === ''))
  assert.deepEqual(await placesBy({}), [])
  assert.deepEqual(await placesBy({ level: 'village' }), [])
})

test('PLACE-7 below a place stand the places right below it, by name, each with what it lies in', async () => {
  const districts = await placesBy({ parent: '34' })
  assert.deepEqual(
    districts.map(({ name }) => name),
    ['Kabupaten Bantul', 'Kabupaten Gunungkidul', 'Kabupaten Kulon Progo', 'Kabupaten Sleman', 'Kota Yogyakarta'],
  )
  const villages = await placesBy({ parent: sleman.depok })
  assert.deepEqual(
    villages.map(({ name, path }) => [name, path]),
    ['Caturtunggal', 'Condongcatur', 'Maguwoharjo'].map((name) => [
      name,
      'Depok, Kabupaten Sleman, Daerah Istimewa Yogyakarta',
    ]),
  )
  assert.deepEqual(await placesBy({ parent: sleman.depok, level: 'district' }), [])
  assert.deepEqual(await placesBy({ parent: sleman.caturtunggal }), [])
})

test('PLACE-7 a name is found by how it begins, in any case, within a place where one is named', async () => {
  const found = await placesBy({ q: 'CATURT' })
  assert.ok(found.some(({ code }) => code === sleman.caturtunggal))
  assert.ok(found.every(({ name }) => name.toLowerCase().startsWith('caturt')))
  const inside = await placesBy({ q: 'de', parent: '34.04' })
  assert.ok(inside.length > 0 && inside.every(({ code }) => code.startsWith('34.04')))
  assert.ok(
    (await placesBy({ q: 'de', parent: '34.04', level: 'subdistrict' })).every(({ level }) => level === 'subdistrict'),
  )
  const [district] = await placesBy({ q: 'sleman', level: 'district' })
  assert.equal(district?.code, '34.04')
})

test('PLACE-7 a search lists a hundred places at most, and signs of SQL are no signs', async () => {
  assert.equal((await placesBy({ q: 'su' })).length, 100)
  assert.deepEqual(await placesBy({ q: 'zzzz' }), [])
  for (const { name } of await placesBy({ q: '%catur_tung' })) assert.match(name, /^Catur/i)
})

test('REF-1 a Puskesos may ask every agency and provider that serves the place, and send up to the secretariat', async () => {
  const { referral, below, above } = await targets(bo, sleman.caturtunggal)
  assert.deepEqual(referral.map(({ name }) => name).toSorted(), ['Dinas Sosial Sleman', 'RSUD Sleman'])
  assert.deepEqual([below, above?.name], [[], 'Sekretariat SLRT Sleman'])
})

test('OFFICE-2 a secretariat may hand down to the Puskesos of the place, and to no other', async () => {
  const { below, above, referral } = await targets(manager, sleman.caturtunggal)
  assert.deepEqual(
    below.map(({ name }) => name),
    ['Puskesos Caturtunggal'],
  )
  assert.equal(above, null)
  assert.equal(
    referral.some(({ id }) => id === manager.office),
    false,
  )
  assert.deepEqual((await targets(manager, sleman.sinduadi)).below, [])
})

test('OFFICE-5 an office that closed is offered no more, one that opened at once', async () => {
  const id = await openOffice(house, { name: 'LKS Baru', kind: 'provider' })
  const names = async () => (await targets(bo, sleman.caturtunggal)).referral.map(({ name }) => name)
  assert.ok((await names()).includes('LKS Baru'))
  const data = {
    name: 'LKS Baru',
    kind: 'provider',
    level: 'district',
    place: '34.04',
    parent: null,
    address: '',
    phone: '',
  }
  await house.setUp('office.change', { subject: id, data: { ...data, active: false } })
  assert.equal((await names()).includes('LKS Baru'), false)
})

test('CASE-3 colleagues are those who hold a post here now, with their roles and how much lies with each', async () => {
  const colleagues = async () => (await coordinator.read(referenceRoutes.colleagues)).items
  const own = await colleagues()
  assert.deepEqual(own.map(({ name }) => name).toSorted(), ['Petugas bo', 'Petugas coordinator'])
  assert.deepEqual(
    own.find(({ id }) => id === bo.staff),
    { id: bo.staff, name: 'Petugas bo', roles: ['bo'], open: 0, away: null },
  )
  const { id } = await aCaseBy(coordinator)
  await bo.does('case.take', { subject: id, data: { note: '' } })
  assert.equal((await colleagues()).find(({ id: of }) => of === bo.staff)?.open, 1)
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'Bawa KK' } })
  assert.equal((await colleagues()).find(({ id: of }) => of === bo.staff)?.open, 1)
  await house.setUp('post.give', { data: { staff: bo.staff, office: offices.caturtunggal, role: 'fo' } })
  assert.deepEqual((await colleagues()).find(({ id: of }) => of === bo.staff)?.roles, ['bo', 'fo'])
})

test('CASE-3 who was suspended or lost the post is no colleague any more', async () => {
  const gone = await house.staffAt(offices.caturtunggal, 'bo')
  const names = async () => (await coordinator.read(referenceRoutes.colleagues)).items.map(({ id }) => id)
  assert.ok((await names()).includes(gone.staff ?? ''))
  await house.setUp('staff.change', { subject: gone.staff ?? '', data: { name: 'Petugas', active: false } })
  assert.equal((await names()).includes(gone.staff ?? ''), false)
  const post = randomUUID()
  const other = await house.staffAt(offices.maguwoharjo, 'fo')
  await house.setUp('post.give', {
    subject: post,
    data: { staff: other.staff, office: offices.caturtunggal, role: 'fo' },
  })
  assert.ok((await names()).includes(other.staff ?? ''))
  await house.setUp('post.end', { subject: post, data: {} })
  assert.equal((await names()).includes(other.staff ?? ''), false)
})

const officesOf = (client: Client, query: Readonly<Record<string, string>> = {}) =>
  client.read(referenceRoutes.offices, { query })

test("OFFICE-4 offices are listed under the acting office, a place's own before those below it", async () => {
  const { items, total } = await officesOf(admin)
  assert.equal(items.length, total)
  assert.ok(items.every(({ place }) => covers(placeCode.parse('34.04'), place)))
  const places = items.map(({ place }) => place)
  assert.deepEqual(places, places.toSorted())
  assert.deepEqual(
    (await officesOf(bo)).items.map(({ name }) => name),
    ['Puskesos Caturtunggal'],
  )
})

test('OFFICE-4 offices are found by how words of their name begin and by their kind; what is no name finds none', async () => {
  const names = async (query: Readonly<Record<string, string>>) =>
    (await officesOf(admin, query)).items.map(({ name }) => name)
  assert.deepEqual(await names({ q: 'CATURT pus' }), ['Puskesos Caturtunggal'])
  assert.deepEqual((await names({ kind: 'puskesos' })).toSorted(), ['Puskesos Caturtunggal', 'Puskesos Maguwoharjo'])
  assert.deepEqual(await names({ kind: 'puskesos', q: 'maguwo' }), ['Puskesos Maguwoharjo'])
  for (const q of ['%', '_', '\\', 'tidak ada']) assert.deepEqual(await names({ q }), [], q)
})

test('OFFICE-4 a line of an office says its place, what it lies under, and how many people work there now', async () => {
  const line = (await officesOf(admin, { q: 'Maguwoharjo' })).items[0]
  assert.deepEqual(
    [line?.placeName, line?.parent, line?.level, line?.active],
    ['Maguwoharjo', offices.secretariat, 'village', true],
  )
  const staffed = async () => (await officesOf(admin, { q: 'Maguwoharjo' })).items[0]?.staff ?? 0
  const was = await staffed()
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  assert.equal(await staffed(), was + 1)
  await house.setUp('post.give', { data: { staff: officer.staff, office: offices.maguwoharjo, role: 'bo' } })
  assert.equal(await staffed(), was + 1, 'a person of two roles is one person')
  await house.setUp('staff.change', { subject: officer.staff ?? '', data: { name: 'Keluar', active: false } })
  assert.equal(await staffed(), was)
})

test('OFFICE-16 the tree under an office is told branch by branch, with what lies below each', async () => {
  const branch = async (client: Client, query: Readonly<Record<string, string>> = {}) =>
    (await client.read(referenceRoutes.tree, { query })).items.map(({ name, below, inactiveBelow }) => [
      name,
      below,
      inactiveBelow,
    ])
  assert.deepEqual(
    (await branch(admin)).map(([name]) => name),
    ['Sekretariat SLRT Sleman'],
    'agencies without one above stand under the secretariat of their place',
  )
  const under = await branch(admin, { parent: offices.secretariat })
  assert.deepEqual(
    under.find(([name]) => name === 'Puskesos Caturtunggal'),
    ['Puskesos Caturtunggal', 0, 0],
  )
  const [, all, closed] = (await branch(admin))[0] ?? []
  assert.equal(all, under.length, 'as many as are counted')
  const { items } = await admin.read(referenceRoutes.offices, { query: { id: offices.maguwoharjo } })
  const [line] = items
  assert.ok(line && items.length === 1)
  const { id, district, version, placeName: _place, staff: _staff, ...data } = line
  const set = (active: boolean, base: number) =>
    admin.does('office.change', { subject: id, district, base, data: { ...data, active } })
  await set(false, version)
  assert.deepEqual(await branch(admin), [['Sekretariat SLRT Sleman', all, Number(closed) + 1]])
  await set(true, version + 1)
  assert.deepEqual(await branch(bo), [['Puskesos Caturtunggal', 0, 0]], 'what lies above is not told')
  assert.deepEqual(await branch(bo, { parent: offices.secretariat }), [['Puskesos Caturtunggal', 0, 0]])
  assert.deepEqual(await branch(admin, { parent: province }), [], 'Sleman was opened under none')
})

test('LIST-3 a list of many offices goes over pages, each office once', async () => {
  for (let n = 0; n < pageSize; n++) await openOffice(house, { name: `LKS ${n}`, kind: 'provider' })
  const [first, second] = [await officesOf(admin), await officesOf(admin, { page: '2' })]
  assert.deepEqual([first.items.length, first.page, second.page, first.size], [pageSize, 1, 2, pageSize])
  assert.equal(first.items.length + second.items.length, first.total)
  assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, first.total)
})

test('OFFICE-6 people are found by how words of their name begin, and by the office where they hold or held a post', async () => {
  const people = async (query: Readonly<Record<string, string>>) =>
    (await admin.read(referenceRoutes.staff, { query })).items
  const officer = await house.staffAt(offices.rsud, 'provider')
  await house.setUp('staff.change', { subject: officer.staff ?? '', data: { name: 'Ngatini Lestari', active: true } })
  assert.deepEqual(
    (await people({ q: 'LEST ngat' })).map(({ id }) => id),
    [officer.staff],
  )
  const [line] = await people({ office: offices.rsud })
  assert.deepEqual(
    [line?.name, line?.signInName, line?.posts.map(({ role, officeName }) => [role, officeName])],
    ['Ngatini Lestari', null, [['provider', 'RSUD Sleman']]],
  )
  assert.deepEqual(await people({ office: randomUUID() }), [])
  assert.deepEqual(await people({ office: province }), [], 'an office above is not looked into')
})

test('OFFICE-10 the roles of today are listed with what they allow and where they are held', async () => {
  const { items } = await admin.read(referenceRoutes.roles)
  const shown = items.map(({ code, permissions: may, sees }) => [code, [...may], sees])
  const expected = shippedRoles.map(({ code, permissions: may, sees }) => [
    code,
    permissions.filter((known) => (may as readonly string[]).includes(known)),
    sees,
  ])
  const byCode = (one: readonly unknown[], other: readonly unknown[]) => String(one[0]).localeCompare(String(other[0]))
  assert.deepEqual(shown.toSorted(byCode), expected.toSorted(byCode))
})

test('LISTS-8 the lists of a district are those that the law knows, each item by its code and both names', async () => {
  const { lists } = await bo.read(referenceRoutes.lists, { query: { district: '34.04' } })
  for (const name of [
    'sector',
    'priority',
    'category',
    'channel',
    'return',
    'reject',
    'decline',
    'unmet',
    'became',
    'aside',
    'visit-trigger',
    'visit-result',
    'visit-missed',
    'surge-kind',
    'escalate',
    'cancel',
    'outcome',
    'how',
    'need',
    'need-stopped',
    'need-unmet',
  ])
    assert.ok((lists[name] ?? []).length > 0, name)
  assert.equal('window' in lists, false)
  for (const items of Object.values(lists))
    for (const { code, names } of items) assert.ok(code !== '' && names.id !== '' && names.en !== '')
})

test('ACCESS-1 who reads no case is told no colleague and no target, but may read lists and offices', async () => {
  assert.equal((await admin.ask(referenceRoutes.colleagues)).status, 403)
  assert.equal((await admin.ask(referenceRoutes.targets, { query: { district: '34.04', place: '34.04' } })).status, 403)
  assert.equal((await bo.ask(referenceRoutes.staff)).status, 403)
  assert.equal((await bo.ask(referenceRoutes.roles)).status, 200)
  assert.equal((await nobody.ask(referenceRoutes.offices)).status, 401)
  assert.equal((await admin.ask(caseRoutes.queue)).status, 403)
})

test('ACCESS-6 whoever holds no post any more is shown no office', async () => {
  const officer = await house.staffAt(offices.maguwoharjo, 'fo')
  await house.owner("update post set valid_until = now() - interval '1 second' where staff = $1", [officer.staff])
  const shown = await officer.read(referenceRoutes.offices)
  assert.deepEqual([shown.items, shown.total], [[], 0])
})
