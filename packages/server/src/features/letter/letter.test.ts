import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { rebuildDistrict } from '../../platform/ledger/rebuild.ts'
import type { DistrictOffices } from '../../testing/a-district-office.ts'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
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
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
  offices = await aDistrictOffice(house)
  bo = await house.staffAt(offices.caturtunggal, 'bo')
  coordinator = await house.staffAt(offices.caturtunggal, 'coordinator')
})
after(() => house.close())

const year = new Date().getUTCFullYear()
const rowOf = async (letter: string) => (await house.owner('select * from letter where id = $1', [letter]))[0]
const codeOf = ({ status, body }: Answer) => [status, body.code]

test('LETTER-6 a letter goes from draft over signature to the citizen, and the service is done', async () => {
  const { id, letter, number } = await anIssuedLetter(bo, coordinator)
  assert.match(number, new RegExp(`^400\\.9/001/SLRT-34\\.04\\.07\\.2001/[IVX]+/${year}$`))
  await bo.does('letter.hand-over', { subject: id, data: { letter, to: 'Sumarni', note: '' } })
  const row = await rowOf(letter)
  assert.deepEqual(
    [row?.['status'], row?.['number'], row?.['serial'], row?.['holder']],
    ['handed-over', number, 1, 'S***'],
  )
  const [kase] = await house.owner('select status, closure, outcome from cases where id = $1', [id])
  assert.deepEqual(kase, { status: 'closed', closure: 'confirmed', outcome: 'letter-issued' })
  const sealed = ['fields', 'content', 'handed_to'].map((column) => row?.[column])
  for (const bytes of sealed)
    assert.ok(Buffer.isBuffer(bytes) && !bytes.includes('Sumarni') && !bytes.includes('desil'))
})

test('LETTER-14 who drafted does not sign, and a stranger to the office neither', async () => {
  const { id, letter } = await aDraftBy(coordinator)
  const data = { letter, seen: 1 }
  assert.deepEqual(codeOf(await coordinator.send('letter.sign', { subject: id, data })), [403, 'own-letter'])
  assert.deepEqual(codeOf(await bo.send('letter.sign', { subject: id, data })), [403, 'not-permitted'])
  const other = await house.staffAt(offices.maguwoharjo, 'coordinator')
  assert.deepEqual(codeOf(await other.send('letter.sign', { subject: id, data })), [404, 'not-found'])
  const second = await house.staffAt(offices.caturtunggal, 'coordinator')
  await second.does('letter.sign', { subject: id, data })
})

test('LETTER-18 whoever signs signs what they saw: a draft that was changed meanwhile is looked at again', async () => {
  const { id, letter } = await aDraftBy(bo)
  await bo.does('letter.change', {
    subject: id,
    data: { letter, seen: 1, purpose: 'pip', fields: { ...letterFields, desil: '3' } },
  })
  assert.deepEqual(codeOf(await coordinator.send('letter.sign', { subject: id, data: { letter, seen: 1 } })), [
    409,
    'stale',
  ])
  assert.equal((await coordinator.send('letter.sign', { subject: id, data: { letter, seen: 2 } })).status, 200)
})

