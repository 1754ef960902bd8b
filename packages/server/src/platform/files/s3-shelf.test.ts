import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startBucket } from '../../testing/a-bucket.ts'
import type { DistrictKeys } from '../ledger/keys.ts'
import { keyedDigest, keyOf, seal, sha256, unseal } from '../ledger/seal.ts'
import type { Bucket } from './s3-shelf.ts'
import { bucketShelf } from './s3-shelf.ts'
import { sealedOn } from './store.ts'

const secret = keyOf(randomBytes(32))
const keys: DistrictKeys = {
  seal: (plain, about) => seal({ id: 1, secret }, plain, about),
  open: (sealed, about) => unseal(() => secret, sealed, about),
  index: (purpose, value) => keyedDigest(secret, purpose, value),
}
const server = await startBucket()
after(() => server.close())
const storeOf = (bucket: Bucket) => sealedOn(bucketShelf(bucket))
const store = storeOf(server.bucket)
const letter = Buffer.from('%PDF-1.7 Surat keterangan Sumarni')
const digest = sha256(letter).toString('hex')

test('FILE-9 what was put into a bucket is got back byte for byte, a large file too', async () => {
  const photo = randomBytes(8_000_000)
  for (const bytes of [letter, photo, Buffer.alloc(0)]) {
    const name = sha256(bytes).toString('hex')
    await store.put('34.04', name, bytes, keys)
    assert.deepEqual(await store.get('34.04', name, keys), bytes)
  }
})

test('FILE-9 the store holds no word of it, and the same content once', async () => {
  await store.put('34.04', digest, letter, keys)
  await store.put('34.04', digest, letter, keys)
  const kept = (await readdir(server.directory, { recursive: true })).filter((path) => path.includes(digest))
  const objects = kept.filter((path) => path.endsWith('_object'))
  assert.equal(objects.length, 1, kept.join(', '))
  const lies = await readFile(join(server.directory, objects[0] ?? ''))
  assert.equal(lies.includes('Sumarni'), false)
})

test('FILE-9 a file is removed, one that is gone is removed already, and asking for it is a fault', async () => {
  await store.put('34.01', digest, letter, keys)
  await store.remove('34.01', digest)
  await store.remove('34.01', digest)
  await assert.rejects(store.get('34.01', digest, keys), /of 34\.01 is not where files are kept/)
  assert.deepEqual(await store.get('34.04', digest, keys), letter)
})

test('FILE-9 an account that the store does not know gets nothing, and puts nothing', async () => {
  const stranger = storeOf({ ...server.bucket, accessKey: 'salah' })
  await assert.rejects(stranger.get('34.04', digest, keys), /403/)
  await assert.rejects(stranger.put('34.04', digest, letter, keys), /403/)
})

test('FILE-9 a file that was swapped in the bucket for another does not open', async () => {
  const other = sha256('lain').toString('hex')
  await store.put('34.04', other, Buffer.from('lain'), keys)
  await assert.rejects(
    storeOf(server.bucket).get('34.04', other, { ...keys, open: (sealed) => keys.open(sealed, `file ${digest}`) }),
  )
})

test('FILE-9 how a sealed file begins is read without the rest, and where nothing lies nothing is read', async () => {
  const shelf = bucketShelf(server.bucket)
  await store.put('34.04', digest, letter, keys)
  const whole = await shelf.read('34.04', digest)
  assert.deepEqual(await shelf.read('34.04', digest, 5), whole?.subarray(0, 5))
  assert.equal(await shelf.read('12.01', digest, 5), null)
})
