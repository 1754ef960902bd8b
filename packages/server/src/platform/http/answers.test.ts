import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { caseRoutes } from '@openslrt/core/contract/case-queries.ts'
import { batchReply } from '@openslrt/core/contract/envelope.ts'
import { referenceRoutes } from '@openslrt/core/contract/reference-queries.ts'
import { nothing, row } from '@openslrt/core/contract/route.ts'
import { ok } from '@openslrt/core/kernel/result.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { z } from 'zod'
import { aDistrictOffice } from '../../testing/a-district-office.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { envelopeOf } from '../../testing/client.ts'
import type { Answer, Asked } from '../../testing/door.ts'
import { doorInto } from '../../testing/door.ts'
import { startTestHouse } from '../../testing/house.ts'
import { openLog } from '../telemetry/log.ts'
import { buildApp } from './build-app.ts'
import { route } from './route.ts'
import { serveRoutes } from './serve.ts'

const house = await startTestHouse({ logLevel: 'warn' })
const offices = await aDistrictOffice(house)
const fo = await house.staffAt(offices.caturtunggal, 'fo')
const bo = await house.staffAt(offices.caturtunggal, 'bo')
const json = { 'content-type': 'application/json' }

function assertRefused(answer: Answer, status: number, code: string, about = ''): void {
  assert.deepEqual([answer.status, answer.body.code], [status, code], `${about} ${answer.text}`)
  assert.ok((answer.body.message ?? '').length > 10)
  assert.equal(answer.body.requestId, answer.headers['x-request-id'])
}

test('R7 a body that is no JSON, none at all, or of another kind gets a sentence and not a stack', async () => {
  const post = (body: string | undefined, type: string) =>
    fo.raw({
      method: 'POST',
      path: '/api/cases',
      headers: { 'content-type': type },
      ...(body === undefined ? {} : { body }),
    })
  assertRefused(await post('{"id": ', 'application/json'), 400, 'invalid', 'cut off')
  assertRefused(await post('[1, 2]', 'application/json'), 400, 'invalid', 'a list')
  assertRefused(await post('null', 'application/json'), 400, 'invalid', 'null')
  assertRefused(await post('', 'application/json'), 400, 'invalid', 'empty')
  assertRefused(await post('<kasus/>', 'text/xml'), 400, 'invalid', 'xml')
  assertRefused(await post('halo', 'text/plain'), 400, 'invalid', 'plain')
  assertRefused(await post('__proto__=1', 'application/x-www-form-urlencoded'), 400, 'unknown-field', 'form')
  assertRefused(await post('{"__proto__": {"x": 1}}', 'application/json'), 400, 'invalid', 'prototype')
})

test('R7 a body larger than any form is refused with its limit', async () => {
  const body = JSON.stringify({
    ...envelopeOf({ data: registration() }, fo.office, '34.04'),
    note: 'a'.repeat(1_100_000),
  })
  const answer = await fo.raw({ method: 'POST', path: '/api/cases', headers: json, body })
  assertRefused(answer, 413, 'too-large')
  assert.deepEqual(answer.body.details, { limit: 1_048_576 })
})

test('R7 an address that is not there is said to be not there, in the same shape', async () => {
  assertRefused(await fo.raw({ method: 'GET', path: '/api/tidak-ada' }), 404, 'not-found')
  assertRefused(await fo.raw({ method: 'DELETE', path: '/api/cases' }), 404, 'not-found')
  assertRefused(await fo.raw({ method: 'GET', path: '/api/cases/%00' }), 404, 'not-found')
})

test('R7 a refusal is told in Indonesian, and in English to whoever asks for it or has chosen it', async () => {
  const ask = (headers: Record<string, string>) => house.door({ method: 'GET', path: '/api/me', headers })
  const said = async (headers: Record<string, string>) => (await ask(headers)).body.message ?? ''
  assert.match(await said({}), /Anda belum masuk/)
  assert.match(await said({ 'accept-language': 'fr-FR,fr' }), /Anda belum masuk/)
  assert.match(await said({ 'accept-language': 'en-GB,en;q=0.9' }), /signed in/i)
  assert.match(await said({ 'accept-language': 'en', cookie: 'bahasa=id' }), /Anda belum masuk/)
  assert.match(await said({ cookie: 'bahasa=en' }), /signed in/i)
})

test('ACCESS-9 changes are taken from our own pages only: a foreign origin is turned away before anything else', async () => {
  const from = (origin: string | undefined, host = 'slrt.slemankab.go.id'): Promise<Answer> => {
    const body = JSON.stringify(envelopeOf({ data: registration() }, fo.office, '34.04'))
    return fo.raw({
      method: 'POST',
      path: '/api/cases',
      headers: { ...json, host, ...(origin === undefined ? {} : { origin }) },
      body,
    })
  }
  for (const origin of [
    'https://jahat.example',
    'null',
    'https://slrt.slemankab.go.id.jahat.example',
    'https://slrt.slemankab.go.id:8443',
    'bukan alamat',
    '',
  ])
    assertRefused(await from(origin), 403, 'forbidden-origin', origin)
  assert.equal((await from('https://slrt.slemankab.go.id')).status, 200)
  assert.equal((await from(undefined)).status, 200)
  const asked: Asked = { method: 'GET', path: '/api/me', headers: { origin: 'https://jahat.example' } }
  const answer = await fo.raw(asked)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers['access-control-allow-origin'], undefined)
})

