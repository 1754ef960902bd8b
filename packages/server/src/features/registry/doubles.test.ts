import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Candidate } from '@openslrt/core/contract/doubles.ts'
import { doubleRoutes } from '@openslrt/core/contract/doubles.ts'
import { findRoutes } from '@openslrt/core/contract/find.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
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
const desk = await house.staffAt(offices.caturtunggal, 'fo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const there = await house.staffAt(bantul, 'verifier', '34.02')
const lay = peopleIn(house)

const nik = '3404075203600092'
const kk = '3404070101100077'
const siti = await lay.person({ name: 'Siti Aminah', birthDate: '1960-03-12', phone: '0813 0000 1111' })
const twice = await lay.person({ name: 'ST. AMINNAH', birthDate: '1960-03-12', nik, values: { ijazah_tertinggi: '5' } })
await lay.person({ name: 'Siti Aminah', birthDate: '1988-09-09' })
const far = await lay.person({ name: 'Siti Aminah', birthDate: '1960-03-12', place: '34.02.01.2001' })
const yusuf = await lay.person({ name: 'Achmad Jusuf', birthDate: '1965-08-17', sex: 'L', place: sleman.maguwoharjo })
await lay.person({ name: 'Ahmad Yusup', birthDate: '1965-08-17', sex: 'L', place: sleman.caturtunggal })
await lay.record(twice)

const sweep = (): Promise<number> => sweepDoubles(house.parts.pools.worker, Date.now() + 60_000)
const listed = async (client: Client) =>
  (await client.read(doubleRoutes.list)).items
    .map(({ first, second }) => [first.name, second.name].toSorted().join(' + '))
    .toSorted()
const person = (id: string) =>
  house.owner<{
    name: string
    status: string
    merged_into: string | null
    version: number
    said: object
    nik_index: Buffer | null
  }>('select name, status, merged_into, version, said, nik_index from person where id = $1', [id])
const preview = (client: Client, kept: string, gone: string, of = 'person') =>
  client.ask(doubleRoutes.preview, { query: { district: '34.04', of, kept, gone } })
const codeOf = ({ status, body }: { status: number; body: { code?: unknown } }) => [status, body.code]

const newcomer = {
  name: 'Siti Aminah',
  nik: null,
  kk: null,
  phone: null,
  birthDate: '1960-03-12',
  sex: 'P',
  place: sleman.caturtunggal,
}
const candidates = async (client: Client, own: object): Promise<readonly Candidate[]> =>
  (await client.read(doubleRoutes.candidates, { body: { ...newcomer, ...own } })).items

test('DOUBLE-4 before somebody is written down, those whom they may be are told with the reasons', async () => {
  const found = await candidates(desk, {})
  assert.deepEqual(
    found.map(({ person: one, score, reasons }) => [one.name, score, reasons]),
    [
      ['ST. AMINNAH', 100, ['same-name', 'same-birth', 'same-village']],
      ['Siti Aminah', 100, ['same-name', 'same-birth', 'same-village']],
    ].toSorted(
      (a, b) => found.findIndex((one) => one.person.name === a[0]) - found.findIndex((one) => one.person.name === b[0]),
    ),
  )
  const byNik = await candidates(desk, { name: 'Karto', birthDate: null, nik })
  assert.deepEqual(
    byNik.map(({ person: one, reasons }) => [one.id, reasons]),
    [[twice, ['same-nik', 'same-village']]],
  )
  assert.deepEqual((await candidates(desk, { birthDate: null })).length, 3)
  assert.deepEqual(await candidates(desk, { name: 'Bambang Priyono' }), [])
  assert.deepEqual(
    await candidates(desk, { name: 'Achmad Jusuf', birthDate: '1965-08-17', sex: 'L' }).then((all) =>
      all.map((one) => one.person.placeName),
    ),
    ['Caturtunggal'],
  )
})

test('DOUBLE-4 a NIK that is known beyond the scope is told as its district, whoever asks for candidates', async () => {
  const moved = await house.staffAt(bantul, 'fo', '34.02')
  const answer = await moved.read(doubleRoutes.candidates, { body: { ...newcomer, nik, place: '34.02.01.2001' } })
  assert.deepEqual(
    answer.elsewhere.map(({ officeName }) => officeName),
    ['Sekretariat SLRT Sleman'],
  )
  assert.deepEqual(
    answer.items.map(({ person: one }) => one.id),
    [far],
  )
})

test('DOUBLE-3 likely doubles come on a list by themselves, whatever wrote them, for those who see both', async () => {
  assert.equal(await sweep(), 6)
  assert.deepEqual(await listed(verifier), ['Achmad Jusuf + Ahmad Yusup', 'ST. AMINNAH + Siti Aminah'])
  assert.deepEqual(
    await listed(coordinator),
    ['ST. AMINNAH + Siti Aminah'],
    'one of the others lives in another village',
  )
  assert.deepEqual(await listed(there), [])
  assert.equal(await sweep(), 0, 'who was looked at is not looked at again')
  const late = await lay.person({ name: 'Achmad Jusuf', birthDate: '1965-08-17', sex: 'L', place: '34.02.01.2001' })
  await lay.person({ name: 'Ahmad Yusuf', birthDate: '1965-08-17', sex: 'L', place: '34.02.01.2001' })
  assert.equal(await sweep(), 2)
  assert.equal((await listed(there)).length, 1)
  assert.equal((await house.owner('select 1 from person where id = $1', [late])).length, 1)
})

test('DOUBLE-8 two who are not one are not asked about again, until that is taken back', async () => {
  const { items } = await verifier.read(doubleRoutes.list)
  const pair = items.find(({ first, second }) => [first.id, second.id].some((id) => id === yusuf))
  assert.ok(pair)
  const subject = randomUUID()
  await verifier.does('registry.not-same', {
    subject,
    data: { of: 'person', kept: pair.second.id, gone: pair.first.id },
  })
  assert.deepEqual(await listed(verifier), ['ST. AMINNAH + Siti Aminah'])
  await verifier.does('registry.unmerge', { subject, data: {} })
  assert.equal((await listed(verifier)).length, 2)
})

test('DOUBLE-6 what stands after a merge is shown before it, numbers masked, and only where both are in sight', async () => {
  const { body } = await preview(verifier, siti, twice)
  const shown = doubleRoutes.preview.reply.parse(body)
  const nikLine = shown.fields.find(({ field }) => field === 'nik')
  assert.deepEqual(nikLine, { field: 'nik', kept: null, gone: '3404**********92', same: false, take: true })
  assert.deepEqual(shown.follows, [{ table: 'registryRecord', n: 1 }])
  assert.deepEqual([shown.score, shown.kept.placeName], [100, 'Caturtunggal'])
  assert.deepEqual(codeOf(await preview(verifier, siti, far)), [404, 'not-found'])
  assert.deepEqual(codeOf(await preview(coordinator, siti, yusuf)), [404, 'not-found'])
  assert.deepEqual(codeOf(await preview(verifier, siti, siti)), [404, 'not-found'])
  assert.deepEqual(codeOf(await preview(desk, siti, twice)), [403, 'not-permitted'])
})

test('DOUBLE-7 a merge makes one of two, records follow, and undoing it leaves all as before', async () => {
  const subject = randomUUID()
  const [before, other] = [await person(siti), await person(twice)]
  const data = {
    of: 'person',
    kept: siti,
    gone: twice,
    take: ['nik', 'ijazah_tertinggi'],
    keptVersion: 1,
    goneVersion: 1,
  }
  assert.deepEqual(
    codeOf(await verifier.send('registry.merge', { subject: randomUUID(), data: { ...data, keptVersion: 9 } })),
    [409, 'stale'],
  )
  const out = { ...data, gone: far }
  assert.deepEqual(codeOf(await verifier.send('registry.merge', { subject: randomUUID(), data: out })), [
    404,
    'not-found',
  ])
  await verifier.does('registry.merge', { subject, data })
  const [kept] = await person(siti)
  assert.deepEqual(kept?.said, { status_hubungan_keluarga: '1', status_kawin: '4', ijazah_tertinggi: '5' })
  const found = await verifier.read(findRoutes.find, { body: { text: nik, place: null } })
  assert.deepEqual(
    found.items.map(({ id }) => id),
    [siti],
  )
  const holders = () => house.owner<{ holder: string }>("select holder from registry_record where way = 'visit'")
  assert.deepEqual(await holders(), [{ holder: siti }])
  await sweep()
  assert.deepEqual(await listed(verifier), ['Achmad Jusuf + Ahmad Yusup'])
  const { items } = await verifier.read(doubleRoutes.merged)
  assert.deepEqual(
    items.map(({ id, keptName, goneName }) => [id, keptName, goneName]),
    [[subject, 'Siti Aminah', 'ST. AMINNAH']],
  )
  const again = { ...data, keptVersion: 2, goneVersion: 2 }
  assert.deepEqual(codeOf(await verifier.send('registry.merge', { subject: randomUUID(), data: again })), [
    409,
    'pair-merged',
  ])
  await verifier.does('registry.unmerge', { subject, data: {} })
  assert.deepEqual(codeOf(await verifier.send('registry.unmerge', { subject, data: {} })), [409, 'pair-over'])
  const same = (rows: readonly object[]) => rows.map((row) => ({ ...row, version: 0 }))
  assert.deepEqual([same(await person(siti)), same(await person(twice))], [same(before), same(other)])
  assert.deepEqual(await holders(), [{ holder: twice }])
  assert.deepEqual((await verifier.read(doubleRoutes.merged)).items, [])
  await sweep()
  assert.equal((await listed(verifier)).length, 2)
})

test('DOUBLE-7 of two families one stands on, with the members of both, and they part again with their own', async () => {
  const [one, two] = [
    await lay.family({ kk }),
    await lay.family({ kk: null, address: 'Jalan Melati 3', desil: 3, desilOn: '2026-07-10' }),
  ]
  const child = await lay.person({ name: 'Anak Kedua', family: two })
  const subject = randomUUID()
  const data = { of: 'family', kept: one, gone: two, take: ['desil'], keptVersion: 1, goneVersion: 1 }
  await verifier.does('registry.merge', { subject, data })
  const members = () => house.owner<{ family: string }>('select family from person where id = $1', [child])
  const families = () =>
    house.owner<{ desil: number; status: string }>(
      'select desil, status from family where id = any($1) order by kk is null',
      [[one, two]],
    )
  assert.deepEqual(
    [await members(), await families()],
    [
      [{ family: one }],
      [
        { desil: 3, status: 'known' },
        { desil: 3, status: 'merged' },
      ],
    ],
  )
  await verifier.does('registry.unmerge', { subject, data: {} })
  assert.deepEqual(
    [await members(), await families()],
    [
      [{ family: two }],
      [
        { desil: 2, status: 'known' },
        { desil: 3, status: 'known' },
      ],
    ],
  )
})

test('DOUBLE-7 of two who merge the same pair at once one is heard, and the ledger proves all of it and writes it anew', async () => {
  const data = { of: 'person', kept: siti, gone: twice, take: [], keptVersion: 3, goneVersion: 3 }
  const send = () => verifier.send('registry.merge', { subject: randomUUID(), data })
  const both = await Promise.all([send(), send()])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  await assertVerified(house, '34.04')
  const before = await house.owner('select id, name, name_sounds, status, merged_into from person order by id')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  await assertVerified(house, '34.04')
  assert.deepEqual(
    await house.owner('select id, name, name_sounds, status, merged_into from person order by id'),
    before,
  )
})
