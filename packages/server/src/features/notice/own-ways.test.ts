import assert from 'node:assert/strict'
import { createECDH, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { noticeWayRoutes } from '@openslrt/core/contract/notice-ways.ts'
import { aCaseBy } from '../../testing/a-registration.ts'
import type { Client } from '../../testing/client.ts'
import { startNoticeHouse } from '../../testing/notice-gateways.ts'
import { pauseAfter, sendDue } from './send.ts'
import { emailWay } from './ways/email.ts'

const here = await startNoticeHouse()
const { house, parts, fo, bo, coordinator, browser, mail, account } = here
const { tellAndSend, statesOf, wayOf } = here

const wants = (client: Client, ways: readonly string[], email: string | null = 'sari@contoh.go.id') =>
  client.read(noticeWayRoutes.save, { body: { lang: 'en', email, ways } })

test('NOTICE-14 an officer who wants mail gets it: number and what happened, and nothing of the matter', async () => {
  assert.deepEqual(await wants(bo, ['email']), { lang: 'en', email: 'sari@contoh.go.id', ways: ['email'] })
  const { id, number } = await aCaseBy(fo, { contactVia: 'none' })
  await tellAndSend()
  assert.equal(mail.mails.length, 1)
  const [said = ''] = mail.mails
  assert.match(said, new RegExp(`Subject: ${number}: New case for your office`))
  assert.match(said, /To: sari@contoh\.go\.id/)
  assert.ok(said.replace(/=\r\n/g, '').includes(`/meja/kasus/34.04/${id}`), said)
  assert.doesNotMatch(said, /BPJS|Sumarni/)
  assert.deepEqual(await statesOf(id), ['email sent'])
})

test('NOTICE-11 a mail server that does not let us in is broken; one that refuses an address is well', async () => {
  await wants(bo, ['email'])
  account.password = 'diganti'
  const { id } = await aCaseBy(fo, { contactVia: 'none' })
  const now = Date.now()
  await tellAndSend(now)
  assert.deepEqual(await statesOf(id), ['email waiting'])
  assert.match((await wayOf('email'))?.why ?? '', /EAUTH/)
  account.password = 'rahasia-surat'
  mail.refuses = () => ({ code: 550, message: 'No such user' })
  await sendDue(parts, () => now + pauseAfter(1) + 1_000)
  const well = await wayOf('email')
  assert.deepEqual([well?.failingSince, well?.waiting], [null, 1])
  const dead = emailWay({ ...settingsOfMail(), port: 1 })
  const came = await dead({ id: 'a', district: '34.04', to: 'a@b.id', subject: 's', text: 't', url: '', notice: 'n' })
  assert.equal(came.kind, 'broken')
})

const settingsOfMail = () => ({
  host: '127.0.0.1',
  port: mail.port,
  security: 'none' as const,
  user: null,
  from: 'a@b.id',
  password: async () => null,
})

/** What a browser gives when it wants to be told. */
function aBrowser(path: string) {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const keys = { p256dh: pair.getPublicKey('base64url'), auth: randomBytes(16).toString('base64url') }
  return { endpoint: `${browser.url}/${path}`, keys }
}

test('NOTICE-14 a browser that asked is told, sealed; one that its service does not know any more is forgotten', async () => {
  await bo.read(noticeWayRoutes.subscribe, { body: aBrowser('lama') })
  assert.deepEqual(await bo.read(noticeWayRoutes.subscribe, { body: aBrowser('baru') }), { browsers: 2 })
  assert.deepEqual((await bo.read(noticeWayRoutes.own)).ways, ['push'])
  browser.says = ({ path }) => ({ status: path === '/lama' ? 410 : 201 })
  const { id, number } = await aCaseBy(fo, { contactVia: 'none' })
  await tellAndSend()
  assert.deepEqual(browser.heard.map(({ path }) => path).toSorted(), ['/baru', '/lama'])
  const [heard] = browser.heard
  assert.match(heard?.headers.authorization ?? '', /^vapid t=/)
  assert.equal(heard?.headers['content-encoding'], 'aes128gcm')
  assert.ok(!heard?.bytes.includes(number))
  assert.deepEqual(await statesOf(id), ['push sent'])
  assert.equal((await bo.read(noticeWayRoutes.own)).browsers, 1)
  assert.deepEqual(await bo.read(noticeWayRoutes.unsubscribe, { body: { endpoint: `${browser.url}/baru` } }), {
    browsers: 0,
  })
})

test('NOTICE-14 only push services that we know are knocked at', async () => {
  for (const endpoint of ['http://127.0.0.1:1/x', 'https://intranet.contoh.go.id/x', 'http://fcm.googleapis.com/x']) {
    const answer = await bo.ask(noticeWayRoutes.subscribe, { body: { ...aBrowser('x'), endpoint } })
    assert.equal(answer.status, 400, endpoint)
  }
})

test('NOTICE-14 each sets this for themselves, and how the ways stand is for administrators', async () => {
  await wants(coordinator, ['email'], 'koordinator@contoh.go.id')
  assert.deepEqual((await bo.read(noticeWayRoutes.own)).email, null)
  const own = await coordinator.read(noticeWayRoutes.own)
  assert.deepEqual([own.email, own.open, own.lang], ['koordinator@contoh.go.id', ['email', 'push'], 'en'])
  assert.match(own.pushKey ?? '', /^[\w-]{87}$/)
  const [kept] = await house.owner<{ email: Buffer }>('select email from staff_notice where staff = $1', [
    coordinator.staff,
  ])
  assert.ok(!kept?.email.includes('koordinator'))
  for (const row of [noticeWayRoutes.ways, noticeWayRoutes.tryNow])
    assert.equal((await bo.ask(row, { body: { way: 'sms' } })).status, 403)
})