test('R7 every answer has its number, and headers that keep browsers from guessing and framing', async () => {
  const answers = [
    await fo.ask(accountRoutes.me),
    await house.stranger().ask(accountRoutes.me),
    await fo.raw({ method: 'GET', path: '/healthz' }),
  ]
  for (const { headers } of answers) {
    assert.match(headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(headers['content-security-policy'] ?? '', /default-src 'self'.*frame-ancestors 'none'/)
  }
  assert.equal(new Set(answers.map(({ headers }) => headers['x-request-id'])).size, answers.length)
})

test('ACCESS-10 too many requests of one source are asked to wait, with how long', async () => {
  const narrow = await startTestHouse({ perMinute: 60 })
  const ask = (path: string) => narrow.door({ method: 'GET', path })
  for (let at = 0; at < 60; at++) assert.equal((await ask('/api/places?level=province')).status, 200)
  const answer = await ask('/api/places?level=province')
  assertRefused(answer, 429, 'rate-limited')
  assert.ok(Number(answer.headers['retry-after']) > 0)
  assert.equal((await ask('/healthz')).status, 200)
  await narrow.close()
})

const app = await buildApp({ logger: openLog('silent'), trustProxy: 0, secure: true, mostPerMinute: 1_000 })
after(() => app.close())
const about = { method: 'GET', summary: '', allow: 'public', audit: 'TEST', query: nothing, body: nothing } as const
const reply = z.object({ shown: z.string(), inner: z.object({ shown: z.string() }) })
const nobody = { whoIs: async () => null, isEntering: async () => false, actorAt: () => null }
const leaky = { shown: 'ya', nik: '3404076511800001', inner: { shown: 'ya', phone: '081234567890' } }
serveRoutes(app, nobody, [
  route(row({ ...about, path: '/leaky', reply }), async () => ok(leaky)),
  route(row({ ...about, path: '/broken', reply: z.object({ count: z.int() }) }), async () => ok({ count: Number.NaN })),
  route(row({ ...about, path: '/throws', reply }), () => Promise.reject(new Error('rahasia 3404076511800001'))),
])

test("R4 only what a row's reply names goes out; more is dropped, and a wrong shape is a fault of ours", async () => {
  const door = doorInto(app)
  const answer = await door({ method: 'GET', path: '/leaky' })
  assert.deepEqual(answer.body, { shown: 'ya', inner: { shown: 'ya' } })
  assertRefused(await door({ method: 'GET', path: '/broken' }), 500, 'internal')
  const thrown = await door({ method: 'GET', path: '/throws' })
  assertRefused(thrown, 500, 'internal')
  assert.doesNotMatch(thrown.text, /rahasia|3404076511800001|\.ts/)
  assert.match(thrown.headers['strict-transport-security'] ?? '', /max-age/)
})

test('SYNC-2 a batch is answered line by line in its order; a refusal holds back only what came after it on the same subject', async () => {
  const kase = await aCaseBy(fo)
  const other = await aCaseBy(fo)
  const note = 'Sudah diperiksa.'
  const line = (kind: string, subject: string, data: unknown = { note }) => ({
    kind,
    ...envelopeOf({ subject, data }, bo.office, '34.04'),
  })
  const commands = [
    line('case.take', kase.id),
    line('case.approve', kase.id),
    line('case.recommend', kase.id),
    line('case.take', other.id),
    line('case.take', other.id, { note, bukanKolom: 1 }),
    line('case.tidak-ada', other.id),
    line('case.recommend', other.id),
  ]
  const answer = await bo.raw({
    method: 'POST',
    path: '/api/commands',
    headers: json,
    body: JSON.stringify({ commands }),
  })
  const { outcomes } = batchReply.parse(answer.body)
  assert.deepEqual(
    outcomes.map((outcome) => (outcome.status === 'accepted' ? 'accepted' : outcome.code)),
    ['accepted', 'not-permitted', 'depends-on-refused', 'accepted', 'unknown-field', 'unknown-field', 'accepted'],
  )
  assert.deepEqual(
    outcomes.map(({ id }) => id),
    commands.map(({ id }) => id),
  )
  for (const outcome of outcomes) if (outcome.status === 'refused') assert.ok(outcome.message.length > 10)
})

test('SYNC-2 a batch that is none, or too long, is refused whole', async () => {
  const post = (body: unknown) =>
    bo.raw({ method: 'POST', path: '/api/commands', headers: json, body: JSON.stringify(body) })
  assertRefused(await post({}), 400, 'invalid')
  assertRefused(await post({ commands: [] }), 400, 'invalid')
  assertRefused(await post({ commands: Array.from({ length: 201 }, () => ({ kind: 'case.note' })) }), 400, 'invalid')
  assertRefused(await post({ commands: [{ kind: 'case.note' }], bukanKolom: 1 }), 400, 'unknown-field')
  const stranger = await house
    .stranger()
    .raw({ method: 'POST', path: '/api/commands', headers: json, body: '{"commands":[]}' })
  assertRefused(stranger, 401, 'unauthenticated')
})

test('R4 a list in pages gives every row once and says how many there are', async () => {
  for (let at = 0; at < 30; at++) await aCaseBy(fo)
  const pages = [
    await fo.read(caseRoutes.queue, { query: { sort: 'oldest' } }),
    await fo.read(caseRoutes.queue, { query: { sort: 'oldest', page: 2 } }),
  ]
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
  assert.deepEqual([new Set(ids).size, ids.length], [pages[0]?.total, pages[0]?.total])
  for (const page of ['0', '-1', 'dua', '1.5', '10001'])
    assertRefused(await fo.ask(caseRoutes.queue, { query: { page } }), 400, 'invalid', page)
  const places = await fo.read(referenceRoutes.places, { query: { q: 'caturt' } })
  assert.ok(places.items.some(({ code }) => code === '34.04.07.2001'))
})
