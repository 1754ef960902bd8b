import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMail } from './email.ts'
import { isPushService, pushKeysFrom, readPush } from './push.ts'
import { readSms } from './sms.ts'
import { reasonSaid } from './way.ts'
import { isSigned, readCallback, readWhatsApp } from './whatsapp.ts'

test('NOTICE-11 what a gateway for text messages answers is about the number, or about the gateway', () => {
  const kindOf = (status: number) => readSms(status, {}).kind
  for (const status of [200, 201, 202, 204, 299, 409]) assert.equal(kindOf(status), 'taken', String(status))
  for (const status of [400, 404, 410, 422]) assert.equal(kindOf(status), 'refused', String(status))
  for (const status of [301, 401, 402, 403, 405, 408, 413, 429, 500, 502, 503])
    assert.equal(kindOf(status), 'broken', String(status))
  assert.deepEqual(readSms(200, { id: 'x1' }), { kind: 'taken', reference: 'x1' })
  assert.deepEqual(readSms(200, 'ok'), { kind: 'taken', reference: null })
  assert.deepEqual(readSms(422, { message: 'no such number' }), { kind: 'refused', why: '422 no such number' })
})

test('NOTICE-11 a number that a gateway repeats stands in no log and on no page', () => {
  assert.deepEqual(readSms(422, { message: '6281234567890 unknown' }), { kind: 'refused', why: '422 … unknown' })
  assert.equal(reasonSaid('131026', 'x'.repeat(500)).length, 200)
})

const graph = (code: number) => ({ error: { code, message: 'because' } })

test('NOTICE-11 of WhatsApp only codes about the number are the recipient’s; token, template and service are the way’s', () => {
  for (const code of [100, 131_009, 131_021, 131_026, 131_030, 131_045, 131_047, 131_050, 131_051])
    assert.equal(readWhatsApp(400, graph(code)).kind, 'refused', String(code))
  for (const code of [
    0, 3, 10, 190, 368, 80_007, 130_429, 131_000, 131_005, 131_016, 131_042, 132_000, 132_001, 132_015,
  ])
    assert.equal(readWhatsApp(400, graph(code)).kind, 'broken', String(code))
  assert.equal(readWhatsApp(500, graph(131_026)).kind, 'broken')
  assert.equal(readWhatsApp(200, {}).kind, 'broken')
  assert.equal(readWhatsApp(502, '<html>').kind, 'broken')
  assert.deepEqual(readWhatsApp(200, { messages: [{ id: 'wamid.1' }] }), { kind: 'taken', reference: 'wamid.1' })
  assert.deepEqual(readWhatsApp(401, graph(190)), { kind: 'broken', why: '401 (190) because' })
})

test('NOTICE-11 mail that is refused to its recipient is the recipient’s, everything else the server’s', () => {
  const mail = (code: string, responseCode: number | null, command = 'RCPT TO') =>
    readMail(Object.assign(new Error('x'), { code, responseCode, command }))
  assert.deepEqual(mail('EENVELOPE', 550), { kind: 'refused', why: 'EENVELOPE 550' })
  assert.equal(mail('EENVELOPE', 450).kind, 'refused')
  assert.equal(mail('EENVELOPE', 421).kind, 'broken')
  assert.equal(mail('EENVELOPE', 553, 'MAIL FROM').kind, 'broken')
  assert.equal(mail('EAUTH', 535, 'AUTH PLAIN').kind, 'broken')
  assert.equal(mail('ETIMEDOUT', null, 'CONN').kind, 'broken')
  assert.deepEqual(readMail('odd'), { kind: 'broken', why: 'no answer' })
  assert.deepEqual(readMail(null), { kind: 'broken', why: 'no answer' })
})

test('NOTICE-14 a browser that is gone is told from keys that are not taken, and from a service that is busy', () => {
  assert.deepEqual(
    [201, 404, 410, 401, 403, 413, 429, 500].map((status) => readPush(status).kind),
    ['taken', 'gone', 'gone', 'broken', 'broken', 'refused', 'refused', 'refused'],
  )
})

test('NOTICE-14 a push service is known by its host or one below it, over TLS; one that is named with its port, as it is', () => {
  const hosts = ['push.services.mozilla.com', 'fcm.googleapis.com', '127.0.0.1:9']
  const known = (endpoint: string) => isPushService(endpoint, hosts)
  assert.ok(known('https://fcm.googleapis.com/fcm/send/x'))
  assert.ok(known('https://updates.push.services.mozilla.com/wpush/v2/x'))
  assert.ok(known('http://127.0.0.1:9/x'))
  for (const endpoint of [
    'http://updates.push.services.mozilla.com/x',
    'https://evilfcm.googleapis.com.example/x',
    'https://notfcm.googleapis.com.id/x',
    'https://evil-push.services.mozilla.com/x',
    'https://127.0.0.1:8/x',
    'https://169.254.169.254/x',
  ])
    assert.equal(known(endpoint), false, endpoint)
})

test('NOTICE-14 the same secret gives the same pair of keys, in the form that browsers take', () => {
  const [one, other] = [pushKeysFrom(Buffer.alloc(32, 7)), pushKeysFrom(Buffer.alloc(32, 7))]
  assert.deepEqual(one, other)
  assert.equal(Buffer.from(one.publicKey, 'base64url').length, 65)
  assert.notEqual(pushKeysFrom(Buffer.alloc(32, 8)).publicKey, one.publicKey)
})

test('NOTICE-12 a signature fits its bytes and its secret alone', () => {
  const body = Buffer.from('{"a":1}')
  const sign = (secret: string) => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
  assert.equal(isSigned(body, sign('rahasia'), 'rahasia'), true)
  assert.equal(isSigned(body, sign('lain'), 'rahasia'), false)
  assert.equal(isSigned(Buffer.from('{"a":2}'), sign('rahasia'), 'rahasia'), false)
  for (const odd of [undefined, '', 'sha256=', 'sha1=abc', `${sign('rahasia')}0`, sign('rahasia').toUpperCase()])
    assert.equal(isSigned(body, odd, 'rahasia'), false, String(odd))
})

test('NOTICE-12 callbacks are read as far as they are known, and odd ones are nothing', () => {
  const one = (status: object) => readCallback({ entry: [{ changes: [{ value: { statuses: [status] } }] }] })
  const id = '0199c0de-0000-4000-8000-000000000001'
  assert.deepEqual(
    one({ id: 'w', status: 'failed', biz_opaque_callback_data: `34.04 ${id}`, errors: [{ code: 131_026 }] }),
    [{ reference: 'w', delivery: { district: '34.04', id }, state: 'failed', why: '(131026)' }],
  )
  assert.equal(one({ id: 'w', status: 'sent', biz_opaque_callback_data: 'somebody else’s' })[0]?.delivery, null)
  assert.deepEqual(one({ id: 'w', status: 'deleted' }), [])
  assert.deepEqual(readCallback({ entry: [{ changes: [{ value: { messages: [{ from: '62' }] } }] }] }), [])
  fc.assert(fc.property(fc.jsonValue(), (odd) => assert.ok(Array.isArray(readCallback(odd)))))
})
