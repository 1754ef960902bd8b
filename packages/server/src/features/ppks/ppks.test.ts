import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ppksRoutes } from '@openslrt/core/contract/ppks-queries.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { inScope } from '../../platform/db/scope.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'bo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const hospital = await house.staffAt(offices.rsud, 'provider')

const nik = '3404070101400001'
const words = {
  type: 'neglected-elderly',
  since: '2026-03-01',
  village: sleman.caturtunggal,
  name: 'Karto Wiyono',
  nik,
  person: null,
  family: null,
  case: null,
}

async function received(by: Client, own: object = {}): Promise<string> {
  const subject = randomUUID()
  await by.does('ppks.receive', { subject, data: { ...words, ...own } })
  return subject
}
const card = (client: Client, id: string) => client.read(ppksRoutes.one, { query: { district: '34.04', id } })
const codeOf = async (client: Client, kind: string, subject: string, data: object): Promise<string> =>
  String((await client.send(kind, { subject, data })).body['code'])
const idsSeen = async (client: Client, query: Record<string, string | number> = {}) =>
  (await client.read(ppksRoutes.list, { query: { show: 'all', ...query } })).items.map(({ id }) => id)

test('PPKS-2, PPKS-7 somebody is received, assessed, planned for, served, monitored and let go', async () => {
  const { id: kase } = await aCaseBy(bo)
  const id = await received(bo, { case: kase })
  const service = randomUUID()
  const meals = { what: 'Makanan harian', office: offices.dinsos, provider: '', from: '2026-03-02', until: null }
  const own = { service, note: '' }
  const steps: readonly (readonly [string, object])[] = [
    ['ppks.assess', { findings: 'Tinggal sendiri.', risks: ['no-carer'], on: '2026-03-02' }],
    ['ppks.plan', { services: [{ service, ...meals }] }],
    ['ppks.begin-service', own],
    ['ppks.monitor', { note: 'Sudah makan teratur.', on: '2026-03-20' }],
    ['ppks.finish-service', own],
  ]
  for (const [kind, data] of steps) await bo.does(kind, { subject: id, data })
  assert.equal(await codeOf(bo, 'ppks.end', id, { outcome: 'none', note: '' }), 'unknown-outcome')
  await bo.does('ppks.end', { subject: id, data: { outcome: 'back-home', note: 'Dijemput anaknya.' } })
  const shown = await card(bo, id)
  assert.deepEqual(
    [shown.name, shown.nik, shown.status, shown.outcome?.id, shown.acts, shown.case?.id],
    ['Karto Wiyono', '3404**********01', 'ended', 'Kembali ke keluarga', ['reopen'], kase],
  )
  assert.deepEqual(
    shown.services.map(({ what, provider, status }) => [what, provider, status]),
    [['Makanan harian', 'Dinas Sosial Sleman', 'done']],
  )
  assert.deepEqual(
    shown.course.map(({ act }) => act),
    ['receive', 'assess', 'plan', 'begin-service', 'monitor', 'finish-service', 'end'],
  )
  assert.ok(shown.course.every(({ byName }) => byName !== ''))
  const { items } = await bo.read(ppksRoutes.ofCase, { query: { district: '34.04', id: kase } })
  assert.deepEqual(
    items.map((line) => line.id),
    [id],
  )
})

test('PPKS-2 a step on an older version is told to look again', async () => {
  const id = await received(bo)
  const data = { findings: 'Sehat.', risks: [], on: '2026-03-02' }
  await bo.does('ppks.assess', { subject: id, base: 1, data })
  const late = await bo.send('ppks.reassess', { subject: id, base: 1, data: { note: 'Lagi.' } })
  assert.equal(late.body['code'], 'stale')
})

