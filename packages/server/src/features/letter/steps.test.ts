import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { letterPaths, letterRoutes } from '@openslrt/core/contract/letter-queries.ts'
import { caseData } from '@openslrt/core/testing/moves.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import type { MadeLetter } from '../../testing/a-letter.ts'
import { aDraftBy, anIssuedLetter, letterFields } from '../../testing/a-letter.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'
import { assertVerified } from '../../testing/verified.ts'

let house: TestHouse
let offices: DistrictOffices
let bo: Client
let coordinator: Client
let second: Client
before(async () => {
  house = await startTestHouse({ logLevel: 'info' })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
  second = await house.staffAt(offices.caturtunggal, 'coordinator')
})
after(() => house.close())

const typed = { purpose: 'health', fields: letterFields }
const codeOf = ({ status, body }: Answer) => [status, body.code]
const rowOf = async (letter: string) => (await house.owner('select * from letter where id = $1', [letter]))[0]
const statusOf = async (letter: string) => (await rowOf(letter))?.['status']
const statusOfCase = async (id: string) =>
  (await house.owner<{ status: string }>('select status from cases where id = $1', [id]))[0]?.status
const entriesOf = async (id: string) => (await house.owner('select 1 from ledger where subject = $1', [id])).length
const step = (client: Client, { id, letter }: MadeLetter, action: string, data: object = {}) =>
  client.send(`letter.${action}`, { subject: id, data: { letter, ...data } })
const draft = (client: Client, id: string, data: object = {}) =>
  client.send('letter.draft', {
    subject: id,
    data: { letter: randomUUID(), kind: 'registered', ...typed, ...data },
  })

test('LETTER-1 a step that the table does not have is refused, says from where it goes, and writes nothing', async () => {
  const drafted = await aDraftBy(bo)
  const issued = await anIssuedLetter(bo, coordinator)
  const handed = await anIssuedLetter(bo, coordinator)
  await bo.does('letter.hand-over', { subject: handed.id, data: { letter: handed.letter, to: 'Sumarni', note: '' } })
  const revoked = await anIssuedLetter(bo, coordinator)
  await coordinator.does('letter.revoke', { subject: revoked.id, data: { letter: revoked.letter, note: 'Keliru.' } })
  const tried: readonly (readonly [MadeLetter, Client, string, object])[] = [
    [drafted, bo, 'hand-over', { to: 'Sumarni', note: '' }],
    [drafted, bo, 'replace', { next: randomUUID(), ...typed }],
    [issued, bo, 'change', { seen: 2, ...typed }],
    [issued, coordinator, 'initial', { seen: 2, note: '' }],
    [issued, coordinator, 'return', { seen: 2, note: 'Periksa lagi.' }],
    [issued, second, 'sign', { seen: 2 }],
    [handed, bo, 'hand-over', { to: 'Sumarni', note: '' }],
    [handed, bo, 'change', { seen: 3, ...typed }],
    [revoked, bo, 'hand-over', { to: 'Sumarni', note: '' }],
    [revoked, coordinator, 'revoke', { note: 'Sekali lagi.' }],
    [revoked, bo, 'replace', { next: randomUUID(), ...typed }],
    [revoked, second, 'sign', { seen: 3 }],
  ]
  for (const [made, client, action, data] of tried) {
    const before = [await rowOf(made.letter), await entriesOf(made.id)]
    const answer = await step(client, made, action, data)
    assert.deepEqual(codeOf(answer), [409, 'wrong-letter-status'], `${action}: ${answer.text}`)
    assert.ok(Array.isArray(answer.body.details?.['allowedFrom']), action)
    assert.deepEqual([await rowOf(made.letter), await entriesOf(made.id)], before, action)
  }
})

