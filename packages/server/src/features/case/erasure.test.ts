import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { keptUntil } from '@openslrt/core/case/erasure.ts'
import { accessRoutes } from '@openslrt/core/contract/access-queries.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { seed } from '@openslrt/core/testing/property.ts'
import fc from 'fast-check'
import { buildWorker } from '../../build-worker.ts'
import { within } from '../../platform/db/embedded/processes.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import { queueDueTimers } from '../../platform/ledger/timers.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { upload } from '../../testing/a-file.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { readEverything } from '../../testing/read-everything.ts'
import { assertVerified } from '../../testing/verified.ts'
import { listRetention } from './jobs.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const other = await house.staffAt(offices.secretariat, 'manager')

// Words that stand nowhere else in this database.
const words = [
  'Wagiyem',
  'Kliwon',
  'terpencil',
  'Rahasianya',
  'Gang Melati',
  'mohonrujuk',
  'sudahdirujuk',
  'suratnya',
  'cucunya',
]
const numbers = ['3404075203600077', '3404070101100077', '081234560077']

/** A case with a file, a referral and an answer, closed: everything that can speak of a person. */
async function aClosedCase(bytes = Buffer.from(`%PDF-1.7\n${randomUUID()}`)) {
  const [nik, kk, phone] = numbers
  const said = await aCaseBy(desk, {
    summary: 'Keluhan Wagiyem',
    story: 'Rumahnya terpencil',
    client: { name: 'Wagiyem', nik: nik ?? null, kk: kk ?? null, phone: phone ?? null, address: 'Gang Melati' },
    reporter: { name: 'Kliwon', phone: '081234560078', relation: 'family', anonymous: false },
  })
  const subject = said.id
  const file = String((await upload(desk, '34.04', { bytes, type: 'application/pdf' })).body['sha256'])
  const move = (action: keyof typeof caseData, data: object = {}) =>
    desk.does(`case.${action}`, { subject, data: { ...caseData[action], ...data } })
  await move('attach', { attachment: randomUUID(), sha256: file, name: 'suratnya.pdf' })
  await move('take', { note: 'Rahasianya saya tahu' })
  await move('recommend')
  await move('approve')
  const referral = randomUUID()
  const asked = { referral, to: offices.rsud, grant: randomUUID(), fields: ['story'], note: 'mohonrujuk' }
  await desk.does('referral.request', { subject, data: asked })
  const hospital = await house.staffAt(offices.rsud, 'provider')
  await hospital.does('referral.accept', { subject, data: { referral, note: '' } })
  await hospital.does('referral.complete', { subject, data: { referral, outcome: 'granted', note: 'sudahdirujuk' } })
  await move('answer', { note: 'Rahasianya sudah dijawab', openReferrals: '' })
  await move('confirm')
  await manager.read(caseRoutes.reveal, { body: { district: '34.04', id: subject, reason: 'Ditanya cucunya' } })
  return { ...said, file }
}

const ask = (subject: string, basis = 'request', by = desk) =>
  by.send('case.ask-erasure', { subject, data: { basis, note: 'Warga memintanya sendiri' } })
const erase = (subject: string, by = manager) => by.send('case.erase', { subject, data: { note: '' } })
const codeOf = ({ status, body }: Pick<Answer, 'status' | 'body'>) => [status, body.code]

/** All that the database holds of a case, opened, as one text; the ledger's other cases are not in it. */
async function everythingOf(id: string): Promise<string> {
  const rows = await house.owner<{ text: string }>(
    `select row_to_json(t)::text as text from cases t where id = $1
      union all select row_to_json(t)::text from referral t where case_id = $1
      union all select row_to_json(t)::text from attachment t where case_id = $1
      union all select row_to_json(t)::text from command_outcome t where command_id in (select command_id from ledger where subject = $1)
      union all select row_to_json(t)::text from access_log t where subject = $1
      union all select row_to_json(t)::text from timer t where data::text like '%' || $1::text || '%'`,
    [id],
  )
  const keys = await house.parts.ledger.keys.forDistrict('34.04')
  const entries = await house.owner<{ command_id: string; payload: Buffer | null; salt: Buffer | null }>(
    'select command_id, payload, salt from ledger where subject = $1',
    [id],
  )
  const opened = entries.flatMap(({ payload, command_id }) =>
    payload ? [keys.open(payload, `entry ${command_id}`).toString()] : [],
  )
  return [...rows.map(({ text }) => text), ...opened].join('\n')
}

async function rebuild(): Promise<void> {
  const client = await house.ownerPool.connect()
  try {
    await rebuildDistrict(client as never, house.parts.ledger.keys, '34.04')
  } finally {
    client.release()
  }
}

