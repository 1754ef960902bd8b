import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { familyId } from '@openslrt/core/kernel/id.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { peopleIn } from '../../testing/people.ts'
import { assertVerified } from '../../testing/verified.ts'
import { sweepDoubles } from './sweep-doubles.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const there = await house.staffAt(bantul, 'verifier', '34.02')
const lay = peopleIn(house)

interface Named {
  readonly name: string
  readonly birthDate?: string | null
  readonly head?: boolean
}
/** A family with its people. */
async function household(address: string, members: readonly Named[], own: { kk?: string; place?: string } = {}) {
  const id = familyId.parse(await lay.family({ address, ...own }))
  for (const { name, birthDate = null, head = false } of members)
    await lay.person({
      name,
      birthDate,
      family: id,
      values: { status_hubungan_keluarga: head ? '1' : '3' },
      ...(own.place ? { place: own.place } : {}),
    })
  return id
}

const budi = { name: 'Budi Santoso', head: true }
const siti = { name: 'Siti Aminah', birthDate: '1980-06-05' }
const first = await household('Jl. Melati 3', [budi, siti, { name: 'Rina' }])
const second = await household('RT 02', [
  { ...budi, name: 'Boedi Santoso' },
  { ...siti, name: 'St. Aminah' },
])
await household('Jl. Melati 9', [{ name: 'Budi Santoso', head: true }, { name: 'Karto' }])
await household('Dusun A', [{ name: 'Wagiman', head: true }], { kk: '3404070101100077' })
await household('', [{ name: 'Poniyem', head: true }], { kk: '3404070101100077', place: sleman.maguwoharjo })
await household('RT 02', [budi, siti], { place: '34.02.01.2001' })

const sweep = (): Promise<number> => sweepDoubles(house.parts.pools.worker, Date.now() + 60_000)
const listed = async (client: Client) =>
  (await client.read(doubleRoutes.families)).items.map(({ first: one, second: other, reasons }) => [
    [one.name, other.name].toSorted().join(' + '),
    reasons.join(', '),
  ])
const melati = ['Boedi Santoso + Budi Santoso', 'same-head, same-members, one-village']
const carded = ['Poniyem + Wagiman', 'same-card, one-subdistrict']

test('DOUBLE-14 families of one card, or of one head with members in one village, come on a list, for those who see both', async () => {
  await sweep()
  assert.deepEqual(await listed(verifier), [melati, carded])
  assert.deepEqual(await listed(coordinator), [melati], 'one of the others lives in another village')
  assert.deepEqual(await listed(there), [])
  assert.equal((await desk.ask(doubleRoutes.families)).status, 403)
})

test('DOUBLE-14 a family of the list is told by its head, address, village and how many it is', async () => {
  const [pair] = (await verifier.read(doubleRoutes.families)).items
  const told = [pair?.first, pair?.second].find((one) => one?.id === first)
  assert.deepEqual(told, {
    id: first,
    name: 'Budi Santoso',
    address: 'Jl. Melati 3',
    placeName: 'Caturtunggal',
    members: 3,
  })
})

const about = { of: 'family' as const, kept: first, gone: second }
const preview = () => verifier.ask(doubleRoutes.preview, { query: { district: '34.04', ...about } })

test('DOUBLE-14 what is compared says the same reasons as the list', async () => {
  const { body } = await preview()
  assert.deepEqual(body['reasons'], ['same-head', 'same-members', 'one-village'])
  assert.equal(body['score'], (await verifier.read(doubleRoutes.families)).items[0]?.score)
})

test('DOUBLE-14 two of whom somebody said that they are two families are not asked about again, until that is taken back', async () => {
  const subject = randomUUID()
  await verifier.does('registry.not-same', { subject, data: about })
  assert.deepEqual(await listed(verifier), [carded])
  await verifier.does('registry.unmerge', { subject, base: 1 })
  assert.deepEqual(await listed(verifier), [melati, carded])
})

test('DOUBLE-14 families that were made one are off the list, and on it again when they are parted', async () => {
  const { body } = await preview()
  const versions = {
    keptVersion: Reflect.get(Object(body['kept']), 'version'),
    goneVersion: Reflect.get(Object(body['gone']), 'version'),
  }
  const subject = randomUUID()
  await verifier.does('registry.merge', { subject, data: { ...about, take: [], ...versions } })
  await sweep()
  assert.deepEqual(await listed(verifier), [carded])
  await verifier.does('registry.unmerge', { subject, base: 1 })
  await sweep()
  assert.deepEqual(await listed(verifier), [melati, carded])
  await assertVerified(house)
})

test('DOUBLE-14 a family is looked at anew when somebody comes to it, whatever wrote them', async () => {
  const late = await household('Jl. Anggrek 1', [{ name: 'Sukarno', head: true }])
  await household('', [{ name: 'Soekarno', head: true }, { name: 'Tuti' }])
  await sweep()
  assert.deepEqual((await listed(verifier)).length, 2, 'one name alone is not enough')
  await lay.person({ name: 'Toeti', family: late, values: { status_hubungan_keluarga: '3' } })
  await sweep()
  assert.deepEqual((await listed(verifier)).length, 3)
})
