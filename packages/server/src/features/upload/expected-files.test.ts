import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { visitPaths, visitRoutes } from '@openslrt/core/contract/visit-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { openFiles } from '../../open-files.ts'
import { findFaultyFiles } from '../../platform/db/backup/named-files.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { folderShelf } from '../../platform/files/shelf.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import type { AnUpload } from '../../testing/an-upload.ts'
import { aPicture, asPhoto, begins, sendsPart, sendsWhole, stateOf } from '../../testing/an-upload.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { sweepFiles } from '../case/sweep.ts'
import { sweepUploads } from './jobs.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const { district } = sleman
const capturedAt = new Date().toISOString()
const keeping = { pool: house.parts.pools.worker, files: (await openFiles(house.parts.config)).store }
const looks = async (subject: string) =>
  (await house.owner("select 1 from access_log where subject = $1 and action = 'file'", [subject])).length

async function visited(photos: readonly object[], own: object = {}): Promise<string> {
  const subject = randomUUID()
  const day = dayIn('Asia/Jakarta', Date.now())
  const plan = { ...visitData.plan, office: offices.caturtunggal, day, assignee: facilitator.staff }
  await desk.does('visit.plan', { subject, data: plan })
  await facilitator.does('visit.done', { subject, data: { ...visitData.done, capturedAt, photos, ...own } })
  return subject
}
const pageOf = (id: string, by: Client = desk) => by.read(visitRoutes.one, { query: { district, id } })
const lookAt = (by: Client, visit: string, photo: string) =>
  by.raw({ method: 'GET', path: `${visitPaths.photo}?${new URLSearchParams({ district, visit, photo })}` })

async function complained(files: readonly AnUpload[]): Promise<string> {
  const subject = randomUUID()
  const named = files.map(({ id, sha256, size, type }) => ({ id, name: 'Rumah, depan.jpg', sha256, size, type }))
  const data = { ...registration({ place: villageCode.parse(sleman.caturtunggal), kind: 'complaint' }), files: named }
  await facilitator.does('case.register', { subject, data })
  return subject
}
const cardOf = async (id: string) => (await desk.read(caseRoutes.card, { query: { district, id } })).attachments
const fileOf = (by: Client, kase: string, attachment: string) =>
  by.raw({ method: 'GET', path: `/api/files?${new URLSearchParams({ district, case: kase, attachment })}` })

test('FIELD-14 a picture of a visit is on its way until all of it is here, and then is looked at as the others are', async () => {
  const [front, ktp] = [aPicture(90_000), aPicture(400)]
  const signature = aPicture(300)
  const photos = [asPhoto(front), asPhoto(ktp, 'ktp'), asPhoto(signature, 'signature')]
  const id = await visited(photos, { signer: 'Sumarni' })
  const shown = async () => (await pageOf(id)).photos.map(({ kind, arrived }) => `${kind} ${arrived}`).toSorted()
  assert.deepEqual(await shown(), ['front false', 'ktp false', 'signature false'])
  assert.equal((await pageOf(id)).report?.signer, 'Sumarni')
  await begins(facilitator, front)
  await sendsPart(facilitator, front, 0, 60_000)
  assert.equal((await lookAt(desk, id, front.id)).status, 404)
  assert.ok(stateOf(await sendsPart(facilitator, front, 60_000)).whole)
  assert.deepEqual(await shown(), ['front true', 'ktp false', 'signature false'])
  const before = await looks(id)
  const seen = await lookAt(desk, id, front.id)
  assert.deepEqual([seen.status, seen.headers['content-type']], [200, 'image/jpeg'])
  assert.equal((await lookAt(neighbour, id, front.id)).status, 404)
  assert.equal(await looks(id), before + 1)
  await assertVerified(house, district)
})

test('FIELD-14 a picture that came before its visit was told is there at once', async () => {
  const file = aPicture(500)
  assert.ok(stateOf(await sendsWhole(facilitator, file)).whole)
  const id = await visited([asPhoto(file)])
  assert.deepEqual(
    (await pageOf(id)).photos.map(({ arrived }) => arrived),
    [true],
  )
})

test('FIELD-14 the card of a complaint shows what is on its way, opens it when it is here, and to nobody else', async () => {
  const [roof, paper] = [aPicture(70_000), aPicture(600)]
  const id = await complained([roof, paper])
  const shown = async () => new Map((await cardOf(id)).map((file) => [String(file.id), file.arrived]))
  assert.deepEqual(await shown(), new Map([roof, paper].map((file) => [file.id, false])))
  assert.equal((await fileOf(desk, id, roof.id)).status, 404)
  assert.equal(await looks(id), 0)
  assert.ok(stateOf(await sendsWhole(facilitator, roof)).whole)
  assert.equal((await shown()).get(roof.id), true)
  assert.equal((await fileOf(desk, id, roof.id)).status, 200)
  assert.ok([403, 404].includes((await fileOf(neighbour, id, roof.id)).status))
  assert.equal(await looks(id), 1)
})

test('SYNC-44 a named picture is not swept, however long its phone was silent, and comes when the phone does', async () => {
  const file = aPicture(5000)
  const id = await visited([asPhoto(file)])
  await begins(facilitator, file)
  await sendsPart(facilitator, file, 0, 3000)
  await house.owner("update upload set touched_at = now() - interval '90 days'")
  await house.owner("update file_blob set stored_at = now() - interval '90 days'")
  await sweepUploads(keeping, new Date(Date.now() - 86_400_000))
  await sweepFiles(keeping, new Date(Date.now() - 86_400_000))
  assert.equal((await pageOf(id)).photos[0]?.arrived, false)
  assert.equal(stateOf(await begins(facilitator, file)).have, 0)
  assert.ok(stateOf(await sendsWhole(facilitator, file, 2000)).whole)
  await house.owner("update file_blob set stored_at = now() - interval '90 days'")
  await sweepFiles(keeping, new Date(Date.now() - 86_400_000))
  assert.equal((await lookAt(desk, id, file.id)).status, 200)
})

test('BACKUP-8 what a phone still has is not missing from a backup; what was here and is gone is', async () => {
  const [coming, here] = [aPicture(500), aPicture(500)]
  await visited([asPhoto(coming), asPhoto(here)])
  await sendsWhole(facilitator, here)
  const shelf = folderShelf(`${house.parts.config.dataFolder}/files`)
  const absent = async () => (await withOwner(house.ownerUrl, (owner) => findFaultyFiles(owner, shelf))).absent
  assert.deepEqual(await absent(), [])
  await keeping.files.remove(district, here.sha256)
  assert.deepEqual(
    (await absent()).map((path) => path.slice(-64)),
    [here.sha256],
  )
})

test('SYNC-43 the answer that all is here tells the last entry of its ledger: a backup beyond it holds the file', async () => {
  const file = aPicture(500)
  await visited([asPhoto(file)])
  const { head } = stateOf(await sendsWhole(facilitator, file))
  const [row] = await house.owner<{ seq: number }>('select seq::int as seq from district_head where district = $1', [
    district,
  ])
  assert.deepEqual([head > 0, head], [true, row?.seq])
})
