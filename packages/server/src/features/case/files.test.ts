import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
const provider = await house.staffAt(offices.rsud, 'provider')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const guest = await house.staffAt(offices.secretariat, 'leader')
const pdf = { bytes: aPdf, type: 'application/pdf' }
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(20)])
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20)])

async function attached(name = 'surat.pdf', by: Client = fo): Promise<{ id: string; attachment: string }> {
  const { id } = await aCaseBy(by)
  const { body } = await upload(by, '34.04', pdf)
  const attachment = randomUUID()
  await by.does('case.attach', { subject: id, data: { attachment, sha256: String(body['sha256']), name, note: '' } })
  return { id, attachment }
}

const download = (client: Client, { id, attachment }: { id: string; attachment: string }, district = '34.04') =>
  client.raw({ method: 'GET', path: `/api/files?district=${district}&case=${id}&attachment=${attachment}` })

test('FILE-1 what a file is is told by how it begins', async () => {
  for (const [bytes, type] of [
    [aPdf, 'application/pdf'],
    [png, 'image/png'],
    [jpeg, 'image/jpeg'],
    [jpeg, 'image/jpg'],
  ] as const) {
    const answer = await upload(fo, '34.04', { bytes, type })
    assert.deepEqual([answer.status, answer.body['size']], [200, bytes.length], answer.text)
    assert.equal(answer.body['type'], type === 'image/jpg' ? 'image/jpeg' : type)
  }
})

test('FILE-2 a file that is not what it says is refused, and so are programs, pages and nothing at all', async () => {
  const lies = [
    { bytes: png, type: 'application/pdf' },
    { bytes: aPdf, type: 'image/png' },
    { bytes: Buffer.from('<script>alert(1)</script>'), type: 'application/pdf' },
    { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), type: 'image/svg+xml' },
    { bytes: Buffer.from('MZ\x90\x00'), type: 'application/octet-stream' },
    { bytes: Buffer.alloc(0), type: 'application/pdf' },
    { bytes: Buffer.from([0xff]), type: 'image/jpeg' },
  ]
  for (const lie of lies) {
    const answer = await upload(fo, '34.04', lie)
    assert.deepEqual([answer.status, answer.body.code], [415, 'file-type'], lie.type)
  }
})

test('FILE-3 a file over the limit is refused with the limit, and one just under it is taken', async () => {
  const limit = 5 * 1024 * 1024
  const big = await upload(fo, '34.04', { bytes: Buffer.concat([aPdf, Buffer.alloc(limit)]), type: 'application/pdf' })
  assert.deepEqual([big.status, big.body.code, big.body.details], [413, 'file-too-large', { limit }])
  const fits = await upload(fo, '34.04', {
    bytes: Buffer.concat([aPdf, Buffer.alloc(limit - aPdf.length - 1)]),
    type: 'application/pdf',
  })
  assert.equal(fits.status, 200, fits.text)
})

