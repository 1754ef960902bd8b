import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Dexie } from 'dexie'
import { aFieldPhone, aKey, namesOn, naming, newHardware, person } from '../../testing/a-field-phone.ts'
import { aFieldServer } from '../../testing/a-field-server.ts'
import { waitingEntry } from '../outbox/entry.ts'
import { makeSeal } from '../outbox/seal.ts'
import { phoneDbName } from './phone-db.ts'

/** The shapes in which releases left their work on phones. Each is written down once and never edited. */
const released = [
  {
    version: 1,
    entry: '++seq, &id, [owner+seq]',
    draft: '[owner+key], keptAt',
    row: '[table+id]',
    accepted: '++n, &id',
    state: 'id',
    lists: 'id',
  },
] as const

for (const { version, ...stores } of released)
  test(`SYNC-20 what release shape ${version} left on a phone is there after the update: what waits, and what was accepted`, async () => {
    const engine = newHardware()
    const seal = await makeSeal(person.outboxKey)
    const old = new Dexie(phoneDbName(seal.owner), engine)
    old.version(version).stores(stores)
    await old.open()
    const [waits, kept] = [naming('Menunggu'), naming('Diterima')]
    await old
      .table('entry')
      .add({ owner: seal.owner, id: waits.id, ...(await seal.close(waits.id, waitingEntry(waits))) })
    const box = await seal.close(`accepted:${kept.id}`, { command: kept, seq: 1, epoch: 'lost' })
    await old.table('accepted').add({ id: kept.id, ...box })
    old.close()
    const server = aFieldServer(person.staff)
    const phone = await aFieldPhone(server.lineOf(), {}, engine)
    assert.equal((await phone.shelf.all())[0]?.command.id, waits.id)
    const said = await phone.sync()
    assert.ok(said.ok && said.value.unlike.length === 0)
    assert.deepEqual(namesOn(phone), ['Diterima', 'Menunggu'])
  })

test('SYNC-20 a row in the shape of another release is not held, so that it is pulled anew', async () => {
  const engine = newHardware()
  const server = aFieldServer(person.staff)
  const id = server.write('Sumarni')
  const dataKey = aKey()
  const first = await aFieldPhone(server.lineOf(), { dataKey }, engine)
  await first.sync()
  first.close()
  const store = new Dexie(phoneDbName((await makeSeal(person.outboxKey)).owner), engine)
  await store.open()
  await store
    .table('row')
    .put({ table: 'person', id, ...(await (await makeSeal(dataKey)).close(`person:${id}`, { id, seq: 1 })) })
  store.close()
  const again = await aFieldPhone(server.lineOf(), { dataKey }, engine)
  assert.deepEqual(namesOn(again), [])
  server.write('Tetangga')
  const said = await again.sync()
  assert.ok(said.ok && said.value.unlike.length === 0)
  assert.deepEqual(namesOn(again), ['Sumarni', 'Tetangga'])
})
