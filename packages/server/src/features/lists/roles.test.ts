import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mock, test } from 'node:test'
import { shippedRoles } from '@openslrt/core/access/shipped-roles.ts'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { listRoutes } from '@openslrt/core/contract/list-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { roleRoutes } from '@openslrt/core/contract/role-queries.ts'
import { addDays } from '@openslrt/core/figures/period.ts'
import { csvOf } from '@openslrt/core/kernel/csv.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { aDistrictOffice, openOffice, sleman as places } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { firstAdminLink } from '../account/index.ts'
import { openReference } from '../reference/index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const nation = await openOffice(house, { name: 'Kantor pusat', kind: 'national-office', level: 'nation', place: '00' })
const admin = await house.staffAt(offices.secretariat, 'admin')
const pusat = await house.staffAt(nation, 'admin', '00')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const today = dayIn('Asia/Jakarta', Date.now())
const tomorrow = addDays(today, 1)
const sleman = placeCode.parse('34.04')
const { reference } = house.parts

const bundleOf = (code: string) => {
  const { code: _, ...bundle } = shippedRoles.find((role) => role.code === code) ?? { code }
  return bundle
}
const role = (code: string, data: object, own: object = {}) => ({
  list: 'role',
  code,
  names: { id: `Peran ${code}`, en: `Role ${code}` },
  from: today,
  data,
  ...own,
})
async function codeOf(client: Client, kind: string, data: object, district = '34.04'): Promise<string> {
  const { status, body } = await client.send(kind, { data, district })
  return status === 200 ? 'accepted' : (body.code ?? '')
}
const roleLine = async (code: string, client = admin, district = '34.04') =>
  (await client.read(roleRoutes.items, { query: { district } })).items.find((item) => item.code === code)
const statusesOf = async (client: Client) => ({
  queue: (await client.ask(caseRoutes.queue)).status,
  staff: (await client.ask(referenceRoutes.staff)).status,
})

test('ROLE-12 a role that is made from a copy is given, and its holder can do exactly what it says', async () => {
  const watching = { ...bundleOf('fo'), permissions: ['case.read', 'figures.read'] }
  assert.equal(await codeOf(admin, 'list.add', role('pengamat', watching)), 'accepted')
  const data = { staff: bo.staff, office: offices.maguwoharjo, role: 'pengamat' }
  await admin.does('post.give', { subject: randomUUID(), data })
  const watcher = await house.signIn(String(bo.staff), offices.maguwoharjo)
  const { posts } = await watcher.read(accountRoutes.me)
  const post = posts.find(({ office }) => office === offices.maguwoharjo)
  assert.deepEqual([post?.permissions, post?.roleNames[0]?.id], [['case.read', 'figures.read'], 'Peran pengamat'])
  await aCaseBy(bo)
  assert.equal((await watcher.ask(caseRoutes.queue)).status, 200)
  const registering = await watcher.send('case.register', { subject: randomUUID(), data: registration() })
  assert.deepEqual([registering.status, registering.body.code], [403, 'not-permitted'])
  assert.deepEqual(await statusesOf(watcher), { queue: 200, staff: 403 })
})

test('ROLE-11 a bundle changed from today holds at the next request; one from tomorrow begins tomorrow, in every process', async () => {
  const watcher = await house.signIn(String(bo.staff), offices.maguwoharjo)
  const none = { ...bundleOf('leader'), heldAt: ['puskesos'] }
  assert.equal(await codeOf(admin, 'list.change', role('pengamat', none, { from: tomorrow })), 'accepted')
  assert.deepEqual(await statusesOf(watcher), { queue: 200, staff: 403 })
  const other = await openReference(house.parts.pools.api, () => undefined)
  const rights = (from = reference) => from.role('pengamat', sleman)?.permissions
  assert.deepEqual(
    [rights(), rights(other)],
    [
      ['case.read', 'figures.read'],
      ['case.read', 'figures.read'],
    ],
  )
  // Half past midnight in Sleman: no restart, nothing said anew.
  mock.timers.enable({ apis: ['Date'], now: Date.parse(`${tomorrow}T00:00:30+07:00`) })
  try {
    assert.deepEqual([rights(), rights(other)], [['figures.read'], ['figures.read']])
    assert.equal((await watcher.ask(caseRoutes.queue)).status, 403)
  } finally {
    mock.timers.reset()
  }
  assert.deepEqual(rights(), ['case.read', 'figures.read'])
  const back = { list: 'role', code: 'pengamat', from: tomorrow }
  assert.equal(await codeOf(admin, 'list.take-back', back), 'accepted')
  await other.refresh()
  assert.equal(await codeOf(admin, 'list.change', role('pengamat', none)), 'accepted')
  assert.equal((await watcher.ask(caseRoutes.queue)).status, 403)
  await other.refresh()
  assert.deepEqual(rights(other), ['figures.read'])
  other.close()
})

