import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { OpenedLine } from '@openslrt/core/contract/opened.ts'
import { openedRoutes } from '@openslrt/core/contract/opened.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice, openOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

let house: TestHouse
let offices: DistrictOffices
let desk: Client
let rsud: Client
let dinsos: Client
const unsaid = { place: null, category: null, name: '', nik: null, kk: null, phone: null }
const consent = { basis: 'verbal', words: 'Perawat Siti' } as const

before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  rsud = await house.staffAt(offices.rsud, 'provider')
  dinsos = await house.staffAt(offices.dinsos, 'provider')
})
after(() => house.close())

const openBy = (client: Client, own: Partial<RegisterData> = {}) => aCaseBy(client, { consent, ...own })
const linesOf = async (client: Client, show = 'open'): Promise<readonly OpenedLine[]> =>
  (await client.read(openedRoutes.list, { query: { show } })).items
const lineOf = async (client: Client, number: string): Promise<OpenedLine> => {
  const line = (await linesOf(client, 'all')).find((one) => one.number === number)
  assert.ok(line, number)
  return line
}
const codeOf = async (client: Client, kind: string, subject: string, data: object) =>
  (await client.send(kind, { subject, data })).body.code

test('OPEN-1 a case that a hospital opens lies at the Puskesos, with number and secret for the citizen', async () => {
  const subject = randomUUID()
  const made = await openBy(rsud, {})
  assert.match(made.number, /^3404-\d\d-\d{6}$/)
  assert.ok(made.receipt.short.length >= 8)
  const card = await desk.read(caseRoutes.card, { query: { district: '34.04', id: made.id } })
  assert.deepEqual([card.line.office, card.line.status], [offices.caturtunggal, 'registered'])
  assert.equal(card.history[0]?.officeName, 'RSUD Sleman')
  assert.deepEqual(card.history[0]?.say, { office: 'Puskesos Caturtunggal', consent: 'verbal' })
  assert.equal(card.history[0]?.note, 'Perawat Siti')
  const sent = { id: randomUUID(), subject, doneAt: new Date().toISOString(), data: { ...registration(), consent } }
  assert.deepEqual((await rsud.send('case.register', sent)).body, (await rsud.send('case.register', sent)).body)
})

test('OPEN-1 where nobody works at the Puskesos, and where there is none, it falls to the district', async () => {
  const empty = await openBy(rsud, { place: villageCode.parse(sleman.maguwoharjo) })
  await house.staffAt(offices.secretariat, 'manager')
  const next = await openBy(rsud, { place: villageCode.parse(sleman.maguwoharjo) })
  const none = await openBy(rsud, { place: villageCode.parse(sleman.sinduadi) })
  const at = async ({ number }: { number: string }) => (await lineOf(rsud, number)).officeName
  assert.deepEqual(
    [await at(empty), await at(next), await at(none)],
    ['Puskesos Maguwoharjo', 'Sekretariat SLRT Sleman', 'Sekretariat SLRT Sleman'],
  )
})

test('OPEN-1 a patient from another district is brought to the door of that district', async () => {
  const place = '34.02.01.2001'
  await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
  const asked = { district: '34.02', data: { ...registration(), consent, place } }
  const answer = await rsud.send('case.register', asked)
  assert.equal(answer.status, 200, answer.text)
  const line = await lineOf(rsud, String(answer.body['number']))
  assert.deepEqual([line.district, line.officeName], ['34.02', 'Sekretariat Bantul'])
  const nowhere = await rsud.send('case.register', {
    ...asked,
    district: '34.01',
    data: { ...asked.data, place: '34.01.01.2001' },
  })
  assert.deepEqual([nowhere.status, nowhere.body.code], [422, 'wrong-place'])
})

test('OPEN-2 without a consent nothing is opened', async () => {
  assert.equal(await codeOf(rsud, 'case.register', randomUUID(), registration()), 'consent-missing')
  const empty = { ...registration(), consent: { basis: 'override', words: '' } }
  assert.equal(await codeOf(rsud, 'case.register', randomUUID(), empty), 'note-missing')
})

test('OPEN-3 the office that opened it follows where it lies, until it is over, and what came of it', async () => {
  const { id, number } = await openBy(rsud, { summary: 'Biaya rawat inap' })
  const begun = await lineOf(rsud, number)
  assert.deepEqual(
    [begun.summary, begun.clientMasked, begun.officeName, begun.status, begun.outlook, begun.outcome],
    ['Biaya rawat inap', 'S***', 'Puskesos Caturtunggal', 'registered', 'in-time', null],
  )
  assert.ok(begun.dueAt)
  await house.owner("update cases set hop_due_at = now() + interval '1 minute' where id = $1", [id])
  assert.equal((await lineOf(rsud, number)).outlook, 'at-risk', 'as the card and the page of the citizen say')
  await desk.does('case.take', { subject: id, data: { note: '' } })
  await desk.does('case.answer', {
    subject: id,
    data: { outcome: 'granted', note: 'Dijamin pemda.', openReferrals: '' },
  })
  await desk.does('case.confirm', { subject: id, data: { satisfaction: 5, how: 'phone', note: '' } })
  const over = await lineOf(rsud, number)
  assert.deepEqual([over.status, over.closure, over.outcome, over.dueAt], ['closed', 'confirmed', 'granted', null])
  assert.equal(JSON.stringify(over).includes('Dijamin'), false, 'the answer is between the office and the citizen')
  assert.ok((await linesOf(rsud, 'over')).some((line) => line.number === number))
  assert.equal(
    (await linesOf(rsud)).some((line) => line.number === number),
    false,
  )
})

