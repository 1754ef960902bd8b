import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { uploadRoutes } from '@openslrt/core/contract/upload.ts'
import { mostUploads } from '@openslrt/core/contract/upload-limits.ts'
import { openFiles } from '../../open-files.ts'
import { inScope } from '../../platform/db/scope.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { startScanner, testVirus } from '../../testing/a-scanner.ts'
import { aPicture, begins, sendsPart, sendsWhole, stateOf } from '../../testing/an-upload.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { sweepFiles } from '../case/sweep.ts'
import { sweepUploads } from './jobs.ts'

const scanner = await startScanner()
after(() => scanner.close())
const house = await startTestHouse({ env: { OPENSLRT_CLAMAV: scanner.address }, logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const colleague = await house.staffAt(offices.caturtunggal, 'facilitator')
const neighbour = await house.staffAt(offices.maguwoharjo, 'facilitator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const far = await house.staffAt(bantul, 'facilitator', '34.02')
const { pools } = house.parts
const keeping = { pool: pools.worker, files: (await openFiles(house.parts.config)).store }
const codeOf = ({ status, body }: Answer) => [status, body['code']]
const day = 86_400_000
const ago = (days: number): Date => new Date(Date.now() - days * day)
const halves = async () => (await house.owner('select id from upload order by made_at')).map(({ id }) => id)

test('SYNC-42 nobody else goes on with a half file, hears how far it is, or learns that it is there', async () => {
  const file = aPicture(5000)
  await begins(facilitator, file)
  await sendsPart(facilitator, file, 0, 2000)
  for (const who of [colleague, neighbour]) {
    assert.deepEqual(codeOf(await begins(who, file)), [404, 'not-found'])
    assert.deepEqual(codeOf(await sendsPart(who, file, 2000)), [404, 'not-found'])
  }
  assert.deepEqual(codeOf(await begins(far, file)), [422, 'wrong-district'])
  assert.deepEqual(codeOf(await sendsPart(far, file, 2000)), [404, 'not-found'])
  assert.deepEqual(codeOf(await begins(fo, file)), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await sendsPart(fo, file, 2000)), [403, 'not-permitted'])
  assert.deepEqual(codeOf(await house.stranger().ask(uploadRoutes.begin, { body: {} })), [401, 'unauthenticated'])
  assert.deepEqual(codeOf(await sendsPart(house.stranger(), file, 2000)), [401, 'unauthenticated'])
  assert.equal(stateOf(await begins(facilitator, file)).have, 2000)
})

test('ACCESS-5 the wall of the database shows half files to their person in their ledger alone, and lets nobody give one away', async () => {
  const seen = (scope: object) =>
    inScope(pools.api, scope, async (client) => (await client.query('select id from upload')).rows.length)
  assert.ok((await seen({ staff: facilitator.staff, ledger: '34.04' })) > 0)
  for (const scope of [{}, { staff: colleague.staff, ledger: '34.04' }, { staff: facilitator.staff, ledger: '34.02' }])
    assert.equal(await seen(scope), 0)
  const own = { staff: facilitator.staff ?? '', ledger: '34.04' }
  const give = (set: string, value: string | null) =>
    inScope(pools.api, own, (client) => client.query(`update upload set ${set} = $1`, [value]))
  await assert.rejects(give('staff', colleague.staff), /row-level security/)
  await assert.rejects(give('district', '34.02'), /row-level security/)
})

test('SYNC-44 more half files than a phone ever has are asked to come later; what is whole makes room', async () => {
  const files = Array.from({ length: mostUploads }, () => aPicture(200))
  for (const file of files) assert.equal((await begins(colleague, file)).status, 200)
  const more = aPicture(200)
  const answer = await begins(colleague, more)
  assert.deepEqual([...codeOf(answer), answer.headers['retry-after']], [503, 'unavailable', '300'])
  assert.equal((await begins(colleague, files[3] ?? more)).status, 200)
  assert.ok(stateOf(await sendsWhole(colleague, files[0] ?? more)).whole)
  assert.equal((await begins(colleague, more)).status, 200)
})

test('SYNC-44 what nobody went on with for its days is given up with its parts, what somebody did not', async () => {
  await house.owner('delete from upload')
  const [given, going] = [aPicture(5000), aPicture(5000)]
  for (const file of [given, going]) {
    await begins(facilitator, file)
    await sendsPart(facilitator, file, 0, 2000)
  }
  await house.owner("update upload set touched_at = now() - interval '8 days' where id = $1", [given.id])
  await house.owner("update file_blob set stored_at = now() - interval '8 days'")
  // While it is half here its parts stay, however old they are.
  await sweepFiles(keeping, ago(7))
  assert.equal(await sweepUploads(keeping, ago(7)), 1)
  assert.deepEqual(await halves(), [going.id])
  assert.ok((await sweepFiles(keeping, ago(7))) >= 1)
  assert.ok(stateOf(await sendsPart(facilitator, going, 2000)).whole)
  assert.equal(stateOf(await begins(facilitator, given)).have, 0)
  assert.ok(stateOf(await sendsWhole(facilitator, given)).whole)
})

test('SYNC-44 what lay there already when the machine stopped is taken away with its half', async () => {
  const file = aPicture(300)
  const keys = await house.parts.ledger.keys.forDistrict('34.04')
  await begins(facilitator, file)
  await keeping.files.put('34.04', file.sha256, file.bytes, keys)
  await house.owner("update upload set touched_at = now() - interval '8 days' where id = $1", [file.id])
  await sweepUploads(keeping, ago(7))
  await assert.rejects(keeping.files.get('34.04', file.sha256, keys), /not where files are kept/)
})

test('SYNC-43, FILE-8 a file with a virus is refused whole; while the scanner is away its last part waits', async () => {
  const virus = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(testVirus)])
  const digest = (await import('node:crypto')).createHash('sha256').update(virus).digest('hex')
  const file = aPicture(virus.length, { bytes: virus, sha256: digest, size: virus.length })
  assert.deepEqual(codeOf(await sendsWhole(facilitator, file)), [422, 'file-unsafe'])
  assert.equal((await house.owner('select 1 from file_blob where sha256 = $1', [digest])).length, 0)
  const away = await startTestHouse({ env: { OPENSLRT_CLAMAV: '127.0.0.1:9' }, logLevel: 'silent' })
  const officer = await away.staffAt((await aDistrictOffice(away)).caturtunggal, 'facilitator')
  const picture = aPicture(3000)
  assert.deepEqual(codeOf(await sendsWhole(officer, picture)), [503, 'unavailable'])
  // All of it is here and counts: it is only looked at again.
  assert.deepEqual(codeOf(await begins(officer, picture)), [503, 'unavailable'])
  assert.equal((await away.owner('select have from upload where id = $1', [picture.id]))[0]?.['have'], 3000)
})
