import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { keptSecret } from './secrets.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openslrt-secret-'))
})
after(() => rm(folder, { recursive: true }))

test('SECRET-1 a secret is made at the first start, kept for its owner alone, and the same at every later one', async () => {
  const file = join(folder, 'deep/er/master.key')
  const made = await keptSecret(file)
  assert.equal(made.length, 32)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.deepEqual(await keptSecret(file), made)
  assert.equal((await readFile(file, 'utf8')).trim(), made.toString('base64'))
})

test('SECRET-1 two starts at the same moment agree on one secret', async () => {
  const file = join(folder, 'raced.key')
  const made = await Promise.all(Array.from({ length: 8 }, () => keptSecret(file)))
  assert.equal(new Set(made.map((secret) => secret.toString('hex'))).size, 1)
})

test('SECRET-1 two installations never make the same secret', async () => {
  const one = await keptSecret(join(folder, 'one.key'))
  assert.notDeepEqual(await keptSecret(join(folder, 'two.key')), one)
})

test('SECRET-2 a file that holds no key is named, and left as it is', async () => {
  const file = join(folder, 'broken.key')
  for (const text of ['', 'not a key', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64')]) {
    await writeFile(file, text)
    await assert.rejects(keptSecret(file), /broken\.key does not hold a key of 32 bytes in base64/)
    assert.equal(await readFile(file, 'utf8'), text)
  }
})

test('SECRET-2 a key with spaces or a line break around it is read', async () => {
  const file = join(folder, 'spaced.key')
  await writeFile(file, `  ${Buffer.alloc(32, 9).toString('base64')}\r\n\n`)
  assert.deepEqual(await keptSecret(file), Buffer.alloc(32, 9))
})

test('SECRET-2 a folder where the key should be is no reason to make another key', async () => {
  await assert.rejects(keptSecret(folder), { code: 'EISDIR' })
})