test('OPEN-3 of a restricted case, also one that was restricted later, only that it is there', async () => {
  const { number } = await openBy(rsud, { category: 'violence', kind: 'complaint', restricted: 'violence' })
  const later = await openBy(rsud, { summary: 'Luka lebam' })
  await desk.does('case.restrict', { subject: later.id, data: { restricted: 'violence', note: 'Korban kekerasan.' } })
  for (const one of [number, later.number]) {
    const { summary, clientMasked, category, outcome, restricted } = await lineOf(rsud, one)
    assert.deepEqual([summary, clientMasked, category, outcome, restricted], [null, null, null, null, true])
  }
  assert.equal((await lineOf(rsud, number)).officeName, 'Sekretariat SLRT Sleman')
})

test('OPEN-3 no other office sees what one opened: another provider, a desk, somebody without the right', async () => {
  const { number } = await openBy(rsud)
  assert.equal(
    (await linesOf(dinsos, 'all')).some((line) => line.number === number),
    false,
  )
  const own = await openBy(dinsos)
  assert.deepEqual(
    (await linesOf(dinsos, 'all')).map((line) => line.number),
    [own.number],
  )
  assert.equal(
    (await linesOf(rsud, 'all')).some((line) => line.number === own.number),
    false,
  )
  for (const other of [desk, await house.staffAt(offices.rsud, 'leader')])
    assert.equal((await other.ask(openedRoutes.list)).status, 403)
  assert.equal((await house.stranger().ask(openedRoutes.list)).status, 401)
})

test('OPEN-3 whoever names another office in the request is still read by the one they hold a post at', async () => {
  const { number } = await openBy(rsud)
  const asked = { method: 'GET' as const, path: '/api/cases/opened?show=all', headers: { 'x-office': offices.rsud } }
  const answer = await dinsos.raw(asked)
  assert.ok(answer.status !== 200 || !answer.text.includes(number), answer.text)
})

test('OPEN-6 opening gives no sight of the case: no card, no search, no numbers, no move on it', async () => {
  const { id, number } = await openBy(rsud)
  const key = { district: '34.04', id }
  assert.equal((await rsud.ask(caseRoutes.card, { query: key })).status, 404)
  assert.equal((await rsud.ask(caseRoutes.reveal, { body: { ...key, reason: 'Ingin tahu' } })).status, 404)
  assert.equal((await rsud.read(caseRoutes.search, { body: { text: number } })).total, 0)
  assert.equal((await rsud.read(caseRoutes.queue, { query: { queue: 'all' } })).total, 0)
  assert.equal((await rsud.ask(caseRoutes.similar, { body: unsaid })).status, 403)
  for (const [move, data] of [
    ['note', { note: 'Halo' }],
    ['confirm', { satisfaction: 5, how: 'phone', note: '' }],
    ['renew-secret', { check: 'id-card', note: 'Kenal' }],
    ['complete', { note: 'Ini' }],
  ] as const)
    assert.ok(['not-found', 'invalid'].includes(String(await codeOf(rsud, `case.${move}`, id, data))), move)
})

test('OPEN-6 the wall says the same: inside the scope of the office the table gives not one row of what it opened', async () => {
  await openBy(rsud)
  const actor = {
    kind: 'staff',
    permissions: new Set(['case.read']),
    restricted: new Set(),
    sees: 'office',
    place: sleman.district,
  } as const
  const scope = (office: string) => scopeOf({ ...actor, office } as never, null)
  const read = (office: string, text: string) =>
    inScope(house.parts.pools.api, scope(office), async (client) =>
      Number((await client.query<{ n: string }>(text)).rows[0]?.n),
    )
  assert.equal(await read(offices.rsud, 'select count(*) as n from cases where opened_by is not null'), 0)
  const count = "select opened_count('{}', null) as n"
  assert.ok((await read(offices.rsud, count)) > 0)
  assert.equal(await read(offices.caturtunggal, count), 0)
  const unscoped = await inScope(house.parts.pools.api, {}, async (client) =>
    Number((await client.query<{ n: string }>(count)).rows[0]?.n),
  )
  assert.equal(unscoped, 0, 'without a scope there is no office')
})

test('OPEN-1 the ledger proves who opened what', () => assertVerified(house))
