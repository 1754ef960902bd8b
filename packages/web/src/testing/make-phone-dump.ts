import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Me, me as meShape } from '@openslrt/core/contract/reference-queries.ts'
import { tableOf } from '@openslrt/core/kernel/keys.ts'
import { codeLists } from '@openslrt/core/registry/code-lists.ts'
import { openStoreIn } from '../platform/outbox/device-store.ts'
import { makeSeal } from '../platform/outbox/seal.ts'
import { newId } from '../platform/outbox/uuid.ts'
import { makeVault } from '../platform/vault/vault.ts'
import { openVaultStore } from '../platform/vault/vault-store.ts'
import { aFieldPhone, aKey, naming, newHardware } from './a-field-phone.ts'
import { aFieldServer } from './a-field-server.ts'
import { dumpOf, type PhoneDump } from './phone-dump.ts'

const pin = '170845'
const { place, district } = meShape.shape.posts.element
  .pick({ place: true, district: true })
  .parse({ place: '34.04.07.2001', district: '34.04' })
const post: Me['posts'][number] = {
  office: randomUUID(),
  officeName: 'Puskesos Caturtunggal',
  kind: 'puskesos',
  level: 'village',
  place,
  placeName: 'Caturtunggal',
  district,
  zone: 'Asia/Jakarta',
  roles: ['facilitator'],
  roleNames: [{ id: 'Fasilitator', en: 'Facilitator' }],
  permissions: ['visit.do', 'case.register', 'registry.read', 'registry.propose'],
}

/** A phone that is in use, made by the code of today: rows, what waits, was refused, was accepted, and a half-written form. */
export async function aUsedPhone(): Promise<PhoneDump> {
  const hardware = newHardware()
  const me: Me = { staff: randomUUID(), name: 'Kartini Lestari', outboxKey: aKey(), demo: false, posts: [post] }
  const store = await openVaultStore(hardware)
  // A browser gives its own to no script, so the one in a dump is made by hand.
  const key = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, true, ['sign'])
  await store.device.put({ id: 'device', key })
  const { dataKey } = await makeVault({ store, now: Date.now, newId }).setPin(me, pin)
  await work(me, dataKey, hardware)
  await writeHalf(me.outboxKey, hardware)
  const { staff, name, outboxKey } = me
  return { staff, name, pin, dataKey, outboxKey, stores: await dumpOf(hardware.indexedDB) }
}

/** As `saveDraft` does. Forms are kept for two weeks, and a dump for years. */
async function writeHalf(outboxKey: string, hardware: ReturnType<typeof newHardware>): Promise<void> {
  const seal = await makeSeal(outboxKey)
  const key = 'field:complaint'
  const sealed = await seal.close(key, { name: 'Ngatinem', summary: 'Baru ditulis separuh' })
  const { db, drafts } = await openStoreIn(hardware)
  await drafts.put({ owner: seal.owner, key, keptAt: Date.UTC(2100, 0, 1), ...sealed })
  db.close()
}

async function work(
  { staff, outboxKey }: Me,
  dataKey: string,
  hardware: ReturnType<typeof newHardware>,
): Promise<void> {
  const server = aFieldServer(staff)
  for (const name of ['Sumarni', 'Ahmad Yusuf', 'Siti Aminah', 'Budi']) server.write(name)
  const phone = await aFieldPhone(server.lineOf(), { staff, dataKey, outboxKey }, hardware)
  server.refuse = ({ data }) => (data === 'Ditolak' ? 'stale' : null)
  await phone.keep(naming('Diterima'))
  await phone.keep(naming('Ditolak'))
  await phone.sync()
  await phone.keep(naming('Menunggu'))
  await phone.keepLists({ category: [{ code: 'aid', names: { id: 'Bantuan', en: 'Aid' }, data: {} }] })
  await phone.keepChoices({ lists: tableOf(codeLists, () => []), local: [] })
  phone.close()
}

// node packages/web/src/testing/make-phone-dump.ts 2: before a release whose shape is another than the last one's.
if (import.meta.main) {
  const [, , number = ''] = process.argv
  if (!/^\d+$/.test(number)) throw new Error('name the shape: the number after the last one in fixtures/')
  const place = join(import.meta.dirname, `fixtures/phone-shape-${number}.json`)
  await writeFile(place, `${JSON.stringify(await aUsedPhone(), null, 1)}\n`, { flag: 'wx' })
  process.exit(0)
}
