import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { buildWorker } from '../../build-worker.ts'
import { within } from '../../platform/db/embedded/processes.ts'
import { queueDueTimers } from '../../platform/ledger/timers.ts'
import { aDistrictOffice, openOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
const manager = await house.staffAt(offices.secretariat, 'manager')
const rsud = await house.staffAt(offices.rsud, 'provider')
const note = 'Sudah diperiksa.'
const words = { note }

const cardOf = (client: Client, id: string, district = '34.04') =>
  client.read(caseRoutes.card, { query: { district, id } })
const cardStatus = async (client: Client, id: string): Promise<number> =>
  (await client.ask(caseRoutes.card, { query: { district: '34.04', id } })).status

test('CASE-0 to CASE-13 the main journey: from the desk through the hospital to a case the citizen confirms', async () => {
  const { id, number } = await aCaseBy(fo)
  const step = (who: Client, kind: string, data: unknown) => who.does(kind, { subject: id, data })
  await step(bo, 'case.take', words)
  await step(bo, 'case.note', { note: 'Menelepon BPJS.' })
  await step(bo, 'case.recommend', words)
  await step(coordinator, 'case.approve', words)
  const referral = randomUUID()
  await step(bo, 'referral.request', {
    referral,
    to: offices.rsud,
    grant: randomUUID(),
    fields: ['story', 'client'],
    note: 'Mohon dilayani',
  })
  assert.equal((await cardOf(bo, id)).line.waitingOfficeName, 'RSUD Sleman')

  const inbox = await rsud.read(caseRoutes.inbox)
  assert.deepEqual(
    inbox.items.map(({ caseNumber, status, asked }) => ({ caseNumber, status, asked })),
    [{ caseNumber: number, status: 'requested', asked: 'Mohon dilayani' }],
  )
  const theirs = await cardOf(rsud, id)
  assert.deepEqual(
    [theirs.sees, theirs.story, theirs.client?.nikMasked, theirs.history],
    ['grant', 'Ditolak saat berobat.', null, []],
  )
  await step(rsud, 'referral.accept', { referral, note })
  await step(rsud, 'referral.complete', { referral, outcome: 'granted', note: 'Sudah dilayani' })
  assert.equal(await cardStatus(rsud, id), 404)

  const early = await bo.send('case.confirm', { subject: id, data: { satisfaction: 5, how: 'phone', note: '' } })
  assert.deepEqual([early.status, early.body.code], [409, 'wrong-status'])
  await step(bo, 'case.answer', { outcome: 'granted', note: 'Kartu sudah aktif.', openReferrals: '' })
  await step(fo, 'case.confirm', { satisfaction: 5, how: 'phone', note: '' })

  const card = await cardOf(bo, id)
  assert.deepEqual(
    [card.line.status, card.line.closure, card.satisfaction, card.line.waitingOfficeName],
    ['closed', 'confirmed', 5, null],
  )
  assert.deepEqual(
    card.history.map(({ action }) => action),
    [
      'register',
      'take',
      'note',
      'recommend',
      'approve',
      'refer',
      'referral-accept',
      'referral-complete',
      'answer',
      'confirm',
    ],
  )
  assert.deepEqual(card.history.map(({ officeName }) => officeName).slice(5, 8), [
    'Puskesos Caturtunggal',
    'RSUD Sleman',
    'RSUD Sleman',
  ])
  assert.deepEqual(
    card.referrals.map(({ status, outcome }) => [status, outcome]),
    [['completed', 'granted']],
  )
  assert.deepEqual(
    card.offers.filter(({ refusal }) => refusal === null).map(({ action }) => action),
    ['appeal', 'visit', 'note', 'attach', 'share', 'restrict', 'set-contact', 'renew-secret'],
  )
  await assertVerified(house)
})

test('CASE-1 the quick way: a question is registered and settled by the front office alone', async () => {
  const { id } = await aCaseBy(fo, { kind: 'question' })
  await fo.does('case.settle', { subject: id, data: { outcome: 'informed', note: 'Sudah dijelaskan.' } })
  assert.equal((await cardOf(fo, id)).line.closure, 'settled')
})

test('CASE-0 a receipt has a secret to say and one to scan; no two cases share either', async () => {
  const made = [await aCaseBy(fo), await aCaseBy(fo)]
  for (const { receipt } of made) {
    assert.match(receipt.short, /^[2-9a-hjkmnp-tw-z]{8}$/)
    assert.match(receipt.long, /^3404\.[\w-]{32}$/)
  }
  assert.equal(new Set(made.flatMap(({ receipt }) => Object.values(receipt))).size, 4)
  const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const there = await house.staffAt(bantul, 'fo')
  const id = randomUUID()
  const one = await fo.does('case.register', { id, data: registration() })
  const two = await there.does('case.register', { id, data: { ...registration(), place: '34.02.01.2001' } })
  assert.notEqual(one.receipt?.short, two.receipt?.short)
  const [row] = await house.owner<{ text: string }>('select c::text as text from cases c where number = $1', [
    one.number,
  ])
  assert.ok(!row?.text.includes(one.receipt?.short ?? '-'))
})

test('ACCESS-4 a restricted case leaves the sight of whoever restricted it, and stays with those who may see its kind', async () => {
  const { id } = await aCaseBy(fo)
  await bo.does('case.restrict', { subject: id, data: { restricted: 'hiv', note } })
  assert.deepEqual(
    [await cardStatus(bo, id), await cardStatus(coordinator, id), await cardStatus(manager, id)],
    [404, 404, 200],
  )
  const again = await bo.send('case.note', { subject: id, data: words })
  assert.deepEqual([again.status, again.body.code], [404, 'not-found'])
})

test('ACCESS-4 a front office may take in what it may not see afterwards, and still hands out the receipt', async () => {
  const { id, receipt } = await aCaseBy(fo, { restricted: 'violence' })
  assert.equal(receipt.short.length, 8)
  assert.deepEqual(
    [await cardStatus(fo, id), await cardStatus(bo, id), await cardStatus(coordinator, id)],
    [404, 404, 200],
  )
  const found = await fo.read(caseRoutes.search, { body: { text: registration().client.nik ?? '' } })
  assert.ok(found.items.every((line) => line.id !== id))
})

test('CASE-11, CASE-12 a case goes up to the province and down again, and each office sees it while it has it', async () => {
  const nation = await openOffice(house, {
    name: 'Sekretariat Nasional',
    kind: 'national-office',
    level: 'nation',
    place: '00',
  })
  const province = await openOffice(house, {
    name: 'Dinas Sosial DIY',
    kind: 'province-office',
    level: 'province',
    place: '34',
    parent: nation,
  })
  await manager.send('office.change', {})
  await house.setUp('office.change', {
    subject: offices.secretariat,
    data: {
      name: 'Sekretariat SLRT Sleman',
      kind: 'secretariat',
      level: 'district',
      place: '34.04',
      parent: province,
      address: '',
      phone: '',
      active: true,
    },
  })
  const there = await house.staffAt(province, 'province', '34.04')
  const { id } = await aCaseBy(fo)
  const up = { reason: 'beyond-authority', note }
  assert.equal(await cardStatus(there, id), 404)
  await bo.does('case.escalate', { subject: id, data: up })
  await manager.does('case.escalate', { subject: id, data: up })
  assert.equal((await cardOf(there, id)).sees, 'all')
  await there.does('case.hand-down', { subject: id, data: { office: offices.secretariat, note } })
  assert.equal(await cardStatus(there, id), 404)
  const card = await cardOf(manager, id)
  assert.deepEqual([card.line.office, card.line.status], [offices.secretariat, 'registered'])
  await assertVerified(house)
})

test('CASE-37 a case that was passed up is taken back as it was, until the office above takes it; a rebuild says the same', async () => {
  const { id } = await aCaseBy(fo)
  const up = { reason: 'beyond-authority', note }
  const offered = async (client: Client) =>
    (await cardOf(client, id)).offers.find(({ action }) => action === 'take-back')?.refusal?.code ?? null
  await bo.does('case.take', { subject: id, data: { note } })
  const before = await cardOf(bo, id)
  await bo.does('case.escalate', { subject: id, data: up })
  assert.deepEqual([await offered(bo), await offered(manager)], [null, 'not-passed-up'])
  await bo.does('case.take-back', { subject: id, data: { note } })
  const { line, hop } = await cardOf(bo, id)
  assert.deepEqual([line.office, line.status, line.assignee], [offices.caturtunggal, 'handling', bo.staff])
  assert.deepEqual([hop.startedAt, hop.dueAt], [before.hop.startedAt, before.hop.dueAt])
  await bo.does('case.escalate', { subject: id, data: up })
  await manager.does('case.take', { subject: id, data: { note } })
  const late = await bo.send('case.take-back', { subject: id, data: { note } })
  assert.deepEqual([late.status, late.body.code], [409, 'wrong-status'])
  await assertVerified(house)
})

test('CASE-19, CASE-20 a duplicate points to the case that lives on, both ways, and can be taken apart again', async () => {
  const [lives, twin] = [await aCaseBy(fo), await aCaseBy(fo)]
  await bo.does('case.merge', { subject: twin.id, data: { into: lives.id, note } })
  assert.deepEqual((await cardOf(bo, lives.id)).merged, [{ id: twin.id, number: twin.number }])
  assert.deepEqual((await cardOf(bo, twin.id)).duplicateOf, { id: lives.id, number: lives.number })
  await coordinator.does('case.unmerge', { subject: twin.id, data: words })
  assert.deepEqual((await cardOf(bo, lives.id)).merged, [])
  const hidden = await aCaseBy(fo, { restricted: 'hiv' })
  const blind = await bo.send('case.merge', { subject: twin.id, data: { into: hidden.id, note } })
  assert.deepEqual([blind.status, blind.body.code], [422, 'merge-target'])
})

/** Lets the worker do what is due on a case, as if its time had come. */
async function letTimePass(id: string, until: () => Promise<boolean>): Promise<void> {
  await house.owner("update timer set run_at = now() where data ->> 'case' = $1", [id])
  await queueDueTimers(house.parts.pools.worker)
  const worker = await buildWorker(house.parts)
  assert.ok(await within(20_000, until), 'the worker did nothing')
  await worker.stop()
}
const jobsOf = (id: string) =>
  house.owner("select 1 from graphile_worker._private_jobs where payload->>'case' = $1", [id])
const timersOf = (id: string) =>
  house.owner<{ command_id: string }>("select command_id from timer where data ->> 'case' = $1", [id])

test('CASE-6, CASE-16 what nobody completes and what nobody answers closes by itself, once', async () => {
  const [returned, answered] = [await aCaseBy(fo), await aCaseBy(fo)]
  await bo.does('case.return', { subject: returned.id, data: { reason: 'papers-missing', note: 'Bawa KK' } })
  await bo.does('case.take', { subject: answered.id, data: words })
  await bo.does('case.answer', { subject: answered.id, data: { outcome: 'granted', note, openReferrals: '' } })
  for (const { id } of [returned, answered]) assert.equal((await timersOf(id)).length, 1)
  await letTimePass(returned.id, async () => (await jobsOf(returned.id)).length === 0)
  await letTimePass(answered.id, async () => (await jobsOf(answered.id)).length === 0)
  const closures = [(await cardOf(bo, returned.id)).line.closure, (await cardOf(bo, answered.id)).line.closure]
  assert.deepEqual(closures, ['not-completed', 'no-word'])
  const clock = await house.owner("select kind from ledger where actor = 'clock' order by seq")
  assert.deepEqual(clock, [{ kind: 'case.expire' }, { kind: 'case.lapse' }])
})

test('CASE-6 the clock of a wait that is over does nothing to the next one', async () => {
  const { id } = await aCaseBy(fo)
  const give = { reason: 'papers-missing', note: 'Bawa KK' }
  await bo.does('case.return', { subject: id, data: give })
  const [first] = await timersOf(id)
  assert.ok(first)
  await fo.does('case.complete', { subject: id, data: words })
  await bo.does('case.return', { subject: id, data: give })
  await house.owner("delete from timer where data ->> 'case' = $1 and command_id <> $2", [id, first.command_id])
  await letTimePass(id, async () => (await jobsOf(id)).length === 0)
  assert.equal((await cardOf(bo, id)).line.status, 'returned')
})

test('CASE-27 one box finds a case by its number, NIK, KK, phone in any spelling, or the beginning of a name', async () => {
  const client = {
    name: 'Nyi Ratna Kusumawati',
    nik: '3404071212800005',
    kk: '3404070505100005',
    phone: '0812-9999-0005',
    address: '',
  }
  const { id, number } = await aCaseBy(fo, { client })
  const texts = [number, client.nik, client.kk, '081299990005', '+62 812 9999 0005', 'nyi ratna', 'NYI RATNA KUS']
  for (const text of texts) {
    const { items } = await fo.read(caseRoutes.search, { body: { text } })
    assert.deepEqual(
      items.map((line) => line.id),
      [id],
      text,
    )
  }
  for (const text of ['3404071212800006', '081299990006', 'kusuma%', '___'])
    assert.deepEqual((await fo.read(caseRoutes.search, { body: { text } })).items, [], text)
  const alike = await fo.read(caseRoutes.similar, {
    body: {
      place: registration().place,
      category: 'pbi-inactive',
      name: 'Ratna',
      nik: client.nik,
      kk: null,
      phone: '+6281299990005',
    },
  })
  assert.deepEqual(
    alike.items.map(({ line }) => line.id),
    [id],
  )
  assert.ok(alike.items[0]?.reasons.includes('same-nik') && alike.items[0].reasons.includes('same-phone'))
})

test('ACCESS-16 every look at personal data stands in the access log, with its reason', async () => {
  const { id } = await aCaseBy(fo)
  await bo.read(caseRoutes.reveal, { body: { district: '34.04', id, reason: 'Mencocokkan kartu' } })
  await bo.read(caseRoutes.search, { body: { text: 'Sumarni' } })
  const looks = await house.owner(
    'select action, subject, reason, office from access_log where actor = $1 and (subject = $2 or subject is null) order by at desc limit 2',
    [`staff:${bo.staff}`, id],
  )
  assert.deepEqual(looks, [
    { action: 'search', subject: null, reason: '', office: offices.caturtunggal },
    { action: 'reveal', subject: id, reason: 'Mencocokkan kartu', office: offices.caturtunggal },
  ])
  const denied = await fo.ask(caseRoutes.reveal, { body: { district: '34.04', id, reason: 'Ingin tahu saja' } })
  assert.equal(denied.status, 403)
})

test('CASE-28 NIK, KK and phone lie sealed in the table and in the ledger, and can be opened again', async () => {
  const { id } = await aCaseBy(fo)
  const [row] = await house.owner<{ text: string }>(
    "select c::text || coalesce((select string_agg(l::text || encode(l.payload, 'escape'), ' ') from ledger l where l.subject = c.id), '') as text from cases c where id = $1",
    [id],
  )
  const { nik, kk, phone } = registration().client
  for (const secret of [nik, kk, phone]) {
    assert.ok(secret && !row?.text.includes(secret))
    assert.ok(secret && !row?.text.includes(Buffer.from(secret).toString('hex')))
  }
  const shown = await bo.read(caseRoutes.reveal, { body: { district: '34.04', id, reason: 'Mencocokkan kartu' } })
  assert.deepEqual(shown, { nik, kk, phone, reporterPhone: null })
})

test('CASE-3 a case is given to somebody who works at its office, and to nobody else', async () => {
  const { id } = await aCaseBy(fo)
  const give = (to: Client) => coordinator.send('case.assign', { subject: id, data: { assignee: to.staff, note: '' } })
  assert.equal((await give(rsud)).body.code, 'assignee-not-here')
  assert.equal((await give(bo)).status, 200)
  const mine = await bo.read(caseRoutes.queue, { query: { queue: 'mine' } })
  assert.ok(mine.items.some((line) => line.id === id))
  const { items } = await coordinator.read(referenceRoutes.colleagues)
  assert.ok((items.find((line) => line.id === bo.staff)?.open ?? 0) > 0)
})
