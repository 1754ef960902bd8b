import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { letterPaths, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aPdf, upload } from '../../testing/a-file.ts'
import { aDraftBy, anIssuedLetter } from '../../testing/a-letter.ts'
import { aPng } from '../../testing/a-png.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

const run = promisify(execFile)
const district = '34.04'
const today = dayIn('Asia/Jakarta', Date.now())
const teal = aPng(40, [15, 94, 90])
const amber = aPng(40, [178, 94, 0, 128])
let house: TestHouse
let offices: DistrictOffices
let bo: Client
let coordinator: Client
let admin: Client
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-letterhead-'))
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  admin = await house.staffAt(offices.secretariat, 'admin')
})
after(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const send = (client: Client, bytes: Buffer, type = 'image/png', at = district) =>
  upload(client, at, { bytes, type, name: 'logo.png' }, letterPaths.logo)
const said = (kind: 'list.change' | 'list.add', code: string, picture: string | null, from = today) =>
  admin.send(kind, {
    data: { list: 'letter-logo', code, names: { id: 'Logo', en: 'Logo' }, from, data: { picture } },
  })
const pdfOf = async (letter: string): Promise<Buffer> =>
  (await bo.raw({ method: 'GET', path: `${letterPaths.pdf}?district=${district}&id=${letter}` })).bytes
/** The pictures on a paper, as a tool of another house sees them: how wide and how high each is. */
async function picturesOn(pdf: Buffer): Promise<readonly string[]> {
  const file = join(folder, 'surat.pdf')
  await writeFile(file, pdf)
  const { stdout } = await run('pdfimages', ['-list', file])
  const lines = stdout.trim().split('\n').slice(2)
  return lines
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([, , type, width, height]) => (type === 'image' ? [`${width}x${height}`] : []))
}

test('LETTER-33 a logo is sent, said from a day on and printed; letters signed before stay without it', async () => {
  const { letter: before } = await anIssuedLetter(bo, coordinator)
  const plain = await pdfOf(before)
  const sent = await send(admin, teal)
  assert.equal(sent.status, 200, sent.text)
  const picture = String(sent.body['sha256'])
  assert.equal((await said('list.change', 'standard', picture)).status, 200)
  const { letter } = await anIssuedLetter(bo, coordinator)
  const [first, again] = [await pdfOf(letter), await pdfOf(letter)]
  assert.deepEqual(await picturesOn(first), ['40x40'])
  assert.ok(first.equals(again), 'the same bytes each time')
  assert.ok((await pdfOf(before)).equals(plain), 'what was signed before is printed as it was')
  const { paper } = await bo.read(letterRoutes.paper, { query: { district, id: letter } })
  assert.deepEqual(paper.head.logo, { place: district, file: picture })
  const shown = await bo.raw({ method: 'GET', path: `${letterPaths.logo}?district=${district}&file=${picture}` })
  assert.deepEqual([shown.status, shown.headers['content-type'], shown.bytes.equals(teal)], [200, 'image/png', true])
})

test('LETTER-33 an office has its own logo; one replaced on the very day stays on what was signed under it', async () => {
  const own = String((await send(admin, amber)).body['sha256'])
  assert.equal((await said('list.add', offices.caturtunggal, own)).status, 200)
  const { letter: first } = await anIssuedLetter(bo, coordinator)
  const before = await pdfOf(first)
  assert.deepEqual(await picturesOn(before), ['40x40'])
  assert.equal((await said('list.change', offices.caturtunggal, null)).status, 200)
  const { letter: second } = await anIssuedLetter(bo, coordinator)
  assert.deepEqual(await picturesOn(await pdfOf(second)), [], 'none at all, although all others have one')
  assert.ok((await pdfOf(first)).equals(before))
  const { letter: draft } = await aDraftBy(bo)
  const { paper } = await bo.read(letterRoutes.paper, { query: { district, id: draft } })
  assert.equal(paper.head.logo, null, 'the preview as well')
})

