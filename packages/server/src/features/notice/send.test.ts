import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { noticeWayRoutes, outWays } from '@openslrt/core/contract/notice-ways.ts'
import { minuteMs } from '@openslrt/core/kernel/instant.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import { appSecret, startNoticeHouse } from '../../testing/notice-gateways.ts'
import type { NoticeParts } from './parts.ts'
import { holdWays } from './queries-restore.ts'
import { pauseAfter, sendDue } from './send.ts'
import { smsWay } from './ways/sms.ts'

const here = await startNoticeHouse()
const { house, parts, reference, offices, fo, bo, admin, sms, whatsapp } = here
const { file, dropFile, tell, tellAndSend, statesOf, wayOf, lastName, wamid } = here
const bySms = { contactVia: 'sms' } as const

test('NOTICE-10 a citizen who asked for text messages gets one: number, where it is, the day, the address, no story', async () => {
  const { id, number } = await aCaseBy(fo, bySms)
  assert.equal(await tellAndSend(), 1)
  const [heard] = sms.heard
  assert.equal(heard?.path, '/kirim')
  assert.equal(heard?.headers.authorization, 'Bearer token-sms')
  assert.equal(heard?.body['to'], '6281234567890')
  assert.equal(heard?.body['sender'], 'SLRT')
  const text = String(heard?.body['text'])
  assert.ok(
    text.startsWith(`SLRT ${number}: laporan Anda diterima Puskesos Caturtunggal. Jawaban paling lambat `),
    text,
  )
  assert.ok(text.endsWith('Cek: https://slrt.contoh.go.id/lacak'), text)
  assert.ok(text.length <= 160, text)
  assert.doesNotMatch(text, /BPJS|Sumarni|3404075203600001/)
  assert.equal(heard?.headers['idempotency-key'], heard?.body['id'])
  assert.deepEqual(await statesOf(id), ['sms sent'])
  assert.equal(await tellAndSend(), 0)
  assert.equal(sms.heard.length, 1)
})

test('NOTICE-10 who asked for WhatsApp gets the approved template with the same words', async () => {
  const { id, number } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  await tellAndSend()
  const [heard] = whatsapp.heard
  assert.equal(heard?.path, '/1080/messages')
  assert.equal(heard?.headers.authorization, 'Bearer token-wa')
  const { template, to, type } = heard?.body ?? {}
  assert.deepEqual([to, type], ['6281234567890', 'template'])
  const said = JSON.stringify(template)
  assert.match(said, /"name":"kabar_layanan","language":\{"code":"id"\}/)
  assert.ok(said.includes(`SLRT ${number}: laporan Anda diterima`), said)
  assert.deepEqual(await statesOf(id), ['whatsapp sent'])
})

test('NOTICE-11 an expired token raises an alarm, messages wait, and go out as soon as it is renewed', async () => {
  whatsapp.says = { status: 401, body: { error: { code: 190, message: 'Error validating access token' } } }
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  const now = Date.now()
  assert.equal(await tellAndSend(now), 0)
  assert.deepEqual(await statesOf(id), ['whatsapp waiting'])
  const broken = await wayOf('whatsapp')
  assert.ok(broken?.failingSince)
  assert.match(broken.why ?? '', /190/)
  assert.deepEqual([broken.open, broken.waiting], [true, 1])
  assert.equal(house.logged.filter((line) => line.includes('do not go out')).length, 1)
  // In the pause nothing is tried.
  await sendDue(parts, () => now + 10_000)
  assert.equal(whatsapp.heard.length, 1)
  await file('wa', 'token-baru')
  whatsapp.says = wamid
  await admin.read(noticeWayRoutes.tryNow, { body: { way: 'whatsapp' } })
  assert.equal(await sendDue(parts, () => Date.now() + 1), 1)
  assert.equal(whatsapp.heard.at(-1)?.headers.authorization, 'Bearer token-baru')
  assert.deepEqual(await statesOf(id), ['whatsapp sent'])
  const well = await wayOf('whatsapp')
  assert.deepEqual([well?.failingSince, well?.waiting], [null, 0])
})

