import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { partType, uploadPaths } from '@openslrt/core/contract/upload.ts'
import { mostPartBytes, mostUploadBytes } from '@openslrt/core/contract/upload-limits.ts'
import { openFiles } from '../../open-files.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPicture, asPhoto, begins, sendsPart, sendsWhole, stateOf } from '../../testing/an-upload.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertJsonProblem } from '../../testing/problem.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const facilitator = await house.staffAt(offices.caturtunggal, 'facilitator')
const { store } = await openFiles(house.parts.config)
const keys = await house.parts.ledger.keys.forDistrict('34.04')
const codeOf = ({ status, body }: Answer) => [status, body['code']]
const halves = async (id: string) => (await house.owner('select * from upload where id = $1', [id]))[0]
const kept = async (digest: string) => (await house.owner('select * from file_blob where sha256 = $1', [digest]))[0]

test('SYNC-41 a file that came in parts is whole with its last one, under its digest, and its half is no more', async () => {
  const file = aPicture(150_000)
  assert.deepEqual(stateOf(await begins(facilitator, file)), { have: 0, whole: false, head: 0 })
  assert.deepEqual(stateOf(await sendsPart(facilitator, file, 0, 65_536)), { have: 65_536, whole: false, head: 0 })
  assert.equal(await kept(file.sha256), undefined)
  assert.equal(stateOf(await sendsPart(facilitator, file, 65_536, 131_072)).have, 131_072)
  const last = stateOf(await sendsPart(facilitator, file, 131_072))
  assert.deepEqual([last.have, last.whole], [150_000, true])
  assert.deepEqual(await store.get('34.04', file.sha256, keys), file.bytes)
  assert.deepEqual([(await kept(file.sha256))?.['type'], await halves(file.id)], ['image/jpeg', undefined])
})

test('SYNC-41 after a line that dropped the phone hears how far it came, however often it asks', async () => {
  const file = aPicture(100_000)
  await begins(facilitator, file)
  await sendsPart(facilitator, file, 0, 30_000)
  for (let n = 0; n < 3; n++) assert.equal(stateOf(await begins(facilitator, file)).have, 30_000)
  assert.ok(stateOf(await sendsPart(facilitator, file, 30_000)).whole)
  // The answer was lost: the same question, and the same part, are answered as before.
  assert.ok(stateOf(await begins(facilitator, file)).whole)
  assert.deepEqual(codeOf(await sendsPart(facilitator, file, 30_000)), [404, 'not-found'])
})

test('SYNC-42 parts that come twice, too early or across what is there change nothing, and are told how far it is', async () => {
  const file = aPicture(90_000)
  await begins(facilitator, file)
  assert.equal(stateOf(await sendsPart(facilitator, file, 60_000)).have, 0)
  assert.equal(stateOf(await sendsPart(facilitator, file, 0, 30_000)).have, 30_000)
  for (const [at, to] of [
    [0, 30_000],
    [0, 10_000],
    [10_000, 50_000],
    [60_000, 90_000],
    [30_000, 30_000],
  ] as const)
    assert.equal(stateOf(await sendsPart(facilitator, file, at, to)).have, 30_000, `${at} ${to}`)
  assert.equal(stateOf(await sendsPart(facilitator, file, 30_000, 60_000)).have, 60_000)
  assert.ok(stateOf(await sendsPart(facilitator, file, 60_000)).whole)
  assert.deepEqual(await store.get('34.04', file.sha256, keys), file.bytes)
})

test('SYNC-42 the same part five times at once is taken once', async () => {
  const file = aPicture(40_000)
  await begins(facilitator, file)
  const first = await Promise.all([1, 2, 3, 4, 5].map(() => sendsPart(facilitator, file, 0, 20_000)))
  assert.deepEqual(new Set(first.map((answer) => stateOf(answer).have)), new Set([20_000]))
  const last = await Promise.all([1, 2, 3].map(() => sendsPart(facilitator, file, 20_000)))
  for (const { status } of last) assert.ok([200, 404].includes(status))
  assert.ok(last.some((answer) => answer.status === 200 && stateOf(answer).whole))
  assert.deepEqual(await store.get('34.04', file.sha256, keys), file.bytes)
})

