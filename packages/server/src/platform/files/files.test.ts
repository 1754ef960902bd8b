import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { property } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import type { DistrictKeys } from '../ledger/keys.ts'
import { keyedDigest, keyOf, seal, sha256, unseal } from '../ledger/seal.ts'
import { agrees, kindOf } from './kind.ts'
import { folderShelf } from './shelf.ts'
import { sealedOn } from './store.ts'

const bytes = (...numbers: readonly number[]): Buffer => Buffer.from(numbers)
const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const webp = Buffer.concat([Buffer.from('RIFF'), bytes(9, 9, 9, 9), Buffer.from('WEBPVP8 ')])

const kinds: readonly (readonly [what: string, content: Buffer, type: string | null])[] = [
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['the shortest PDF', Buffer.from('%PDF-'), 'application/pdf'],
  ['half of how a PDF begins', Buffer.from('%PDF'), null],
  ['a PDF behind another byte', Buffer.from(' %PDF-1.7'), null],
  ['a PDF in small letters', Buffer.from('%pdf-1.7'), null],
  ['a photograph', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['the beginning of a photograph', bytes(0xff, 0xd8, 0xff), 'image/jpeg'],
  ['two bytes of a photograph', bytes(0xff, 0xd8), null],
  ['a picture', png, 'image/png'],
  ['a picture whose line ends were changed', bytes(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a), null],
  ['a picture without its last byte', png.subarray(0, 7), null],
  ['a picture of a newer kind', webp, 'image/webp'],
  ['a sound in the same box', Buffer.concat([Buffer.from('RIFF'), bytes(9, 9, 9, 9), Buffer.from('WAVEfmt ')]), null],
  ['a box that was cut', webp.subarray(0, 10), null],
  ['nothing', Buffer.alloc(0), null],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), null],
  ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
  ['a program for Windows', Buffer.from('MZ\x90\x00'), null],
  ['a program for Linux', Buffer.concat([bytes(0x7f), Buffer.from('ELF')]), null],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /'), null],
  ['an archive or a document of an office', Buffer.from('PK\x03\x04'), null],
  ['a picture of an older kind', Buffer.from('GIF89a'), null],
  ['a page that only mentions a PDF', Buffer.from('<html>%PDF-1.7'), null],
  ['text', Buffer.from('Surat keterangan tidak mampu'), null],
]

for (const [what, content, type] of kinds) {
  test(`FILE-1 ${what} is ${type ?? 'nothing that a case may hold'}`, () => {
    assert.equal(kindOf(content), type)
  })
}

test('FILE-2 a claim agrees with what the file is, and with one other name that photographs have', () => {
  const proved = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']
  const claims = [
    ...proved,
    'image/jpg',
    'application/octet-stream',
    '',
    'image/*',
    'IMAGE/PNG',
    'image/png; charset=x',
  ]
  const agreed = claims.flatMap((claim) =>
    proved.filter((kind) => agrees(claim, kind)).map((kind) => `${claim} ${kind}`),
  )
  assert.deepEqual(agreed, [
    'application/pdf application/pdf',
    'image/jpeg image/jpeg',
    'image/png image/png',
    'image/webp image/webp',
    'image/jpg image/jpeg',
  ])
})

property(
  'FILE-2 what is put behind how a file begins does not change what it is, what is put in front makes it nothing',
  fc.record({ start: fc.constantFrom(Buffer.from('%PDF-'), png, webp), rest: fc.uint8Array({ maxLength: 50 }) }),
  ({ start, rest }) => {
    assert.equal(kindOf(Buffer.concat([start, Buffer.from(rest)])), kindOf(start))
    assert.equal(kindOf(Buffer.concat([Buffer.from('x'), start])), null)
  },
)

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-files-'))
})
after(() => rm(folder, { recursive: true }))

/** Keys as a district has them, made of a byte. */
function keysOf(fill: number): DistrictKeys {
  const secret = keyOf(Buffer.alloc(32, fill))
  return {
    seal: (plain, about) => seal({ id: 1, secret }, plain, about),
    open: (sealed, about) => unseal(() => secret, sealed, about),
    index: (purpose, value) => keyedDigest(secret, purpose, value),
  }
}
const sleman = keysOf(1)
const storeIn = (path: string) => sealedOn(folderShelf(path))
const surat = Buffer.from('%PDF-1.7\nSurat keterangan Sumarni')
const digest = sha256(surat).toString('hex')

test('FILE-6 a file comes back byte for byte, and lies sealed, for its owner alone, under the digest of what it holds', async () => {
  const store = storeIn(join(folder, 'one'))
  await store.put('34.04', digest, surat, sleman)
  assert.deepEqual(await store.get('34.04', digest, sleman), surat)
  const path = join(folder, 'one/34.04', digest.slice(0, 2), digest)
  assert.equal((await readFile(path)).includes('Sumarni'), false)
  assert.equal((await stat(path)).mode & 0o777, 0o600)
})

test('FILE-6 the same content put many times at once is one whole file, and nothing unfinished stays', async () => {
  const store = storeIn(join(folder, 'many'))
  await Promise.all(Array.from({ length: 10 }, () => store.put('34.04', digest, surat, sleman)))
  assert.deepEqual(await store.get('34.04', digest, sleman), surat)
  assert.deepEqual(await readdir(join(folder, 'many/34.04', digest.slice(0, 2))), [digest])
})

test('FILE-6 a district opens its own files, and not those of another', async () => {
  const store = storeIn(join(folder, 'two'))
  await store.put('34.04', digest, surat, sleman)
  await assert.rejects(store.get('34.02', digest, sleman), /of 34\.02 is not where files are kept/)
  await assert.rejects(store.get('34.04', digest, keysOf(2)))
})

test('FILE-6 a file that was changed on the disk, or laid under another name, does not open', async () => {
  const store = storeIn(join(folder, 'three'))
  await store.put('34.04', digest, surat, sleman)
  const path = join(folder, 'three/34.04', digest.slice(0, 2), digest)
  const sealed = await readFile(path)
  const other = digest.replace(/.$/, digest.endsWith('0') ? '1' : '0')
  await writeFile(join(folder, 'three/34.04', digest.slice(0, 2), other), sealed)
  await assert.rejects(store.get('34.04', other, sleman))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  await writeFile(path, sealed)
  await assert.rejects(store.get('34.04', digest, sleman))
})
