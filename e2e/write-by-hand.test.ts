import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { dialogOf, openCase } from './case-card.ts'
import { button, reloadUntil, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, sit, enter } = await setScene()
const { people, admin } = sleman
const [shared, plain] = [randomUUID(), randomUUID()]

test('NOTICE-17 without a gateway an officer writes on WhatsApp with the text prepared, and records that it was told', async () => {
  const careful = registration({ summary: 'Bantuan beras', contactCare: ['shared-phone', 'no-call'] })
  await people.fo.does('case.register', { subject: shared, data: careful })
  await people.fo.does('case.register', { subject: plain, data: registration({ summary: 'Kartu sekolah' }) })
  for (const subject of [shared, plain])
    await people.bo.does('case.return', { subject, data: { reason: 'papers-missing', note: 'Mohon bawa KK.' } })
  const fo = await sit(people.fo)
  const opened: string[] = []
  await fo.context().route('https://wa.me/**', (route) => {
    opened.push(route.request().url())
    return route.fulfill({ body: 'WhatsApp' })
  })
  await fo.goto('/meja/sampaikan')
  const write = fo.getByRole('button', { name: /^Tulis di WhatsApp untuk/ })
  await reloadUntil(fo, write.nth(1))
  await checkScreen(fo, 'tellings-to-write')
  await fo.getByText(say('telling.alone')).first().waitFor()
  for (const nth of [0, 1]) {
    const page = fo.context().waitForEvent('page')
    await write.nth(nth).click()
    await (await page).waitForURL(/^https:\/\/wa\.me\//)
    await (await page).close()
  }
  const texts = opened.map((url) => new URL(url).searchParams.get('text') ?? '')
  assert.ok(opened.every((url) => url.startsWith('https://wa.me/6281234567890?')))
  assert.equal(texts.filter((text) => text.includes('ada kabar untuk Anda')).length, 1)
  assert.equal(texts.filter((text) => text.includes('perlu tambahan keterangan')).length, 1)
  await openCase(fo, { id: plain, number: '3404-' })
  await fo.getByRole('button', { name: /^Tulis di WhatsApp untuk/ }).waitFor()
  await checkScreen(fo, 'card-to-tell')
  await fo.getByRole('button', { name: /^Catat hasilnya untuk/ }).click()
  await dialogOf(fo)
    .getByRole('radio', { name: say('tell-result.not-found') })
    .check()
  await button(dialogOf(fo), say('telling.record')).click()
  await dialogOf(fo).waitFor({ state: 'detached' })
  await fo.getByText(say('case.fact.result', { value: say('tell-result.not-found') })).waitFor()
  await fo.goto('/meja/sampaikan?tab=belum')
  await fo.getByRole('button', { name: /^Catat hasilnya untuk/ }).waitFor()
  await fo.context().close()
})

test('NOTICE-11 an installation without ways out says so to administrators and officers, in both languages', async () => {
  const page = await enter({ cookie: admin.cookie })
  await page.goto('/meja/pengiriman')
  await page.getByText(say('ways.shut')).nth(3).waitFor()
  await page.getByText(say('ways.to-tell', { count: 1 })).waitFor()
  await checkScreen(page, 'ways-shut')
  await page.goto('/meja/akun')
  await page.getByText(say('own.notice.closed')).waitFor()
  await page.context().close()
})

test('NOTICE-9 the screens of news speak English, too, on a phone', async () => {
  const { cookie } = people.fo
  const page = await enter({ cookie, language: 'en', phone: true })
  for (const [path, name] of [
    ['kabar', 'news'],
    ['sampaikan', 'tell in person'],
    ['akun', 'own account'],
  ] as const) {
    await page.goto(`/meja/${path}`)
    await page.locator('main h1').waitFor()
    await page.waitForLoadState('networkidle')
    await checkEnglish(page, name)
  }
  await page.context().close()
})

test('NOTICE-17 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
