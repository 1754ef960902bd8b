import assert from 'node:assert/strict'
import { createHmac, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { inboundRoutes } from '@openslrt/core/contract/inbound.ts'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import { hourMs, minuteMs } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { withOwner } from '../../platform/db/pools.ts'
import { openOffice, sleman } from '../../testing/a-district-office.ts'
import type { Client } from '../../testing/client.ts'
import { appSecret, hookSecret, startNoticeHouse } from '../../testing/notice-gateways.ts'
import { assertJsonProblem } from '../../testing/problem.ts'
import { holdWays } from '../notice/queries-restore.ts'
import { sendAnswers } from './answers.ts'
import { keepMessage } from './keep-message.ts'

const here = await startNoticeHouse()
const { house, parts, offices, fo, bo, admin, whatsapp, sms } = here
const other = await house.staffAt(offices.maguwoharjo, 'fo')
const manager = await house.staffAt(offices.secretariat, 'manager')
const bantul = await openOffice(house, { name: 'Sekretariat Bantul', kind: 'secretariat', place: '34.02' })
const far = await house.staffAt(bantul, 'manager')

let names = 0
const post = (path: string, header: string, secret: string, body: string | Buffer) =>
  house.stranger().raw({
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      [header]: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    },
    body,
  })
const textOf = (body: string, own: object = {}) => ({
  id: `wamid.odd.${++names}`,
  from: `62813${String(names).padStart(8, '0')}`,
  timestamp: String(Math.floor(Date.now() / 1000) - 60),
  type: 'text',
  text: { body },
  ...own,
})
const hear = (messages: readonly unknown[], secret = appSecret) =>
  post(
    '/api/hooks/whatsapp',
    'x-hub-signature-256',
    secret,
    JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: { messages } }] }] }),
  )
const hand = (body: unknown, secret = hookSecret) =>
  post('/api/hooks/sms', 'x-signature-256', secret, typeof body === 'string' ? body : JSON.stringify(body))
const report = (name: string): string =>
  `Nama: ${name}\nDesa: Caturtunggal\nKec: Depok\nJenis: pengaduan\nKategori: bpjs mati\nKeluhan: kartu tidak aktif`
const kept = async (): Promise<number> =>
  (await house.owner<{ n: number }>('select count(*)::int as n from inbound_message'))[0]?.n ?? 0
const findAt = async (client: Client, words: string) =>
  (await client.read(inboundRoutes.list)).items.find(({ begins }) => begins.includes(words))
const idAt = async (client: Client, words: string): Promise<string> =>
  (await findAt(client, words))?.id ?? assert.fail(`${words} waits nowhere`)
const registers = (client: Client, messages: object, changes: object = {}, subject = randomUUID()) =>
  client.send('case.register', { subject, data: { ...registration({ channel: 'whatsapp', ...changes }), messages } })
const repliesOf = (id: string) =>
  house.owner<{ what: string; state: string; tries: number; problem: string | null }>(
    'select what, state, tries, problem from inbound_reply where message = $1 order by made_at, id',
    [id],
  )
const statesOf = async (id: string): Promise<readonly string[]> =>
  (await repliesOf(id)).map(({ what, state }) => `${what} ${state}`)

const odd: readonly (readonly [what: string, message: object])[] = [
  ['a sign that no text may hold', textOf('Tolong\u0000 saya odd-0')],
  ['half of a sign', textOf('Tolong \ud83d saya odd-1')],
  ['nothing at all', textOf('', { text: { body: '' } })],
  ['a village with such a sign', textOf('Desa: Catur\u0000tunggal\nNama: odd-3\nKeluhan: lapar')],
  ['words of a query', textOf("Desa: %' or 1=1 --\nNama: odd-4\nKeluhan: '; drop table cases; --")],
  ['a name with such a sign', textOf('odd-5', { id: 'wamid.\u0000.odd' })],
  ['a name without end', textOf('odd-6', { id: 'w'.repeat(5_000) })],
  ['a kind that nobody knows', textOf('odd-7', { type: 'hologram\u0000!', text: undefined })],
  ['a moment of long ago', textOf('odd-8', { timestamp: '1' })],
  ['a moment that is no number', textOf('odd-9', { timestamp: 'kemarin' })],
  ['a moment before all moments', textOf('odd-10', { timestamp: '-99999999999999' })],
  ['more words than a message holds', textOf(`odd-11 ${'tolong '.repeat(20_000)}`)],
  ['a thousand lines', textOf(`odd-12\n${'---\n'.repeat(1_000)}`)],
]
for (const [what, message] of odd)
  test(`INBOUND-1 a signed message with ${what} is kept once and can be opened`, async () => {
    const before = await kept()
    for (const _twice of [1, 2]) {
      const answer = await hear([message])
      assert.equal(answer.status, 200, `${answer.status} ${answer.text}`)
    }
    assert.equal(await kept(), before + 1)
    for (const client of [fo, manager])
      for (const { id } of (await client.read(inboundRoutes.list)).items)
        assert.equal((await client.ask(inboundRoutes.open, { query: { id } })).status, 200)
    await house.owner('delete from inbound_message')
  })

