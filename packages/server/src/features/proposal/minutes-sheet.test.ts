import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalRoutes } from '@openslrt/core/contract/proposal-queries.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { openFiles } from '../../open-files.ts'
import { findFaultyFiles } from '../../platform/db/backup/named-files.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { folderShelf } from '../../platform/files/shelf.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { AnUpload } from '../../testing/an-upload.ts'
import { aPicture, begins, sendsPart, sendsWhole, stateOf } from '../../testing/an-upload.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { proposalsOf } from '../../testing/proposals.ts'
import { assertVerified } from '../../testing/verified.ts'
import { sweepFiles } from '../case/sweep.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'village-operator')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const approver = await house.staffAt(offices.secretariat, 'approver')
const { act, does, drafted, scanned } = proposalsOf({ drafter: facilitator, verifier, approver })
const district = '34.04'
const keeping = { pool: house.parts.pools.worker, files: (await openFiles(house.parts.config)).store }
const codeOf = ({ status, body }: Answer) => [status, body['code']]
const looks = async (id: string) => (await house.owner('select 1 from access_log where subject = $1', [id])).length
const pageOf = (id: string, by: Client = operator) => by.read(proposalRoutes.meeting, { query: { district, id } })
const fileOf = (by: Client, id: string) =>
  by.raw({ method: 'GET', path: `/api/proposals/file?${new URLSearchParams({ district, of: 'minutes', id })}` })
const named = ({ id, sha256, size, type }: AnUpload) => ({ id, name: 'berita-acara.jpg', sha256, size, type })
const signing = ({ sha256 }: AnUpload) => ({ file: sha256, fileName: 'berita-acara.jpg' })

/** Minutes as a phone sends them: begun and written one after the other, before any of it was answered. */
async function written(sheet: AnUpload | null, own: object = {}): Promise<string> {
  const id = randomUUID()
  await facilitator.does('proposal.meet', { subject: id, data: proposalData.meet })
  const files = sheet ? { files: [named(sheet)] } : {}
  const data = { ...proposalData.minute, verdicts: [], ...files, ...own }
  await facilitator.does('proposal.minute', { subject: id, base: 1, data })
  return id
}

test('FIELD-31 the sheet of minutes is told to be on its way, is looked at once it is here, and then signs them', async () => {
  const [proposal, sheet] = [await drafted(), aPicture(90_000)]
  const id = await written(sheet, { verdicts: [{ proposal, agreed: true, note: '' }] })
  const coming = await pageOf(id)
  assert.deepEqual([coming.status, coming.fileName], ['open', null])
  assert.deepEqual(coming.sheet, { ...signing(sheet), arrived: false })
  assert.equal((await fileOf(operator, id)).status, 404)
  assert.equal(await looks(id), 0, 'nobody looked at what is not there')
  assert.deepEqual(codeOf(await act(operator, 'sign', id, signing(sheet))), [422, 'unknown-file'])
  await begins(facilitator, sheet)
  await sendsPart(facilitator, sheet, 0, 60_000)
  assert.equal((await pageOf(id)).sheet?.arrived, false, 'half of it is none')
  assert.ok(stateOf(await sendsPart(facilitator, sheet, 60_000)).whole)
  assert.deepEqual((await pageOf(id)).sheet, { ...signing(sheet), arrived: true })
  assert.equal((await fileOf(operator, id)).status, 200)
  assert.equal((await fileOf(neighbour, id)).status, 404)
  assert.equal(await looks(id), 1)
  await does(operator, 'sign', id, signing(sheet))
  const signed = await pageOf(id)
  assert.deepEqual([signed.status, signed.fileName, signed.sheet], ['signed', 'berita-acara.jpg', null])
  const card = await operator.read(proposalRoutes.one, { query: { district, id: proposal } })
  assert.deepEqual([card.status, card.minutes], ['backed', id])
})

