import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { z } from 'zod'
import { sleman } from '../../testing/a-district-office.ts'
import { appSecret, hookSecret, startNoticeHouse } from '../../testing/notice-gateways.ts'
import { sendAnswers } from './answers.ts'
import { forgetOver, inboundTasks, inboundTimes } from './jobs.ts'

const here = await startNoticeHouse()
const { house, parts, offices, fo, whatsapp, sms, dropFile, file } = here
const other = await house.staffAt(offices.maguwoharjo, 'fo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const provider = await house.staffAt(offices.rsud, 'provider')

const taken = z.object({ number: z.string(), receipt: z.object({ short: z.string() }) })

let names = 0
const textOf = (body: string, own: object = {}) => ({
  id: `wamid.in.${++names}`,
  from: '6281299990001',
  timestamp: String(Math.floor(Date.now() / 1000) - 60),
  type: 'text',
  text: { body },
  ...own,
})
const post = (path: string, header: string, secret: string, body: string) =>
  house.stranger().raw({
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      [header]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  })
const callback = (messages: readonly object[]): string =>
  JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: { messages } }] }] })
const hear = (messages: readonly object[], secret = appSecret) =>
  post('/api/hooks/whatsapp', 'x-hub-signature-256', secret, callback(messages))
const report = (name: string, village = 'Caturtunggal'): string =>
  `Nama: ${name}\nDesa: ${village}\nKec: Depok\nJenis: pengaduan\nKategori: bpjs mati\nKeluhan: kartu tidak aktif`

/** Messages that wait at somebody's office, from the longest waiting on. */
const waitingAt = async (client: typeof fo) => (await client.read(inboundRoutes.list)).items
const findAt = async (client: typeof fo, words: string) =>
  (await waitingAt(client)).find(({ begins }) => begins.includes(words))
const idAt = async (client: typeof fo, words: string): Promise<string> =>
  (await findAt(client, words))?.id ?? assert.fail(`${words} waits nowhere`)
const answers = async (gateway = whatsapp): Promise<readonly string[]> => {
  await sendAnswers(parts)
  return gateway.heard.map(({ body }) => JSON.stringify(body))
}
const registers = (client: typeof fo, messages: object, changes: object = {}) =>
  client.send('case.register', {
    subject: randomUUID(),
    data: { ...registration({ channel: 'whatsapp', ...changes }), messages },
  })

test('INBOUND-1 a signed message is kept once, sealed, and waits with the office of the village that it names', async () => {
  const message = textOf(report('Siti Maryati'))
  for (let times = 0; times < 3; times++) assert.equal((await hear([message, message])).status, 200)
  const found = (await waitingAt(fo)).filter(({ begins }) => begins.includes('Siti Maryati'))
  assert.equal(found.length, 1)
  assert.deepEqual([found[0]?.sorted, found[0]?.reports, found[0]?.from], ['village', 1, '08**-****-**01'])
  const whole = await fo.read(inboundRoutes.open, { query: { id: found[0]?.id ?? '' } })
  assert.deepEqual([whole.text, whole.phone], [report('Siti Maryati'), '081299990001'])
  const kept = JSON.stringify(await house.owner('select * from inbound_message'))
  for (const secret of ['Siti Maryati', '81299990001']) assert.equal(kept.includes(secret), false, secret)
})

test('INBOUND-1 what nobody signed, somebody else signed, or is too large is not kept', async () => {
  const before = await house.owner('select 1 from inbound_message')
  assert.equal((await hear([textOf(report('Palsu'))], 'tebakan')).status, 403)
  const bare = {
    method: 'POST',
    path: '/api/hooks/sms',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  } as const
  assert.equal((await house.stranger().raw(bare)).status, 403)
  assert.equal((await hear([textOf('x'.repeat(600_000))])).status, 413)
  assert.equal((await house.owner('select 1 from inbound_message')).length, before.length)
})