test('PPKS-10 it is found by those who read the people of its village, of a restricted type by roles that name it', async () => {
  const open = await received(bo)
  const shut = await received(manager, { type: 'hiv' })
  assert.equal(await codeOf(bo, 'ppks.receive', randomUUID(), { ...words, type: 'hiv' }), 'ppks-restricted')
  const seen = async (client: Client) => {
    const ids = await idsSeen(client)
    return [open, shut].map((one) => ids.some((id) => id === one))
  }
  assert.deepEqual(await seen(fo), [true, false])
  assert.deepEqual(await seen(manager), [true, true])
  assert.deepEqual(await seen(neighbour), [false, false])
  assert.deepEqual(await seen(elsewhere), [false, false])
  assert.equal((await hospital.ask(ppksRoutes.list)).status, 403)
  for (const [client, id] of [
    [fo, shut],
    [neighbour, open],
    [elsewhere, open],
    [elsewhere, shut],
  ] as const) {
    assert.equal((await client.ask(ppksRoutes.one, { query: { district: '34.04', id } })).status, 404)
    const data = { note: 'Coba.' }
    assert.ok(['not-permitted', 'ppks-unknown'].includes(await codeOf(client, 'ppks.reassess', id, data)))
  }
  assert.equal((await card(fo, open)).name, 'K*** W***', 'who does not work with them reads first letters')
  assert.deepEqual((await card(fo, open)).acts, [])
})

test('PPKS-10 the database itself shows nobody else', async () => {
  const api = house.parts.pools.api
  const count = async (scope: object): Promise<number> =>
    inScope(api, scope, async (client) => {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from ppks where restricted is not null',
      )
      return rows[0]?.n ?? -1
    })
  const all = { registryFrom: '34.04', registryTo: '34.04/' }
  assert.equal(await count({}), 0)
  assert.equal(await count(all), 0)
  assert.equal(await count({ ...all, restricted: 'violence' }), 0)
  assert.ok((await count({ ...all, restricted: 'hiv,violence' })) > 0)
  assert.equal(await count({ registryFrom: '34.02', registryTo: '34.02/', restricted: 'hiv' }), 0)
})

test('PPKS-3 only a person, family or case that the office sees is named with it', async () => {
  const { id: kase } = await aCaseBy(neighbour, { place: villageCode.parse(sleman.maguwoharjo) })
  assert.equal(await codeOf(bo, 'ppks.receive', randomUUID(), { ...words, case: kase }), 'ppks-case')
  assert.equal(await codeOf(bo, 'ppks.receive', randomUUID(), { ...words, person: randomUUID() }), 'ppks-who')
  assert.equal(await codeOf(bo, 'ppks.receive', randomUUID(), { ...words, family: randomUUID() }), 'ppks-who')
})

test('PPKS-11 whoever looks at name and NIK whole says why, on record', async () => {
  const id = await received(bo)
  const body = { district: '34.04', id, reason: 'Mengurus KTP' }
  const known = await manager.read(ppksRoutes.reveal, { body })
  assert.deepEqual(known, { name: 'Karto Wiyono', nik })
  const [line] = await house.owner<{ action: string; reason: string }>(
    "select action, reason from access_log where subject = $1 and action = 'reveal'",
    [id],
  )
  assert.equal(line?.reason, 'Mengurus KTP')
})

test('PPKS-10 the list is filtered by type, place, year and status', async () => {
  const id = await received(manager, { type: 'beggar', since: '2021-05-05', village: sleman.maguwoharjo })
  const at = { type: 'beggar', place: sleman.depok, year: 2021, show: 'received' }
  assert.deepEqual(await idsSeen(manager, at), [id])
  for (const other of [{ type: 'poor' }, { place: sleman.caturtunggal }, { year: 2020 }, { show: 'ended' }])
    assert.deepEqual(await idsSeen(manager, { ...at, ...other }), [])
  const { types } = await fo.read(ppksRoutes.choices)
  assert.deepEqual([types.length, types.find(({ code }) => code === 'hiv')?.open], [26, false])
})

