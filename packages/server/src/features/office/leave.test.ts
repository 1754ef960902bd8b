import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { workloadRoutes } from '@openslrt/core/contract/workload.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const admin = await house.staffAt(offices.secretariat, 'admin')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const elsewhere = await house.staffAt(offices.maguwoharjo, 'bo')

const day = (ahead: number): string => dayIn('Asia/Jakarta', Date.now() + ahead * dayMs)
async function postOf(client: Client, role: string) {
  const { items } = await admin.read(referenceRoutes.staff, { query: { office: client.office ?? '' } })
  const post = items.find(({ id }) => id === client.staff)?.posts.find((one) => one.role === role)
  return post ?? assert.fail(`no post ${role}`)
}
async function goAway(standIn: string | null, from = day(0), until = day(3)) {
  const subject = randomUUID()
  const data = { post: (await postOf(coordinator, 'coordinator')).id, from, until, standIn, standInPost: randomUUID() }
  const answer = await admin.send('leave.give', { subject, data })
  return { subject, standInPost: data.standInPost, status: answer.status, code: answer.body?.code }
}
const assigns = async (client: Client, id: string): Promise<number> =>
  (await client.send('case.assign', { subject: id, data: { assignee: bo.staff, note: '' } })).status

test('OFFICE-13 while the coordinator is away, who stands in decides as one; after that no more', async () => {
  const { id } = await aCaseBy(bo)
  assert.equal(await assigns(bo, id), 403)
  const leave = await goAway(bo.staff)
  assert.equal(leave.status, 200)
  assert.equal(await assigns(bo, id), 200)
  const { items } = await bo.read(referenceRoutes.colleagues)
  const away = items.find((one) => one.id === coordinator.staff)?.away
  assert.deepEqual([away?.standIn, away?.standInName], [bo.staff, 'Petugas bo'])
  const held = await postOf(bo, 'coordinator')
  assert.equal(held.standsInFor, 'Petugas coordinator')
  assert.equal((await postOf(coordinator, 'coordinator')).leave?.standInName, 'Petugas bo')
  await admin.does('leave.end', { subject: leave.subject, data: {} })
  assert.equal(await assigns(bo, id), 403)
  assert.equal((await postOf(coordinator, 'coordinator')).leave, null)
  assert.equal(
    (await bo.read(referenceRoutes.colleagues)).items.every((one) => one.away === null),
    true,
  )
})

test('OFFICE-13 a leave of next week gives no right today, and is taken back without a trace of one', async () => {
  const { id } = await aCaseBy(bo)
  const leave = await goAway(bo.staff, day(5), day(9))
  assert.equal(leave.status, 200)
  assert.equal(await assigns(bo, id), 403)
  assert.equal((await goAway(bo.staff, day(9), day(12))).code, 'leave-twice')
  assert.ok((await postOf(bo, 'coordinator')).from > Date.now())
  await admin.does('leave.end', { subject: leave.subject, data: {} })
  assert.equal((await admin.send('leave.end', { subject: leave.subject, data: {} })).body?.code, 'already-so')
})

test('OFFICE-13 who is away stands in for nobody, and the workload says until when they are', async () => {
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1 and role = $2', [
    bo.staff,
    'bo',
  ])
  const subject = randomUUID()
  const data = { post: post?.id ?? '', from: day(0), until: day(2), standIn: null, standInPost: randomUUID() }
  await admin.does('leave.give', { subject, data })
  assert.equal((await goAway(bo.staff)).code, 'stand-in-away')
  const { items } = await coordinator.read(workloadRoutes.officers)
  const line = items.find(({ staff }) => staff === bo.staff)
  assert.deepEqual([line?.away?.standInName, (line?.away?.until ?? 0) > Date.now()], [null, true])
  assert.equal(items.find(({ staff }) => staff === coordinator.staff)?.away, null)
  await admin.does('leave.end', { subject, data: {} })
})

test('OFFICE-13 somebody of another office does not stand in, and nobody but an administrator says who does', async () => {
  assert.equal((await goAway(elsewhere.staff)).code, 'stand-in-not-here')
  const data = { post: randomUUID(), from: day(0), until: day(1), standIn: null, standInPost: randomUUID() }
  assert.equal((await coordinator.send('leave.give', { data })).status, 403)
  assert.equal((await admin.send('leave.give', { data })).body?.code, 'unknown-staff')
})

test('OFFICE-12 a village’s administrator does not end a post that they could not give', async () => {
  const villageAdmin = await house.staffAt(offices.caturtunggal, 'admin')
  const led = await postOf(coordinator, 'coordinator')
  assert.equal((await villageAdmin.send('post.end', { subject: led.id, data: {} })).body?.code, 'role-not-yours')
  assert.equal((await admin.send('post.end', { subject: led.id, data: {} })).status, 200)
})

test('OFFICE-14 a facilitator goes to villages; those without one are told, and a leaver leaves them so', async () => {
  const facilitator = await house.staffAt(offices.secretariat, 'facilitator')
  const post = await postOf(facilitator, 'facilitator')
  const served = (query = {}) => admin.read(referenceRoutes.served, { query })
  const all = await served()
  assert.equal(all.total, 86, 'the villages of Sleman')
  assert.equal(all.without, 86)
  const serve = (villages: string[], base: number | null = null) =>
    admin.send('post.serve', { subject: post.id, base, data: { villages } })
  assert.equal((await serve([sleman.caturtunggal, sleman.sinduadi])).status, 200)
  assert.equal((await served()).without, 84)
  assert.deepEqual((await served({ q: 'caturtunggal' })).items[0]?.facilitators, [
    { staff: facilitator.staff, name: 'Petugas facilitator' },
  ])
  assert.equal((await served({ without: 'yes', q: 'caturtunggal' })).total, 0)
  const shown = await postOf(facilitator, 'facilitator')
  assert.deepEqual(
    shown.area?.villages.map(({ name }) => name),
    ['Caturtunggal', 'Sinduadi'],
  )
  assert.equal((await serve([sleman.maguwoharjo], 7)).body?.code, 'stale')
  assert.equal((await serve(['34.02.01.2001'], 1)).body?.code, 'village-elsewhere')
  assert.equal((await serve([], 1)).status, 200)
  assert.equal((await served()).without, 86)
  await serve([sleman.caturtunggal])
  await admin.does('post.end', { subject: post.id, data: {} })
  assert.equal((await served()).without, 86)
})

test('LEDGER-9 leaves, stand-ins and villages stand in the ledger like everything else', async () => {
  await assertVerified(house)
  const { items } = await bo.read(caseRoutes.queue)
  assert.ok(items.length > 0)
})
