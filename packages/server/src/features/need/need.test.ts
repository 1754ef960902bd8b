import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { inScope } from '../../platform/db/scope.ts'
import { readTable } from '../../platform/files/read-table.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, aProgrammeOf, type Holding, needsOf } from '../../testing/a-need.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { cellLimitOn } from '../reference/index.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const village = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'fo')
const agency = await house.staffAt(offices.dinsos, 'provider')
const otherAgency = await house.staffAt(offices.rsud, 'provider')
const manager = await house.staffAt(offices.secretariat, 'manager')
const planner = await house.staffAt(offices.dinsos, 'planner')
const elsewhere = await house.staffAt(bantul, 'manager', '34.02')
const { record, apply } = needsOf(village)
const programme = await aProgrammeOf(manager, offices.dinsos)

const of = async (client: Client, asked: object) =>
  client.ask(needRoutes.of, { query: { district: sleman.district, ...asked } })
const needsIn = async (client: Client, { family }: Holding) =>
  (await client.read(needRoutes.of, { query: { district: sleman.district, family: family ?? '' } })).needs
const refused = async (client: Client, kind: string, subject: string, data: object): Promise<unknown> =>
  (await client.send(kind, { subject, data })).body['code']

test('NEED-1, NEED-2, NEED-7 a need goes its way from the record to what came of it, and the family’s card tells it', async () => {
  const family = await aFamilyIn(house)
  const need = await record(family, 'assistive-device', 'Kursi roda rusak.')
  const [line] = await needsIn(village, family)
  assert.deepEqual(
    [line?.id, line?.text, line?.name, line?.acts],
    [need, 'Kursi roda rusak.', 'S*** A***', ['apply', 'meet', 'fail']],
  )
  const asked = await apply(need, programme)
  const standing = async () =>
    (await needsIn(village, family)).map(({ status, applications: [one] }) => [
      status,
      one?.status,
      one?.officeName,
      one?.late,
      one?.note,
    ])
  assert.deepEqual(await standing(), [['applied', 'sent', 'Dinas Sosial Sleman', false, '']])
  await agency.does('application.refuse', { subject: asked, data: { reason: 'not-eligible', note: 'Desil 9.' } })
  assert.deepEqual(await standing(), [['matched', 'refused', 'Dinas Sosial Sleman', false, 'Desil 9.']])
  await village.does('need.fail', { subject: need, data: { reason: 'not-eligible', note: '' } })
  assert.equal((await needsIn(village, family))[0]?.reason, 'not-eligible')
})

test('NEED-1 nothing is recorded for whom the officer may not know, nor in another ledger', async () => {
  const theirs = await aFamilyIn(house, sleman.maguwoharjo)
  const data = { holder: { case: null, ...theirs }, kind: 'food-card', text: '' }
  assert.equal(await refused(village, 'need.record', randomUUID(), data), 'need-holder')
  const nobody = { ...data, holder: { person: randomUUID(), family: null, case: null } }
  assert.equal(await refused(village, 'need.record', randomUUID(), nobody), 'need-holder')
  const mixed = {
    ...data,
    holder: { ...(await aFamilyIn(house)), person: (await aFamilyIn(house)).person, case: null },
  }
  assert.equal(await refused(village, 'need.record', randomUUID(), mixed), 'need-holder')
  const away = await elsewhere.send('need.record', { subject: randomUUID(), district: '34.04', data })
  assert.equal(away.body['code'], 'need-holder')
})

