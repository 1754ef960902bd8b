import assert from 'node:assert/strict'
import { test } from 'node:test'
import { commandRows } from '@openslrt/core/contract/command.ts'
import { contractVersion } from '@openslrt/core/contract/envelope.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { challengeData } from '@openslrt/core/testing/a-challenge.ts'
import { jointData } from '@openslrt/core/testing/a-joint.ts'
import { letterData } from '@openslrt/core/testing/a-letter.ts'
import { meetingData } from '@openslrt/core/testing/a-meeting.ts'
import { needData } from '@openslrt/core/testing/a-need.ts'
import { networkData, networkTargetData } from '@openslrt/core/testing/a-network.ts'
import { doubleData } from '@openslrt/core/testing/a-pair.ts'
import { payData } from '@openslrt/core/testing/a-pay.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import { surgeData } from '@openslrt/core/testing/a-surge.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import { ppksData, psksData } from '@openslrt/core/testing/a-welfare.ts'
import { citizen, staff } from '@openslrt/core/testing/actors.ts'
import { independenceData } from '@openslrt/core/testing/an-assessment.ts'
import { erasureData } from '@openslrt/core/testing/an-erasure.ts'
import { blankData } from '@openslrt/core/testing/blank-data.ts'
import { dutyData } from '@openslrt/core/testing/duty-data.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import { listData } from '@openslrt/core/testing/list-data.ts'
import { loadData } from '@openslrt/core/testing/load-data.ts'
import { caseData, referralData } from '@openslrt/core/testing/moves.ts'
import { noticeData } from '@openslrt/core/testing/notice-data.ts'
import { property } from '@openslrt/core/testing/property.ts'
import { registryData } from '@openslrt/core/testing/registry-data.ts'
import fc from 'fast-check'
import { z } from 'zod'
import { envelopeOf } from '../../testing/client.ts'
import { commandOf, readClockOrder, readOrder } from './order.ts'
import { parse } from './parse.ts'

const sent = {
  id: '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  subject: ids.case(1),
  doneAt: '2026-11-02T02:00:00.000Z',
  base: 3,
}
const body = (data: unknown, own: object = {}) => ({ ...envelopeOf({ ...sent, data }, ids.office(1), '34.04'), ...own })
const take = (own: object = {}) => readOrder('case.take', body({ note: '' }, own))
const hashOf = (own: object = {}): string => {
  const read = take(own)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value.bodyHash.toString('hex')
}

test('SYNC-1 a command is read into its row, its envelope and its data', () => {
  const read = readOrder('case.register', body(registration()))
  assert.ok(read.ok)
  const { row, envelope, data } = read.value
  assert.equal(row.kind, 'case.register')
  assert.deepEqual(envelope, {
    ...sent,
    v: contractVersion,
    district: '34.04',
    office: ids.office(1),
  })
  assert.deepEqual(data, registration())
})

test('SYNC-1 a command that nobody knows is refused by its kind', () => {
  for (const kind of [
    'case.teleport',
    'case',
    '',
    'constructor',
    'case.expire',
    'case.lapse',
    'application.remind',
    'application.overdue',
  ])
    assert.deepEqual(readOrder(kind, body({ note: '' })), {
      ok: false,
      error: { code: 'unknown-field', fields: ['kind'] },
    })
})

test('CASE-6 what only the clock does has a way in of its own, and no other command has', () => {
  for (const kind of ['case.expire', 'case.lapse']) {
    const read = readClockOrder(kind, body({ note: '' }))
    assert.ok(read.ok, kind)
    assert.deepEqual(read.value.row.rights, ['clock'])
    assert.equal(read.value.row.path, '')
  }
  for (const kind of ['application.remind', 'application.overdue']) {
    const read = readClockOrder(kind, body({}))
    assert.ok(read.ok, kind)
    assert.equal(read.value.row.capability, 'need', kind)
  }
  for (const { kind } of commandRows) assert.equal(readClockOrder(kind, body({ note: '' })).ok, false, kind)
})

test('LEDGER-2 the same words have the same digest, in whatever order they were written', () => {
  const { id, v, ...rest } = body({ note: '' })
  const turned = readOrder('case.take', { ...rest, v, id })
  assert.ok(turned.ok)
  assert.equal(turned.value.bodyHash.toString('hex'), hashOf())
})

const changes: readonly (readonly [what: string, own: object])[] = [
  ['the id', { id: '019a41b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c' }],
  ['the subject', { subject: ids.case(2) }],
  ['the office', { office: ids.office(2) }],
  ['no office', { office: null }],
  ['the moment', { doneAt: '2026-11-02T02:00:00.001Z' }],
  ['the version that was seen', { base: 4 }],
  ['the ledger', { district: '34.02' }],
  ['the words', { data: { note: 'x' } }],
]

for (const [what, own] of changes) {
  test(`LEDGER-2 another digest is made by another word: ${what}`, () => {
    assert.notEqual(hashOf(own), hashOf())
  })
}

test('LEDGER-2 two kinds of command with the same words have two digests', () => {
  const recommend = readOrder('case.recommend', body({ note: 'x' }))
  const note = readOrder('case.note', body({ note: 'x' }))
  assert.ok(recommend.ok && note.ok)
  assert.notDeepEqual(recommend.value.bodyHash, note.value.bodyHash)
})

