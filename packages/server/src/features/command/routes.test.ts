import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { batchReply } from '@openslrt/core/contract/envelope.ts'
import { staff } from '@openslrt/core/testing/actors.ts'
import { offices } from '@openslrt/core/testing/an-office.ts'
import { ids } from '@openslrt/core/testing/ids.ts'
import type { Handled, Order } from '../../platform/http/order.ts'
import { bareApp, keeperOf, known } from '../../testing/bare-app.ts'
import { envelopeOf, pathOf } from '../../testing/client.ts'
import type { Answer } from '../../testing/door.ts'
import { outcomeOf, serveCommands } from './index.ts'

const officer = staff('bo')
const accepted = (seq: number): Handled => ({ status: 'accepted', seq, version: seq + 1 })

/** Doors for commands whose handlers answer as the test says, and remember what they were given. */
async function doors(answer: (order: Order, nth: number) => Handled) {
  const { app, door, logged } = await bareApp()
  const given: { order: Order; by: string; capability: string }[] = []
  const handler = (capability: string) => async (order: Order, actor: { kind: string }) => {
    given.push({ order, by: actor.kind, capability })
    return answer(order, given.length)
  }
  serveCommands(app, keeperOf(officer), {
    case: handler('case'),
    referral: handler('referral'),
    letter: handler('letter'),
    meeting: handler('meeting'),
    proposal: handler('proposal'),
    office: handler('office'),
    network: handler('network'),
    duty: handler('duty'),
    ppks: handler('ppks'),
    psks: handler('psks'),
    activity: handler('activity'),
    independence: handler('independence'),
    challenge: handler('challenge'),
    lists: handler('lists'),
    notice: handler('notice'),
    joint: handler('joint'),
    blank: handler('blank'),
    visit: handler('visit'),
    surge: handler('surge'),
    registry: handler('registry'),
    double: handler('double'),
    load: handler('load'),
    programme: handler('programme'),
    need: handler('need'),
    erasure: handler('erasure'),
    retention: handler('retention'),
  })
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = known): Promise<Answer> =>
    door({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return { given, logged, post, close: () => app.close() }
}
const command = (subject: string, own: object = {}) => ({
  ...envelopeOf({ subject, data: { note: '' } }, offices.village.id, '34.04'),
  ...own,
})
const line = (kind: string, subject: string, own: object = {}) => ({ kind, ...command(subject, own) })

test('WIRE-5 a command is handed to its capability by its own address, and its answer goes out as it is', async () => {
  const { post, given, close } = await doors((_, nth) => accepted(nth))
  const said = await post(pathOf('case.take'), command(ids.case(1)))
  assert.deepEqual([said.status, JSON.parse(said.text)], [200, { status: 'accepted', seq: 1, version: 2 }])
  const hold = command(ids.case(1), { data: { referral: ids.referral(1), note: 'Foto KTP' } })
  await post(pathOf('referral.hold'), hold)
  await post(pathOf('post.end'), command(ids.post(1), { data: {} }))
  assert.deepEqual(
    given.map(({ capability, by, order }) => [capability, by, order.row.kind]),
    [
      ['case', 'staff', 'case.take'],
      ['referral', 'staff', 'referral.hold'],
      ['office', 'staff', 'post.end'],
    ],
  )
  await close()
})

test('ACCESS-1 a stranger gives no command, in a batch or by itself, and nothing of it is read', async () => {
  const { post, given, close } = await doors(() => accepted(1))
  for (const [path, body] of [
    [pathOf('case.take'), { nonsense: true }],
    ['/api/commands', { nonsense: true }],
  ] as const) {
    const said = await post(path, body, {})
    assert.deepEqual([said.status, said.body.code], [401, 'unauthenticated'])
  }
  assert.deepEqual(given, [])
  await close()
})

test('ACCESS-6 a command from an office where the person holds no post is refused with the rights that it takes', async () => {
  const { post, given, close } = await doors(() => accepted(1))
  const said = await post(pathOf('case.approve'), command(ids.case(1), { office: offices.district.id }))
  assert.deepEqual([said.status, said.body.details], [403, { needs: ['case.decide'] }])
  assert.deepEqual(given, [])
  await close()
})

test('SYNC-2 a batch is answered line by line: what is not readable spoils nothing, its id is given back', async () => {
  const { post, close } = await doors((_, nth) => accepted(nth))
  const [first, second] = [randomUUID(), randomUUID()]
  const said = await post('/api/commands', {
    commands: [
      line('case.take', ids.case(1), { id: first }),
      { kind: 'case.teleport', id: second },
      { kind: 'case.take' },
      line('case.take', ids.case(2)),
    ],
  })
  const { outcomes } = batchReply.parse(said.body)
  assert.deepEqual(
    outcomes
      .map((outcome) => [outcome.id, outcome.status, outcome.status === 'refused' ? outcome.code : outcome.seq])
      .slice(0, 3),
    [
      [first, 'accepted', 1],
      [second, 'refused', 'unknown-field'],
      ['', 'refused', 'invalid'],
    ],
  )
  assert.equal(outcomes[3]?.status, 'accepted')
  await close()
})

test('SYNC-2 what was refused holds back what comes after it on the same subject, and nothing on another', async () => {
  const refuse = (order: Order): Handled =>
    order.envelope.subject === ids.case(1)
      ? { status: 'refused', refusal: { code: 'stale' } }
      : { status: 'accepted', seq: 5, version: 2 }
  const { post, given, close } = await doors(refuse)
  const said = await post('/api/commands', {
    commands: [
      line('case.take', ids.case(1)),
      line('case.take', ids.case(2)),
      line('case.note', ids.case(1), { data: { note: 'x' } }),
      line('case.note', ids.case(2), { data: { note: 'x' } }),
    ],
  })
  const { outcomes } = batchReply.parse(said.body)
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'refused' ? outcome.code : 'accepted')),
    ['stale', 'accepted', 'depends-on-refused', 'accepted'],
  )
  assert.equal(given.length, 3)
  await close()
})

