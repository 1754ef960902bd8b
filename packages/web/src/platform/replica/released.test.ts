import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { aFieldPhone, type Hardware, namesOn, newHardware } from '../../testing/a-field-phone.ts'
import { aFieldServer } from '../../testing/a-field-server.ts'
import { aUsedPhone } from '../../testing/make-phone-dump.ts'
import { dumpOf, layDown, type PhoneDump, shapeOf } from '../../testing/phone-dump.ts'
import { openStoreIn } from '../outbox/device-store.ts'
import { NewerShape } from '../outbox/open-shape.ts'
import { makeSeal } from '../outbox/seal.ts'
import { makeVault } from '../vault/vault.ts'
import { openVaultStore } from '../vault/vault-store.ts'
import { openPhoneDb, phoneDbName } from './phone-db.ts'

const folder = join(import.meta.dirname, '../../testing/fixtures')
const released = readdirSync(folder)
  .filter((file) => /^phone-shape-\d+\.json$/.test(file))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
const read = (file: string): PhoneDump => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const newest = read(released.at(-1) ?? '')

async function laidDown({ stores }: PhoneDump): Promise<Hardware> {
  const hardware = newHardware()
  await layDown(stores, hardware.indexedDB)
  return hardware
}

for (const file of released) {
  const dump = read(file)
  const { staff, outboxKey } = dump

  test(`SYNC-49 ${file}: the PIN of then opens the vault of then with the code of today`, async () => {
    const store = await openVaultStore(await laidDown(dump))
    const vault = makeVault({ store, now: Date.now, newId: () => 'new' })
    assert.deepEqual(
      (await vault.people()).map(({ name, tries }) => [name, tries]),
      [[dump.name, 0]],
    )
    const keys = await vault.unlock(staff, dump.pin)
    assert.ok(keys.ok, 'or a release would count right PINs as wrong, and empty the vault at the tenth')
    assert.deepEqual([keys.value.dataKey, keys.value.me.outboxKey], [dump.dataKey, outboxKey])
  })

  test(`SYNC-49 ${file}: rows, what waits, what was refused and what was accepted are there, and nothing is asked again`, async () => {
    const hardware = await laidDown(dump)
    const phone = await aFieldPhone(aFieldServer(staff).lineOf(), dump, hardware)
    assert.deepEqual(namesOn(phone), ['Ahmad Yusuf', 'Budi', 'Diterima', 'Siti Aminah', 'Sumarni'])
    const entries = await phone.shelf.all()
    assert.deepEqual(
      entries.map(({ state, command }) => [state, command.data]),
      [
        ['refused', 'Ditolak'],
        ['waiting', 'Menunggu'],
      ],
    )
    assert.deepEqual(
      phone.journal.all().map(({ command }) => command.data),
      ['Diterima'],
    )
    assert.ok(phone.replica.state().cursor, 'how far it had come is known: rows are not pulled anew')
    assert.deepEqual(Object.keys((await phone.lists()) ?? {}), ['category'])
    assert.ok(await phone.choices())
    phone.close()
  })

  test(`SYNC-49 ${file}: the first sync after the update sends all of it, and both sides count the same`, async () => {
    const phone = await aFieldPhone(aFieldServer(staff).lineOf(), dump, await laidDown(dump))
    const said = await phone.sync()
    assert.ok(
      said.ok && said.value.unlike.length === 0,
      'its server was restored meanwhile: what was accepted goes again',
    )
    assert.deepEqual(namesOn(phone), ['Diterima', 'Menunggu'])
    assert.deepEqual(
      (await phone.shelf.all()).map(({ state }) => state),
      ['refused'],
    )
    phone.close()
  })

  test(`SYNC-49 ${file}: a form that was half written opens as it was left`, async () => {
    const hardware = await laidDown(dump)
    const { db, drafts } = await openStoreIn(hardware)
    const seal = await makeSeal(outboxKey)
    const row = await drafts.get([seal.owner, 'field:complaint'])
    assert.ok(row)
    assert.deepEqual(await seal.open('field:complaint', row), { name: 'Ngatinem', summary: 'Baru ditulis separuh' })
    db.close()
  })
}

test('SYNC-49 the newest dump has the shape that the code of today makes', async () => {
  const made = await aUsedPhone()
  const owner = /[0-9a-f]{32}$/
  const bare = ({ stores }: PhoneDump) =>
    stores.map((store) => shapeOf({ ...store, name: store.name.replace(owner, '') }))
  // Another shape is another version, and a dump of it beside these: node packages/web/src/testing/make-phone-dump.ts
  assert.deepEqual(bare(newest), bare(made))
})

test('SYNC-50 what a newer release left is refused by an older one, and lies there as it was', async () => {
  const db = phoneDbName((await makeSeal(newest.outboxKey)).owner)
  for (const [name, open] of [
    [db, (engine: Hardware) => openPhoneDb(db, engine)],
    ['openslrt-brankas', openVaultStore],
    ['openslrt', openStoreIn],
  ] as const) {
    const stores = newest.stores.map((store) => (store.name === name ? { ...store, version: 990 } : store))
    const engine = await laidDown({ ...newest, stores })
    const before = await dumpOf(engine.indexedDB)
    await assert.rejects(open(engine), NewerShape, name)
    assert.deepEqual(await dumpOf(engine.indexedDB), before, `${name} is as it was`)
  }
})