test('LEDGER-2 what the door trims is trimmed before the digest: a repeat with another gap is the same command', () => {
  assert.equal(hashOf({ data: { note: ' x ' } }), hashOf({ data: { note: 'x' } }))
  assert.equal(hashOf({ data: { note: 'a\r\nb' } }), hashOf({ data: { note: 'a\nb' } }))
})

test('SYNC-1 a version of the wire that is too old, or none, is told apart', () => {
  assert.deepEqual(take({ v: 0 }), { ok: false, error: { code: 'invalid', fields: ['v'] } })
  assert.equal(take({ v: contractVersion }).ok, true)
  assert.equal(take({ v: contractVersion + 1 }).ok, true)
})

test('R5 whatever is no object is refused, and so is one with a field more or less', () => {
  for (const nothing of [null, undefined, 'x', 7, [], [body({ note: '' })]])
    assert.equal(readOrder('case.take', nothing).ok, false, JSON.stringify(nothing))
  assert.deepEqual(take({ colour: 'red' }), { ok: false, error: { code: 'unknown-field', fields: ['colour'] } })
  const { subject: _subject, ...rest } = body({ note: '' })
  assert.deepEqual(readOrder('case.take', rest), { ok: false, error: { code: 'invalid', fields: ['subject'] } })
})

test('R5 a field inside is named with its way', () => {
  const data = registration()
  const wrong = { ...data, client: { ...data.client, nik: '1' } }
  assert.deepEqual(readOrder('case.register', body(wrong)), {
    ok: false,
    error: { code: 'invalid', fields: ['data.client.nik'] },
  })
})

test('LEDGER-10 an order becomes a command of whoever gives it, at the moment it was done and the one it came in', () => {
  const read = take()
  assert.ok(read.ok)
  const actor = staff('bo')
  assert.deepEqual(commandOf(read.value, actor, 1_762_048_900_000), {
    id: sent.id,
    kind: 'case.take',
    district: '34.04',
    subject: ids.case(1),
    actor,
    doneAt: Date.parse(sent.doneAt),
    receivedAt: 1_762_048_900_000,
    bodyHash: read.value.bodyHash,
  })
  assert.equal(commandOf(read.value, citizen(), 0).actor.kind, 'citizen')
})

test('WIRE-5 every command of the registry can be read with data that the law has nothing against', () => {
  const own = new Map<string, unknown>([
    ...Object.entries(caseData).map(([action, data]) => [`case.${action}`, data] as const),
    ...Object.entries(referralData).map(([action, data]) => [`referral.${action}`, data] as const),
    ...Object.entries(letterData).map(([action, data]) => [`letter.${action}`, data] as const),
    ...Object.entries(meetingData).map(([action, data]) => [`meeting.${action}`, data] as const),
    ...Object.entries(surgeData).map(([action, data]) => [`surge.${action}`, data] as const),
    ...Object.entries(visitData).map(([action, data]) => [`visit.${action}`, data] as const),
    ['case.register', registration()],
    ...Object.entries(proposalData).map(([action, data]) => [`proposal.${action}`, data] as const),
    ...Object.entries({ ...listData, ...noticeData, ...dutyData, ...jointData, ...blankData, ...registryData }),
    ...Object.entries({
      ...doubleData,
      ...erasureData,
      ...loadData,
      ...programmeData,
      ...needData,
      ...ppksData,
      ...psksData,
      ...challengeData,
    }),
    ['network.target', networkTargetData],
    ...Object.entries(networkData).map(([action, data]) => [`network.${action}`, data] as const),
    ...Object.entries(payData).map(([action, data]) => [`activity.${action}`, data] as const),
    ...Object.entries(independenceData).map(([action, data]) => [`independence.${action}`, data] as const),
  ])
  for (const { kind, capability } of commandRows) {
    if (capability === 'office') continue
    const read = readOrder(kind, body(own.get(kind)))
    assert.ok(read.ok, `${kind} ${JSON.stringify(read)}`)
  }
})

const shape = z.strictObject({ a: z.string(), b: z.strictObject({ c: z.number() }) })

test('R5 unknown fields come before wrong ones, ten of them at most, and wrong ones are told once each', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`f${n}`, n]))
  const unknown = parse(shape, { ...many, a: 7 })
  assert.ok(!unknown.ok && unknown.error.code === 'unknown-field')
  assert.equal(unknown.error.fields.length, 10)
  assert.deepEqual(parse(shape, { a: 1, b: { c: 'x' } }), {
    ok: false,
    error: { code: 'invalid', fields: ['a', 'b.c'] },
  })
  assert.deepEqual(parse(shape, { a: 'x', b: { c: 1 } }), { ok: true, value: { a: 'x', b: { c: 1 } } })
})

property('R5 whatever is sent, reading it gives an order or a refusal and never throws', fc.anything(), (anything) => {
  for (const kind of ['case.take', 'case.register', 'office.open', 'post.end']) {
    const read = readOrder(kind, anything)
    assert.equal(read.ok, false)
    assert.ok(read.error.code === 'invalid' || read.error.code === 'unknown-field')
  }
})