test('PPKS-9 few of a restricted type are told to nobody whose role does not name it, on no page', async () => {
  const year = 2019
  const at = (village: string, n: number, type: string) =>
    Array.from({ length: n }, () => received(manager, { type, village, since: `${year}-01-01` }))
  await Promise.all([
    ...at(sleman.caturtunggal, 6, 'hiv'),
    ...at(sleman.maguwoharjo, 2, 'hiv'),
    ...at(sleman.sinduadi, 5, 'hiv'),
    ...at(sleman.maguwoharjo, 2, 'beggar'),
  ])
  const reader = await house.staffAt(offices.dinsos, 'section-head')
  const figures = async (client: Client, place: string, type: string) => {
    const counts = await client.read(ppksRoutes.counts, { query: { place, year } })
    const own = counts.types.find((one) => one.type === type)
    const of = (code: string) => own?.cells[counts.below.findIndex((one) => one.code === code)]
    return { total: own?.total, of, all: counts.all.total, years: counts.years }
  }
  const district = await figures(reader, sleman.district, 'hiv')
  assert.deepEqual([district.total, district.all], [13, 2], 'told as a whole, and in no sum')
  assert.equal(district.of(sleman.depok), 8)
  assert.equal(district.of('34.04.06'), null, 'five, but the only number beside those of nobody')
  const depok = await figures(reader, sleman.depok, 'hiv')
  assert.deepEqual([depok.of(sleman.caturtunggal), depok.of(sleman.maguwoharjo)], [null, null])
  assert.equal((await figures(fo, sleman.caturtunggal, 'hiv')).total, null, 'six, but eight less six would be two')
  assert.deepEqual(
    district.years.find((one) => one.year === year),
    { year, n: 2 },
  )
  const open = await figures(reader, sleman.depok, 'beggar')
  assert.equal(open.of(sleman.maguwoharjo), 2)
  const named = await figures(manager, sleman.depok, 'hiv')
  assert.equal(named.of(sleman.maguwoharjo), 2, 'whoever sees the rows sees the number')
  assert.equal((await neighbour.ask(ppksRoutes.counts, { query: { place: sleman.caturtunggal } })).status, 404)
  assert.equal((await elsewhere.ask(ppksRoutes.counts, { query: { place: sleman.district } })).status, 404)
})

const walk: readonly (readonly [kind: string, data: object])[] = [
  ['ppks.assess', { findings: 'Tinggal sendiri.', risks: [], on: '2026-03-02' }],
  ['ppks.reassess', { note: 'Salah orang.' }],
  ['ppks.assess', { findings: 'Bersama cucunya.', risks: ['no-carer'], on: '2026-03-03' }],
  ['ppks.replan', { note: 'Belum ada rencana.' }],
]

test('PPKS-2 a step that does not follow says where it stands, and changes nothing', async () => {
  const id = await received(bo)
  const late = ['ppks.plan', 'ppks.monitor', 'ppks.replan', 'ppks.reopen'] as const
  const data: Readonly<Record<(typeof late)[number], object>> = {
    'ppks.plan': { services: [] },
    'ppks.monitor': { note: 'Baik.', on: '2026-03-02' },
    'ppks.replan': { note: 'Lagi.' },
    'ppks.reopen': { note: 'Lagi.' },
  }
  for (const kind of late) {
    const answer = await bo.send(kind, { subject: id, data: data[kind] })
    assert.deepEqual([answer.status, answer.body['code']], [409, 'ppks-step'], kind)
    assert.ok(String(answer.body['message']).includes('Diterima'), 'in words')
  }
  for (const [kind, said] of walk.slice(0, 3)) await bo.does(kind, { subject: id, data: said })
  assert.equal(await codeOf(bo, ...([walk[3]?.[0] ?? '', id, walk[3]?.[1] ?? {}] as const)), 'ppks-step')
  const shown = await card(bo, id)
  assert.deepEqual([shown.status, shown.findings, shown.version], ['assessed', 'Bersama cucunya.', 4])
  assert.deepEqual(
    shown.risks.map((risk) => risk.id),
    ['Tidak ada yang merawat'],
  )
})

