import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { aKey, newHardware } from '../../testing/a-field-phone.ts'
import { makeSeal } from '../outbox/seal.ts'
import { faultOf, idleAtFirst, isIdle, mostTries, waitAfterMs } from './pin.ts'
import { pinRounds } from './pin-key.ts'
import { makeVault } from './vault.ts'
import { openVaultStore } from './vault-store.ts'

const someone = (name: string) => ({ staff: randomUUID(), name, outboxKey: aKey(), demo: false, posts: [] })
const [siti, budi] = [someone('Siti'), someone('Budi')]

async function aVault(engine = newHardware()) {
  const store = await openVaultStore(engine)
  const clock = { now: 1_000_000 }
  const vault = makeVault({ store, now: () => clock.now, newId: randomUUID, rounds: 1000 })
  return { vault, store, clock, engine }
}

test('SYNC-31 a PIN has six digits, and none that everybody tries first', () => {
  for (const pin of ['', '12345', '1234567', '12a456']) assert.equal(faultOf(pin), 'short', pin)
  for (const pin of ['000000', '123456', '987654', '121212', '123123']) assert.equal(faultOf(pin), 'easy', pin)
  for (const pin of ['170845', '112233', '924817']) assert.equal(faultOf(pin), null, pin)
})

test('SYNC-32 a PIN opens the keys again, also after the app was ended; it lies nowhere, nor do they', async () => {
  const { vault, store, engine } = await aVault()
  const keys = await vault.setPin(siti, '170845')
  const again = await aVault(engine)
  const opened = await again.vault.unlock(siti.staff, '170845')
  assert.ok(opened.ok)
  assert.deepEqual(opened.value, keys)
  assert.equal(opened.value.me.outboxKey, siti.outboxKey)
  const lies = JSON.stringify(await store.drawers.toArray(), (_, value: unknown) =>
    value instanceof ArrayBuffer || value instanceof Uint8Array
      ? Buffer.from(new Uint8Array(value)).toString('latin1')
      : value,
  )
  for (const secret of ['170845', keys.dataKey, siti.outboxKey]) assert.ok(!lies.includes(secret))
})

test('SYNC-32 it takes as many rounds as the guide says, and the key of the device can not be taken out', async () => {
  const { vault, store } = await aVault()
  assert.ok(pinRounds >= 310_000)
  await vault.setPin(siti, '170845')
  const kept = await store.device.get('device')
  assert.ok(kept && 'key' in kept && !kept.key.extractable)
})

test('SYNC-32 a drawer that was carried to another device opens with no PIN', async () => {
  const [here, there] = [await aVault(), await aVault()]
  await here.vault.setPin(siti, '170845')
  const drawer = await here.store.drawers.get(siti.staff)
  assert.ok(drawer)
  await there.store.drawers.put(drawer)
  const shut = await there.vault.unlock(siti.staff, '170845')
  assert.ok(!shut.ok && shut.error.code === 'wrong')
})

test('SYNC-33 wrong PINs are counted over the end of the app, and cost waits that grow', async () => {
  const { vault, clock, engine } = await aVault()
  await vault.setPin(siti, '170845')
  for (let tries = 1; tries <= 3; tries += 1) {
    const shut = await vault.unlock(siti.staff, '924817')
    assert.ok(!shut.ok && shut.error.code === 'wrong' && shut.error.left === mostTries - tries)
  }
  const again = await aVault(engine)
  again.clock.now = clock.now
  const wait = await again.vault.unlock(siti.staff, '170845')
  assert.deepEqual(
    wait,
    { ok: false, error: { code: 'wait', nextAt: clock.now + minuteMs / 2 } },
    'not even the right one',
  )
  again.clock.now += minuteMs / 2
  assert.ok((await again.vault.unlock(siti.staff, '170845')).ok)
  const [counted] = await again.vault.people()
  assert.deepEqual([counted?.tries, counted?.nextAt], [0, 0], 'the right one begins anew')
  assert.deepEqual(
    [1, 2, 3, 4, 5, 9, 10].map((tries) => waitAfterMs(tries) / minuteMs),
    [0, 0, 0.5, 1, 2, 32, 60],
  )
})

