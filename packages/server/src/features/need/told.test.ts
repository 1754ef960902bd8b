import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { needRoutes } from '@openslrt/core/contract/need-queries.ts'
import { noticeRoutes } from '@openslrt/core/contract/notice-queries.ts'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aFamilyIn, aProgrammeOf, type Holding, needsOf } from '../../testing/a-need.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { noticePartsOf } from '../../testing/notice-house.ts'
import { dispatchAll } from '../notice/dispatch.ts'
import { needHandler } from './commands.ts'
import { pressApplications } from './press.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const village = await house.staffAt(offices.caturtunggal, 'fo')
const neighbour = await house.staffAt(offices.maguwoharjo, 'fo')
const agency = await house.staffAt(offices.dinsos, 'provider')
const otherAgency = await house.staffAt(offices.rsud, 'provider')
const manager = await house.staffAt(offices.secretariat, 'manager')
const { record, apply } = needsOf(village)
const needsIn = async (client: Client, { family }: Holding) =>
  (await client.read(needRoutes.of, { query: { district: sleman.district, family: family ?? '' } })).needs

test('NEED-11 the citizen of a case is told that its application was answered, once, and the one who moved up as well', async () => {
  const own = await aProgrammeOf(manager, offices.dinsos, 'Alat Bantu')
  await needsOf(manager).setQuota(own, 1)
  const cases: string[] = []
  const asked: string[] = []
  for (let n = 0; n < 2; n++) {
    const { id } = await aCaseBy(village)
    cases.push(id)
    asked.push(await apply(await record({ person: null, family: null, case: id }), own))
  }
  const told = async () => {
    await dispatchAll(noticePartsOf(house), Date.now())
    const rows = await house.owner<{ case_id: string }>(
      "select case_id from notice where what = 'programme' and whom = 'citizen' order by mark, made_at",
    )
    return rows.map((row) => cases.indexOf(row.case_id))
  }
  for (const subject of asked) await agency.does('application.grant', { subject, data: { note: '' } })
  assert.deepEqual(await told(), [0, 1])
  await agency.does('application.release', { subject: asked[0] ?? '', data: { note: 'Pindah.' } })
  assert.deepEqual(await told(), [0, 1, 1])
})

/** What somebody was told of applications and had not read, in the order of the words. */
async function heard(client: Client): Promise<readonly (readonly [string, string])[]> {
  await dispatchAll(noticePartsOf(house), Date.now())
  const { items } = await client.read(noticeRoutes.list, { query: { show: 'unread' } })
  await client.ask(noticeRoutes.read, { body: { ids: null, read: true } })
  return items
    .flatMap(({ what, about }) => (about?.kind === 'application' ? [[what, about.id] as const] : []))
    .toSorted()
}

test('NEED-6, NEED-11 the deciding office hears of a new application, once before it is due and once when it is late; the asking one hears the answer', async () => {
  const { pools, ledger, reference } = house.parts
  for (const client of [village, agency, neighbour, otherAgency, manager]) await heard(client)
  const own = await aProgrammeOf(manager, offices.dinsos, 'Bedah Rumah')
  const draft = await apply(await record(await aFamilyIn(house)), own, { send: false })
  const asked = await apply(await record(await aFamilyIn(house)), own)
  assert.deepEqual(await heard(agency), [['application-asked', asked]])
  assert.deepEqual(await heard(village), [], 'whoever sent it knows')
  const handle = needHandler({ ledger, reference })
  const press = async (column: string): Promise<void> => {
    const [row] = await house.owner<{ at: Date }>(`select ${column} as at from application where id = $1`, [asked])
    const now = row?.at.getTime() ?? 0
    await Promise.all([1, 2].map(() => pressApplications(pools.worker, handle, now)))
    assert.equal(await pressApplications(pools.worker, handle, now), 0, 'said once')
  }
  const versionOf = async (id: string) =>
    (await house.owner<{ version: number }>('select version from application where id = $1', [id]))[0]?.version
  await press('remind_at')
  assert.ok((await heard(agency)).some(([what, id]) => what === 'application-due' && id === asked))
  await press('due_at')
  assert.ok((await heard(agency)).some(([what, id]) => what === 'application-late' && id === asked))
  assert.ok((await heard(village)).some(([what, id]) => what === 'application-late' && id === asked))
  assert.deepEqual([await versionOf(asked), await versionOf(draft)], [3, 1], 'nobody owes an answer to a draft')
  const [late] = (await agency.read(needRoutes.applications, { query: { show: 'to-decide' } })).items
  assert.equal(late?.id !== undefined && late.version > 0, true)
  await agency.does('application.refuse', { subject: asked, data: { reason: 'not-eligible', note: '' } })
  assert.deepEqual(await heard(village), [['application-refused', asked]])
  for (const client of [neighbour, otherAgency]) assert.deepEqual(await heard(client), [])
})

test('NEED-11 a place that one office gives back is told to the other, and whoever moved up to the office that asked for them', async () => {
  const own = await aProgrammeOf(manager, offices.dinsos, 'Kaki Palsu')
  await needsOf(manager).setQuota(own, 1)
  const first = await apply(await record(await aFamilyIn(house)), own)
  const there = needsOf(neighbour)
  const next = await there.apply(await there.record(await aFamilyIn(house, sleman.maguwoharjo)), own)
  for (const subject of [first, next]) await agency.does('application.grant', { subject, data: { note: '' } })
  assert.deepEqual(
    (await heard(neighbour)).map(([what]) => what),
    ['application-waiting'],
  )
  for (const client of [village, agency]) await heard(client)
  await village.does('application.release', { subject: first, data: { note: 'Pindah.' } })
  assert.deepEqual(await heard(agency), [['application-released', first]])
  assert.deepEqual(await heard(neighbour), [['application-granted', next]])
  await agency.does('application.release', { subject: next, data: { note: 'Batal.' } })
  assert.deepEqual(await heard(neighbour), [['application-released', next]])
  assert.deepEqual(await heard(agency), [])
})