test('BACKUP-9 after a restore nothing goes out until an administrator lets it, with or without what waited', async () => {
  const { id: old } = await aCaseBy(fo, bySms)
  sms.says = { status: 503 }
  await tellAndSend()
  sms.says = { status: 200 }
  const heard = sms.heard.length
  await withOwner(house.ownerUrl, async (owner) => assert.ok((await holdWays(owner)) >= 1))
  const { id: fresh } = await aCaseBy(fo, bySms)
  const later = (): number => Date.now() + 60 * minuteMs
  await tellAndSend(later())
  await admin.read(noticeWayRoutes.tryNow, { body: { way: 'sms' } })
  await sendDue(parts, later)
  assert.equal(sms.heard.length, heard, 'knocking by hand is not letting go')
  const held = await wayOf('sms')
  assert.deepEqual([held?.held, held?.nextTry, held?.waiting], [true, null, 2])
  assert.equal((await bo.ask(noticeWayRoutes.release, { body: { way: 'sms', drop: true } })).status, 403)
  await admin.read(noticeWayRoutes.release, { body: { way: 'sms', drop: true } })
  await sendDue(parts, later)
  assert.deepEqual([await statesOf(old), await statesOf(fresh)], [['sms void'], ['sms sent']])
  for (const way of outWays) await admin.read(noticeWayRoutes.release, { body: { way, drop: false } })
  assert.equal((await wayOf('sms'))?.held, false)
})

for (const [what, says] of [
  ['answers with a fault', { status: 503 }],
  ['hangs up', 'cut'],
  ['wants fewer messages', { status: 429 }],
  ['does not know our token', { status: 403 }],
] as const)
  test(`NOTICE-11 a gateway that ${what} keeps messages waiting, and one knocks on it until it is well`, async () => {
    sms.says = says
    const made = await Promise.all(Array.from({ length: 3 }, () => aCaseBy(fo, bySms)))
    let now = Date.now()
    await tellAndSend(now)
    const first = sms.heard.length
    for (let failures = 1; failures <= 6; failures++) {
      now += pauseAfter(failures) + 1_000
      await sendDue(parts, () => now)
    }
    assert.equal(sms.heard.length, first + 6)
    for (const { id } of made) assert.deepEqual(await statesOf(id), ['sms waiting'])
    sms.says = { status: 200 }
    now += pauseAfter(99) + 1_000
    assert.equal(await sendDue(parts, () => now), 3)
    for (const { id } of made) assert.deepEqual(await statesOf(id), ['sms sent'])
  })

test('NOTICE-11 a gateway that is slow is not waited for longer than a try lasts', async () => {
  sms.says = 'hang'
  const send = smsWay({ url: sms.url, sender: 'SLRT', token: async () => 't', patienceMs: 50 })
  const came = await send({ id: 'a', district: '34.04', to: '62', subject: '', text: 'x', url: '', notice: 'n' })
  assert.deepEqual(came, { kind: 'broken', why: 'no answer in time' })
})

test('NOTICE-11 without its token file a way is broken and says so', async () => {
  await dropFile('sms')
  const { id } = await aCaseBy(fo, bySms)
  await tellAndSend()
  assert.deepEqual(await statesOf(id), ['sms waiting'])
  assert.equal((await wayOf('sms'))?.why, 'its secret can not be read')
  await file('sms', 'token-sms')
})

test('NOTICE-12 a number that WhatsApp does not know is tried some more, then told by text message, then by mouth', async () => {
  whatsapp.says = { status: 400, body: { error: { code: 131_026, message: 'Message undeliverable' } } }
  sms.says = { status: 422, body: { message: 'unknown number' } }
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  await bo.does('case.return', { subject: id, data: { reason: 'papers-missing', note: 'KK' } })
  await tell()
  let now = Date.now()
  for (let day = 0; day < 12; day++) {
    now += 60 * 24 * minuteMs
    await sendDue(parts, () => now)
  }
  assert.deepEqual((await statesOf(id)).toSorted(), [
    'sms failed',
    'sms failed',
    'tell waiting',
    'whatsapp failed',
    'whatsapp failed',
  ])
  assert.equal((await wayOf('whatsapp'))?.failingSince, null)
  assert.equal((await admin.read(noticeWayRoutes.ways)).toTell, 1)
})

/** What WhatsApp calls back with. */
const callback = (statuses: readonly object[]): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value: { statuses } }] }],
  })
const signed = (body: string, secret = appSecret) =>
  house.stranger().raw({
    method: 'POST',
    path: '/api/hooks/whatsapp',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  })

