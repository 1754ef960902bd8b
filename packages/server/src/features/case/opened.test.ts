import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import type { OpenedLine } from '@openslrt/core/contract/opened.ts'
import { openedRoutes } from '@openslrt/core/contract/opened.ts'
import { pageSize } from '@openslrt/core/contract/route.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { inScope, scopeOf } from '../../platform/db/scope.ts'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
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

test('OPEN-1 what is sent three times at once opens one case, with one number; its words under that id cannot be others', async () => {
  const data = { ...registration(), consent, summary: 'Ditekan tiga kali' }
  const sent = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString(), data }
  const answers = await Promise.all([1, 2, 3].map(() => rsud.send('case.register', sent)))
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1)
  const other = await rsud.send('case.register', { ...sent, data: { ...data, summary: 'Lain' } })
  assert.deepEqual([other.status, other.body.code], [409, 'command-id-reused'])
  const lines = (await linesOf(rsud, 'all')).filter(({ number }) => number === answers[0]?.body['number'])
  assert.deepEqual(
    lines.map(({ summary }) => summary),
    ['Ditekan tiga kali'],
  )
  const taken = await dinsos.send('case.register', { subject: sent.subject, data })
  assert.deepEqual([taken.status, taken.body.code], [409, 'command-id-reused'], 'nor is the id of a case taken twice')
})

test('OPEN-2 each basis stands in the row as it was said, and what is none is turned away with nothing written', async () => {
  const before = await house.owner("select max(seq)::int as seq from ledger where district = '34.04'")
  const refused: readonly (readonly [consent: unknown, status: number, code: string])[] = [
    [{ basis: 'verbal', words: '' }, 422, 'note-missing'],
    [{ basis: 'statute', words: '  \n ' }, 422, 'note-missing'],
    [{ basis: 'override', words: '' }, 422, 'note-missing'],
    [{ basis: 'telephone', words: 'Ibu Siti' }, 400, 'invalid'],
    [{ basis: 'form' }, 400, 'invalid'],
    [{ basis: 'form', words: 'x'.repeat(5000) }, 400, 'invalid'],
    [{ basis: 'form', words: '', by: 'saya' }, 400, 'unknown-field'],
    [null, 400, 'invalid'],
  ]
  for (const [said, status, code] of refused) {
    const answer = await rsud.send('case.register', { data: { ...registration(), consent: said } })
    assert.deepEqual([answer.status, answer.body.code], [status, code], JSON.stringify(said).slice(0, 60))
  }
  assert.deepEqual(await house.owner("select max(seq)::int as seq from ledger where district = '34.04'"), before)
  for (const [basis, words] of [
    ['form', ''],
    ['verbal', 'Perawat Siti'],
    ['statute', 'UU 17/2023 pasal 4'],
    ['override', 'Tidak sadar'],
  ] as const) {
    const { id } = await openBy(rsud, { consent: { basis, words } })
    const card = await desk.read(caseRoutes.card, { query: { district: '34.04', id } })
    assert.deepEqual([card.history[0]?.say['consent'], card.history[0]?.note], [basis, words])
    const [row] = await house.owner('select consent, opened_by from cases where id = $1', [id])
    assert.deepEqual(row, { consent: basis, opened_by: offices.rsud })
  }
})

test('OPEN-2 at a desk citizens speak for themselves: what is said of a consent there is not kept, and no office opened it', async () => {
  const { id } = await aCaseBy(desk, { consent })
  const [row] = await house.owner('select opened_by, consent, consent_words, office from cases where id = $1', [id])
  assert.deepEqual(row, { opened_by: null, consent: null, consent_words: null, office: offices.caturtunggal })
  const card = await desk.read(caseRoutes.card, { query: { district: '34.04', id } })
  assert.deepEqual([card.history[0]?.say['consent'], card.history[0]?.note], [undefined, ''])
})

