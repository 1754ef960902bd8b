import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { erasureRoutes } from '@openslrt/core/contract/erasure.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { registryRoutes } from '@openslrt/core/contract/registry-queries.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { addFamily, addPerson, cameTo, kkAt, nikAt, origin, says } from '../../testing/families.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { sweepDoubles } from './sweep-doubles.ts'

const house = await startTestHouse({ logLevel: 'silent' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const manager = await house.staffAt(offices.secretariat, 'manager')
const verifier = await house.staffAt(offices.secretariat, 'verifier')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const stranger = await house.staffAt(bantul, 'manager', '34.02')
const district = '34.04'
const nobody = randomUUID()

const phone = '081234567890'
const home = await addFamily(coordinator, { nomor_kartu_keluarga: kkAt(1), alamat: 'RT 01' })
const head = await addPerson(
  coordinator,
  { nama: 'Sukinem', nomor_induk_kependudukan: nikAt(1), tanggal_lahir: '1980-06-05', status_hubungan_keluarga: '1' },
  { family: home },
)
await says(coordinator, 'person', head, { nomor_telepon: phone })

/** Every question about people and families, with words that find our family. */
const questions: readonly (readonly [name: string, row: RouteRow, asked: object])[] = [
  ['families', registryRoutes.families, { query: {} }],
  ['family', registryRoutes.family, { query: { district, id: home } }],
  ['person', registryRoutes.person, { query: { district, id: head } }],
  ['history', registryRoutes.history, { query: { district, of: 'person', id: head } }],
  ['history of a family', registryRoutes.history, { query: { district, of: 'family', id: home } }],
  ['found by name', findRoutes.find, { body: { text: 'Sukinem', place: null } }],
  ['found by number', findRoutes.find, { body: { text: nikAt(1), place: null } }],
  ['links', doubleRoutes.links, { query: { district, person: head } }],
  ['erasures', erasureRoutes.erasures, { query: {} }],
  [
    'candidates',
    doubleRoutes.candidates,
    {
      body: {
        name: 'Sukinem',
        nik: nikAt(1),
        kk: kkAt(1),
        phone,
        birthDate: '1980-06-05',
        sex: 'P',
        place: sleman.caturtunggal,
      },
    },
  ],
]
for (const [name, row, asked] of questions)
  test(`REGISTRY-18 ${name}: no number stands in the open, for whoever asks; whoever is elsewhere learns nothing`, async () => {
    for (const who of [fo, coordinator, manager]) {
      const { status, text } = await who.ask(row, asked)
      assert.ok(status === 200 || status === 403, `${name} ${text}`)
      for (const number of [nikAt(1), kkAt(1), phone]) assert.ok(!text.includes(number), `${name} tells ${number}`)
    }
    const { text } = await stranger.ask(row, asked)
    // What was typed is told back; nothing else is.
    const typed = JSON.stringify(asked)
    const words = ['Sukinem', 'RT 01', home, head].filter((word) => !typed.includes(word))
    for (const word of words) assert.ok(!text.includes(word), `${name} tells ${word}`)
    const unknown = await house.stranger().ask(row, asked)
    assert.equal(unknown.status, 401)
  })

test('REGISTRY-18 a reveal without a reason, of nobody, or of a holder of the other kind shows nothing and is on no record', async () => {
  const body = { district, of: 'person', id: head, reason: 'Cocokkan KTP' }
  const count = async () => (await house.owner("select 1 from access_log where action = 'reveal'")).length
  const before = await count()
  for (const own of [
    { reason: '' },
    { reason: '   ' },
    { reason: 'abc' },
    { reason: 'x'.repeat(10_000) },
    { of: 'family' },
    { id: home },
    { id: nobody },
    { id: 'bukan' },
    { district: '34.02' },
    { district: '99.99' },
  ]) {
    const { status, text } = await manager.ask(registryRoutes.reveal, { body: { ...body, ...own } })
    assert.ok(status >= 400 && status < 500, `${JSON.stringify(own)} ${status}`)
    for (const number of [nikAt(1), kkAt(1), phone]) assert.ok(!text.includes(number))
  }
  assert.equal(await count(), before)
  const shown = await manager.read(registryRoutes.reveal, { body })
  assert.deepEqual([shown.nik, shown.phone], [nikAt(1), phone])
  assert.equal(await count(), before + 1)
})

/** What two people send at the same moment, and how many of them are heard. */
const atOnce: readonly (readonly [what: string, heard: number, send: () => Promise<readonly string[]>])[] = [
  [
    'the same person by one id',
    1,
    async () => {
      const subject = randomUUID()
      const data = { place: sleman.caturtunggal, family: null, values: { nama: 'Kembar' }, ...origin }
      return all((who) => who.send('registry.add-person', { subject, data }))
    },
  ],
  [
    'one person into two families',
    1,
    async () => {
      const person = await addPerson(coordinator, {})
      const homes = [await addFamily(coordinator), await addFamily(coordinator), await addFamily(coordinator)]
      return all((who, nth) =>
        who.send('registry.join-family', { subject: person, data: { family: homes[nth], relation: '3', ...origin } }),
      )
    },
  ],
  [
    'the same value of one page',
    1,
    async () => {
      const person = await addPerson(coordinator, {})
      return all((who) => says(who, 'person', person, { agama: 'islam' }, { base: 1 }))
    },
  ],
  [
    'three values of one field, from one page',
    1,
    async () => {
      const person = await addPerson(coordinator, {})
      return all((who, nth) => says(who, 'person', person, { status_kawin: String(nth + 1) }, { base: 1 }))
    },
  ],
  [
    'three fields of one page',
    3,
    async () => {
      const person = await addPerson(coordinator, {})
      const fields = [{ agama: 'islam' }, { status_kawin: '2' }, { hamil: true }]
      return all((who, nth) => says(who, 'person', person, fields[nth] ?? {}, { base: 1 }))
    },
  ],
  [
    'a death',
    1,
    async () => {
      const person = await addPerson(coordinator, {})
      const data = { of: 'person', status: 'dead', on: '2026-11-01', ...origin }
      return all((who) => who.send('registry.mark', { subject: person, data }))
    },
  ],
]
const all = async (send: (who: Client, nth: number) => ReturnType<Client['send']>): Promise<readonly string[]> =>
  (await Promise.all([fo, coordinator, manager].map(send))).map(cameTo)
for (const [what, heard, send] of atOnce)
  test(`REGISTRY-15, REGISTRY-21 of three who send ${what} at once, ${heard} ${heard === 1 ? 'is' : 'are'} heard and nothing is half done`, async () => {
    const codes = await send()
    assert.equal(codes.filter((code) => code === 'done').length, heard, codes.join())
    for (const code of codes) assert.ok(!['internal', 'busy'].includes(code), code)
    await assertVerified(house)
  })

test('REGISTRY-14 whatever signs a name or an address has, they come back as they were typed and are found', async () => {
  const names = [
    "Ni'mah",
    'Ayu "Ayi"',
    'Müller',
    'Şükran',
    'Li Wei 李伟',
    'A; DROP TABLE person',
    '<b>Siti</b>',
    '100%',
  ]
  for (const nama of names) {
    const id = await addPerson(coordinator, { nama })
    const { name, said } = await fo.read(registryRoutes.person, { query: { district, id } })
    assert.deepEqual([name, said['nama']], [nama, nama])
  }
  const odd = ['a\0b', '', '   ', 'a'.repeat(301)]
  for (const nama of odd) {
    const data = { place: sleman.caturtunggal, family: null, values: { nama }, ...origin }
    const answer = await coordinator.send('registry.add-person', { data })
    assert.ok(answer.status >= 400 && answer.status < 500, JSON.stringify(nama).slice(0, 40))
  }
})

test('REGISTRY-17 families come page by page, village by village, nobody twice; so does a long history', async () => {
  for (let nth = 0; nth < 27; nth++) await addFamily(manager, { alamat: `RT ${nth}` }, sleman.sinduadi)
  const seen: string[] = []
  const first = await manager.read(registryRoutes.families, { query: { place: sleman.sinduadi } })
  for (let page = 1; page <= Math.ceil(first.total / first.size) + 1; page++)
    seen.push(
      ...(await manager.read(registryRoutes.families, { query: { place: sleman.sinduadi, page } })).items.map(
        ({ address }) => address,
      ),
    )
  assert.deepEqual([first.total, seen.length, new Set(seen).size], [27, 27, 27])
  const person = await addPerson(coordinator, {})
  for (let nth = 0; nth < 30; nth++) await says(coordinator, 'person', person, { status_kawin: String((nth % 4) + 1) })
  const told = async (page: number) =>
    fo.read(registryRoutes.history, { query: { district, of: 'person', id: person, page } })
  const pages = [await told(1), await told(2)].flatMap(({ items }) => items)
  assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length)
  const ways = pages.map(({ values, was }) => [was['status_kawin'], values['status_kawin']])
  for (const [nth, [was]] of ways.entries())
    if (nth + 1 < ways.length && was !== undefined) assert.equal(was, ways[nth + 1]?.[1], 'each says what stood before')
})

test('DOUBLE-3 likely doubles come page by page, each pair once, and once two of them are one only what is left', async () => {
  for (let nth = 0; nth < 8; nth++)
    await addPerson(manager, { nama: 'Tukijan', tanggal_lahir: '1971-02-03', jenis_kelamin: '1' })
  await sweepDoubles(house.parts.pools.worker, Date.now() + 60_000)
  const list = async () => {
    const first = await verifier.read(doubleRoutes.list, { query: { page: 1 } })
    const pages = Array.from({ length: Math.ceil(first.total / first.size) }, (_, nth) => nth + 1)
    const items = await Promise.all(pages.map((page) => verifier.read(doubleRoutes.list, { query: { page } })))
    return items.flatMap((page) => page.items).filter((pair) => pair.first.name === 'Tukijan')
  }
  const pairs = await list()
  assert.equal(pairs.length, 28, 'eight people are twenty-eight pairs')
  assert.equal(new Set(pairs.map(({ id }) => id)).size, 28)
  const [pair] = pairs
  assert.ok(pair)
  const data = { of: 'person', kept: pair.first.id, gone: pair.second.id, take: [], keptVersion: 1, goneVersion: 1 }
  await verifier.does('registry.merge', { data })
  await sweepDoubles(house.parts.pools.worker, Date.now() + 60_000)
  assert.equal((await list()).length, 21, 'seven people are twenty-one pairs')
  const again = await verifier.send('registry.merge', { data: { ...data, keptVersion: 2, goneVersion: 2 } })
  assert.equal(cameTo(again), 'pair-merged')
})