test('LETTER-18 every step on a letter that moved meanwhile is stale, and so is one on a case that moved', async () => {
  const made = await aDraftBy(bo)
  await bo.does('letter.change', { subject: made.id, data: { letter: made.letter, seen: 1, ...typed } })
  const stale: readonly (readonly [Client, string, object])[] = [
    [bo, 'change', { ...typed }],
    [coordinator, 'initial', { note: '' }],
    [coordinator, 'return', { note: 'Periksa lagi.' }],
    [coordinator, 'sign', {}],
  ]
  for (const seen of [1, 3, 99_999])
    for (const [client, action, data] of stale)
      assert.deepEqual(codeOf(await step(client, made, action, { seen, ...data })), [409, 'stale'], `${action} ${seen}`)
  const { version } = (await bo.read(caseRoutes.card, { query: { district: '34.04', id: made.id } })).line
  await bo.does('case.note', { subject: made.id, data: { note: 'Warga datang lagi.' } })
  const data = { letter: made.letter, seen: 2 }
  const late = await coordinator.send('letter.sign', { subject: made.id, base: version, data })
  assert.deepEqual(codeOf(late), [409, 'stale'])
  await coordinator.does('letter.sign', { subject: made.id, base: version + 1, data })
})

test('LETTER-11 what is no letter, no kind, no step or has too much in it is turned away at the door', async () => {
  const { id } = await aCaseBy(bo, { kind: 'service' })
  const letter = randomUUID()
  const wrong: readonly (readonly [string, object])[] = [
    ['draft', { letter: 'satu', kind: 'registered', ...typed }],
    ['draft', { letter, kind: 'undangan', ...typed }],
    ['draft', { letter, kind: 'registered', purpose: 7, fields: {} }],
    ['draft', { letter, kind: 'registered', purpose: null, fields: { DESIL: '2' } }],
    ['draft', { letter, kind: 'registered', purpose: null, fields: { desil: 2 } }],
    ['draft', { letter, kind: 'registered', purpose: null, fields: { desil: 'x'.repeat(2001) } }],
    ['draft', { letter, kind: 'registered', ...typed, number: '1' }],
    ['draft', { letter, kind: 'registered', purpose: null }],
    ['change', { letter, seen: 0, ...typed }],
    ['change', { letter, seen: 1.5, ...typed }],
    ['initial', { letter, seen: '1', note: '' }],
    ['return', { letter, seen: 1, note: '' }],
    ['return', { letter, seen: 1 }],
    ['sign', { letter }],
    ['sign', { letter, seen: 1, number: '400/1' }],
    ['hand-over', { letter, to: '', note: '' }],
    ['hand-over', { letter, to: 'x'.repeat(1000), note: '' }],
    ['revoke', { letter, note: '' }],
    ['replace', { letter, next: 'dua', ...typed }],
  ]
  for (const [action, data] of wrong) {
    const answer = await coordinator.send(`letter.${action}`, { subject: id, data })
    assert.equal(answer.status, 400, `${action} ${JSON.stringify(data).slice(0, 80)}: ${answer.text}`)
  }
  assert.equal(await entriesOf(id), 1)
})

test('LETTER-11 fields that the kind does not know, lacks or cannot read are named', async () => {
  const { id } = await aCaseBy(bo, { kind: 'service' })
  const fieldOf = async (fields: object) => (await draft(bo, id, { fields })).body
  for (const fields of [
    { 'tanggal-data': '2026-10-01' },
    { ...letterFields, gaji: '1' },
    { ...letterFields, desil: '12' },
  ])
    assert.equal((await fieldOf(fields)).code, 'letter-field', JSON.stringify(fields))
  assert.deepEqual(codeOf(await draft(bo, id, { purpose: 'liburan' })), [422, 'unknown-purpose'])
  assert.deepEqual(codeOf(await draft(bo, id, { purpose: null })), [422, 'unknown-purpose'])
  assert.equal((await house.owner('select 1 from letter where case_id = $1', [id])).length, 0)
})