test('FILE-3 a form without a file, or no form, is refused', async () => {
  const plain = await fo.raw({
    method: 'POST',
    path: '/api/files?district=34.04',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  assert.deepEqual([plain.status, plain.body.code, plain.body.details], [400, 'invalid', { fields: ['file'] }])
  const cut = await fo.raw({
    method: 'POST',
    path: '/api/files?district=34.04',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\n',
  })
  assert.ok(cut.status === 400, `${cut.status} ${cut.text}`)
  const unbounded = await fo.raw({
    method: 'POST',
    path: '/api/files?district=34.04',
    headers: { 'content-type': 'multipart/form-data' },
    body: 'x',
  })
  assert.ok(unbounded.status === 400, `${unbounded.status} ${unbounded.text}`)
})

test('FILE-4 only staff who read cases upload, and only where their cases are', async () => {
  assert.equal((await upload(house.stranger(), '34.04', pdf)).status, 401)
  assert.equal((await upload(guest, '34.04', pdf)).status, 403)
  for (const district of ['34.02', '96.71']) {
    const answer = await upload(fo, district, pdf)
    assert.deepEqual([answer.status, answer.body.code], [422, 'wrong-district'], district)
  }
  assert.equal((await upload(fo, '../34', pdf)).status, 400)
})

test('FILE-5 a name is only a name: what looks like a path leads nowhere and comes back harmless', async () => {
  const names = ['../../../etc/passwd', 'C:\\Windows\\system.ini', 'a"; filename=b.html', 'surat 1/2 é.pdf']
  for (const name of names) {
    const file = await attached(name)
    const answer = await download(fo, file)
    assert.deepEqual([answer.status, answer.headers['content-type'], answer.bytes], [200, 'application/pdf', aPdf])
    const disposition = answer.headers['content-disposition'] ?? ''
    assert.match(disposition, /^inline; filename\*=UTF-8''[A-Za-z0-9._~!*'()%-]+$/)
    assert.ok(disposition.endsWith(`''${encodeURIComponent(name)}`))
  }
  const stored = await readdir(join(house.parts.config.dataFolder, 'files'), { recursive: true, withFileTypes: true })
  for (const entry of stored.filter((found) => found.isFile())) assert.match(entry.name, /^[0-9a-f]{64}$/)
})

test('FILE-6 bytes lie sealed: nothing of the file can be read on the disk', async () => {
  const { body } = await upload(fo, '34.04', {
    bytes: Buffer.from('%PDF-1.7\nRAHASIA SEKALI'),
    type: 'application/pdf',
  })
  const sha256 = String(body['sha256'])
  const bytes = await readFile(join(house.parts.config.dataFolder, 'files', '34.04', sha256.slice(0, 2), sha256))
  assert.ok(!bytes.includes('RAHASIA') && !bytes.includes('%PDF'))
})

test('FILE-7 a file opens to those who see it on the card, and to nobody else', async () => {
  const file = await attached()
  assert.equal((await download(fo, file)).status, 200)
  for (const [client, status] of [
    [house.stranger(), 401],
    [guest, 403],
    [neighbour, 404],
    [provider, 404],
  ] as const)
    assert.equal((await download(client, file)).status, status)
  const other = await attached()
  assert.equal((await download(fo, { ...file, attachment: other.attachment })).status, 404)
  assert.equal((await download(fo, file, '34.02')).status, 404)
  const share = (fields: readonly string[]) => ({
    grant: randomUUID(),
    office: offices.rsud,
    fields,
    note: 'Untuk dilayani',
  })
  await coordinator.does('case.share', { subject: file.id, data: share(['story']) })
  assert.equal((await download(provider, file)).status, 404)
  await coordinator.does('case.share', { subject: file.id, data: share(['files']) })
  assert.equal((await download(provider, file)).status, 200)
  const looks = await house.owner("select actor from access_log where action = 'file' and subject = $1 order by at", [
    file.id,
  ])
  assert.deepEqual(looks, [{ actor: `staff:${fo.staff}` }, { actor: `staff:${provider.staff}` }])
})

test('CASE-22 a command names a file that was uploaded; one that nobody uploaded is unknown', async () => {
  const { id } = await aCaseBy(fo)
  const attach = (sha256: string) =>
    fo.send('case.attach', { subject: id, data: { attachment: randomUUID(), sha256, name: 'x', note: '' } })
  const unknown = await attach('0'.repeat(64))
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'unknown-file'])
  assert.equal((await attach('../../etc/passwd')).status, 400)
  const card = await fo.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual(card.attachments, [])
})

test('FILE-6 the same content uploaded twice is one file', async () => {
  const bytes = Buffer.from('%PDF-1.7\nSATU')
  const [one, two] = await Promise.all([
    upload(fo, '34.04', { ...pdf, bytes }),
    upload(coordinator, '34.04', { ...pdf, bytes }),
  ])
  assert.deepEqual([one.status, one.body], [200, two.body])
  const rows = await house.owner('select 1 from file_blob where sha256 = $1', [one.body['sha256']])
  assert.equal(rows.length, 1)
})
