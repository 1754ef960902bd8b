import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, link, say, signIn } from './desk.ts'
import { beginPhone, choosePin, light, typePin } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { coordinator, fo } = sleman.people

async function writeDown(page: Page, summary: string): Promise<void> {
  await button(page, say('field.new')).click()
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await field(page, say('field.complaint.summary')).fill(summary)
  await button(page, say('field.complaint.save')).click()
  await light(page, /1 menunggu/).waitFor()
}

/** The clock of the phone goes on by itself, and as far as a test asks for. */
const hasOwnClock = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const real = Date.now
    Date.now = () => real() + Number(sessionStorage.getItem('later') ?? 0)
  })
const hoursLater = (page: Page): Promise<void> =>
  page.evaluate(() => sessionStorage.setItem('later', String(Number(sessionStorage.getItem('later') ?? 0) + 7_200_000)))

test('SYNC-59 after ten wrong PINs the drawer is empty, and its person is told what still lies there', async () => {
  const page = await enter({ phone: true })
  await hasOwnClock(page)
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await writeDown(page, 'Ditulis sebelum PIN lupa')
  await button(page, say('field.lock')).click()
  for (let left = 9; left >= 0; left -= 1) {
    await typePin(page, say('field.pin.label'), '924817')
    await button(page, say('field.pin.open')).click()
    if (left === 0) break
    await page.getByText(say('field.pin.wrong', { left })).waitFor()
    await hoursLater(page)
  }
  await page.getByText(say('life.left', { count: '1' })).waitFor()
  await checkScreen(page, 'field-emptied')
  await page.context().setOffline(false)
  await button(page, say('life.emptied.in')).click()
  await signIn(page, coordinator.signInName)
  await choosePin(page, '170846')
  await light(page, /Semua terkirim/).waitFor()
  const filed = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.equal(filed.split('Ditulis sebelum PIN lupa').length - 1, 1, 'what lay there went out once')
  await page.context().close()
})

test('SYNC-58 a phone that the secretariat has emptied says so at its next sync, and shows nobody any more', async () => {
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  const desk = await sit(sleman.admin)
  await desk.goto('/meja/hp')
  // Who was silent longest stands first: the phone of now is the last.
  await button(desk, say('device.wipe.of', { name: coordinator.name }))
    .last()
    .click()
  await field(dialogOf(desk), say('device.wipe.why')).fill('HP hilang di pasar')
  await checkScreen(desk, 'device-wipe')
  await button(dialogOf(desk), say('device.wipe')).click()
  await desk.getByText(say('device.wipe.done')).waitFor()
  await link(page, say('field.nav.sync')).click()
  await button(page, say('field.sync.now')).click()
  await page.getByText(say('life.wiped.title')).waitFor()
  await checkScreen(page, 'field-wiped')
  await desk.reload()
  await desk.getByRole('row').nth(1).waitFor()
  await checkScreen(desk, 'devices-wiped')
  assert.deepEqual(faults, [])
})