const figures = () =>
  house.owner(
    "select measure as what, sum(n)::int as n from case_day_count where district = '34.04' group by 1 union all select 'cases', count(*)::int from cases union all select 'closed', count(*)::int from cases where closed_at is not null order by 1",
  )

test('CASE-33 CASE-34 erasing is asked for by one person, with words, and declined or done by another who may', async () => {
  const { id } = await aClosedCase()
  assert.deepEqual(codeOf(await erase(id)), [409, 'not-asked'])
  assert.deepEqual(codeOf(await ask(id, 'retention')), [409, 'too-early'])
  assert.deepEqual(codeOf(await ask(id, 'request', manager)), [200, undefined])
  assert.deepEqual(codeOf(await ask(id)), [409, 'already-so'])
  assert.deepEqual(codeOf(await erase(id)), [403, 'same-person'])
  assert.deepEqual(codeOf(await erase(id, desk)), [403, 'not-permitted'])
  const card = await other.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual([card.erasure?.own, card.erasure?.basis], [false, 'request'])
  await other.does('case.decline-erasure', { subject: id, data: { note: 'Masih ada perkara' } })
  assert.deepEqual(codeOf(await erase(id, other)), [409, 'not-asked'])
  await assertVerified(house)
})

test('CASE-36 LEDGER-18 what is erased is gone from rows, ledger and files; chain, rebuild and figures hold', async () => {
  const shared = Buffer.from('%PDF-1.7\nisi yang sama')
  const kept = await aClosedCase(shared)
  const { id, file, number } = await aClosedCase()
  const twin = await aClosedCase(shared)
  const before = await figures()
  const told = await everythingOf(id)
  for (const word of words) assert.ok(told.includes(word), `${word} was there`)
  for (const subject of [id, twin.id]) {
    assert.equal((await ask(subject)).status, 200)
    assert.equal((await erase(subject)).status, 200)
    const left = await everythingOf(subject)
    for (const word of [...words, ...numbers]) assert.ok(!left.includes(word), `${word} is gone`)
  }
  const [row] = await house.owner(
    'select number, client_name, client_nik, client_nik_index, client_phone_index, client_name_key, status, closure, closed_at is not null as ended from cases where id = $1',
    [id],
  )
  assert.deepEqual(row, {
    number,
    client_name: '',
    client_nik: null,
    client_nik_index: null,
    client_phone_index: null,
    client_name_key: '',
    status: 'erased',
    closure: 'confirmed',
    ended: true,
  })
  assert.deepEqual(await figures(), before, 'figures are as they were')
  await assertVerified(house)
  await rebuild()
  await assertVerified(house)
  assert.deepEqual(await figures(), before, 'and after a rebuild')
  await sweep()
  const stored = await readdir(join(house.parts.config.dataFolder, 'files'), { recursive: true })
  const lies = (digest: string) => stored.some((path) => path.endsWith(digest))
  assert.deepEqual([lies(file), lies(kept.file)], [false, true], 'what another case has too stays')
  assert.equal(kept.file, twin.file)
})

/** Lets the worker do what the erasures asked for. */
async function sweep(): Promise<void> {
  await queueDueTimers(house.parts.pools.worker)
  const worker = await buildWorker(house.parts)
  const isDone = async (): Promise<boolean> =>
    (await house.owner("select 1 from graphile_worker.jobs where task_identifier = 'erase-files'")).length === 0
  assert.ok(await within(60_000, isDone), 'the files were swept')
  await worker.stop()
}

test('PRIVACY-5 a case that is erased takes the words of its needs, applications and visits along', async () => {
  const { id } = await aClosedCase()
  const subject = randomUUID()
  const visit = {
    ...visitData.plan,
    case: id,
    whom: { ...visitData.plan.whom, name: 'Wagiyem', nik: numbers[0] ?? null },
  }
  const day = dayIn('Asia/Jakarta', Date.now())
  await desk.does('visit.plan', { subject, data: { ...visit, office: offices.caturtunggal, ask: 'terpencil', day } })
  const need = randomUUID()
  const holder = { person: null, family: null, case: id }
  await desk.does('need.record', { subject: need, data: { holder, kind: 'food-card', text: 'Rahasianya' } })
  const said = async () => {
    const everything = await readEverything(house)
    return everything.filter(({ text }) => [id, subject, need].some((own) => text.includes(own)))
  }
  const isSaid = (rows: readonly { readonly text: string }[], word: string) =>
    rows.some(({ text }) => text.includes(word))
  for (const word of ['terpencil', 'Rahasianya']) assert.ok(isSaid(await said(), word))
  await ask(id)
  assert.equal((await erase(id)).status, 200)
  for (const word of [...words, ...numbers]) assert.ok(!isSaid(await said(), word), `${word} is gone`)
  const [row] = await house.owner('select status, kind from need where id = $1', [need])
  assert.deepEqual(row, { status: 'recorded', kind: 'food-card' })
  await assertVerified(house)
  await rebuild()
  await assertVerified(house)
})