test('INBOUND-1 what is signed and no message at all is no fault of ours, and leaves the others of its callback', async () => {
  const before = await kept()
  for (const none of [null, [], 7, 'x', {}, { id: 1, from: 2 }, { id: 'x', from: '<b>' }, { from: '62812' }])
    assert.equal((await hear([none])).status, 200, JSON.stringify(none))
  for (const [body, status] of [
    ['', 400],
    ['{', 400],
    ['[]', 400],
    ['null', 400],
    [{ messages: [] }, 200],
    [{ messages: [null, { from: 'x' }] }, 200],
    [{ messages: Array.from({ length: 201 }, () => ({ from: '0812', text: 'x' })) }, 400],
  ] as const)
    assert.equal((await hand(body)).status, status, JSON.stringify(body).slice(0, 60))
  assert.equal(await kept(), before)
  assert.equal((await hear([null, textOf('di antara'), {}])).status, 200)
  assert.equal(await kept(), before + 1)
})

test('INBOUND-1 a signature counts for these bytes and this door alone', async () => {
  const before = await kept()
  const body = JSON.stringify({ id: 'sig-1', from: '0812 0000 1111', text: 'tanda tangan' })
  const signed = createHmac('sha256', hookSecret).update(body).digest('hex')
  const send = (headers: Record<string, string>, path = '/api/hooks/sms', sent = body) =>
    house
      .stranger()
      .raw({ method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body: sent })
  for (const [what, headers, sent] of [
    ['none', {}, body],
    ['an empty one', { 'x-signature-256': '' }, body],
    ['without its kind', { 'x-signature-256': signed }, body],
    ['cut short', { 'x-signature-256': `sha256=${signed.slice(0, 20)}` }, body],
    ['of other bytes', { 'x-signature-256': `sha256=${signed}` }, `${body} `],
    ['under the name of the other door', { 'x-hub-signature-256': `sha256=${signed}` }, body],
  ] as const)
    assert.equal((await send(headers, '/api/hooks/sms', sent)).status, 403, what)
  assert.equal((await hand(body, appSecret)).status, 403, 'the secret of the other door')
  assert.equal((await hear([textOf('x')], hookSecret)).status, 403)
  assert.equal(await kept(), before)
  assert.equal((await send({ 'x-signature-256': `sha256=${signed}` })).status, 200)
})

test('INBOUND-1 the same message at many doors at once is one, answered once', async () => {
  await house.owner('delete from inbound_message')
  const message = textOf(report('Serentak'))
  const said = await Promise.all(Array.from({ length: 8 }, () => hear([message, message])))
  assert.deepEqual(new Set(said.map(({ status }) => status)), new Set([200]))
  assert.equal(await kept(), 1)
  await Promise.all([1, 2, 3, 4].map(() => sendAnswers(parts)))
  assert.equal(whatsapp.heard.length, 1)
  assert.deepEqual(await statesOf(await idAt(fo, 'Serentak')), ['received sent'])
})

test('INBOUND-5 another district, office or role neither sees a message nor moves it, nor makes a case of it', async () => {
  await hear([textOf(report('Tertutup'))])
  const id = await idAt(fo, 'Tertutup')
  const leader = await house.staffAt(offices.secretariat, 'leader')
  const closed = await house.staffAt(offices.rsud, 'provider')
  for (const who of [far, other, manager]) {
    assert.equal((await who.ask(inboundRoutes.open, { query: { id } })).status, 404)
    const aside = await who.ask(inboundRoutes.setAside, { body: { id, reason: 'thanks' } })
    const back = await who.ask(inboundRoutes.takeBack, { body: { id } })
    const moved = await who.ask(inboundRoutes.move, { body: { id, village: sleman.caturtunggal } })
    for (const answer of [aside, back, moved]) {
      assert.equal(answer.body.code, 'message-taken', answer.text)
      assertJsonProblem(answer)
    }
  }
  const place = { place: '34.02.01.2001' }
  assert.equal((await registers(far, { ids: [id], done: true }, place)).body.code, 'message-taken')
  for (const who of [leader, closed]) assert.equal((await who.ask(inboundRoutes.list)).status, 403)
  for (const row of [inboundRoutes.list, inboundRoutes.count, inboundRoutes.ownPhone])
    assert.equal((await house.stranger().ask(row)).status, 401, row.path)
  const [row] = await house.owner('select state, sorted, office, cases from inbound_message where id = $1', [id])
  assert.deepEqual(row, { state: 'waiting', sorted: 'village', office: offices.caturtunggal, cases: [] })
})