test('PPKS-5 a service is of one PPKS: no other touches it, and its id is given once', async () => {
  const [one, other] = [await received(bo), await received(bo)]
  const service = randomUUID()
  const meals = { service, what: 'Makanan', office: offices.dinsos, provider: '', from: '2026-03-02', until: null }
  for (const id of [one, other])
    await bo.does('ppks.assess', { subject: id, data: { findings: 'Sakit.', risks: [], on: '2026-03-02' } })
  await bo.does('ppks.plan', { subject: one, data: { services: [meals] } })
  assert.equal((await bo.send('ppks.plan', { subject: other, data: { services: [meals] } })).status, 409)
  assert.equal((await card(bo, other)).status, 'assessed', 'all or nothing')
  await bo.does('ppks.plan', { subject: other, data: { services: [{ ...meals, service: randomUUID() }] } })
  for (const kind of ['ppks.begin-service', 'ppks.stop-service'])
    assert.equal(await codeOf(bo, kind, other, { service, note: 'x' }), 'ppks-service')
  assert.equal((await card(bo, one)).services[0]?.status, 'planned')
  const away = { ...meals, service: randomUUID(), office: randomUUID() }
  assert.equal(await codeOf(bo, 'ppks.add-service', one, away), 'unknown-office')
})

test('PPKS-4 what is put right stays within what the writer may read, and a type that is shut takes it out of sight', async () => {
  const id = await received(manager)
  const right = {
    type: 'hiv',
    since: '2026-03-01',
    village: sleman.caturtunggal,
    name: 'Karto Wiyono',
    nik,
    note: 'Jenis.',
  }
  assert.equal(await codeOf(bo, 'ppks.correct', id, right), 'ppks-restricted')
  await manager.does('ppks.correct', { subject: id, data: right })
  assert.equal((await bo.ask(ppksRoutes.one, { query: { district: '34.04', id } })).status, 404)
  assert.ok(!(await idsSeen(bo)).some((one) => one === id))
  assert.equal(await codeOf(bo, 'ppks.assess', id, { findings: 'x', risks: [], on: '2026-03-02' }), 'ppks-unknown')
  assert.equal((await card(manager, id)).restricted, true)
  const sum = async (client: Client) =>
    (await client.read(ppksRoutes.list, { query: { show: 'all', type: 'hiv' } })).total
  assert.equal(await sum(bo), 0, 'nor is it counted under the list')
  assert.ok((await sum(manager)) > 0)
})

test('PPKS-10, PPKS-11 of a restricted type nothing reaches a search, a case, a notice or a reveal', async () => {
  const { id: kase } = await aCaseBy(bo)
  const id = await received(manager, { type: 'violence', case: kase, name: 'Nama Terbatas' })
  const { items } = await bo.read(ppksRoutes.ofCase, { query: { district: '34.04', id: kase } })
  assert.deepEqual(items, [])
  assert.equal((await manager.read(ppksRoutes.ofCase, { query: { district: '34.04', id: kase } })).items.length, 1)
  const asks = { district: '34.04', id, reason: 'Ingin tahu' }
  assert.equal((await bo.ask(ppksRoutes.reveal, { body: asks })).status, 404)
  assert.equal((await fo.ask(ppksRoutes.reveal, { body: asks })).status, 403)
  assert.equal((await manager.ask(ppksRoutes.reveal, { body: { ...asks, reason: 'ya' } })).status, 400)
  const told = await house.owner('select 1 from notice where says::text like $1', ['%Terbatas%'])
  assert.equal(told.length, 0)
  const seen = await house.owner("select 1 from access_log where subject = $1 and action = 'reveal'", [id])
  assert.equal(seen.length, 0, 'what was not shown is no showing')
})

test('PPKS-10 whoever opens a card is on record, and a list names nobody whole', async () => {
  const id = await received(bo, { name: 'Sastro Utomo' })
  await card(fo, id)
  const opened = await house.owner("select 1 from access_log where subject = $1 and action = 'open'", [id])
  assert.equal(opened.length, 1)
  const { text } = await manager.ask(ppksRoutes.list, { query: { show: 'all' } })
  assert.ok(!text.includes('Sastro') && !text.includes(nik))
})

test('PPKS-12 everybody who is helped is proven by the ledger and written anew from it', async () => {
  await assertVerified(house)
  const before = await house.owner('select id, version, status from ppks order by id')
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await house.owner('select id, version, status from ppks order by id'), before)
  await assertVerified(house)
})
