import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { payCommandData } from '@openslrt/core/contract/activity-pay.ts'
import { blankCommandData } from '@openslrt/core/contract/blank.ts'
import { caseMoveData, registerData } from '@openslrt/core/contract/case.ts'
import { challengeCommandData } from '@openslrt/core/contract/challenge.ts'
import type { CommandRow } from '@openslrt/core/contract/command.ts'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { doubleCommandData } from '@openslrt/core/contract/doubles.ts'
import { dutyCommandData } from '@openslrt/core/contract/duty.ts'
import { erasureCommandData } from '@openslrt/core/contract/erasure.ts'
import { independenceCommandData } from '@openslrt/core/contract/independence.ts'
import { jointCommandData } from '@openslrt/core/contract/joint.ts'
import { letterMoveData } from '@openslrt/core/contract/letter.ts'
import { itemWords, listCommandData } from '@openslrt/core/contract/lists.ts'
import { loadCommandData } from '@openslrt/core/contract/load.ts'
import { meetingCommandData } from '@openslrt/core/contract/meeting.ts'
import { needCommandData } from '@openslrt/core/contract/need.ts'
import { networkCommandData, networkTargetCommandData } from '@openslrt/core/contract/network.ts'
import { noticeCommandData } from '@openslrt/core/contract/notice-tellings.ts'
import { officeCommandData } from '@openslrt/core/contract/office.ts'
import { ppksCommandData } from '@openslrt/core/contract/ppks.ts'
import { programmeCommandData } from '@openslrt/core/contract/programme.ts'
import { proposalCommandData } from '@openslrt/core/contract/proposal.ts'
import { psksCommandData } from '@openslrt/core/contract/psks.ts'
import { referralMoveData } from '@openslrt/core/contract/referral.ts'
import { registryCommandData } from '@openslrt/core/contract/registry.ts'
import type { RouteRow } from '@openslrt/core/contract/route.ts'
import { asksRight } from '@openslrt/core/contract/route.ts'
import { surgeCommandData } from '@openslrt/core/contract/surge.ts'
import { visitCommandData } from '@openslrt/core/contract/visit.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import { z } from 'zod'
import { aDistrictOffice, sleman } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { envelopeOf } from '../../testing/client.ts'
import { exampleOf, mayBeLeftOut, mayBeMillions } from '../../testing/command-examples.ts'
import type { Answer } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { allRouteRows } from '../../testing/registry.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
// Roles are data: one that only reads, and one that may do nothing at all.
await house.owner(
  "insert into role (code, permissions, restricted, sees, valid_from) values ('reader', '{case.read}', '{}', 'place', '2016-01-01'), ('guest', '{}', '{}', 'none', '2016-01-01')",
)
await house.parts.reference.refresh()
const manager = await house.staffAt(offices.secretariat, 'manager')
await giveRoles(manager, offices.secretariat, ['fo', 'provider', 'admin'])
const reader = await house.staffAt(offices.caturtunggal, 'reader')
const guest = await house.staffAt(offices.secretariat, 'guest')
const stranger = house.stranger()
const { id: subject, referral } = await aReferredCase()
const routeRows = await allRouteRows()

async function giveRoles(client: Client, office: string, roles: readonly string[]): Promise<void> {
  for (const role of roles) await house.setUp('post.give', { data: { staff: client.staff, office, role } })
}

/** A case at Caturtunggal that waits for the hospital: every move finds something to be about. */
async function aReferredCase(): Promise<{ id: string; referral: string }> {
  const desk = await house.staffAt(offices.caturtunggal, 'coordinator')
  const { id } = await aCaseBy(desk)
  const given = randomUUID()
  for (const action of ['take', 'recommend', 'approve'] as const)
    await desk.does(`case.${action}`, { subject: id, data: caseData[action] })
  await desk.does('referral.request', {
    subject: id,
    data: { ...referralData.request, referral: given, to: offices.rsud, grant: randomUUID() },
  })
  return { id, referral: given }
}