test('INBOUND-6 of two officers who register the same message at once one does, and the other keeps what they typed', async () => {
  await hear([textOf(report('Rebutan'))])
  const id = await idAt(fo, 'Rebutan')
  const before = (await house.owner('select 1 from cases')).length
  const both = await Promise.all([fo, bo, fo].map((who) => registers(who, { ids: [id], done: true })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409, 409])
  for (const { status, body } of both) if (status !== 200) assert.equal(body.code, 'message-taken')
  assert.equal((await house.owner('select 1 from cases')).length, before + 1)
  assert.deepEqual(await statesOf(id), ['received waiting', 'registered waiting'])
})

test('INBOUND-6 a registration that is refused takes no message along, and the same one sent twice answers once', async () => {
  await hear([textOf(report('Ditolak'))])
  const id = await idAt(fo, 'Ditolak')
  const refused = await registers(fo, { ids: [id], done: true }, { place: '34.04.99.2999' })
  assert.ok(refused.status >= 400 && refused.status < 500, refused.text)
  assert.ok(await findAt(fo, 'Ditolak'), 'it still waits')
  for (const messages of [
    { ids: [], done: true },
    { ids: ['x'], done: true },
    { ids: [id] },
    { ids: [id], done: 'ya' },
  ])
    assert.equal((await registers(fo, messages)).status, 400, JSON.stringify(messages))
  const same = { id: randomUUID(), subject: randomUUID(), doneAt: new Date().toISOString() }
  const data = { ...registration({ channel: 'whatsapp' }), messages: { ids: [id, id], done: true } }
  const said = [await fo.send('case.register', { ...same, data }), await fo.send('case.register', { ...same, data })]
  assert.deepEqual(
    said.map(({ status }) => status),
    [200, 200],
    said[0]?.text,
  )
  assert.deepEqual(await statesOf(id), ['received waiting', 'registered waiting'])
})

test('INBOUND-8 nobody is sent a secret that was renewed, or of a case that became restricted, while the answer waited', async () => {
  const [renewed, hidden] = [report('Diganti'), report('Ditutup')]
  await hear([textOf(renewed), textOf(hidden)])
  await sendAnswers(parts)
  whatsapp.heard.length = 0
  const ids = [await idAt(fo, 'Diganti'), await idAt(fo, 'Ditutup')]
  const cases = [randomUUID(), randomUUID()]
  for (const at of [0, 1])
    assert.equal((await registers(fo, { ids: [ids[at]], done: true }, {}, cases[at])).status, 200)
  await house.owner("update cases set door_short = 'another' where id = $1", [cases[0]])
  await house.owner("update cases set restricted = 'hiv' where id = $1", [cases[1]])
  await sendAnswers(parts)
  assert.deepEqual(
    whatsapp.heard.map(({ body }) => body),
    [],
  )
  for (const id of ids) assert.deepEqual(await statesOf(id), ['received sent', 'registered void'])
})

test('INBOUND-4 an answer that its number refuses is tried some more and then let be; it holds back no other', async () => {
  await house.owner('delete from inbound_message')
  sms.says = { status: 400 }
  await hand({ id: 'refuse-1', from: '0812 7777 0001', text: report('Menolak') })
  const id = await idAt(fo, 'Menolak')
  let now = Date.now()
  for (let round = 0; round < 8; round++) {
    await sendAnswers(parts, () => now)
    now += 8 * hourMs
  }
  const [reply] = await repliesOf(id)
  assert.deepEqual([reply?.state, reply?.tries, sms.heard.length], ['failed', 3, 3])
  sms.says = { status: 200 }
  await hand({ id: 'refuse-2', from: '0812 7777 0002', text: report('Menerima') })
  await sendAnswers(parts, () => now)
  assert.deepEqual(await statesOf(await idAt(fo, 'Menerima')), ['received sent'])
})

test('INBOUND-4 an answer that was in hand when its worker died goes out again after its lease, and not before', async () => {
  await house.owner('delete from inbound_message')
  await hear([textOf(report('Terputus'))])
  const id = await idAt(fo, 'Terputus')
  await house.owner("update inbound_reply set state = 'sending', next_at = now() + interval '5 minutes', tries = 1")
  await sendAnswers(parts)
  assert.equal(whatsapp.heard.length, 0, 'somebody has it in hand')
  await sendAnswers(parts, () => Date.now() + 6 * minuteMs)
  assert.deepEqual([await statesOf(id), whatsapp.heard.length], [['received sent'], 1])
})

