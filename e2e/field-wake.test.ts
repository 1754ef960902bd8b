import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { button, field, heading, link, say } from './desk.ts'
import { beginPhone, light, openWithPin } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter } = await setScene()
const { coordinator, fo } = sleman.people

/** Wakes the worker as the browser does when a line comes back. */
async function wake(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const registered = new Promise<string>((go) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith('/lapangan'))
      if (ours) go(ours.registrationId)
    }),
  )
  await session.send('ServiceWorker.enable')
  const { origin } = new URL(page.url())
  const registrationId = await registered
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId, tag: 'kirim-id', lastChance: false })
  await session.detach()
}

/** A browser without a screen gives no leave to tell news; one with a screen asks its person, who says yes. */
const asksForLeave = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    let leave: NotificationPermission = 'default'
    Object.defineProperty(Notification, 'permission', { get: () => leave })
    Object.defineProperty(Notification, 'requestPermission', { value: async () => (leave = 'granted') })
  })

test('SYNC-55, SYNC-56 a worker that the browser wakes lets an open page send, and of a locked one nothing goes out', async () => {
  const page = await enter({ phone: true })
  await asksForLeave(page)
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const synced = page.waitForRequest(/api\/replica\/pull/)
  await wake(page)
  await synced
  await link(page, say('field.nav.sync')).click()
  await button(page, say('life.remind.wish')).waitFor()
  await checkScreen(page, 'field-remind')
  await button(page, say('life.remind.wish')).click()
  await page.getByText(say('life.remind.on')).waitFor()

  await page.context().setOffline(true)
  await link(page, say('field.nav.today')).click()
  await button(page, say('field.new')).click()
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await field(page, say('field.complaint.summary')).fill('Ditulis di lembah')
  await button(page, say('field.complaint.save')).click()
  await light(page, /1 menunggu/).waitFor()
  await button(page, say('field.lock')).click()
  await heading(page, say('field.pin.title', { name: coordinator.name })).waitFor()
  await page.context().setOffline(false)
  await wake(page)
  const found = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.ok(!found.includes('Ditulis di lembah'), 'its key is nowhere while it is locked')
  await openWithPin(page)
  await light(page, /Semua terkirim/).waitFor()
  await page.context().close()
  assert.deepEqual(faults, [])
})