test('SYNC-2 a line that could not be read holds nothing back: nobody knows what it was about', async () => {
  const { post, close } = await doors((_, nth) => accepted(nth))
  const said = await post('/api/commands', {
    commands: [{ ...line('case.note', ids.case(1)), data: {} }, line('case.take', ids.case(1))],
  })
  assert.deepEqual(
    batchReply.parse(said.body).outcomes.map(({ status }) => status),
    ['refused', 'accepted'],
  )
  await close()
})

test('SYNC-3 an outcome says its sentence in the language of whoever reads it, and what it needs to be understood', () => {
  const refused: Handled = { status: 'refused', refusal: { code: 'referral-open', count: 3 } }
  const [id, en] = [outcomeOf(refused, 'id'), outcomeOf(refused, 'en')]
  assert.ok(id.status === 'refused' && en.status === 'refused')
  assert.notEqual(id.message, en.message)
  assert.deepEqual([id.code, id.details], ['referral-open', { count: 3 }])
  const yes: Handled = {
    status: 'accepted',
    seq: 1,
    version: 1,
    number: '3404-26-000001',
    receipt: { short: 'a', long: 'b' },
  }
  assert.equal(outcomeOf(yes, 'id'), yes)
})

test('LOG-1 a command is logged by who gave which on what, with what came of it and no word of it', async () => {
  const { post, logged, close } = await doors(() => ({ status: 'refused', refusal: { code: 'stale' } }))
  await post(pathOf('case.note'), command(ids.case(1), { data: { note: 'Ibu Sumarni menelepon' } }))
  const text = logged.find((entry) => entry.includes('"command"')) ?? '{}'
  const { audit, actor, office, subject, status } = JSON.parse(text)
  assert.deepEqual(
    [audit, actor, office, subject, status],
    ['case.note', officer.staff, offices.village.id, ids.case(1), 'refused'],
  )
  assert.doesNotMatch(text, /Sumarni/)
  await close()
})