test('NOTICE-12 callbacks move a message on and never back; twice and in any order they are harmless', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  await tellAndSend()
  const data = String(whatsapp.heard[0]?.body['biz_opaque_callback_data'])
  const word = (status: string) => callback([{ id: lastName(), status, biz_opaque_callback_data: data }])
  for (const [status, state] of [
    ['sent', 'sent'],
    ['read', 'read'],
    ['delivered', 'read'],
    ['read', 'read'],
    ['failed', 'read'],
  ] as const) {
    assert.equal((await signed(word(status))).status, 200)
    assert.deepEqual(await statesOf(id), [`whatsapp ${state}`], status)
  }
})

test('NOTICE-12 a message that was taken and could not be delivered goes out as a text message, once', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  await tellAndSend()
  const failed = callback([{ id: lastName(), status: 'failed', errors: [{ code: 131_026, title: 'Undeliverable' }] }])
  for (let times = 0; times < 3; times++) assert.equal((await signed(failed)).status, 200)
  assert.deepEqual(await statesOf(id), ['whatsapp failed', 'sms waiting'])
  await sendDue(parts, () => Date.now() + 1)
  assert.equal(sms.heard.length, 1)
})

test('NOTICE-12 a callback that is faster than our own note of it counts', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  whatsapp.says = ({ body }) => {
    const early = callback([
      { id: 'wamid.early', status: 'delivered', biz_opaque_callback_data: body['biz_opaque_callback_data'] },
    ])
    calls.push(signed(early).then(({ status }) => status))
    return { status: 200, body: { messages: [{ id: 'wamid.early' }] } }
  }
  const calls: Promise<number>[] = []
  await tellAndSend()
  assert.deepEqual(await Promise.all(calls), [200])
  assert.deepEqual(await statesOf(id), ['whatsapp delivered'])
})

test('NOTICE-12 a callback that nobody signed, or somebody else did, changes nothing', async () => {
  const { id } = await aCaseBy(fo, { contactVia: 'whatsapp' })
  await tellAndSend()
  const body = callback([{ id: lastName(), status: 'read' }])
  assert.equal((await signed(body, 'tebakan')).status, 403)
  const bare = {
    method: 'POST',
    path: '/api/hooks/whatsapp',
    headers: { 'content-type': 'application/json' },
    body,
  } as const
  assert.equal((await house.stranger().raw(bare)).status, 403)
  assert.deepEqual(await statesOf(id), ['whatsapp sent'])
  for (const odd of ['{}', '[]', 'null', '{"entry":[{}]}', callback([{ id: 'x', status: 'deleted' }]), 'not json'])
    assert.equal((await signed(odd)).status, 200, odd)
})

test('NOTICE-12 the door of callbacks is opened by who knows the word that was agreed', async () => {
  const knock = (word: string) =>
    house.stranger().raw({
      method: 'GET',
      path: `/api/hooks/whatsapp?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1158201444`,
    })
  assert.deepEqual(
    [(await knock('kata-sandi-webhook')).status, (await knock('kata-sandi-webhook')).text],
    [200, '1158201444'],
  )
  assert.equal((await knock('salah')).status, 403)
})

test('NOTICE-10 a worker that dies between sending and writing it down: sent again under the same name, noted once', async () => {
  const { id } = await aCaseBy(fo, bySms)
  await tell()
  const now = Date.now()
  // It was taken in hand and sent; then everything was gone.
  const dying = { ...parts, pool: dyingPool() }
  await assert.rejects(sendDue(dying, () => now))
  assert.equal(sms.heard.length, 1)
  assert.deepEqual(await statesOf(id), ['sms sending'])
  await sendDue(parts, () => now + minuteMs)
  assert.equal(sms.heard.length, 1, 'whoever has it in hand is given time')
  sms.says = { status: 409 }
  await sendDue(parts, () => now + 6 * minuteMs)
  assert.equal(sms.heard.length, 2)
  assert.equal(sms.heard[0]?.body['id'], sms.heard[1]?.body['id'])
  assert.deepEqual(await statesOf(id), ['sms sent'])
})