test('NEED-11 the history of a case tells what was asked of programmes and how it was decided, to who sees the case', async () => {
  const own = await aProgrammeOf(manager, offices.dinsos, 'Tongkat')
  const { id } = await aCaseBy(village)
  const holder = { person: null, family: null, case: id }
  const granted = await apply(await record(holder), own)
  const other = await aProgrammeOf(manager, offices.dinsos, 'Kacamata')
  const draft = await apply(await record(holder, 'assistive-device'), other, { send: false })
  await agency.does('application.grant', { subject: granted, data: { note: 'Ambil hari Senin.' } })
  const history = async (client: Client) =>
    (await client.read(caseRoutes.card, { query: { district: '34.04', id } })).history
      .filter(({ action }) => action.startsWith('application-'))
      .map(({ action, officeName, note }) => [action, officeName, note])
  assert.deepEqual(await history(village), [
    ['application-sent', 'Puskesos Caturtunggal', 'Tongkat'],
    ['application-granted', 'Dinas Sosial Sleman', 'Tongkat: Ambil hari Senin.'],
  ])
  await village.does('application.send', { subject: draft, data: { note: '' } })
  await agency.does('application.refuse', { subject: draft, data: { reason: 'not-eligible', note: '' } })
  assert.deepEqual((await history(village)).slice(2), [
    ['application-sent', 'Puskesos Caturtunggal', 'Kacamata'],
    ['application-refused', 'Dinas Sosial Sleman', 'Kacamata'],
  ])
  assert.equal((await neighbour.ask(caseRoutes.card, { query: { district: '34.04', id } })).status, 404)
})

test('NEED-8 a participation that begins meets what was granted for it, and nobody’s need by its id', async () => {
  const own = await aProgrammeOf(manager, offices.dinsos, 'PKH')
  const [family, other] = [await aFamilyIn(house), await aFamilyIn(house)]
  const [granted, waiting, theirs] = [await record(family), await record(family, 'unfit-house'), await record(other)]
  const asked = await apply(granted, own)
  await apply(waiting, own)
  await apply(theirs, own)
  await agency.does('application.grant', { subject: asked, data: { note: '' } })
  const said = {
    status: 'receives',
    reason: null,
    since: null,
    until: null,
    amountRight: 'unknown',
    onTime: 'unknown',
    useful: 'unknown',
    saidBy: 'family',
    saidOn: '2026-01-02',
  }
  const data = { holder: { person: null, family: family.family, case: null }, ...own, ...said, need: null }
  const say = (more: object, subject = randomUUID()) =>
    village.send('participation.record', { subject, data: { ...data, ...more } })
  assert.equal((await say({ need: theirs })).body['code'], 'need-unknown')
  assert.equal((await say({ status: 'stopped' })).body['code'], 'unknown-reason')
  assert.equal((await say({ status: 'stopped', reason: 'moved', need: granted })).body['code'], 'participation-need')
  const ofPerson = { holder: { person: family.person, family: family.family, case: null } }
  const [first, twice] = [randomUUID(), randomUUID()]
  assert.equal((await say(ofPerson, first)).status, 200)
  const statuses = async ({ family: of }: Holding) =>
    (await needsIn(village, { person: null, family: of })).map(({ id, status }) => [id, status] as const)
  assert.deepEqual(
    new Map(await statuses(family)),
    new Map([
      [granted, 'met'],
      [waiting, 'applied'],
    ]),
  )
  assert.deepEqual(await statuses(other), [[theirs, 'applied']])
  // The same word sent thrice, by the same and by two: one record.
  const same = {
    id: randomUUID(),
    subject: twice,
    doneAt: new Date().toISOString(),
    data: { ...data, holder: { person: other.person, family: other.family, case: null } },
  }
  const answers = await Promise.all([1, 2, 3].map(() => village.send('participation.record', same)))
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
  const rival = await village.send('participation.record', { ...same, id: randomUUID(), subject: randomUUID() })
  assert.equal(rival.body['code'], 'participation-twice')
  // What was said of one family is not turned into what is said of another, nor touched by a village that does not see it.
  const turned = { ...data, holder: { person: other.person, family: other.family, case: null } }
  assert.equal(
    (await village.send('participation.record', { subject: first, data: turned })).body['code'],
    'need-holder',
  )
  assert.equal(
    (await neighbour.send('participation.record', { subject: first, data: { ...data, ...ofPerson } })).body['code'],
    'need-holder',
  )
  const stale = { ...data, ...ofPerson, status: 'stopped', reason: 'moved' }
  await village.does('participation.record', { subject: first, base: 1, data: stale })
  assert.equal(
    (await village.send('participation.record', { subject: first, base: 1, data: stale })).body['code'],
    'stale',
  )
  const [line] = (await village.read(needRoutes.of, { query: { district: '34.04', family: family.family } }))
    .participation
  assert.deepEqual([line?.status, line?.reason], ['stopped', 'moved'])
})