test('NEED-10 a need is seen where people may be read, an application by its deciding office alone, and by nobody else', async () => {
  const family = await aFamilyIn(house)
  const need = await record(family)
  const asked = await apply(need, programme)
  assert.equal((await needsIn(manager, family)).length, 1)
  assert.deepEqual(await needsIn(neighbour, family), [])
  for (const client of [agency, planner]) assert.equal((await of(client, { family: family.family })).status, 403)
  const shown = (await agency.read(needRoutes.applications)).items.find(({ id }) => id === asked)
  assert.deepEqual([shown?.name, shown?.acts], ['S*** A***', ['tick', 'grant', 'refuse']])
  assert.ok(!(await otherAgency.read(needRoutes.applications)).items.some(({ id }) => id === asked))
  assert.equal((await otherAgency.ask(needRoutes.application, { query: { district: '34.04', id: asked } })).status, 404)
  assert.equal(await refused(otherAgency, 'application.grant', asked, { note: '' }), 'application-unknown')
  assert.equal(await refused(neighbour, 'application.withdraw', asked, { note: 'x' }), 'application-unknown')
  // What the second wall says by itself, past the queries' own conditions.
  const rows = (scope: object) =>
    inScope(
      house.parts.pools.api,
      scope,
      async (client) => (await client.query('select id from need where id = $1', [need])).rowCount,
    )
  assert.equal(await rows({ decides: offices.dinsos }), 1)
  assert.equal(await rows({ decides: offices.rsud }), 0)
  assert.equal(await rows({ registryFrom: sleman.maguwoharjo, registryTo: `${sleman.maguwoharjo}/` }), 0)
})

test('NEED-10 who an application is for is told whole to its deciding office, with the reason on record', async () => {
  const asked = await apply(await record(await aFamilyIn(house)), programme)
  const reveal = (client: Client, reason = 'Mencocokkan data') =>
    client.ask(needRoutes.reveal, { body: { district: '34.04', id: asked, reason } })
  assert.equal((await reveal(agency)).body['name'], 'Siti Aminah')
  assert.equal((await reveal(otherAgency)).status, 404)
  assert.equal((await reveal(agency, '')).status, 400)
  const looks = await house.owner('select action, reason, office from access_log where subject = $1', [asked])
  assert.deepEqual(looks, [{ action: 'reveal', reason: 'Mencocokkan data', office: offices.dinsos }])
})

test('NEED-3, NEED-10 the need of a case is seen by who sees the case; of a restricted one nothing is asked', async () => {
  const bo = await house.staffAt(offices.caturtunggal, 'bo')
  const { id: kase } = await aCaseBy(village)
  const holder = { person: null, family: null, case: kase }
  const need = await record(holder)
  const first = await apply(need, programme)
  const told = await village.read(needRoutes.of, { query: { district: '34.04', case: kase } })
  assert.equal(told.needs[0]?.applications[0]?.id, first)
  await bo.does('case.take', { subject: kase, data: { note: '' } })
  const handler = await house.staffAt(offices.caturtunggal, 'coordinator')
  const restricting = await bo.send('case.restrict', { subject: kase, data: { restricted: 'hiv', note: 'Rahasia.' } })
  assert.equal(restricting.status, 200, JSON.stringify(restricting.body))
  assert.equal((await of(village, { case: kase })).status, 404)
  const again = await aProgrammeOf(manager, offices.dinsos)
  const data = { need, ...again, ticked: [], note: '', send: true }
  const code = await refused(handler, 'application.draft', randomUUID(), data)
  assert.ok(code === 'need-restricted' || code === 'need-unknown', String(code))
  assert.equal((await of(neighbour, { case: kase })).status, 404)
})

test('NEED-5, NEED-6 an office’s list holds what waits for it, what is late, what it decided; the asking office follows its own', async () => {
  const [late, fresh] = [
    await apply(await record(await aFamilyIn(house)), programme),
    await apply(await record(await aFamilyIn(house)), programme),
  ]
  await house.owner("update application set due_at = now() - interval '1 day' where id = $1", [late])
  const list = async (show: string) =>
    (await agency.read(needRoutes.applications, { query: { show } })).items.map(({ id }) => id)
  assert.equal((await list('to-decide'))[0], late)
  assert.deepEqual(await list('late'), [late])
  assert.equal((await agency.read(needRoutes.applications)).late, 1)
  await agency.does('application.grant', { subject: late, data: { note: 'Diambil hari Senin.' } })
  assert.deepEqual([(await list('late')).length, (await list('decided'))[0]], [0, late])
  const asked = await village.read(needRoutes.asked)
  assert.ok(asked.items.some(({ id, status }) => id === late && status === 'granted'))
  assert.ok(asked.items.some(({ id, acts }) => id === fresh && acts.includes('withdraw')))
  assert.ok(!(await neighbour.read(needRoutes.asked)).items.some(({ id }) => id === fresh))
})