test('ROLE-11 nothing is said for a day that is over', async () => {
  const past = role('kemarin', bundleOf('fo'), { from: addDays(today, -1) })
  assert.equal(await codeOf(admin, 'list.add', past), 'day-past')
})

test('ROLE-8 another district does not know the role, can’t give it, and may have one of the same code', async () => {
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const there = await house.staffAt(bantul, 'admin')
  const somebody = await house.staffAt(bantul, 'leader')
  const code = async () =>
    (
      await there.send('post.give', {
        subject: randomUUID(),
        data: { staff: somebody.staff, office: bantul, role: 'pengamat' },
      })
    ).body.code
  assert.equal(await code(), 'unknown-role')
  assert.equal(await roleLine('pengamat', there, '34.02'), undefined)
  const own = role('pengamat', { ...bundleOf('leader'), heldAt: ['secretariat'] })
  assert.equal(await codeOf(there, 'list.add', own, '34.02'), 'accepted')
  assert.equal(await code(), undefined)
  assert.deepEqual(reference.role('pengamat', placeCode.parse('34.02'))?.heldAt, ['secretariat'])
  assert.deepEqual(reference.role('pengamat', placeCode.parse(places.caturtunggal))?.heldAt, ['puskesos'])
  // The nation may not take a code that a district has: it would mean two things there.
  assert.equal(await codeOf(pusat, 'list.add', own, '00'), 'code-taken')
  assert.equal(await codeOf(there, 'list.change', own, '34.04'), 'not-your-lists')
  const { called } = await there.read(referenceRoutes.roles)
  assert.deepEqual(
    called.filter((one) => one.code === 'pengamat').map(({ place }) => place),
    ['34.02'],
  )
})

test('ROLE-8 what the nation made is changed by the nation alone, and then at once everywhere', async () => {
  const more = role('surveyor', { ...bundleOf('surveyor'), permissions: ['case.read', 'figures.read'] })
  assert.equal(await codeOf(admin, 'list.change', more), 'role-of-above')
  assert.equal(await codeOf(pusat, 'list.change', more, '00'), 'accepted')
  assert.deepEqual(reference.role('surveyor', sleman)?.permissions, ['case.read', 'figures.read'])
})

test('ROLE-6 ROLE-4 a district’s role gives no more than those from above, and joins nothing that stays apart', async () => {
  const wide = { ...bundleOf('fo'), permissions: ['case.read', 'case.decide'], givenFrom: ['village'] }
  const answer = await admin.send('list.add', { data: role('berkuasa', wide) })
  assert.deepEqual(
    [answer.status, answer.body.details],
    [403, { permissions: ['case.decide'], restricted: [], sees: null }],
  )
  const both = { ...bundleOf('admin'), permissions: ['staff.manage', 'case.read'], sees: 'office' }
  assert.equal(await codeOf(admin, 'list.add', role('serba', both)), 'role-apart')
  const lax = { ...bundleOf('admin'), secondFactor: false }
  assert.equal(await codeOf(admin, 'list.add', role('lalai', lax)), 'role-factor')
})

test('ROLE-7 who manages people only gives no role with more administration, no link to its holder, and makes none', async () => {
  const clerk = { ...bundleOf('admin'), permissions: ['staff.manage'] }
  assert.equal(await codeOf(admin, 'list.add', role('pengelola-petugas', clerk)), 'accepted')
  const keeper = await house.staffAt(offices.secretariat, 'pengelola-petugas')
  const somebody = await house.staffAt(offices.secretariat, 'leader')
  const give = (code: string) =>
    keeper.send('post.give', {
      subject: randomUUID(),
      data: { staff: somebody.staff, office: offices.secretariat, role: code },
    })
  const refused = await give('admin')
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.details],
    [403, 'role-not-held', { permissions: ['office.manage', 'lists.manage'] }],
  )
  assert.equal((await give('fo')).status, 200)
  const link = await keeper.ask(accountRoutes.invite, { body: { staff: admin.staff } })
  assert.equal(link.body.code, 'role-not-held')
  assert.equal(await codeOf(keeper, 'list.add', role('lain', bundleOf('fo'))), 'not-permitted')
  assert.equal((await keeper.ask(roleRoutes.items, { query: { district: '34.04' } })).status, 200)
})

test('ROLE-5 whoever gets administration by a change needs a second factor from then on', async () => {
  const plain = { ...bundleOf('leader'), heldAt: ['secretariat'] }
  assert.equal(await codeOf(admin, 'list.add', role('tata-usaha', plain)), 'accepted')
  const clerk = await house.staffAt(offices.secretariat, 'tata-usaha')
  await house.owner('update sign_in_session set second_at = null where staff = $1', [clerk.staff])
  assert.equal((await clerk.ask(accountRoutes.me)).status, 200)
  const more = { ...plain, permissions: ['lists.manage'], secondFactor: true }
  assert.equal(await codeOf(admin, 'list.change', role('tata-usaha', more)), 'accepted')
  assert.equal((await clerk.ask(accountRoutes.me)).status, 401)
})

