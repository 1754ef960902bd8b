import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { sha256 } from '../ledger/seal.ts'
import { folderShelf, pathOfFile } from './shelf.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-shelf-'))
})
after(() => rm(folder, { recursive: true }))

const sealed = Buffer.from(Array.from({ length: 5_000 }, (_, nth) => (nth * 31) % 256))
const digest = sha256(sealed).toString('hex')

test('FILE-6 a file lies by its district and the first signs of its digest, wherever files are kept', () => {
  assert.equal(pathOfFile('34.04', digest), `34.04/${digest.slice(0, 2)}/${digest}`)
})

test('FILE-6 of a file as much is read as was asked for, and no more than there is', async () => {
  const shelf = folderShelf(join(folder, 'begins'))
  await shelf.write('34.04', digest, sealed)
  for (const [most, length] of [
    [undefined, 5_000],
    [1, 1],
    [33, 33],
    [5_000, 5_000],
    [9_000, 5_000],
  ] as const) {
    const read = await shelf.read('34.04', digest, most)
    assert.ok(read?.equals(sealed.subarray(0, length)), String(most))
  }
})

test('FILE-6 where nothing lies nothing is read, whole or in part; a fault of the disk is no empty place', async () => {
  const shelf = folderShelf(join(folder, 'empty'))
  for (const most of [undefined, 10]) assert.equal(await shelf.read('34.04', digest, most), null)
  const path = join(folder, 'empty', pathOfFile('34.04', digest))
  await mkdir(path, { recursive: true })
  for (const most of [undefined, 10]) await assert.rejects(shelf.read('34.04', digest, most), /EISDIR/)
  await assert.rejects(shelf.write('34.04', digest, sealed))
})

test('FILE-6 a file that is written anew is the new one whole, for its owner only, and nothing unfinished is left', async () => {
  const shelf = folderShelf(join(folder, 'again'))
  const path = join(folder, 'again', pathOfFile('34.04', digest))
  await shelf.write('34.04', digest, sealed)
  await shelf.write('34.04', digest, sealed.subarray(0, 9))
  assert.ok((await shelf.read('34.04', digest))?.equals(sealed.subarray(0, 9)))
  assert.deepEqual(await readdir(dirname(path)), [digest])
  assert.equal((await stat(path)).mode & 0o777, 0o600)
})

test('FILE-6 what broke off while it was written is no file, and is in nobody’s way', async () => {
  const shelf = folderShelf(join(folder, 'half'))
  const path = join(folder, 'half', pathOfFile('34.04', digest))
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.0192f000-0000-7000-8000-000000000001`, sealed.subarray(0, 100))
  assert.equal(await shelf.read('34.04', digest), null)
  await shelf.write('34.04', digest, sealed)
  assert.ok((await shelf.read('34.04', digest))?.equals(sealed))
})

test('FILE-6 a file is removed from its own district alone, and once more without complaint', async () => {
  const shelf = folderShelf(join(folder, 'removed'))
  for (const district of ['34.04', '34.02']) await shelf.write(district, digest, sealed)
  for (let time = 0; time < 2; time++) await shelf.remove('34.04', digest)
  assert.equal(await shelf.read('34.04', digest), null)
  assert.ok((await shelf.read('34.02', digest))?.equals(sealed))
})