test('LETTER-13 at the district a head of section initials and the head of the agency signs', async () => {
  const drafter = await house.staffAt(offices.secretariat, 'bo')
  const section = await house.staffAt(offices.secretariat, 'section-head')
  const head = await house.staffAt(offices.secretariat, 'agency-head')
  const { id, letter } = await aDraftBy(drafter)
  const step = (client: Client, action: string, seen: number, more: object = {}) =>
    client.send(`letter.${action}`, { subject: id, data: { letter, seen, ...more } })
  assert.deepEqual(codeOf(await step(head, 'sign', 1)), [409, 'letter-turn'])
  assert.equal((await step(section, 'return', 1, { note: 'Alamat belum lengkap.' })).status, 200)
  const change = { letter, seen: 2, purpose: 'health', fields: letterFields }
  await drafter.does('letter.change', { subject: id, data: change })
  assert.equal((await step(section, 'initial', 3, { note: '' })).status, 200)
  assert.deepEqual(codeOf(await step(section, 'sign', 4)), [403, 'not-permitted'])
  const signed = await step(head, 'sign', 4)
  assert.equal(signed.status, 200)
  assert.match(String(signed.body.number), /\/001\/SLRT-34\.04\//, 'each office has its own series')
})

test('LETTER-17 an office that was granted something of a case neither sees nor makes its letters', async () => {
  const { id } = await aCaseBy(bo)
  for (const action of ['take', 'recommend']) await bo.does(`case.${action}`, { subject: id, data: { note: 'Baik.' } })
  await coordinator.does('case.approve', { subject: id, data: { note: '' } })
  const data = { referral: randomUUID(), to: offices.dinsos, grant: randomUUID(), fields: ['story'], note: 'Mohon.' }
  await bo.does('referral.request', { subject: id, data })
  const provider = await house.staffAt(offices.dinsos, 'provider')
  const draft = { letter: randomUUID(), kind: 'registered', purpose: 'health', fields: letterFields }
  assert.equal((await provider.send('letter.draft', { subject: id, data: draft })).status, 404)
})

test('LETTER-8 a letter is replaced by another, with its own number, and revoked for a reason', async () => {
  const { id, letter } = await anIssuedLetter(bo, coordinator)
  const next = randomUUID()
  await bo.does('letter.replace', { subject: id, data: { letter, next, purpose: 'baznas', fields: letterFields } })
  await coordinator.does('letter.sign', { subject: id, data: { letter: next, seen: 1 } })
  const [old, fresh] = [await rowOf(letter), await rowOf(next)]
  assert.deepEqual([old?.['status'], old?.['replaced_by'], fresh?.['status']], ['replaced', next, 'issued'])
  assert.notEqual(old?.['number'], fresh?.['number'])
  await coordinator.does('letter.revoke', { subject: id, data: { letter: next, note: 'Keliru.' } })
  assert.equal((await rowOf(next))?.['status'], 'revoked')
})

test('LETTER-31 fifty letters signed at the same moment have fifty numbers, without a gap', async () => {
  const [drafter, signer] = [
    await house.staffAt(offices.maguwoharjo, 'bo'),
    await house.staffAt(offices.maguwoharjo, 'coordinator'),
  ]
  const made = await Promise.all(Array.from({ length: 50 }, () => aDraftBy(drafter)))
  const signed = await Promise.all(
    made.map(({ id, letter }) => signer.does('letter.sign', { subject: id, data: { letter, seen: 1 } })),
  )
  const serials = signed
    .map(({ number }) => Number(/\/(\d+)\//.exec(number ?? '')?.[1]))
    .toSorted((one, other) => one - other)
  assert.deepEqual(
    serials,
    Array.from({ length: 50 }, (_, at) => at + 1),
  )
  const stored = await house.owner('select serial from letter where office = $1 order by serial', [offices.maguwoharjo])
  assert.deepEqual(
    stored.map(({ serial }) => serial),
    serials,
  )
})

test('LETTER-31 a signature that is sent twice gives one number', async () => {
  const { id, letter } = await aDraftBy(bo)
  const sent = { id: randomUUID(), subject: id, doneAt: new Date().toISOString(), data: { letter, seen: 1 } }
  const [one, other] = [await coordinator.does('letter.sign', sent), await coordinator.does('letter.sign', sent)]
  assert.deepEqual(one, other)
})

test('LETTER-19 the ledger proves every letter and writes them anew', async () => {
  await assertVerified(house)
  const stored = () =>
    house.owner('select id, status, number, serial, holder, chain, marks, door from letter order by id')
  const before = await stored()
  const client = await house.ownerPool.connect()
  await client.query("update letter set holder = 'x', serial = 99")
  await rebuildDistrict(client as unknown as Parameters<typeof rebuildDistrict>[0], house.parts.ledger.keys, '34.04')
  client.release()
  assert.deepEqual(await stored(), before)
  await assertVerified(house)
})