test('NEED-3 a programme is asked once; a draft waits until it is sent', async () => {
  const need = await record(await aFamilyIn(house))
  const draft = await apply(need, programme, { send: false })
  assert.ok(!(await agency.read(needRoutes.applications)).items.some(({ id }) => id === draft))
  const data = { need, ...programme, ticked: [], note: '', send: true }
  assert.equal(await refused(village, 'application.draft', randomUUID(), data), 'application-twice')
  await village.does('application.tick', { subject: draft, data: { ticked: ['KTP', 'KK'] } })
  await village.does('application.send', { subject: draft, base: 2, data: { note: '' } })
  const card = await agency.read(needRoutes.application, { query: { district: '34.04', id: draft } })
  assert.deepEqual([card.ticked, card.need.kind, card.quota], [['KTP', 'KK'], 'food-card', null])
  const stale = await village.send('application.withdraw', { subject: draft, base: 1, data: { note: 'Batal.' } })
  assert.equal(stale.body['code'], 'stale')
  const { items } = await village.read(needRoutes.programmes, { query: { district: '34.04' } })
  assert.ok(items.some(({ id, officeName }) => id === programme.programme && officeName === 'Dinas Sosial Sleman'))
})

test('NEED-8 what a family has of a programme is said, then said anew, and meets its need', async () => {
  const family = await aFamilyIn(house)
  const need = await record(family)
  const subject = randomUUID()
  const holder = { person: null, family: family.family, case: null }
  const said = {
    status: 'receives',
    reason: null,
    since: '2026-01-01',
    until: null,
    amountRight: 'yes',
    onTime: 'no',
    useful: 'unknown',
  }
  const data = { holder, ...programme, ...said, saidBy: 'family', saidOn: '2026-01-02', need }
  await village.does('participation.record', { subject, data })
  assert.equal(
    await refused(village, 'participation.record', randomUUID(), { ...data, need: null }),
    'participation-twice',
  )
  await village.does('participation.record', {
    subject,
    base: 1,
    data: { ...data, status: 'stopped', reason: 'moved', until: '2026-01-02', need: null },
  })
  const told = await manager.read(needRoutes.of, { query: { district: '34.04', family: family.family } })
  assert.equal(told.needs[0]?.status, 'met')
  const [line] = told.participation
  assert.deepEqual(
    [line?.status, line?.onTime, line?.programmeName, line?.version],
    ['stopped', 'no', 'Program Sembako', 2],
  )
})

test('QUOTA-3 who waits is told where they stand, by the office that decides and by the one that asked', async () => {
  const own = await aProgrammeOf(manager, offices.dinsos, 'Kursi Roda')
  const quota = await needsOf(manager).setQuota(own, 1)
  const asked: string[] = []
  for (let n = 0; n < 3; n++) {
    asked.push(await apply(await record(await aFamilyIn(house)), own))
    await agency.does('application.grant', { subject: asked[n] ?? '', data: { note: '' } })
  }
  const line = await agency.read(needRoutes.line, { query: { district: '34.04', id: quota } })
  assert.deepEqual(
    line.items.map(({ id, nth }) => [id, nth]),
    [
      [asked[1], 1],
      [asked[2], 2],
    ],
  )
  const followed = (await village.read(needRoutes.asked)).items.find(({ id }) => id === asked[2])
  assert.equal(followed?.nth, 2)
  const [shown] = (await manager.read(needRoutes.quotas, { query: { programme: own.programme } })).items
  assert.deepEqual([shown?.granted, shown?.places, shown?.waiting, shown?.sets], [1, 1, 2, true])
  assert.equal((await agency.read(needRoutes.quotas, { query: { programme: own.programme } })).items[0]?.sets, true)
  assert.equal((await otherAgency.read(needRoutes.line, { query: { district: '34.04', id: quota } })).total, 0)
})