test('SYNC-43 what came is not what was said: it is refused, forgotten, and taken when it comes anew', async () => {
  const file = aPicture(50_000)
  const broken = { ...file, bytes: Buffer.concat([file.bytes.subarray(0, 49_999), Buffer.from([0])]) }
  const wrong = file.bytes[49_999] === 0 ? { ...broken, bytes: Buffer.alloc(50_000, 1) } : broken
  const answer = await sendsWhole(facilitator, wrong, 20_000)
  assert.deepEqual(codeOf(answer), [422, 'file-broken'])
  assertJsonProblem(answer, 'a broken file')
  assert.equal(stateOf(await begins(facilitator, file)).have, 0)
  assert.equal(await kept(file.sha256), undefined)
  assert.ok(stateOf(await sendsWhole(facilitator, file, 20_000)).whole)
})

test('SYNC-43 what is no picture by its content is refused, whatever it is called', async () => {
  for (const begin of ['%PDF-1.7\n', '<html>', 'MZ'])
    for (const type of ['image/jpeg', 'image/png'] as const) {
      const bytes = Buffer.concat([Buffer.from(begin), randomBytes(100)])
      const sha256 = (await import('node:crypto')).createHash('sha256').update(bytes).digest('hex')
      const file = aPicture(100, { bytes, size: bytes.length, sha256, type })
      assert.deepEqual(codeOf(await sendsWhole(facilitator, file)), [415, 'file-type'])
      assert.equal(await kept(sha256), undefined)
    }
  const jpeg = aPicture(500, { type: 'image/png' })
  assert.deepEqual(codeOf(await sendsWhole(facilitator, jpeg)), [415, 'file-type'])
})

/** What a phone may say wrongly of a file. */
const wrongly: readonly (readonly [what: string, own: object])[] = [
  ['nothing in it', { size: 0 }],
  ['more than any photo has', { size: mostUploadBytes + 1 }],
  ['half a byte', { size: 10.5 }],
  ['another kind', { type: 'application/pdf' }],
  ['no digest', { sha256: 'abc' }],
  ['a digest in capitals', { sha256: 'AB'.repeat(32) }],
  ['no number', { id: 'foto-1' }],
  ['no ledger', { district: 'sleman' }],
  ['whose it is', { staff: facilitator.staff }],
]
for (const [what, own] of wrongly)
  test(`R5, SYNC-41 a file that is announced with ${what} is refused, and nothing is written down`, async () => {
    const file = aPicture()
    const answer = await begins(facilitator, file, own)
    assert.equal(answer.status, 400, answer.text)
    assert.equal(await halves(file.id), undefined)
  })

test('SYNC-42 more than was said, more than a part may hold, and what is no part are refused', async () => {
  const file = aPicture(1000)
  await begins(facilitator, file)
  const longer = { ...file, bytes: Buffer.concat([file.bytes, Buffer.from([1])]) }
  assert.deepEqual(codeOf(await sendsPart(facilitator, longer, 0)), [413, 'file-too-large'])
  const huge = aPicture(mostPartBytes + 1)
  await begins(facilitator, huge)
  assert.deepEqual(codeOf(await sendsPart(facilitator, huge, 0)), [413, 'too-large'])
  const path = `${uploadPaths.part}?district=34.04&id=${file.id}&at=0`
  const send = (asked: object) => facilitator.raw({ method: 'POST', path, ...asked })
  const odd = [
    await send({ headers: { 'content-type': 'application/json' }, body: '{}' }),
    await send({}),
    await send({ path: path.replace('at=0', 'at=-1'), headers: { 'content-type': partType }, body: 'x' }),
    await send({ path: path.replace('at=0', 'at=1e2'), headers: { 'content-type': partType }, body: 'x' }),
    await send({ path: path.replace('&at=0', ''), headers: { 'content-type': partType }, body: 'x' }),
  ]
  for (const answer of odd) assert.ok([400, 415].includes(answer.status), `${answer.status} ${answer.text}`)
  assert.equal(stateOf(await begins(facilitator, file)).have, 0)
})

test('SYNC-41 other words under the same number are refused, and the half that is there stays', async () => {
  const file = aPicture(5000)
  await begins(facilitator, file)
  await sendsPart(facilitator, file, 0, 2000)
  for (const own of [{ size: 4999 }, { sha256: 'ab'.repeat(32) }, { type: 'image/png' }])
    assert.deepEqual(codeOf(await begins(facilitator, file, own)), [409, 'command-id-reused'])
  assert.equal(stateOf(await begins(facilitator, file)).have, 2000)
  assert.deepEqual(codeOf(await sendsPart(facilitator, { ...file, id: randomUUID() }, 2000)), [404, 'not-found'])
  assert.equal(asPhoto(file).size, 5000)
})