test('CASE-36 after it the card, the search and the citizen are told that it is gone, and nobody goes on with it', async () => {
  const { id, number } = await aClosedCase()
  await ask(id)
  await erase(id)
  const card = await manager.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual(
    [card.story, card.client?.name, card.client?.nikMasked, card.attachments.map(({ name }) => name)],
    ['', '', null, ['']],
  )
  assert.ok(card.offers.every(({ refusal }) => refusal !== null))
  assert.deepEqual(
    card.history.map(({ action }) => action),
    'register attach take recommend approve refer referral-accept referral-complete answer confirm ask-erasure erase'.split(
      ' ',
    ),
  )
  assert.ok(card.history.every(({ note }) => note === ''))
  const found = await manager.read(caseRoutes.search, { body: { text: number } })
  assert.equal(found.items[0]?.summary, '')
  for (const action of ['reopen', 'note', 'ask-erasure'] as const)
    assert.equal((await desk.send(`case.${action}`, { subject: id, data: caseData[action] })).status, 409)
})

test('CASE-35 whatever happens to the case takes the wish back', async () => {
  const { id } = await aClosedCase()
  await ask(id)
  await desk.does('case.note', { subject: id, data: { note: 'Warga datang lagi' } })
  assert.deepEqual(codeOf(await erase(id)), [409, 'not-asked'])
})

test('CASE-33 in SQL a case has outlived its years exactly when core says so, on every day', async (context) => {
  context.diagnostic(`FC_SEED=${seed}`)
  const { id } = await aClosedCase()
  const anyEnd = fc.record({
    ended: fc.oneof(
      fc.date({ min: new Date('2012-01-01'), max: new Date('2026-11-01'), noInvalidDate: true }),
      fc.constantFrom(new Date('2012-02-29T23:59:59.999Z'), new Date('2020-02-29T00:00:00Z')),
    ),
    shift: fc.integer({ min: -3, max: 3 }),
    restricted: fc.constantFrom(null, 'hiv' as const),
  })
  const retention = { case: 5, restricted: 10, 'access-log': 5, registry: 5, ppks: 5, visit: 5, psks: 5, affected: 2 }
  await fc.assert(
    fc.asyncProperty(anyEnd, async ({ ended, shift, restricted }) => {
      await house.owner('update cases set closed_at = $2, restricted = $3 where id = $1', [id, ended, restricted])
      const until = keptUntil({ closedAt: ended.getTime(), changedAt: 0, restricted }, retention)
      const now = until + shift
      const reference = { ...house.parts.reference, policyFor: () => ({ retention }) as never }
      await listRetention({ pool: house.parts.pools.worker, reference }, now)
      const due = await house.owner<{ until: Date }>(
        'select kept_until as until from retention_due where case_id = $1',
        [id],
      )
      assert.deepEqual(
        due.map((row) => row.until.getTime()),
        shift >= 0 ? [until] : [],
        ended.toISOString(),
      )
    }),
    { seed, numRuns: 40 },
  )
})

test('CASE-33 the list shows whose years are over, who asked, and is gone through; nothing is erased by itself', async () => {
  const { id } = await aClosedCase()
  await house.owner("update cases set closed_at = now() - interval '6 years' where id = $1", [id])
  await listRetention({ pool: house.parts.pools.worker, reference: house.parts.reference }, Date.now())
  const due = () => desk.read(accessRoutes.retention)
  const mine = (await due()).items.find(({ line }) => line.id === id)
  assert.ok(mine && mine.keptUntil < Date.now() && mine.asked === null)
  assert.equal((await ask(id, 'retention')).status, 200)
  const asked = await manager.read(accessRoutes.retention, { query: { show: 'asked' } })
  assert.deepEqual(asked.items.find(({ line }) => line.id === id)?.asked?.basis, 'retention')
  assert.equal(asked.total, asked.asked)
  assert.equal((await erase(id)).status, 200)
  await listRetention({ pool: house.parts.pools.worker, reference: house.parts.reference }, Date.now())
  assert.equal(
    (await due()).items.some(({ line }) => line.id === id),
    false,
  )
  const elsewhere = await house.staffAt(offices.maguwoharjo, 'coordinator')
  assert.equal((await elsewhere.read(accessRoutes.retention)).total, 0)
})