test('NEED-9 unmet needs add up by village, kind and year; who may read people opens each number, a planner sees no small one', async () => {
  const year = { year: 2026, kind: 'unfit-house' }
  for (let n = 0; n < 7; n++) {
    const need = await record(await aFamilyIn(house), 'unfit-house')
    if (n < 2) await village.does('need.fail', { subject: need, data: { reason: 'no-budget', note: '' } })
  }
  const theirs = needsOf(neighbour)
  for (let n = 0; n < 3; n++) await theirs.record(await aFamilyIn(house, sleman.maguwoharjo), 'unfit-house')
  await house.owner("update need set day = '2026-03-01' where kind = 'unfit-house'")
  const rowsOf = async (client: Client) => (await client.read(needRoutes.table, { query: year })).rows
  const known = { total: 7, met: 0, going: 5, unmet: 2 }
  const counts = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    rows.map(({ key, total, met, going, unmet }) => [key, { total, met, going, unmet }])
  assert.deepEqual(counts(await rowsOf(manager)), [
    [sleman.caturtunggal, known],
    [sleman.maguwoharjo, { total: 3, met: 0, going: 3, unmet: 0 }],
  ])
  assert.deepEqual(counts(await rowsOf(village)), [[sleman.caturtunggal, known]])
  const planned = await planner.read(needRoutes.table, { query: year })
  assert.deepEqual([planned.opens, planned.least, planned.rows[0]?.name], [false, 5, 'Caturtunggal'])
  assert.deepEqual(counts(planned.rows), [
    // The 3 of the other village, and these 5, follow from each other by their sum.
    [sleman.caturtunggal, { total: null, met: 0, going: null, unmet: null }],
    [sleman.maguwoharjo, { total: null, met: 0, going: null, unmet: 0 }],
  ])
  assert.deepEqual((await manager.read(needRoutes.table, { query: { ...year, by: 'kind' } })).sum, {
    total: 10,
    met: 0,
    going: 8,
    more: [],
    unmet: 2,
  })
  const list = await manager.read(needRoutes.list, { query: { ...year, place: sleman.caturtunggal, state: 'unmet' } })
  assert.deepEqual([list.total, list.items[0]?.reason], [2, 'no-budget'])
  assert.equal((await planner.ask(needRoutes.list, { query: year })).status, 403)
  assert.equal(
    (await village.ask(needRoutes.list, { query: { place: sleman.maguwoharjo } })).body['code'],
    'wrong-place',
  )
  assert.equal((await planner.ask(needRoutes.table, { query: { place: '34.02' } })).body['code'], 'wrong-place')
  assert.deepEqual((await planner.read(needRoutes.table, { query: { year: 2025 } })).rows, [])
})

test('NEED-9 the file holds what the table shows, and names nobody', async () => {
  for (const form of ['csv', 'xlsx'] as const) {
    const { name, content } = await planner.read(needRoutes.file, { query: { year: 2026, form } })
    assert.equal(name, `kebutuhan-3404-2026.${form}`)
    const bytes = Buffer.from(content, 'base64')
    const rows = await readTable(bytes, { bytes: 1_000_000, rows: 1000, cells: 20, inCell: 500 })
    assert.ok(JSON.stringify(rows).includes('Perbaikan rumah tidak layak huni'))
    assert.ok(JSON.stringify(rows).includes('ditahan'))
    assert.ok(!bytes.toString('utf8').includes('Siti'))
  }
})

test('NEED-9, PPKS-9 how few are not told is one dated list for all figures; where it says nothing, five', () => {
  const item = (code: string, least: number | string) => ({
    list: 'cell-limit',
    code,
    place: '00',
    from: '2026-01-01',
    says: 'holds' as const,
    names: { id: code, en: code },
    data: { least, basis: '' },
  })
  const listed = (...items: readonly ReturnType<typeof item>[]) => ({
    list: (name: string, _district: string, day: string) => (name === 'cell-limit' && day >= '2026-01-01' ? items : []),
  })
  const limit = (own: ReturnType<typeof listed>, of: 'need' | 'ppks', day = '2026-11-02') =>
    cellLimitOn(own, of, sleman.district, day)
  const both = listed(item('ppks', 7), item('need', 11))
  assert.deepEqual([limit(both, 'need'), limit(both, 'ppks')], [11, 7])
  assert.deepEqual([limit(both, 'need', '2025-12-31'), limit(listed(), 'need')], [5, 5])
  assert.equal(limit(listed(item('need', 'few')), 'need'), 5)
  assert.equal(cellLimitOn(house.parts.reference, 'need', sleman.district, '2026-11-02'), 5)
})
