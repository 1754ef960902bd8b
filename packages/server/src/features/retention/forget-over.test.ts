import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { forgetRoutes } from '@openslrt/core/contract/retention.ts'
import { clockKept, forgetsAt } from '@openslrt/core/retention/over.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { readOrder } from '../../platform/http/order.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { sleman } from '../../testing/a-district-office.ts'
import { upload } from '../../testing/a-file.ts'
import type { ReadRow } from '../../testing/read-everything.ts'
import { readEverything } from '../../testing/read-everything.ts'
import { csv, day, line, startSurgeHouse } from '../../testing/surge-house.ts'
import { assertVerified } from '../../testing/verified.ts'
import { retentionHandler } from './commands.ts'
import { forgetOver } from './jobs.ts'

const { house, offices, district, manager, neighbour, started, load, work } = await startSurgeHouse()
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const operator = await house.staffAt(offices.caturtunggal, 'village-operator')
const { ledger, reference, pools } = house.parts
const rebuild = () => withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, ledger.keys, district))
const about = (rows: readonly ReadRow[], word: string) => rows.filter(({ text }) => text.includes(word))

/** A night in a district that keeps none of this for any year. */
const none = { ppks: 0, visit: 0, psks: 0, affected: 0 }
const hasty = {
  ...reference,
  policyFor: (...asked: Parameters<typeof reference.policyFor>) => {
    const policy = reference.policyFor(...asked)
    return { ...policy, retention: { ...policy.retention, ...none } }
  },
}
const night = (by: typeof reference = hasty) =>
  forgetOver({ pool: pools.worker, reference: by }, retentionHandler({ ledger, reference: by }), Date.now())
const listedFor = (days: number) =>
  house.owner("update forget_due set listed_at = now() - $1 * interval '1 day' where forgotten_at is null", [days])
const soon = async (by = desk) => (await by.read(forgetRoutes.soon)).items.map(({ of }) => of).toSorted()

const say = (what: string): string => `${what}Penanda`
/** One of each kind, with words that stand nowhere else; it names nobody of the registry and no case. */
async function aPpks(): Promise<void> {
  const subject = randomUUID()
  const since = '2026-03-01'
  const about = {
    type: 'neglected-elderly',
    since,
    village: sleman.caturtunggal,
    name: say('lansia'),
    nik: '3404074506500091',
  }
  await desk.does('ppks.receive', { subject, data: { ...about, person: null, family: null, case: null } })
  await desk.does('ppks.assess', { subject, data: { findings: say('tinggal'), risks: ['no-carer'], on: '2026-03-02' } })
  const what = { what: say('makanan'), office: offices.dinsos, provider: '', from: since, until: null }
  const service = randomUUID()
  await desk.does('ppks.plan', { subject, data: { services: [{ service, ...what }] } })
  await desk.does('ppks.stop-service', { subject, data: { service, note: say('berhenti') } })
  await desk.send('ppks.end', { subject, data: { outcome: 'back-home', note: say('dijemput') } })
}
async function aVisit(): Promise<void> {
  const subject = randomUUID()
  const whom = { name: say('tuju'), nik: null, kk: null, phone: null, address: say('gang') }
  const where = {
    case: null,
    person: null,
    family: null,
    day: day(0),
    office: offices.caturtunggal,
    assignee: desk.staff,
  }
  await desk.does('visit.plan', { subject, data: { ...visitData.plan, ...where, whom, ask: say('atap') } })
  const capturedAt = new Date().toISOString()
  await desk.does('visit.done', {
    subject,
    data: { ...visitData.done, met: say('bertemu'), words: say('bocor'), capturedAt },
  })
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(subject)])
  const sent = await upload(desk, district, { bytes: png, type: 'image/png', name: 'rumah.png' })
  const photo = { photo: randomUUID(), kind: 'front', sha256: sent.body['sha256'], capturedAt }
  await desk.does('visit.photo', { subject, data: photo })
}
async function aPsks(): Promise<void> {
  const subject = randomUUID()
  const where = { place: sleman.caturtunggal, serves: [sleman.caturtunggal] }
  const own = { nik: '3404075203800092', phone: '081300002292', email: null, address: say('melati') }
  await operator.does('psks.register', {
    subject,
    data: { kind: 'community-worker', ...where, name: say('relawan'), ...own, fields: { education: 'SMA' } },
  })
  await manager.does('psks.verify', { subject, data: {} })
  const event = {
    event: randomUUID(),
    what: 'training',
    title: say('latihan'),
    onDay: '2026-05-01',
    hours: 8,
    result: say('lulus'),
  }
  await operator.does('psks.add-event', { subject, data: event })
  const report = { report: randomUUID(), month: '2026-10', activities: say('mendampingi'), days: 12, people: 5 }
  await operator.does('psks.report', { subject, data: report })
  await operator.does('psks.end', { subject, data: { note: say('pindah') } })
}
async function aList(): Promise<string> {
  const list = await started()
  const rows = [1, 2].map((n) => line(n, { 0: say(`kena${n}`), 5: say(`rt${n}`) }))
  await load(list, csv([...rows, line(3, { 0: say('salah'), 2: 'bukan tanggal' })]))
  await work()
  return list
}
for (const make of [aPpks, aVisit, aPsks]) await make()
const list = await aList()