test('INBOUND-1 messages come in any order and are listed in the order in which they were sent', async () => {
  const at = (seconds: number) => String(Math.floor(Date.now() / 1000) - seconds)
  await hear([textOf('Desa Caturtunggal: kedua', { timestamp: at(10), from: '6281299990002' })])
  await hear([textOf('Desa Caturtunggal: pertama', { timestamp: at(500), from: '6281299990002' })])
  const begins = (await waitingAt(fo)).map((line) => line.begins)
  assert.ok(begins.indexOf('Desa Caturtunggal: pertama') < begins.indexOf('Desa Caturtunggal: kedua'))
})

test('INBOUND-5 a message is seen by its office and by no other, and counted there', async () => {
  const id = await idAt(fo, 'Siti Maryati')
  for (const stranger of [other, manager]) {
    assert.equal(await findAt(stranger, 'Siti Maryati'), undefined)
    assert.equal((await stranger.ask(inboundRoutes.open, { query: { id } })).status, 404)
    for (const [row, body] of [
      [inboundRoutes.setAside, { id, reason: 'no-report' }],
      [inboundRoutes.move, { id, village: sleman.maguwoharjo }],
    ] as const)
      assert.ok([403, 409, 422].includes((await stranger.ask(row, { body })).status), row.path)
    assert.equal(
      (await registers(stranger, { ids: [id], done: true }, { place: sleman.maguwoharjo })).body.code,
      'message-taken',
    )
  }
  assert.equal((await provider.ask(inboundRoutes.list)).status, 403)
  const { counts } = await fo.read(inboundRoutes.list)
  assert.equal((await fo.read(inboundRoutes.count)).waiting, counts.waiting)
  assert.ok(await findAt(fo, 'Siti Maryati'))
})

test('INBOUND-9 an officer’s number brings their messages to their office; it is theirs, sealed, and forgotten on demand', async () => {
  const save = (phone: string | null) => other.read(inboundRoutes.savePhone, { body: { phone } })
  assert.equal((await other.read(inboundRoutes.ownPhone)).phone, null)
  await save('0813-1111-2222')
  assert.equal((await other.read(inboundRoutes.ownPhone)).phone, '0813-1111-2222')
  assert.equal((await fo.read(inboundRoutes.ownPhone)).phone, null)
  await hear([textOf(report('Dari petugas'), { from: '6281311112222' })])
  assert.equal((await findAt(other, 'Dari petugas'))?.sorted, 'sender')
  assert.equal(JSON.stringify(await house.owner('select * from staff_phone')).includes('1111'), false)
  await save(null)
  await hear([textOf(report('Tanpa nomor'), { from: '6281311112222' })])
  assert.equal((await findAt(fo, 'Tanpa nomor'))?.sorted, 'village')
})

test('INBOUND-2 what names no office waits at the top, is sorted there by hand, and comes back from who can not tell', async () => {
  await hear([textOf('Mohon dibantu, tidak bisa makan', { from: '6281299990003' })])
  const id = await idAt(manager, 'Mohon dibantu')
  assert.equal((await findAt(manager, 'Mohon dibantu'))?.unsorted, true)
  assert.equal(await findAt(fo, 'Mohon dibantu'), undefined)
  const move = (client: typeof fo, village: string | null) => client.ask(inboundRoutes.move, { body: { id, village } })
  assert.equal((await move(manager, null)).body.code, 'same-office')
  assert.equal((await move(manager, sleman.caturtunggal)).status, 200)
  assert.equal((await findAt(fo, 'Mohon dibantu'))?.sorted, 'hand')
  assert.equal((await move(manager, sleman.maguwoharjo)).body.code, 'message-taken')
  assert.equal((await move(fo, sleman.caturtunggal)).body.code, 'same-office')
  assert.equal((await move(fo, null)).status, 200)
  assert.ok(await findAt(manager, 'Mohon dibantu'))
  // The top itself makes a case of it.
  assert.equal((await registers(manager, { ids: [id], done: true })).status, 200)
  assert.equal(await findAt(manager, 'Mohon dibantu'), undefined)
})

