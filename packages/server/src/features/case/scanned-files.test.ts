import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { clamScan, ScannerAway } from '../../platform/files/scan.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { startScanner, testVirus } from '../../testing/a-scanner.ts'
import { startTestHouse } from '../../testing/house.ts'

const scanner = await startScanner()
after(() => scanner.close())
const house = await startTestHouse({ env: { OPENSLRT_CLAMAV: scanner.address }, logLevel: 'warn' })
const fo = await house.staffAt((await aDistrictOffice(house)).caturtunggal, 'fo')
const infected = Buffer.concat([aPdf, Buffer.from(testVirus)])
const blobs = async () => (await house.owner<{ n: number }>('select count(*)::int as n from file_blob'))[0]?.n

test('FILE-8 a file in which the scanner finds something is refused, told in the log, and lies nowhere', async () => {
  const answer = await upload(fo, '34.04', { bytes: infected, type: 'application/pdf' })
  assert.deepEqual([answer.status, answer.body.code], [422, 'file-unsafe'])
  assert.match(answer.text, /virus/)
  assert.equal(await blobs(), 0)
  assert.ok(house.logged.some((line) => line.includes('OpenSLRT.Test')))
})

test('FILE-8 a clean file is taken, a large one too', async () => {
  for (const size of [0, 5_000_000]) {
    const bytes = Buffer.concat([aPdf, randomBytes(size)])
    const answer = await upload(fo, '34.04', { bytes, type: 'application/pdf' })
    assert.equal(answer.status, 200, answer.text)
  }
})

test('FILE-8 where the scanner is away nothing is kept, and the answer says when to come again', async () => {
  const away = await startTestHouse({ env: { OPENSLRT_CLAMAV: '127.0.0.1:9' }, logLevel: 'error' })
  const officer = await away.staffAt((await aDistrictOffice(away)).caturtunggal, 'fo')
  const answer = await upload(officer, '34.04', { bytes: aPdf, type: 'application/pdf' })
  assert.deepEqual([answer.status, answer.body.code], [503, 'unavailable'])
  assert.equal(answer.headers['retry-after'], '60')
  assert.equal((await away.owner('select 1 from file_blob')).length, 0)
})

test('FILE-8 a socket that is not there is a scanner that is away', async () => {
  await assert.rejects(clamScan('/nowhere/clamd.sock')(aPdf), ScannerAway)
})