test('NOTICE-10 a worker that is killed with the message on its way: another one sends it again under the same name', async () => {
  const { id } = await aCaseBy(fo, bySms)
  await tell()
  const script = fileURLToPath(import.meta.resolve('../../testing/send-once.ts'))
  const worker = spawn(process.execPath, [script, house.ownerUrl, JSON.stringify(here.env)], { stdio: 'ignore' })
  const ended = once(worker, 'exit')
  sms.says = () => {
    worker.kill('SIGKILL')
    return 'hang'
  }
  const [code, signal] = await ended
  assert.deepEqual([code, signal], [null, 'SIGKILL'])
  assert.deepEqual(await statesOf(id), ['sms sending'])
  sms.says = { status: 202 }
  assert.equal(await sendDue(parts, () => Date.now() + 6 * minuteMs), 1)
  assert.deepEqual(
    sms.heard.map(({ body }) => body['id']),
    [sms.heard[0]?.body['id'], sms.heard[0]?.body['id']],
  )
  assert.deepEqual(await statesOf(id), ['sms sent'])
})

/** The worker's connections, as far as they reach: what became of a message can't be written down. */
const dyingPool = (): NoticeParts['pool'] =>
  new Proxy(parts.pool, {
    get(pool, name) {
      const value: unknown = Reflect.get(pool, name)
      if (name !== 'query' || typeof value !== 'function') return value
      return (text: unknown, ...rest: unknown[]) => {
        if (/set state = \$1, reference/.test(String(text))) return Promise.reject(new Error('gone'))
        return Reflect.apply(value, pool, [text, ...rest])
      }
    },
  })

test('NOTICE-10 two workers at once send each message once', async () => {
  await Promise.all(Array.from({ length: 12 }, () => aCaseBy(fo, bySms)))
  await tell()
  const sent = await Promise.all([sendDue(parts), sendDue(parts)])
  assert.equal(sent[0] + sent[1], 12)
  assert.equal(new Set(sms.heard.map(({ body }) => body['id'])).size, 12)
  assert.equal(sms.heard.length, 12)
})

test('NOTICE-4 what a case says when the message goes out counts, not what it said when something happened', async () => {
  const { id, number } = await aCaseBy(fo, bySms)
  await tell()
  await bo.does('case.restrict', { subject: id, data: { restricted: 'hiv', note: 'Rahasia.' } })
  await sendDue(parts)
  assert.equal(sms.heard[0]?.body['text'], `SLRT ${number}: ada kabar untuk Anda. Cek: https://slrt.contoh.go.id/lacak`)
  const silent = await aCaseBy(fo, bySms)
  await tell()
  await bo.does('case.restrict', { subject: silent.id, data: { restricted: 'violence', note: 'Rahasia.' } })
  await sendDue(parts)
  assert.equal(sms.heard.length, 1)
  assert.deepEqual(await statesOf(silent.id), ['sms void'])
})

test('NOTICE-3 who wants no word gets none, and without a number nothing goes out by itself', async () => {
  const none = await aCaseBy(fo, { contactVia: 'none' })
  const client = { name: 'Sumarni', nik: null, kk: null, phone: null, address: '' }
  const mouth = await aCaseBy(fo, { contactVia: 'sms', client })
  await bo.does('case.return', { subject: mouth.id, data: { reason: 'papers-missing', note: 'KK' } })
  await tellAndSend()
  assert.deepEqual([...(await statesOf(none.id)), ...(await statesOf(mouth.id))], ['tell waiting'])
  assert.equal(sms.heard.length + whatsapp.heard.length, 0)
})

test('NOTICE-5 a district tells it in words of its own', async () => {
  const manager = await house.staffAt(offices.secretariat, 'admin')
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format(new Date())
  const words = { id: 'Sugeng {number}, mpun kula tampi.', en: 'Welcome {number}.' }
  const data = { list: 'notice', code: 'received', names: words, from: day, data: {} }
  await manager.does('list.change', { data })
  await reference.refresh()
  const { number } = await aCaseBy(fo, bySms)
  await tellAndSend()
  assert.equal(sms.heard[0]?.body['text'], `Sugeng ${number}, mpun kula tampi.`)
})

test('NOTICE-11 whoever watches the installation sees what waits and what is broken', async () => {
  sms.says = { status: 500 }
  await aCaseBy(fo, bySms)
  await tellAndSend()
  const { text } = await house.stranger().raw({ method: 'GET', path: '/metrics' })
  assert.match(text, /openslrt_messages_failing_sms 1/)
  assert.match(text, /openslrt_messages_waiting_sms 1/)
  assert.match(text, /openslrt_messages_failing_whatsapp 0/)
})