test('INBOUND-4 a sender is told that it came and what is not said, as a message of the way by which they wrote', async () => {
  await answers()
  whatsapp.heard.length = 0
  await hear([textOf('Nama: Painem\nKeluhan: kursi roda\nDesa: Caturtunggal', { from: '6281299990004' })])
  const [said = '', ...more] = await answers()
  assert.equal(more.length, 0)
  assert.match(said, /"to":"6281299990004"/)
  assert.match(said, /diterima Puskesos Caturtunggal\. Belum disebut: Jenis/)
  assert.doesNotMatch(said, /Painem/)
  assert.equal((await answers()).length, 1)
})

test('INBOUND-4 who writes without end is kept and no longer answered', async () => {
  await answers()
  whatsapp.heard.length = 0
  const flood = Array.from({ length: 20 }, (_, at) =>
    textOf(`Desa Caturtunggal nomor ${at}`, { from: '6281299990005' }),
  )
  await hear(flood)
  assert.equal((await answers()).length, 12)
  const [kept] = await house.owner<{ n: number }>(
    "select count(*)::int as n from inbound_message where received_at > now() - interval '1 minute'",
  )
  assert.ok((kept?.n ?? 0) >= 20)
  await house.owner(
    'delete from inbound_message where sender in (select sender from inbound_message group by sender having count(*) >= 20)',
  )
})

test('INBOUND-4 while a gateway stands answers wait, and go out when it is well', async () => {
  whatsapp.says = { status: 401, body: { error: { code: 190 } } }
  await hear([textOf(report('Menunggu jawaban'), { from: '6281299990006' })])
  await sendAnswers(parts)
  whatsapp.says = here.wamid
  whatsapp.heard.length = 0
  await sendAnswers(parts, () => Date.now() + 20 * 60_000)
  assert.equal(whatsapp.heard.length, 1)
  await house.owner('delete from notice_way')
})

test('INBOUND-6, INBOUND-8 a message becomes a case once; its sender gets the number and the very secret of the receipt', async () => {
  await answers()
  whatsapp.heard.length = 0
  const id = await idAt(fo, 'Siti Maryati')
  const first = await registers(fo, { ids: [id], done: true })
  assert.equal(first.status, 200)
  const { number, receipt } = taken.parse(first.body)
  assert.equal(await findAt(fo, 'Siti Maryati'), undefined)
  const again = await registers(fo, { ids: [id], done: true })
  assert.equal(again.body.code, 'message-taken')
  const done = (await fo.read(inboundRoutes.list, { query: { show: 'registered' } })).items[0]
  assert.deepEqual(
    done?.cases.map((made) => made.number),
    [number],
  )
  const [said = ''] = await answers()
  assert.ok(said.includes(number) && said.includes(`${receipt.short.slice(0, 4)}-${receipt.short.slice(4)}`), said)
  // A refused registration has taken nothing: the message of a later one still waits.
  const kept = await house.owner<{ n: number }>("select count(*)::int as n from cases where summary = 'Tidak jadi'")
  assert.equal(kept[0]?.n, 0)
})

test('INBOUND-8 where a message may harm nobody is sent a number', async () => {
  await hear([textOf(report('Rahasia'), { from: '6281299990007' })])
  await answers()
  whatsapp.heard.length = 0
  const id = await idAt(fo, 'Rahasia')
  assert.equal((await registers(fo, { ids: [id], done: true }, { contactCare: ['unsafe'] })).status, 200)
  assert.deepEqual(await answers(), [])
})

test('INBOUND-6 of a message with several reports each becomes a case, and it leaves the list with the last', async () => {
  await hear([textOf(`${report('Satu Dua')}\n---\n${report('Tiga Empat')}`)])
  const id = await idAt(fo, 'Satu Dua')
  assert.equal((await registers(fo, { ids: [id], done: false })).status, 200)
  assert.equal((await findAt(fo, 'Satu Dua'))?.cases.length, 1)
  assert.equal((await registers(fo, { ids: [id], done: true })).status, 200)
  assert.equal(await findAt(fo, 'Satu Dua'), undefined)
})