test('SYNC-33 after the tenth wrong PIN the drawer is gone, and the right one opens nothing', async () => {
  const { vault, clock } = await aVault()
  await vault.setPin(siti, '170845')
  await vault.setPin(budi, '924817')
  const codes: string[] = []
  let owner = ''
  for (let tries = 0; tries < mostTries; tries += 1) {
    clock.now += 60 * minuteMs
    const shut = await vault.unlock(siti.staff, '111222')
    codes.push(shut.ok ? 'open' : shut.error.code)
    if (!shut.ok && shut.error.code === 'emptied') owner = shut.error.owner
  }
  assert.deepEqual(codes, [...Array<string>(9).fill('wrong'), 'emptied'])
  assert.equal(owner, (await makeSeal(siti.outboxKey)).owner, 'and it is told whose rows go with it')
  const gone = await vault.unlock(siti.staff, '170845')
  assert.ok(!gone.ok && gone.error.code === 'nobody')
  assert.ok((await vault.unlock(budi.staff, '924817')).ok, 'nobody else pays for it')
})

test('SYNC-34 a phone that nobody touches is locked after so many minutes; a clock that was set back locks as well', async () => {
  assert.deepEqual(
    [4.9, 5, 600].map((minutes) => isIdle(0, minutes * minuteMs, 5)),
    [false, true, true],
  )
  assert.equal(isIdle(10 * 60 * minuteMs, 0, 5), true)
  const { vault } = await aVault()
  await vault.setPin(siti, '170845')
  assert.equal((await vault.people())[0]?.idleMinutes, idleAtFirst)
  await vault.setIdle(siti.staff, 2)
  await vault.setPin(siti, '924817')
  assert.equal((await vault.people())[0]?.idleMinutes, 2)
})

test('SYNC-35 a PIN that was forgotten: whoever signs in anew has other keys for rows, and the same for what waits', async () => {
  const { vault } = await aVault()
  const before = await vault.setPin(siti, '170845')
  const after = await vault.setPin(siti, '924817')
  assert.notEqual(after.dataKey, before.dataKey)
  assert.equal(after.me.outboxKey, before.me.outboxKey)
  assert.equal(after.device, before.device, 'and the same phone to the server')
  const old = await vault.unlock(siti.staff, '170845')
  assert.ok(!old.ok)
})

test('SYNC-35 a PIN that is only changed keeps the keys', async () => {
  const { vault } = await aVault()
  const before = await vault.setPin(siti, '170845')
  assert.deepEqual(await vault.setPin(siti, '924817', before), before)
  const opened = await vault.unlock(siti.staff, '924817')
  assert.ok(opened.ok && opened.value.dataKey === before.dataKey)
})

test('SYNC-36 several people on one phone have a drawer each: one’s PIN opens no other’s', async () => {
  const { vault, store } = await aVault()
  await vault.setPin(siti, '170845')
  await vault.setPin(budi, '924817')
  assert.deepEqual(
    (await vault.people()).map(({ name }) => name),
    ['Budi', 'Siti'],
  )
  assert.equal((await vault.unlock(budi.staff, '170845')).ok, false)
  const [mine, other] = [await store.drawers.get(siti.staff), await store.drawers.get(budi.staff)]
  assert.ok(mine && other)
  await store.drawers.put({ ...mine, staff: other.staff })
  assert.equal((await vault.unlock(budi.staff, '170845')).ok, false, 'nor does one’s drawer under another’s name')
})

test('SYNC-59 an emptied drawer keeps the number of the phone: an order that waits for it is not escaped by ten wrong PINs', async () => {
  const { vault, clock } = await aVault()
  const before = await vault.setPin(siti, '170845')
  const others = await vault.setPin(budi, '924817')
  for (let tries = 0; tries < mostTries; tries += 1) {
    clock.now += 60 * minuteMs
    await vault.unlock(siti.staff, '111222')
  }
  assert.deepEqual(
    (await vault.people()).map(({ name }) => name),
    ['Budi'],
  )
  const after = await vault.setPin(siti, '170845')
  assert.deepEqual([after.device, after.dataKey === before.dataKey], [before.device, false])
  await vault.forget(siti.staff)
  assert.notEqual((await vault.setPin(siti, '170845')).device, before.device, 'one whose order was carried out is new')
  assert.deepEqual(await vault.unlock(budi.staff, '924817'), { ok: true, value: others })
})