test('PRIVACY-11 nothing is forgotten that goes on, nor before its years are over, nor before it was told for 30 days', async () => {
  assert.equal(await night(reference), 0)
  assert.deepEqual(await soon(), [])
  assert.equal(await night(), 0)
  assert.deepEqual(await soon(), ['ppks', 'psks', 'visit'], 'the list is not closed')
  await manager.does('surge.close', { subject: list, data: { note: 'Sudah selesai.' } })
  await listedFor(29)
  assert.equal(await night(), 0)
  assert.deepEqual(await soon(), ['affected', 'ppks', 'psks', 'visit'])
  assert.deepEqual(await soon(neighbour), [], 'only of the villages that somebody sees')
  const { items } = await desk.read(forgetRoutes.soon)
  assert.equal(items.find(({ of }) => of === 'affected')?.count, 2, 'a list stands there once, with its names counted')
  const [first] = items
  assert.ok(first && first.keptUntil < Date.now() && first.placeName === 'Caturtunggal')
  const [stands] = await house.owner<{ listed_at: Date }>('select listed_at from forget_due where subject = $1', [
    first.subject,
  ])
  assert.equal(first.forgetsAt, forgetsAt(first.keptUntil, stands?.listed_at.getTime() ?? 0))
  await night(reference)
  assert.deepEqual(await soon(), [], 'a district that sets more years takes it off the list')
})

test('PRIVACY-10 what outlived its years is forgotten by the clock, in every table and entry, and what was counted stays', async () => {
  await night()
  const word = 'Penanda'
  const before = await readEverything(house)
  const spoken = new Set(about(before, word).map(({ table }) => table))
  for (const table of 'affected ledger ppks ppks_service psks psks_event psks_report surge_file visit'.split(' '))
    assert.ok(spoken.has(table), `${table} said something`)
  const counted = () =>
    house.owner(
      `select (select count(*)::int from ppks where status = 'ended' and outcome = 'back-home') as ppks, (select count(*)::int from psks where status = 'ended') as psks,
        (select count(*)::int from visit where status = 'done' and result is not null) as visits, (select count(*)::int from affected) as affected,
        (select sum(hours)::int from psks_event) as hours`,
    )
  const stood = await counted()
  await listedFor(31)
  assert.equal(await night(), 4, 'one entry each, and one for the whole list')
  assert.deepEqual(about(await readEverything(house), word), [])
  assert.deepEqual(await counted(), stood)
  assert.deepEqual(await soon(), [])
  await assertVerified(house)
  await rebuild()
  await assertVerified(house)
  assert.deepEqual(about(await readEverything(house), word), [])
  const files = await house.owner("select 1 from timer where task = 'erase-files'")
  assert.equal(files.length, 1, 'the picture goes from the store')
})

test('PRIVACY-10 what was forgotten is forgotten once, and nobody but the clock forgets', async () => {
  await listedFor(31)
  assert.equal(await night(), 0)
  const kinds = await house.owner<{ n: number }>(
    "select count(*)::int as n from ledger where kind = 'retention.forget' and actor = 'clock'",
  )
  assert.deepEqual(kinds, [{ n: clockKept.length }])
  const order = readOrder('retention.forget', { subject: list, data: { of: 'affected', rows: [randomUUID()] } })
  assert.deepEqual(order, { ok: false, error: { code: 'unknown-field', fields: ['kind'] } }, 'it has no door')
})
