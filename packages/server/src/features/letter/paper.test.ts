import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { letterPaths, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { letterKinds } from '@openslrt/core/letter/kinds.ts'
import { templates } from '@openslrt/core/letter/shipped-templates.ts'
import jsQR from 'jsqr'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aDraftBy, anIssuedLetter } from '../../testing/a-letter.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { printLetters } from './print.ts'

const home = 'https://slrt.sleman.example'
let house: TestHouse
let offices: DistrictOffices
let bo: Client
let coordinator: Client
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-letters-'))
  house = await startTestHouse({ logLevel: 'info', env: { PUBLIC_URL: home } })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
})
after(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const run = promisify(execFile)
/** Writes a PDF down and gives what a tool of another house says of it. */
async function told(bytes: Buffer, tool: string, ...options: readonly string[]): Promise<string> {
  const file = join(folder, 'surat.pdf')
  await writeFile(file, bytes)
  return (await run(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])])).stdout
}

/** What a phone's camera would read from the first page. */
async function codeOn(bytes: Buffer): Promise<string | undefined> {
  const file = join(folder, 'kode.pdf')
  await writeFile(file, bytes)
  await run('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'kode')])
  const ppm = await readFile(join(folder, 'kode.ppm'))
  const [, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? []
  const size = { width: Number(width), height: Number(height) }
  const rgb = ppm.subarray(ppm.length - size.width * size.height * 3)
  const rgba = new Uint8ClampedArray(size.width * size.height * 4)
  for (let at = 0; at < size.width * size.height; at++) {
    rgba.set([...rgb.subarray(at * 3, at * 3 + 3), 255], at * 4)
  }
  return jsQR.default(rgba, size.width, size.height)?.data
}

const pdfOf = async (client: Client, letter: string) => {
  const answer = await client.raw({ method: 'GET', path: `${letterPaths.pdf}?district=34.04&id=${letter}` })
  return { status: answer.status, bytes: answer.bytes, type: answer.headers['content-type'] }
}

test('LETTER-24 a letter on paper says what it should, carries its fonts, and its code leads to its check page', async () => {
  const { letter, number } = await anIssuedLetter(bo, coordinator)
  const { bytes, type } = await pdfOf(bo, letter)
  assert.equal(type, 'application/pdf')
  const text = await told(bytes, 'pdftotext', '-layout')
  for (const words of [
    'PUSKESOS CATURTUNGGAL',
    'PEMERINTAH KABUPATEN SLEMAN',
    'SURAT KETERANGAN TERDAFTAR DTSEN',
    `Nomor: ${number}`,
    'Sumarni',
    '3404075203600001',
    'desil 2',
    '1 Oktober 2026',
    'Koordinator,',
  ])
    assert.ok(text.includes(words), `${words} is not in:\n${text}`)
  assert.doesNotMatch(text, /[{}]|undefined|null|TIDAK BERLAKU/)
  const fonts = (await told(bytes, 'pdffonts')).trim().split('\n').slice(2)
  assert.ok(fonts.length > 0)
  for (const font of fonts) assert.match(font, /Roboto.*\byes\s+(yes|no)\s+yes\b/, font)
  assert.match(await told(bytes, 'pdfinfo'), /Pages:\s+1\n[\s\S]*Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/)
  const address = await codeOn(bytes)
  assert.match(address ?? '', new RegExp(`^${home}/surat/3404\\.[\\w-]{32}$`))
  const page = await house.stranger().raw({ method: 'GET', path: (address ?? '').slice(home.length) })
  assert.equal(page.status, 200)
  assert.ok(page.text.includes('Surat ini berlaku') && page.text.includes(number) && page.text.includes('S***'))
  for (const secret of ['Sumarni', '3404075203600001', 'desil', 'Kebersihan'])
    assert.ok(!page.text.includes(secret), secret)
})

test('LETTER-23 the same letter is the same file each time, and nothing is printed that was not signed', async () => {
  const { letter } = await anIssuedLetter(bo, coordinator)
  const [one, other] = [await pdfOf(bo, letter), await pdfOf(coordinator, letter)]
  assert.ok(one.bytes.equals(other.bytes))
  const { letter: draft } = await aDraftBy(bo)
  assert.equal((await pdfOf(bo, draft)).status, 404)
  await house.owner("update letter set content_digest = '\\x00' where id = $1", [letter])
  assert.equal((await pdfOf(bo, letter)).status, 500)
})

test('LETTER-17 a letter is printed and read within scope only, and each print is on record', async () => {
  const { id, letter } = await anIssuedLetter(bo, coordinator)
  const other = await house.staffAt(offices.maguwoharjo, 'bo')
  const leader = await house.staffAt(offices.secretariat, 'leader')
  const manager = await house.staffAt(offices.secretariat, 'manager')
  assert.deepEqual(
    [
      (await pdfOf(other, letter)).status,
      (await pdfOf(leader, letter)).status,
      (await pdfOf(house.stranger(), letter)).status,
    ],
    [404, 403, 401],
  )
  const query = { district: '34.04', id: letter }
  assert.equal((await other.ask(letterRoutes.paper, { query })).status, 404)
  assert.equal((await other.ask(letterRoutes.ofCase, { query: { district: '34.04', id } })).status, 404)
  assert.equal((await pdfOf(manager, letter)).status, 200)
  const looks = await house.owner("select actor from access_log where subject = $1 and action = 'file'", [id])
  assert.deepEqual(looks, [{ actor: `staff:${manager.staff}` }])
})

test('LETTER-26 many letters are one file, in their order, each on its own page with its own code', async () => {
  const made = [
    await anIssuedLetter(bo, coordinator),
    await anIssuedLetter(bo, coordinator),
    await anIssuedLetter(bo, coordinator),
  ]
  const letters = made.toReversed().map(({ letter }) => ({ district: '34.04', id: letter }))
  const answer = await bo.raw({
    method: 'POST',
    path: letterPaths.print,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ letters }),
  })
  assert.equal(answer.status, 200)
  assert.match(await told(answer.bytes, 'pdfinfo'), /Pages:\s+3\n/)
  const text = await told(answer.bytes, 'pdftotext')
  const at = made.map(({ number }) => text.indexOf(number))
  assert.ok((at[2] ?? 0) < (at[1] ?? 0) && (at[1] ?? 0) < (at[0] ?? 0), at.join())
  const asked = [...letters, { district: '34.04', id: (await aDraftBy(bo)).letter }]
  const refused = await bo.raw({
    method: 'POST',
    path: letterPaths.print,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ letters: asked }),
  })
  assert.equal(refused.status, 404)
})