test('OPEN-1 what does not fit is said by its name, as at a desk; an office that was closed opens nothing', async () => {
  const wrong: readonly (readonly [own: object, code: string])[] = [
    [{ category: 'no-such-one' }, 'unknown-category'],
    [{ category: 'decile-check', kind: 'complaint' }, 'wrong-kind'],
    [{ channel: 'burung-dara' }, 'unknown-channel'],
    [{ place: '34.04.07.2999' }, 'unknown-place'],
    [{ place: '34.02.01.2001' }, 'wrong-district'],
    [{ client: { name: '', nik: null, kk: null, phone: null, address: '' } }, 'client-missing'],
    [{ openedBy: offices.dinsos }, 'unknown-field'],
    [{ office: offices.secretariat }, 'unknown-field'],
  ]
  for (const [own, code] of wrong)
    assert.equal(await codeOf(rsud, 'case.register', randomUUID(), { ...registration(), consent, ...own }), code)
  const office = { name: 'Klinik Tutup', kind: 'provider', level: 'district', place: '34.04', parent: null }
  const clinic = await openOffice(house, office)
  const nurse = await house.staffAt(clinic, 'provider')
  const { number } = await openBy(nurse)
  await house.setUp('office.change', { subject: clinic, data: { ...office, address: '', phone: '', active: false } })
  assert.equal((await nurse.send('case.register', { data: { ...registration(), consent } })).status >= 400, true)
  assert.equal(
    (await linesOf(dinsos, 'all')).some((line) => line.number === number),
    false,
  )
})

test('OPEN-1 a red card that a hospital brings lies with whoever is on duty at the Puskesos, and has its day', async () => {
  const day = dayIn('Asia/Jakarta', Date.now())
  const turn = { office: offices.caturtunggal, staff: desk.staff, from: day, until: day }
  await desk.does('duty.name', { subject: randomUUID(), data: turn })
  const { id, number } = await openBy(rsud, { red: true })
  const [row] = await house.owner('select assignee, priority from cases where id = $1', [id])
  assert.deepEqual(row, { assignee: desk.staff, priority: 'red' })
  const { dueAt, openedAt } = await lineOf(rsud, number)
  assert.equal((dueAt ?? 0) - openedAt, dayMs, 'a day, night and holiday included')
})

test('OPEN-3 a line tells every way in which a case may end, and of one that is erased nothing that names anybody', async () => {
  const ends: Readonly<Record<string, (subject: string) => Promise<unknown>>> = {
    cancelled: (subject) => desk.does('case.cancel', { subject, data: { ...caseData.cancel } }),
    duplicate: async (subject) => {
      const { id: into } = await aCaseBy(desk)
      await desk.does('case.take', { subject, data: { note: '' } })
      await desk.does('case.merge', { subject, data: { into, note: 'Orang yang sama.' } })
    },
    erased: async (subject) => {
      await desk.does('case.cancel', { subject, data: { ...caseData.cancel } })
      await desk.does('case.ask-erasure', { subject, data: { basis: 'request', note: 'Warga memintanya' } })
      const manager = await house.staffAt(offices.secretariat, 'manager')
      await manager.does('case.erase', { subject, data: { note: '' } })
    },
  }
  for (const [status, end] of Object.entries(ends)) {
    const words = { basis: 'verbal', words: 'Mantri Jumadi' } as const
    const client = { ...registration().client, name: 'Tukiyem Rahayu' }
    const { id, number } = await openBy(rsud, { summary: 'Tukiyem sakit', client, consent: words })
    await end(id)
    const line = await lineOf(rsud, number)
    assert.deepEqual([line.status, line.dueAt, line.outlook], [status, null, null], status)
    assert.equal(
      (await linesOf(rsud)).some((one) => one.number === number),
      false,
      'it is over',
    )
    assert.equal(JSON.stringify(line).includes('Tukiyem'), status !== 'erased', status)
    const [row] = await house.owner<{ text: string }>(
      'select row_to_json(c)::text as text from cases c where id = $1',
      [id],
    )
    assert.equal(row?.text.includes('Jumadi'), status !== 'erased', 'who heard it is forgotten with the rest')
  }
})

test('OPEN-3 who hides themselves stands without a name in the list of whoever brought them', async () => {
  const { number } = await openBy(rsud, { reporter: { name: '', phone: null, relation: 'self', anonymous: true } })
  const line = await lineOf(rsud, number)
  assert.ok(line.clientMasked === null || line.clientMasked === '')
  assert.equal(JSON.stringify(line).includes('Sumarni'), false)
})