test('ROLE-9 the nation can’t empty the role by which alone its people are managed', async () => {
  const emptied = role('admin', { ...bundleOf('admin'), permissions: ['figures.read'] })
  assert.equal(await codeOf(pusat, 'list.change', emptied, '00'), 'last-administration')
  assert.equal(
    await codeOf(pusat, 'list.end', { list: 'role', code: 'admin', from: today, above: false }, '00'),
    'item-needed',
  )
})

test('ROLE-10 it is told how many people hold a role at how many offices, and who, to those whose people they are', async () => {
  const line = await roleLine('pengamat')
  assert.deepEqual([line?.people, line?.offices, line?.own, line?.names.id], [1, 1, true, 'Peran pengamat'])
  const fo = await roleLine('fo')
  assert.deepEqual([fo?.own, fo?.place], [false, '00'])
  const query = { district: '34.04', code: 'pengamat' }
  const { items, total } = await admin.read(roleRoutes.holders, { query })
  assert.deepEqual([total, items[0]?.staff, items[0]?.officeName], [1, bo.staff, 'Puskesos Maguwoharjo'])
  const elsewhere = await openOffice(house, { name: 'Sekretariat Gunungkidul', kind: 'secretariat', place: '34.03' })
  const there = await house.staffAt(elsewhere, 'admin')
  assert.equal((await there.ask(roleRoutes.holders, { query })).body.code, 'wrong-place')
  assert.equal((await roleLine('bo', there, '34.04'))?.people, 0, 'only their own are counted')
  assert.equal((await bo.ask(roleRoutes.items, { query: { district: '34.04' } })).status, 403)
})

test('ROLE-3 an ended role gives nothing from its day, and is given no more; a repeat is told the same', async () => {
  const ending = {
    doneAt: new Date().toISOString(),
    subject: randomUUID(),
    id: randomUUID(),
    data: { list: 'role', code: 'tata-usaha', from: today, above: false },
  }
  const first = await admin.send('list.end', ending)
  assert.equal(first.status, 200)
  assert.deepEqual((await admin.send('list.end', ending)).body, first.body)
  assert.equal(reference.role('tata-usaha', sleman), undefined)
  assert.equal((await roleLine('tata-usaha'))?.holds, false)
  const { items } = await admin.read(referenceRoutes.roles, { query: { district: '34.04' } })
  assert.ok(!items.some(({ code }) => code === 'tata-usaha') && items.some(({ code }) => code === 'pengamat'))
})

test('ROLE-3 roles go into a file and come back: the same file asks for nothing, a bad line says why', async () => {
  const { rows } = await admin.read(listRoutes.file, { query: { district: '34.04', list: 'role' } })
  const [head = [], ...lines] = rows
  assert.ok(lines.some(([code]) => code === 'pengamat'))
  const copy = (lines.find(([code]) => code === 'fo') ?? []).with(0, 'fo-salinan').with(1, 'FO kedua').with(3, '')
  const bad = copy.with(0, 'fo-buruk').with(head.indexOf('hak'), 'case.handle')
  const text = csvOf([head, ...lines, copy, bad])
  const body = { district: '34.04', list: 'role', from: today, text }
  const plan = await admin.read(listRoutes.plan, { body })
  const asks = plan.lines.filter((line) => line.asks.length > 0)
  assert.deepEqual(
    asks.map(({ cells }) => cells[0]),
    ['fo-salinan'],
  )
  const [refused] = plan.lines.filter(({ refusal }) => refusal !== null)
  assert.match(refused?.refusal ?? '', /menangani kasus/)
  const [asked] = asks[0]?.asks ?? []
  assert.ok(asked)
  assert.equal(await codeOf(admin, asked.kind, asked.data), 'accepted')
  assert.equal(reference.role('fo-salinan', sleman)?.names.id, 'FO kedua')
})

for (const ledger of ['34.04', '00'])
  test(`ROLE-3 what was done to roles stands in the ledger of ${ledger} and can be proved`, () =>
    assertVerified(house, ledger))

test('ACCOUNT-1 ROLE-7 whoever manages people by a role that an office made is an administrator too: no link makes a first one', async () => {
  const { api } = house.parts.pools
  const keeper = await house.staffAt(offices.secretariat, 'pengelola-petugas')
  await house.owner("insert into credential (staff, name, password, changed_at) values ($1, 'penjaga', 'x', now())", [
    keeper.staff,
  ])
  await house.owner("update post set valid_until = now() - interval '1 second' where role = 'admin'")
  assert.equal(await firstAdminLink(api), null)
  await house.owner("update post set valid_until = now() - interval '1 second' where staff = $1", [keeper.staff])
  assert.notEqual(await firstAdminLink(api), null)
})
