import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { startSmsGateway } from './a-gateway.ts'
import { begin, dialogOf, openCase } from './case-card.ts'
import { button, heading, link, reloadUntil, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const sms = await startSmsGateway('token-baru')
after(() => sms.close())
const { sleman, faults, sit, enter, house } = await setScene({
  own: async (url, folder) => {
    await writeFile(join(folder, 'sms-token'), 'token-lama')
    return { PUBLIC_URL: url, OPENSLRT_SMS_URL: sms.url, OPENSLRT_SMS_TOKEN_FILE: join(folder, 'sms-token') }
  },
})
const { people, admin } = sleman
const noPhone = { name: 'Mbah Karto', nik: null, kk: null, phone: null, address: 'RT 4' }
const id = randomUUID()

test('NOTICE-9 the bell tells of a case that came; reading it on its page opens the case', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/kabar')
  await heading(bo, say('notice.empty.unread.title')).waitFor()
  await checkScreen(bo, 'news-none')
  const data = registration({ summary: 'Beras tidak turun', client: noPhone })
  await people.fo.does('case.register', { subject: id, data })
  const said = { subject: id, data: { reason: 'papers-missing', note: 'Mohon bawa KK.' } }
  await people.bo.does('case.return', said)
  await people.fo.does('case.register', {
    subject: randomUUID(),
    data: registration({ summary: 'Bantuan sekolah', contactVia: 'sms' }),
  })
  await reloadUntil(bo, link(bo, /^Kasus baru untuk kantor Anda/).first())
  await reloadUntil(bo, link(bo, /^Kabar: [1-9]\d* belum dibaca/))
  await checkScreen(bo, 'news')
  await link(bo, /^Kasus baru untuk kantor Anda/)
    .first()
    .click()
  await bo.waitForURL(/\/meja\/kasus\/34\.04\//)
  await bo.goto('/meja/kabar')
  await button(bo, say('notice.read.all')).click()
  await heading(bo, say('notice.empty.unread.title')).waitFor()
  await link(bo, say('bell.none')).waitFor()
  await bo.context().close()
})

test('NOTICE-13 who has no phone is told by somebody, who says what came of it', async () => {
  const facilitator = await sit(people.fo)
  await facilitator.goto('/meja/sampaikan')
  await reloadUntil(facilitator, link(facilitator, 'Mbah Karto'))
  await checkScreen(facilitator, 'tellings')
  await facilitator.getByRole('button', { name: /^Catat hasilnya untuk/ }).click()
  const dialog = dialogOf(facilitator)
  await button(dialog, say('telling.record')).click()
  await dialog.getByText(say('telling.result.missing')).waitFor()
  await checkScreen(facilitator, 'telling-result')
  await dialog.getByRole('radio', { name: say('tell-result.told') }).check()
  await button(dialog, say('telling.record')).click()
  await heading(facilitator, say('telling.empty.title')).waitFor()
  await checkScreen(facilitator, 'tellings-none')
  await facilitator.context().close()
})

test('NOTICE-17 the card tells what the citizen was told; how to reach them is changed there', async () => {
  const { number = '' } = await people.fo.does('case.register', {
    subject: randomUUID(),
    data: registration({ summary: 'Lansia sendirian', contactCare: ['shared-phone'] }),
  })
  assert.ok(number)
  const fo = await sit(people.fo)
  await openCase(fo, { id, number: '3404-' })
  await fo.getByText(say('telling.state.told')).first().waitFor()
  await checkScreen(fo, 'card-told')
  await begin(fo, 'move.set-contact')
  await dialogOf(fo)
    .getByRole('checkbox', { name: say('care.no-call') })
    .check()
  await checkScreen(fo, 'set-contact')
  await button(dialogOf(fo), say('move.set-contact')).click()
  await dialogOf(fo).waitFor({ state: 'detached' })
  await fo.getByText(say('care.no-call')).waitFor()
  await fo.context().close()
})

test('NOTICE-18 a lost secret is renewed at the desk and shown once', async () => {
  const fo = await sit(people.fo)
  await openCase(fo, { id, number: '3404-' })
  await begin(fo, 'move.renew-secret')
  await dialogOf(fo)
    .getByRole('radio', { name: say('check.id-card') })
    .check()
  await dialogOf(fo).getByLabel(say('renew.note')).fill('KTP atas nama Karto.')
  await checkScreen(fo, 'renew-secret')
  await button(dialogOf(fo), say('move.renew-secret')).click()
  await heading(fo, say('renew.done.title')).waitFor()
  await checkScreen(fo, 'renewed-secret')
  await button(dialogOf(fo), say('dialog.close')).first().click()
  await fo.getByText(say('did.renew-secret')).first().waitFor()
  await fo.context().close()
})

test('NOTICE-11 a gateway that does not let us in is told to the administrator, and what waits goes out when it is well', async () => {
  const page = await enter({ cookie: admin.cookie })
  await page.goto('/meja/pengiriman')
  await reloadUntil(page, page.getByText(say('ways.broken'), { exact: true }))
  await page.getByText(/401 token expired/).waitFor()
  await reloadUntil(page, page.getByText(say('ways.waiting', { count: 2 })))
  await checkScreen(page, 'ways-broken')
  await writeFile(join(house.dataFolder, 'sms-token'), 'token-baru')
  await button(page, say('ways.try')).click()
  await page.getByText(say('ways.tried')).waitFor()
  const toCitizens = page.getByRole('listitem').filter({ hasText: say('ways.name.sms') })
  await reloadUntil(page, toCitizens.getByText(say('ways.none-waiting')))
  await toCitizens.getByText(say('ways.works'), { exact: true }).waitFor()
  assert.equal(sms.taken, 2)
  await page.context().close()
})

test('NOTICE-14 an officer chooses how to be told, for themselves', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/akun')
  await heading(bo, say('own.notice.title')).waitFor()
  await checkScreen(bo, 'own-notices')
  await bo.getByRole('checkbox', { name: say('own.notice.push') }).check()
  await button(bo, say('own.notice.save')).click()
  await bo.getByText(say('own.notice.saved')).waitFor()
  await bo.reload()
  assert.ok(await bo.getByRole('checkbox', { name: say('own.notice.push') }).isChecked())
  await bo.context().close()
})

test('NOTICE-9 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