test('OPEN-6 asked for help on a case that it opened, an office sees what was granted, and no more when it has answered', async () => {
  const { id, number } = await openBy(rsud)
  const query = { district: '34.04', id }
  for (const action of ['take', 'recommend', 'approve'])
    await desk.does(`case.${action}`, { subject: id, data: { note: 'Sudah diperiksa.' } })
  const asked = { to: offices.rsud, grant: randomUUID(), fields: ['story'], note: 'Mohon rawat inap' }
  const referral = randomUUID()
  await desk.does('referral.request', { subject: id, data: { ...asked, referral } })
  assert.equal((await rsud.ask(caseRoutes.card, { query })).status, 200)
  await rsud.does('referral.reject', { subject: id, data: { referral, reason: 'capacity-full', note: 'Penuh.' } })
  assert.equal((await rsud.ask(caseRoutes.card, { query })).status, 404)
  assert.equal((await lineOf(rsud, number)).status, 'handling')
})

test('OPEN-5 over its pages a list shows every case once, the newest first, and counts what is under way whatever is shown', async () => {
  const clinic = await openOffice(house, { name: 'Klinik Bina Sehat', kind: 'provider' })
  const nurse = await house.staffAt(clinic, 'provider')
  const made: Awaited<ReturnType<typeof openBy>>[] = []
  for (let nth = 0; nth < pageSize + 3; nth++) made.push(await openBy(nurse))
  for (const { id } of made.slice(0, 2)) await desk.does('case.cancel', { subject: id, data: { ...caseData.cancel } })
  const page = (show: string, nth: number) => nurse.read(openedRoutes.list, { query: { show, page: nth } })
  const pages = await Promise.all([1, 2, 3].map((nth) => page('all', nth)))
  assert.deepEqual(
    pages.flatMap(({ items }) => items.map(({ number }) => number)),
    made.map(({ number }) => number).toReversed(),
  )
  assert.deepEqual(
    pages.map(({ items, total, open }) => [items.length, total, open]),
    [pageSize, 3, 0].map((length) => [length, pageSize + 3, pageSize + 1]),
  )
  const over = await page('over', 1)
  assert.deepEqual([over.items.length, over.total, over.open], [2, 2, pageSize + 1])
  assert.deepEqual([(await page('open', 1)).total, (await page('open', 2)).items.length], [pageSize + 1, 1])
  for (const query of [{ show: 'closed' }, { page: '0' }, { page: 'dua' }, { office: offices.rsud }, { q: 'S' }])
    assert.equal((await nurse.ask(openedRoutes.list, { query: { ...query } })).status, 400, JSON.stringify(query))
})

test('OPEN-3 whoever works at two offices reads at each what that one opened; a ministry opens in any district', async () => {
  const ministry = await openOffice(house, { name: 'Kemensos', kind: 'agency', level: 'nation', place: '00' })
  const there = await house.staffAt(ministry, 'provider', '34.04')
  await house.setUp('post.give', {
    subject: randomUUID(),
    data: { staff: there.staff, office: offices.dinsos, role: 'provider' },
  })
  const here = await house.signIn(there.staff ?? '', offices.dinsos, '34.04')
  const [one, two] = [await openBy(there), await openBy(here)]
  const numbers = async (client: Client) => (await linesOf(client, 'all')).map(({ number }) => number)
  assert.deepEqual(await numbers(there), [one.number])
  const dinsosOnes = await numbers(here)
  assert.deepEqual([dinsosOnes.includes(two.number), dinsosOnes.includes(one.number)], [true, false])
  assert.deepEqual(await numbers(dinsos), dinsosOnes, 'it is the office that opened, not the person')
})

test('OPEN-1 the ledger proves who opened what, and writes it anew', async () => {
  await assertVerified(house)
  const seen = async () => [await linesOf(rsud, 'all'), await linesOf(dinsos, 'all')]
  const before = await seen()
  await withOwner(house.ownerUrl, (owner) => rebuildDistrict(owner, house.parts.ledger.keys, '34.04'))
  assert.deepEqual(await seen(), before)
  await assertVerified(house)
})
