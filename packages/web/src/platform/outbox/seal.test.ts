import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { makeSeal } from './seal.ts'

const keyOf = (): string => randomBytes(32).toString('base64url')
const typed = { note: 'Ibu S. sakit, kartu nonaktif' }

test('SYNC-7 what waits on the device shows nothing of what was typed, and opens only with the same key', async () => {
  const key = keyOf()
  const sealed = await (await makeSeal(key)).close('a', typed)
  assert.ok(!Buffer.from(sealed.box).toString('latin1').includes('kartu'))
  assert.deepEqual(await (await makeSeal(key)).open('a', sealed), typed)
  assert.equal(await (await makeSeal(keyOf())).open('a', sealed), null)
})

test('SYNC-7 a box that was moved to another place or changed does not open', async () => {
  const seal = await makeSeal(keyOf())
  const sealed = await seal.close('a', typed)
  assert.equal(await seal.open('b', sealed), null)
  const changed = sealed.box.slice(0)
  new Uint8Array(changed).set([new Uint8Array(changed)[0] === 1 ? 2 : 1])
  assert.equal(await seal.open('a', { ...sealed, box: changed }), null)
})

test('SYNC-7 entries of a person are found again at every sign-in, and by nobody else', async () => {
  const key = keyOf()
  assert.equal((await makeSeal(key)).owner, (await makeSeal(key)).owner)
  assert.notEqual((await makeSeal(key)).owner, (await makeSeal(keyOf())).owner)
})