interface Refused {
  readonly status: number
  readonly code: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** R7 Every no has a code for programs, a sentence for people, and the number of its request. */
function assertRefused(answer: Answer, expected: Refused, about: string): void {
  assert.deepEqual([answer.status, answer.body.code], [expected.status, expected.code], `${about}: ${answer.text}`)
  if (expected.details) assert.deepEqual(answer.body.details, expected.details, about)
  assert.ok((answer.body.message ?? '').length > 10, about)
  assert.match(answer.body.requestId ?? '', /^[0-9a-f-]{36}$/)
  assert.equal(answer.headers['x-request-id'], answer.body.requestId, about)
}

const needsRight = (row: RouteRow): boolean => asksRight(row.allow)
const nameOf = (row: RouteRow): string => `${row.method} ${row.path}`

const office = {
  name: 'Puskesos Baru',
  kind: 'puskesos',
  level: 'village',
  place: sleman.sinduadi,
  parent: offices.secretariat,
  address: '',
  phone: '',
}
const officeData = {
  'office.open': office,
  'office.change': { ...office, active: true },
  'office.hours': {
    office: offices.caturtunggal,
    from: '2099-11-02',
    week: [null, [480, 720], null, null, null, null, null],
  },
  'staff.add': { name: 'Rina', post: randomUUID(), office: offices.caturtunggal, role: 'fo' },
  'staff.change': { name: 'Rina', active: true },
  'post.give': { staff: reader.staff, office: offices.caturtunggal, role: 'fo' },
  'post.end': {},
  'post.serve': { villages: [] },
  'leave.give': {
    post: randomUUID(),
    from: '2026-11-02',
    until: '2026-11-03',
    standIn: null,
    standInPost: randomUUID(),
  },
  'leave.end': {},
}

const dataOf = (kind: string): object => exampleOf(kind, { referral, officeData })

test('R4 the registries were found: commands of four capabilities, questions of several', () => {
  assert.ok(commandRows.length >= 35, String(commandRows.length))
  assert.ok(routeRows.length >= 15, String(routeRows.length))
})

for (const row of routeRows) {
  test(`ACCESS-1 ${nameOf(row)} asks for ${row.allow}`, async () => {
    const unknown = await stranger.ask(row)
    if (row.allow === 'public') assert.notEqual(unknown.status, 401)
    else assertRefused(unknown, { status: 401, code: 'unauthenticated', details: {} }, 'stranger')
    if (needsRight(row))
      assertRefused(
        await guest.ask(row),
        { status: 403, code: 'not-permitted', details: { needs: [row.allow] } },
        'guest',
      )
    if (!needsRight(row)) return
    const may = await manager.ask(row)
    assert.ok(may.status !== 401 && may.status !== 403, may.text)
  })

  test(`R5 ${nameOf(row)} refuses what it does not know, by name`, async () => {
    const filtered = await manager.ask({ ...row, path: `${row.path}?bukan-saringan=1` })
    assertRefused(filtered, { status: 400, code: 'unknown-filter', details: { fields: ['bukan-saringan'] } }, 'filter')
    if (row.method !== 'POST') return
    const filled = await manager.ask(row, { body: { bukanKolom: 1 } })
    assertRefused(filled, { status: 400, code: 'unknown-field', details: { fields: ['bukanKolom'] } }, 'field')
  })
}

for (const row of commandRows) {
  const send = (client: Client, data: unknown = dataOf(row.kind)) =>
    client.send(row.kind, { subject, district: '34.04', data })

  test(`ACCESS-1 ${row.kind} is not for strangers, and not for staff without the right`, async () => {
    assertRefused(await send(stranger), { status: 401, code: 'unauthenticated', details: {} }, 'stranger')
    const refused = await send(reader)
    assertRefused(refused, { status: 403, code: 'not-permitted', details: { needs: row.rights } }, 'reader')
    const nowhere = await reader.send(row.kind, { subject, office: offices.dinsos, data: dataOf(row.kind) })
    assertRefused(
      nowhere,
      { status: 403, code: 'not-permitted', details: { needs: row.rights } },
      'at an office without a post',
    )
  })

  test(`R5 ${row.kind} refuses unknown fields, wrong types, long texts and missing fields, by name`, async () => {
    const data = dataOf(row.kind)
    const outside = await manager.raw(
      posted(row, { ...envelopeOf({ subject, data }, manager.office, '34.04'), bukanKolom: 1 }),
    )
    assertRefused(
      outside,
      { status: 400, code: 'unknown-field', details: { fields: ['bukanKolom'] } },
      'in the envelope',
    )
    assertRefused(
      await send(manager, { ...data, bukanKolom: 1 }),
      { status: 400, code: 'unknown-field', details: { fields: ['bukanKolom'] } },
      'in the data',
    )
    for (const [field, value] of Object.entries(data)) {
      const named = { status: 400, code: 'invalid', details: { fields: [`data.${field}`] } }
      assertRefused(
        await send(manager, { ...data, [field]: { salah: true } }),
        refusalOfParts(field, value, named),
        field,
      )
      if (!mayBeMillions.has(`${row.kind} ${field}`))
        assertRefused(await send(manager, { ...data, [field]: 5_000_000 }), named, field)
      if (typeof value === 'string')
        assertRefused(await send(manager, { ...data, [field]: 'a'.repeat(5_000) }), named, field)
      if (mayBeLeftOut.has(`${row.kind} ${field}`)) continue
      assertRefused(
        await send(manager, Object.fromEntries(Object.entries(data).filter(([name]) => name !== field))),
        named,
        `without ${field}`,
      )
    }
  })
}

/** What an object with an unknown part is refused with, where another thing was asked for. */
function refusalOfParts(field: string, value: unknown, named: Refused): Refused {
  if (!Array.isArray(value) && ['fields', 'values', 'mapping'].includes(field))
    return { ...named, details: { fields: [`data.${field}.salah`] } }
  const taken =
    ['client', 'reporter', 'names', 'consent', 'whom', 'spot', 'desil', 'holder', 'handOver', 'counts'].includes(
      field,
    ) || value === listData['list.add'].data
  return taken ? { status: 400, code: 'unknown-field' } : named
}

const posted = (row: CommandRow, body: unknown) => ({
  method: 'POST' as const,
  path: row.path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

test('R5 every part of the envelope is read as strictly as the data', async () => {
  const whole = envelopeOf({ subject, data: { note: '' } }, manager.office, '34.04')
  const wrong = { id: 'bukan-uuid', v: 0, district: '3404', subject: 5, office: 'kantor', doneAt: 'kemarin', base: -1 }
  for (const [field, value] of Object.entries(wrong)) {
    const answer = await manager.raw({
      method: 'POST',
      path: '/api/cases/take',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...whole, [field]: value }),
    })
    assertRefused(answer, { status: 400, code: 'invalid', details: { fields: [field] } }, field)
  }
})

test('CASE-0 a case of a place that does not exist, or lies elsewhere, is refused', async () => {
  const at = (place: string, district = '34.04') =>
    manager.send('case.register', { district, data: { ...registration(), place } })
  assertRefused(await at('34.04.99.9999'), { status: 422, code: 'unknown-place', details: {} }, 'no such village')
  assertRefused(
    await at('34.04.07'),
    { status: 400, code: 'invalid', details: { fields: ['data.place'] } },
    'no village',
  )
  assertRefused(await at('34.02.01.2001'), { status: 422, code: 'wrong-district', details: {} }, 'another district')
  assertRefused(
    await at('34.02.01.2001', '34.02'),
    { status: 422, code: 'wrong-place', details: {} },
    'not served from here',
  )
})

test('LEDGER-12 a district that the country does not have is refused, and no key is made for it', async () => {
  const sent = await manager.send('case.take', { subject, district: '99.99', data: { note: '' } })
  assertRefused(sent, { status: 422, code: 'wrong-district', details: {} }, 'command')
  const card = routeRows.find(({ path }) => path === '/api/cases/card')
  assert.ok(card)
  assertRefused(
    await manager.ask(card, { query: { district: '99.99', id: subject } }),
    { status: 422, code: 'wrong-district' },
    'question',
  )
  assert.deepEqual(await house.owner("select district from data_key where district like '99%'"), [])
})

test('R5 every text of a registration may be bad in its own way, and none comes through', async () => {
  const bad = [
    { client: { ...registration().client, nik: '340407650101000' } },
    { client: { ...registration().client, nik: 3404076501010001 } },
    { client: { ...registration().client, phone: 'telepon saya' } },
    { summary: 'ab' },
    { summary: 'isi \u0000 kosong' },
    { story: 'x'.repeat(4_001) },
    { red: 'ya' },
    { kind: 'laporan' },
    { restricted: 'rahasia' },
    { category: '../../etc' },
  ]
  for (const own of bad) {
    const answer = await manager.send('case.register', { data: { ...registration(), ...own } })
    assertRefused(answer, { status: 400, code: 'invalid' }, JSON.stringify(own).slice(0, 80))
  }
  for (const own of [{ category: 'tidak-ada' }, { channel: 'tidak-ada' }]) {
    const answer = await manager.send('case.register', { data: { ...registration(), ...own } })
    assertRefused(
      answer,
      { status: 422, code: own.category ? 'unknown-category' : 'unknown-channel' },
      JSON.stringify(own),
    )
  }
})

const shapeOf = (data: (typeof listCommandData)[keyof typeof listCommandData]['data']) =>
  data instanceof z.ZodDiscriminatedUnion ? itemWords.options[0].shape : data.shape

test('R5 the examples of this test are the whole of each command: no field of a schema is left out', () => {
  const shapes: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
    // A message and a paper form are there before their case: their own tests have them.
    ['case.register', Object.keys(registerData.omit({ messages: true, form: true }).shape)],
    ...Object.entries(caseMoveData).map(([action, schema]) => [`case.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(referralMoveData).map(([action, schema]) => [`referral.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(letterMoveData).map(([action, schema]) => [`letter.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(meetingCommandData).map(([action, schema]) => [`meeting.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(surgeCommandData).map(([action, schema]) => [`surge.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(visitCommandData).map(([action, schema]) => [`visit.${action}`, Object.keys(schema.shape)]),
    ...Object.entries(proposalCommandData).map(([action, { shape }]) => [`proposal.${action}`, Object.keys(shape)]),
    ...Object.entries(officeCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries({ ...networkCommandData, ...networkTargetCommandData }).map(([kind, { data }]) => [
      kind,
      Object.keys(data.shape),
    ]),
    ...Object.entries(listCommandData).map(([kind, { data }]) => [kind, Object.keys(shapeOf(data))]),
    ...Object.entries(blankCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(loadCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(dutyCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(noticeCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(jointCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(registryCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(doubleCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(programmeCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(needCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(ppksCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(psksCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(challengeCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(payCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(independenceCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
    ...Object.entries(erasureCommandData).map(([kind, { data }]) => [kind, Object.keys(data.shape)]),
  ])
  for (const { kind } of commandRows)
    assert.deepEqual(Object.keys(dataOf(kind)).toSorted(), shapes[kind]?.toSorted(), kind)
})