test('FIELD-31 a desk that writes on leaves the sheet where it is, and may sign with another paper', async () => {
  const sheet = aPicture(500)
  const id = await written(sheet)
  await does(operator, 'minute', id, { ...proposalData.minute, verdicts: [], leader: 'Bu Lurah' })
  const after = await pageOf(id)
  assert.deepEqual([after.leader, after.sheet?.file], ['Bu Lurah', sheet.sha256])
  const again = aPicture(700)
  await does(facilitator, 'minute', id, { ...proposalData.minute, verdicts: [], files: [named(again)] })
  assert.equal((await pageOf(id)).sheet?.file, again.sha256, 'photographed anew, the new one counts')
  const scan = await scanned(operator)
  await does(operator, 'sign', id, scan)
  assert.equal((await pageOf(id)).fileName, scan.fileName)
  assert.ok(stateOf(await sendsWhole(facilitator, again)).whole, 'what comes after that is taken all the same')
  assert.equal((await pageOf(id)).fileName, scan.fileName)
})

test('FIELD-31 whoever only reads is not given what signs; two sheets, or what is no picture, are refused', async () => {
  const id = await written(aPicture(500))
  assert.equal((await pageOf(id, verifier)).sheet, null)
  assert.equal((await neighbour.ask(proposalRoutes.meeting, { query: { district, id } })).status, 404)
  const minute = (files: readonly object[]) =>
    act(facilitator, 'minute', id, { ...proposalData.minute, verdicts: [], files })
  const one = named(aPicture(10))
  for (const files of [
    [one, one],
    [{ ...one, type: 'application/pdf' }],
    [{ ...one, size: 0 }],
    [{ ...one, sha256: 'x' }],
  ])
    assert.deepEqual(codeOf(await minute(files)), [400, 'invalid'])
  await does(facilitator, 'call-off', id, proposalData['call-off'])
  assert.equal((await pageOf(id)).sheet, null, 'what was called off is signed by nobody')
  assert.deepEqual(codeOf(await minute([one])), [409, 'wrong-minutes-status'])
})

test('FIELD-31 a sheet that is here is not swept while its minutes wait for their signature', async () => {
  const sheet = aPicture(500)
  const id = await written(sheet)
  await sendsWhole(facilitator, sheet)
  await house.owner("update file_blob set stored_at = now() - interval '90 days'")
  await sweepFiles(keeping, new Date(Date.now() - 86_400_000))
  assert.equal((await fileOf(operator, id)).status, 200)
})

test('FIELD-30 minutes that were sent twice are written once, and a desk that was quicker is not overwritten', async () => {
  const id = randomUUID()
  const meet = { subject: id, id: randomUUID(), doneAt: new Date().toISOString(), data: proposalData.meet }
  const statuses = [await facilitator.send('proposal.meet', meet), await facilitator.send('proposal.meet', meet)]
  assert.deepEqual(
    statuses.map(({ status }) => status),
    [200, 200],
  )
  await does(operator, 'minute', id, { ...proposalData.minute, verdicts: [], leader: 'Bu Lurah' })
  const late = { subject: id, base: 1, data: { ...proposalData.minute, verdicts: [] } }
  assert.deepEqual(codeOf(await facilitator.send('proposal.minute', late)), [409, 'stale'])
  assert.equal((await pageOf(id)).leader, 'Bu Lurah')
  await assertVerified(house)
})

test('BACKUP-8 the sheet of minutes and the papers of a proposal are missed by a backup once they were here', async () => {
  const [sheet, coming] = [aPicture(700), aPicture(700)]
  await written(sheet)
  await written(coming)
  await sendsWhole(facilitator, sheet)
  const paper = (await scanned()).file
  const proposal = await drafted()
  await house.owner('update proposal set file = $2 where id = $1', [proposal, paper])
  const shelf = folderShelf(`${house.parts.config.dataFolder}/files`)
  const absent = async () =>
    (await withOwner(house.ownerUrl, (owner) => findFaultyFiles(owner, shelf))).absent.map((path) => path.slice(-64))
  assert.deepEqual(await absent(), [])
  for (const digest of [sheet.sha256, paper]) await keeping.files.remove(district, digest)
  assert.deepEqual((await absent()).toSorted(), [sheet.sha256, paper].toSorted())
})