test('LETTER-10 a letter of one case is none of another, and one that is nowhere is unknown', async () => {
  const one = await aDraftBy(bo)
  const other = await aDraftBy(bo)
  for (const letter of [other.letter, randomUUID()]) {
    const made = { id: one.id, letter }
    assert.deepEqual(codeOf(await step(coordinator, made, 'sign', { seen: 1 })), [422, 'unknown-letter'])
    assert.deepEqual(codeOf(await step(bo, made, 'revoke', { note: 'Keliru.' })), [422, 'unknown-letter'])
  }
  const taken = await draft(bo, one.id, { letter: other.letter })
  assert.notEqual(taken.status, 200)
  assert.ok(taken.status < 500, taken.text)
  assert.deepEqual([await statusOf(one.letter), await statusOf(other.letter)], ['drafted', 'drafted'])
})

test('LETTER-10 a complaint has letters only when it was approved; one that ended has no new ones', async () => {
  const { id } = await aCaseBy(bo)
  assert.deepEqual(codeOf(await draft(bo, id)), [409, 'wrong-status'])
  await bo.does('case.take', { subject: id, data: { note: '' } })
  assert.deepEqual(codeOf(await draft(bo, id)), [409, 'decision-missing'])
  await bo.does('case.recommend', { subject: id, data: { note: 'Layak.' } })
  await coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const letter = randomUUID()
  await bo.does('letter.draft', { subject: id, data: { letter, kind: 'registered', ...typed } })
  await coordinator.does('letter.sign', { subject: id, data: { letter, seen: 1 } })
  await bo.does('letter.hand-over', { subject: id, data: { letter, to: 'Sumarni', note: '' } })
  assert.equal(await statusOfCase(id), 'handling', 'a complaint is not over with a letter')
  await coordinator.does('case.cancel', { subject: id, data: caseData.cancel })
  assert.deepEqual(codeOf(await draft(bo, id)), [409, 'wrong-status'])
  assert.deepEqual(codeOf(await step(coordinator, { id, letter }, 'revoke', { note: 'Keliru.' })), [
    409,
    'wrong-status',
  ])
})

test('LETTER-12 while another letter of the service waits, handing one over does not end it', async () => {
  const first = await anIssuedLetter(bo, coordinator)
  const next = { id: first.id, letter: randomUUID() }
  await bo.does('letter.draft', { subject: next.id, data: { letter: next.letter, kind: 'registered', ...typed } })
  assert.equal((await step(bo, first, 'hand-over', { to: 'Sumarni', note: '' })).status, 200)
  assert.equal(await statusOfCase(first.id), 'registered')
  await bo.does('letter.revoke', { subject: next.id, data: { letter: next.letter, note: 'Tidak jadi.' } })
  const third = { id: first.id, letter: randomUUID() }
  await bo.does('letter.draft', { subject: third.id, data: { letter: third.letter, kind: 'registered', ...typed } })
  await coordinator.does('letter.sign', { subject: third.id, data: { letter: third.letter, seen: 1 } })
  await bo.does('letter.hand-over', { subject: third.id, data: { letter: third.letter, to: 'Anaknya', note: '' } })
  assert.equal(await statusOfCase(first.id), 'closed')
})