test('LETTER-33 what is no picture, too large, or can not be printed is refused, and nothing of it is kept', async () => {
  const broken = Buffer.concat([aPng(10, [1, 2, 3]).subarray(0, 50), Buffer.alloc(40)])
  const wrong: readonly (readonly [Buffer, string, number, string])[] = [
    [aPdf, 'application/pdf', 422, 'picture-unreadable'],
    [Buffer.from('GIF89a'), 'image/gif', 415, 'file-type'],
    [teal, 'image/jpeg', 415, 'file-type'],
    [broken, 'image/png', 422, 'picture-unreadable'],
    [aPng(2001, [0, 0, 0]), 'image/png', 422, 'picture-size'],
  ]
  for (const [bytes, type, status, code] of wrong) {
    const answer = await send(admin, bytes, type)
    assert.deepEqual([answer.status, answer.body.code], [status, code], `${type} ${answer.text}`)
  }
  assert.equal((await house.owner('select 1 from file_blob where letterhead')).length, 2)
  const paper = await upload(bo, district, { bytes: aPng(3, [9, 9, 9]), type: 'image/png' })
  const unsaid = await said('list.change', 'standard', String(paper.body['sha256']))
  assert.deepEqual([unsaid.status, unsaid.body.code], [422, 'unknown-picture'], 'a file of a case is no letterhead')
  const looked = `${letterPaths.logo}?district=${district}&file=${String(paper.body['sha256'])}`
  assert.equal((await bo.raw({ method: 'GET', path: looked })).status, 404)
})

test('LETTER-33 only who keeps the lists of a place sends a logo; a stranger sees none', async () => {
  const codeOf = async (client: Client, at = district) => (await send(client, teal, 'image/png', at)).body.code
  assert.deepEqual([await codeOf(bo), await codeOf(house.stranger())], ['not-permitted', 'unauthenticated'])
  assert.equal(await codeOf(admin, '34.02'), 'not-your-lists')
  const path = `${letterPaths.logo}?district=${district}&file=${'a'.repeat(64)}`
  assert.equal((await house.stranger().raw({ method: 'GET', path })).status, 401)
  assert.equal((await bo.raw({ method: 'GET', path })).status, 404)
})