test('BACKUP-9 after a restore no sender is answered twice: answers wait with all else, and may be left unsent', async () => {
  await house.owner('delete from inbound_message')
  await hear([textOf(report('Sebelum cadangan'))])
  await hand({ id: 'restored-1', from: '0812 6666 0001', text: report('Lewat pesan pendek') })
  const [old, bySms] = [await idAt(fo, 'Sebelum cadangan'), await idAt(fo, 'Lewat pesan pendek')]
  const waiting = await withOwner(house.ownerUrl, (owner) => holdWays(owner))
  assert.ok(waiting >= 2, `${waiting} wait`)
  await hear([textOf(report('Sesudah pulih'))])
  const fresh = await idAt(fo, 'Sesudah pulih')
  const later = (): number => Date.now() + 60 * minuteMs
  await sendAnswers(parts, later)
  assert.deepEqual([whatsapp.heard.length, sms.heard.length], [0, 0])
  const release = (client: Client, way: string, drop: boolean) =>
    client.ask(noticeWayRoutes.release, { body: { way, drop } })
  for (const who of [fo, manager]) assert.equal((await release(who, 'whatsapp', true)).status, 403)
  assert.equal((await release(admin, 'whatsapp', true)).status, 200)
  await sendAnswers(parts, later)
  assert.deepEqual([await statesOf(old), await statesOf(fresh)], [['received void'], ['received sent']])
  assert.deepEqual(await statesOf(bySms), ['received waiting'], 'the other way is still held')
  assert.equal((await release(admin, 'sms', false)).status, 200)
  await sendAnswers(parts, later)
  assert.deepEqual(await statesOf(bySms), ['received sent'], 'let go with what waited')
  assert.deepEqual([whatsapp.heard.length, sms.heard.length], [1, 1])
  // What is not held is not dropped: a second word does nothing.
  await hear([textOf(report('Biasa saja'))])
  assert.equal((await release(admin, 'whatsapp', true)).status, 200)
  assert.deepEqual(await statesOf(await idAt(fo, 'Biasa saja')), ['received waiting'])
})

test('INBOUND-9 of two officers with one number, and of one who left, messages go where somebody reads them', async () => {
  const phone = '0813-5555-0001'
  const saves = (who: Client, value: string | null) => who.read(inboundRoutes.savePhone, { body: { phone: value } })
  await saves(other, phone)
  await saves(fo, phone)
  await hear([textOf(report('Dua petugas'), { from: '6281355550001' })])
  assert.equal((await findAt(fo, 'Dua petugas'))?.sorted, 'sender', 'the one whose office serves the village')
  const leaving = await house.staffAt(offices.maguwoharjo, 'fo')
  await saves(leaving, '0813-5555-0002')
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [leaving.staff])
  await admin.does('post.end', { subject: post?.id ?? '', data: {} })
  await hear([textOf(report('Sudah pindah'), { from: '6281355550002' })])
  assert.equal((await findAt(fo, 'Sudah pindah'))?.sorted, 'village')
  for (const wrong of ['abc', '1', '0'.repeat(60), 7])
    assert.equal((await fo.ask(inboundRoutes.savePhone, { body: { phone: wrong } })).status, 400, String(wrong))
  for (const who of [other, fo]) await saves(who, null)
  assert.equal((await house.owner('select 1 from staff_phone')).length, 1)
})

test('INBOUND-1 a number that writes in several ways is one sender, and each way has names of its own', async () => {
  await house.owner('delete from inbound_message')
  const heard = { from: '+62 813-4444-0001', name: '', kind: 'text', text: report('Dua jalan'), sentAt: Date.now() }
  const keep = (way: 'sms' | 'whatsapp', reference: string, from = heard.from) =>
    keepMessage(parts, { ...heard, way, reference, from }, Date.now())
  assert.deepEqual(
    [
      await keep('sms', 'a'),
      await keep('whatsapp', 'a'),
      await keep('sms', 'a'),
      await keep('sms', 'b', '0813 4444 0001'),
    ],
    [true, true, false, true],
  )
  const senders = await house.owner('select distinct sender from inbound_message')
  assert.equal(senders.length, 1)
  const { more } = await fo.read(inboundRoutes.open, { query: { id: await idAt(fo, 'Dua jalan') } })
  assert.equal(more.length, 2)
})