test('LETTER-31 two sign at the same moment: one does, the other is told, and one number is used', async () => {
  const made = await aDraftBy(bo)
  const answers = await Promise.all([coordinator, second].map((client) => step(client, made, 'sign', { seen: 1 })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  const { number } = await anIssuedLetter(bo, coordinator)
  const serials = await house.owner<{ serial: number }>(
    'select serial from letter where office = $1 and serial is not null order by serial',
    [offices.caturtunggal],
  )
  assert.deepEqual(
    serials.map(({ serial }) => serial),
    serials.map((_, at) => at + 1),
  )
  assert.ok(number.includes(String(serials.length).padStart(3, '0')))
})

test('LETTER-31 the id of a signature that was sent with other words, or by somebody else, signs nothing', async () => {
  const made = await aDraftBy(bo)
  const other = await aDraftBy(bo)
  const sent = { id: randomUUID(), doneAt: new Date().toISOString() }
  await coordinator.does('letter.sign', { ...sent, subject: made.id, data: { letter: made.letter, seen: 1 } })
  const wrong = { ...sent, subject: other.id, data: { letter: other.letter, seen: 1 } }
  assert.deepEqual(codeOf(await coordinator.send('letter.sign', wrong)), [409, 'command-id-reused'])
  assert.deepEqual(codeOf(await second.send('letter.sign', wrong)), [409, 'command-id-reused'])
  assert.equal(await statusOf(other.letter), 'drafted')
})

test('LETTER-8 a letter is being replaced once at a time; a withdrawn draft leaves it as it counts', async () => {
  const made = await anIssuedLetter(bo, coordinator)
  const nexts = [randomUUID(), randomUUID()]
  const both = await Promise.all(nexts.map((next) => step(bo, made, 'replace', { next, ...typed })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  const next = nexts[both.findIndex(({ status }) => status === 200)] ?? ''
  assert.deepEqual(codeOf(await step(bo, made, 'replace', { next: randomUUID(), ...typed })), [409, 'already-so'])
  await bo.does('letter.revoke', { subject: made.id, data: { letter: next, note: 'Tidak jadi.' } })
  assert.equal(await statusOf(made.letter), 'issued')
  const again = randomUUID()
  await bo.does('letter.replace', { subject: made.id, data: { letter: made.letter, next: again, ...typed } })
  await coordinator.does('letter.revoke', { subject: made.id, data: { letter: made.letter, note: 'Desil keliru.' } })
  await coordinator.does('letter.sign', { subject: made.id, data: { letter: again, seen: 1 } })
  const old = await rowOf(made.letter)
  assert.deepEqual([old?.['status'], old?.['replaced_by']], ['revoked', null], 'what was revoked stays so')
})

test('LETTER-7 whoever drafts withdraws a draft and not what was signed', async () => {
  const drafted = await aDraftBy(bo)
  assert.equal((await step(bo, drafted, 'revoke', { note: 'Salah orang.' })).status, 200)
  const issued = await anIssuedLetter(bo, coordinator)
  assert.deepEqual(codeOf(await step(bo, issued, 'revoke', { note: 'Salah orang.' })), [403, 'not-permitted'])
  assert.deepEqual([await statusOf(drafted.letter), await statusOf(issued.letter)], ['revoked', 'issued'])
  assert.equal((await rowOf(drafted.letter))?.['number'], null, 'and uses up no number')
})

test('LETTER-17 who has no right, no office here or no sign-in makes, sees and prints no letter', async () => {
  const made = await anIssuedLetter(bo, coordinator)
  const query = { district: '34.04', id: made.letter }
  const neighbour = await house.staffAt(offices.maguwoharjo, 'coordinator')
  const leader = await house.staffAt(offices.secretariat, 'leader')
  const asks = async (client: Client) => [
    (await client.ask(letterRoutes.paper, { query })).status,
    (await client.ask(letterRoutes.ofCase, { query: { district: '34.04', id: made.id } })).status,
    (await client.ask(letterRoutes.preview, { body: { district: '34.04', id: made.id, kind: 'registered', ...typed } }))
      .status,
    (await step(client, made, 'revoke', { note: 'Keliru.' })).status,
  ]
  assert.deepEqual(await asks(neighbour), [404, 404, 404, 404])
  assert.deepEqual(await asks(house.stranger()), [401, 401, 401, 401])
  assert.deepEqual(await asks(leader), [403, 403, 403, 404])
  const manager = await house.staffAt(offices.secretariat, 'manager')
  assert.ok((await step(manager, made, 'revoke', { note: 'Keliru.' })).status >= 403, 'seen from above, not made there')
  for (const [field, value] of [
    ['district', 'sleman'],
    ['district', '34.04.07.2001'],
    ['id', '1'],
  ] as const)
    assert.equal((await bo.ask(letterRoutes.paper, { query: { ...query, [field]: value } })).status, 400, value)
  assert.equal((await bo.ask(letterRoutes.paper, { query: { ...query, district: '34.71' } })).status, 404)
})

test('LETTER-26 a file of many is asked for by name: none, too many or the same wrong one make no file', async () => {
  const { letter } = await anIssuedLetter(bo, coordinator)
  const ask = (body: string) =>
    bo.raw({ method: 'POST', path: letterPaths.print, headers: { 'content-type': 'application/json' }, body })
  const named = (id: string) => ({ district: '34.04', id })
  const many = JSON.stringify({ letters: Array.from({ length: 201 }, () => named(letter)) })
  for (const body of ['{}', '{"letters":[]}', '[]', '{', many, JSON.stringify({ letters: [{ id: letter }] })])
    assert.equal((await ask(body)).status, 400, body.slice(0, 60))
  assert.equal((await ask(JSON.stringify({ letters: [named(letter), named(randomUUID())] }))).status, 404)
  assert.equal((await bo.raw({ method: 'GET', path: letterPaths.pdf })).status, 400)
})

test('LETTER-29 an inbox of many pages holds every letter once, the longest waiting first', async () => {
  const [drafter, signer] = [
    await house.staffAt(offices.maguwoharjo, 'bo'),
    await house.staffAt(offices.maguwoharjo, 'coordinator'),
  ]
  const made: string[] = []
  for (let nth = 0; nth < 27; nth++) made.push((await aDraftBy(drafter)).letter)
  const inbox = (page: number) => signer.read(letterRoutes.inbox, { query: { show: 'sign', page } })
  const [first, next, beyond] = [await inbox(1), await inbox(2), await inbox(3)]
  assert.deepEqual([first.items.length, next.items.length, beyond.items.length], [25, 2, 0])
  assert.deepEqual(
    [...first.items, ...next.items].map(({ id }) => id),
    made,
  )
  assert.deepEqual([first.total, next.total, beyond.total], [27, 27, 27])
  assert.equal((await drafter.read(letterRoutes.inbox, { query: { show: 'sign' } })).total, 0, 'nobody signs their own')
  for (const query of [{ page: 0 }, { page: 'dua' }, { show: 'semua' }, { saya: 1 }])
    assert.equal((await signer.ask(letterRoutes.inbox, { query })).status, 400, JSON.stringify(query))
})

test('LETTER-19 with its case a letter is forgotten: its words, whom it names and its paper; its number stays', async () => {
  const made = await anIssuedLetter(bo, coordinator)
  await step(bo, made, 'hand-over', { to: 'Wagiyem anaknya', note: 'Diambil sendiri' })
  const manager = await house.staffAt(offices.secretariat, 'manager')
  await coordinator.does('case.ask-erasure', {
    subject: made.id,
    data: { basis: 'request', note: 'Warga memintanya sendiri' },
  })
  await manager.does('case.erase', { subject: made.id, data: { note: '' } })
  const row = await rowOf(made.letter)
  assert.deepEqual([row?.['content'], row?.['handed_to'], row?.['holder']], [null, null, ''])
  assert.equal(row?.['number'], made.number)
  const pdf = await manager.raw({ method: 'GET', path: `${letterPaths.pdf}?district=34.04&id=${made.letter}` })
  assert.equal(pdf.status, 404)
  await assertVerified(house)
})

test('LOG-1 the way of a letter leaves no name, number of a person or word of it in the log', () => {
  assert.ok(house.logged.some((line) => line.includes('letter.sign')))
  for (const word of ['Sumarni', 'S***', '3404075203600001', '81234567890', 'Wagiyem', 'tanggal-data', 'Salah orang'])
    assert.ok(!house.logged.some((line) => line.includes(word)), word)
})