test('LETTER-32 a screen is told which number each office gives next, and the pattern counts from its day', async () => {
  const offersOf = async () => (await admin.read(letterRoutes.rules, { query: { district } })).offices
  const nextAt = async () => (await offersOf()).find(({ office }) => office === offices.caturtunggal)?.next
  const before = (await nextAt()) ?? 0
  const { number } = await anIssuedLetter(bo, coordinator)
  assert.ok(number.includes(`/${String(before).padStart(3, '0')}/`), `${number} is not the ${before}th`)
  assert.equal(await nextAt(), before + 1)
  assert.ok(!(await offersOf()).some(({ office }) => office === offices.rsud), 'a provider makes no letters')
  const elsewhere = await admin.read(letterRoutes.rules, { query: { district: '34.02' } })
  assert.deepEqual(elsewhere.offices, [])
  const pattern = (text: string) => ({ pattern: text, basis: '' })
  const set = (code: string, text: string, from = today) =>
    admin.send(code === 'standard' ? 'list.change' : 'list.add', {
      data: { list: 'letter-number', code, names: { id: 'Pola', en: 'Pattern' }, from, data: pattern(text) },
    })
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  assert.equal((await set(offices.caturtunggal, '{nomor}/CTG/{tahun}', tomorrow)).status, 200)
  assert.match((await anIssuedLetter(bo, coordinator)).number, /^400\.9\//, 'tomorrow is not today')
  const same = await set(offices.maguwoharjo, '{nomor}/CTG/{tahun}', tomorrow)
  assert.deepEqual([same.status, same.body.code], [422, 'number-shared'])
  assert.equal((await set(offices.maguwoharjo, '{nomor}/MGW/{tahun}', tomorrow)).status, 200)
  assert.equal((await set('standard', '{nomor}/SLRT/{tahun}')).body.code, 'number-shared')
})

test('LETTER-33 a picture that is sent again, or by many at once, is one; one that nobody named stands over nothing', async () => {
  const grey = aPng(24, [90, 90, 90])
  const sent = await Promise.all([1, 2, 3, 4].map(() => send(admin, grey)))
  assert.deepEqual(new Set(sent.map(({ status }) => status)), new Set([200]))
  const files = new Set(sent.map(({ body }) => String(body['sha256'])))
  assert.equal(files.size, 1)
  const [file = ''] = files
  assert.equal((await house.owner('select 1 from file_blob where sha256 = $1', [file])).length, 1)
  const { paper } = await bo.read(letterRoutes.paper, {
    query: { district, id: (await anIssuedLetter(bo, coordinator)).letter },
  })
  assert.notEqual(paper.head.logo?.file, file)
})

test('LETTER-33 a logo is asked for by its place and digest alone; it is looked at from within, and kept by a browser', async () => {
  const file = String((await send(admin, teal)).body['sha256'])
  const look = (query: string, client = bo) => client.raw({ method: 'GET', path: `${letterPaths.logo}?${query}` })
  const shown = await look(`district=${district}&file=${file}`)
  assert.equal(shown.status, 200)
  assert.match(shown.headers['cache-control'] ?? '', /private.*immutable/)
  assert.equal(shown.headers['x-content-type-options'], 'nosniff')
  for (const [query, status] of [
    ['', 400],
    [`district=${district}`, 400],
    [`district=${district}&file=x`, 400],
    [`district=${district}&file=../../etc/passwd`, 400],
    [`district=${district}&file=${file.toUpperCase()}`, 400],
    [`district=${district}&file=${file}&size=9`, 400],
    [`district=x&file=${file}`, 400],
    [`district=34.02&file=${file}`, 404],
    [`district=00&file=${file}`, 404],
  ] as const)
    assert.equal((await look(query)).status, status, query)
})

test('LETTER-33 a list takes no picture that was not sent for its own place, and an office of a village sends none for its district', async () => {
  const wrong: readonly (readonly [what: string, picture: unknown])[] = [
    ['of nowhere', 'b'.repeat(64)],
    ['no digest', 'logo.png'],
    ['an address', 'https://contoh.go.id/logo.png'],
    ['a number', 7],
    ['nothing said', undefined],
  ]
  for (const [what, picture] of wrong) {
    const answer = await admin.send('list.change', {
      data: {
        list: 'letter-logo',
        code: 'standard',
        names: { id: 'Logo', en: 'Logo' },
        from: today,
        data: { picture },
      },
    })
    assert.ok([400, 422].includes(answer.status), `${what}: ${answer.status} ${answer.text}`)
  }
  const file = String((await send(admin, teal)).body['sha256'])
  for (const code of ['kop-kecil', '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'])
    assert.ok((await said('list.add', code, file)).status >= 400, code)
  const elsewhere = await house.staffAt(offices.maguwoharjo, 'admin')
  const codeOf = (await send(elsewhere, teal)).body.code
  assert.equal(codeOf, 'not-your-lists')
})

test('LETTER-33 what only looks like a picture is refused before it fills the memory', async () => {
  const tall = Buffer.from(aPng(4, [1, 2, 3]))
  tall.writeUInt32BE(65_000, 20)
  const wide = Buffer.from(aPng(4, [1, 2, 3]))
  wide.writeUInt32BE(65_000, 16)
  const named = 'image/png'
  for (const [what, bytes, code] of [
    ['a tall one', tall, 'picture-size'],
    ['a wide one', wide, 'picture-size'],
    ['a head and nothing behind it', aPng(4, [1, 2, 3]).subarray(0, 20), 'picture-unreadable'],
  ] as const) {
    const answer = await send(admin, bytes, named)
    assert.deepEqual([answer.status, answer.body.code], [422, code], what)
  }
  const empty = await send(admin, Buffer.alloc(0), named)
  assert.ok(empty.status >= 400 && empty.status < 500, empty.text)
  const edge = await send(admin, aPng(2000, [7, 7, 7]), named)
  assert.equal(edge.status, 200, 'as large as it may be')
})

test('LETTER-32 a pattern that gives no number, gives it twice, or leaves out the year is refused', async () => {
  const before = await admin.read(letterRoutes.rules, { query: { district } })
  for (const pattern of [
    '',
    'SLRT/{tahun}',
    '{nomor}/SLRT',
    '{nomor}/{nomor}/{tahun}',
    '{nomor}/{entah}/{tahun}',
    `{nomor}/${'x'.repeat(300)}/{tahun}`,
    '{nomor}/\u0000/{tahun}',
  ]) {
    const answer = await admin.send('list.change', {
      data: {
        list: 'letter-number',
        code: 'standard',
        names: { id: 'Pola', en: 'Pattern' },
        from: today,
        data: { pattern, basis: '' },
      },
    })
    assert.ok([400, 422].includes(answer.status), `${pattern}: ${answer.status} ${answer.text}`)
  }
  const after = await admin.read(letterRoutes.rules, { query: { district } })
  assert.deepEqual(after.offices, before.offices)
  for (const who of [bo, coordinator])
    assert.equal(
      (
        await who.send('list.change', {
          data: {
            list: 'letter-number',
            code: 'standard',
            names: { id: 'Pola', en: 'Pattern' },
            from: today,
            data: { pattern: '{nomor}/X/{tahun}', basis: '' },
          },
        })
      ).status,
      403,
    )
})