test('LETTER-25 the check page says at once that a letter was revoked or replaced, and by which', async () => {
  const { id, letter } = await anIssuedLetter(bo, coordinator)
  const path = (await codeOn((await pdfOf(bo, letter)).bytes))?.slice(home.length) ?? ''
  const page = async () => (await house.stranger().raw({ method: 'GET', path })).text
  const next = crypto.randomUUID()
  const fields = { desil: '3', 'tanggal-data': '2026-10-01' }
  await bo.does('letter.replace', { subject: id, data: { letter, next, purpose: 'health', fields } })
  assert.ok((await page()).includes('Surat ini berlaku'), 'until the other is signed')
  const { number } = await coordinator.does('letter.sign', { subject: id, data: { letter: next, seen: 1 } })
  const replaced = await page()
  assert.ok(replaced.includes('Surat ini sudah diganti') && replaced.includes(number ?? '-'))
  assert.ok((await told((await pdfOf(bo, letter)).bytes, 'pdftotext')).includes('TIDAK BERLAKU'))
  const fresh = (await codeOn((await pdfOf(bo, next)).bytes))?.slice(home.length) ?? ''
  await coordinator.does('letter.revoke', { subject: id, data: { letter: next, note: 'Desil keliru.' } })
  const revoked = await house.stranger().raw({ method: 'GET', path: fresh })
  assert.ok(revoked.text.includes('Surat ini sudah dicabut') && !revoked.text.includes('Desil keliru'))
})

test('LETTER-25 a code that leads nowhere says so, keeps nothing, and stands in no log', async () => {
  const key = `3404.${'A'.repeat(32)}`
  for (const path of [`/surat/${key}`, '/surat/x', `/surat/9999.${'A'.repeat(32)}`]) {
    const page = await house.stranger().raw({ method: 'GET', path })
    assert.deepEqual([page.status, page.headers['cache-control']], [404, 'no-store'], path)
    assert.ok(page.text.includes('Surat tidak ditemukan'))
  }
  assert.ok(!house.logged.some((line) => line.includes(key)))
})

test('LETTER-24 every shipped template is laid out on A4 with all its words', async () => {
  for (const kind of letterKinds) {
    const { title, body } = templates[kind]
    const paper = {
      head: { over: 'Pemerintah Kabupaten Sleman', office: 'Dinas Sosial', address: 'Jalan Parasamya 1', logo: null },
      title,
      number: '400/001/SLRT/XI/2026',
      body: body.replace(/\{[^}]*\}/g, 'isian'),
      signed: {
        at: 'Sleman, 2 November 2026',
        post: 'Kepala Dinas',
        name: 'Drs. Budi',
        rank: 'Pembina',
        nip: '196803121990031004',
      },
      check: '/surat/x',
      day: 0,
    }
    const bytes = await printLetters([{ paper, address: `${home}/surat/3404.${'A'.repeat(32)}`, stamp: '' }])
    const text = (await told(bytes, 'pdftotext', '-layout')).replace(/\s+/g, ' ')
    assert.ok(text.includes(title.toUpperCase()) && text.includes('NIP 196803121990031004'), kind)
    const last = paper.body.replace(/\*\*/g, '').trim().split('\n').at(-1)?.split('|')[0]?.trim() ?? ''
    assert.ok(text.includes(last), `${kind}: ${last}`)
    assert.match(await told(bytes, 'pdfinfo'), /Pages:\s+[12]\n/, kind)
  }
})