test('INBOUND-6 what was missing came in another message: both become one case, and none of them twice', async () => {
  await hear([textOf('Nama: Susul\nKeluhan: lapar\nDesa: Caturtunggal', { from: '6281299990008' })])
  await hear([textOf('Jenis: pengaduan desa Caturtunggal', { from: '6281299990008' })])
  const id = await idAt(fo, 'Nama: Susul')
  const { more } = await fo.read(inboundRoutes.open, { query: { id } })
  assert.deepEqual(
    more.map(({ text }) => text),
    ['Jenis: pengaduan desa Caturtunggal'],
  )
  const ids = [id, more[0]?.id ?? '']
  assert.equal((await registers(fo, { ids: [...ids, randomUUID()], done: true })).body.code, 'message-taken')
  assert.equal((await registers(fo, { ids, done: true })).status, 200)
  assert.equal((await registers(fo, { ids: ids.slice(1), done: true })).body.code, 'message-taken')
})

test('INBOUND-7 what is no report is set aside with a reason of the list, and can be taken back', async () => {
  await hear([textOf('Desa Caturtunggal: terima kasih bu', { from: '6281299990009' })])
  const id = await idAt(fo, 'terima kasih bu')
  const set = (reason: string) => fo.ask(inboundRoutes.setAside, { body: { id, reason } })
  assert.equal((await set('tidak-ada')).body.code, 'unknown-reason')
  assert.equal((await set('thanks')).status, 200)
  assert.equal((await set('thanks')).body.code, 'message-taken')
  const aside = (await fo.read(inboundRoutes.list, { query: { show: 'aside' } })).items.find((line) => line.id === id)
  assert.equal(aside?.reason, 'thanks')
  assert.equal((await registers(fo, { ids: [id], done: true })).body.code, 'message-taken')
  assert.equal((await fo.ask(inboundRoutes.takeBack, { body: { id } })).status, 200)
  assert.equal((await findAt(fo, 'terima kasih bu'))?.reason, null)
})

test('INBOUND-1 a gateway for text messages hands in what came; its sender is answered by text message', async () => {
  sms.heard.length = 0
  const body = JSON.stringify({ id: 'in-1', from: '+62 812-9999-0010', text: report('Lewat SMS') })
  const hand = (secret = hookSecret) => post('/api/hooks/sms', 'x-signature-256', secret, body)
  assert.equal((await hand('tebakan')).status, 403)
  assert.deepEqual([(await hand()).status, (await hand()).status], [200, 200])
  assert.equal((await findAt(fo, 'Lewat SMS'))?.way, 'sms')
  const [said = '', ...more] = await answers(sms)
  assert.equal(more.length, 0)
  assert.match(said, /"to":"6281299990010"/)
  assert.equal((await post('/api/hooks/sms', 'x-signature-256', hookSecret, '{"a":1}')).status, 400)
  await dropFile('sms-hook')
  assert.equal((await hand()).status, 403)
  await file('sms-hook', hookSecret)
})

test('INBOUND-10 what came to its end is erased after its days, what waits never, and a case takes its messages along', async () => {
  await hear([textOf(report('Masih menunggu'), { from: '6281299990011' })])
  const before = (await fo.read(inboundRoutes.list)).counts
  assert.ok(before.registered > 0 && before.waiting > 0)
  assert.equal(await forgetOver(parts, Date.now() + 29 * dayMs), 0)
  const [one] = (await fo.read(inboundRoutes.list, { query: { show: 'registered' } })).items
  const [gone] = await house.owner<{ n: number }>('select forget_messages($1, $2)::int as n', [
    '34.04',
    one?.cases[0]?.id,
  ])
  assert.ok(gone && gone.n > 0)
  assert.equal((await fo.read(inboundRoutes.list)).counts.registered, before.registered - gone.n)
  await forgetOver(parts, Date.now() + 31 * dayMs)
  const after = (await fo.read(inboundRoutes.list)).counts
  assert.deepEqual(after, { waiting: before.waiting, registered: 0, aside: 0 })
  assert.deepEqual(inboundTimes.map(({ task }) => task).toSorted(), Object.keys(inboundTasks(parts)).toSorted())
})
