import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { button, field, heading, link, say, signIn } from './desk.ts'
import { beginPhone, choosePin, light, openAt, pin, typePin } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter } = await setScene()
const { coordinator, fo } = sleman.people
const budi = await addStaff(house, sleman.admin, {
  name: 'Budi Santoso',
  signInName: 'budi.lapangan',
  office: sleman.offices.puskesos,
  role: 'facilitator',
})

async function fill(page: Page, summary: string): Promise<void> {
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await field(page, say('field.complaint.summary')).fill(summary)
}
async function complain(page: Page, summary: string): Promise<void> {
  await button(page, say('field.new')).click()
  await fill(page, summary)
  await button(page, say('field.complaint.save')).click()
  await link(page, new RegExp(summary)).waitFor()
}
/** Whoever finds their words in the form again presses "save" again. */
async function saveRestored(page: Page, summary: string): Promise<void> {
  await button(page, say('field.new')).click()
  await page.getByText(say('field.form.restored')).waitFor()
  await button(page, say('field.complaint.save')).click()
  await link(page, new RegExp(summary)).waitFor()
}
const filed = async (summary: string): Promise<number> =>
  JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' })).split(summary).length - 1

/** The tab dies so many milliseconds after its person pressed "save". */
async function dieSaving(page: Page, afterMs: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const died = page.waitForEvent('crash')
  await page.evaluate(
    ([name, wait]) => {
      const save = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      setTimeout(() => save?.click(), 50)
      setTimeout(() => void fetch('/lapangan/favicon.svg?mati'), 50 + Number(wait))
    },
    [say('field.complaint.save'), afterMs] as const,
  )
  await page.waitForRequest(/mati/)
  // Nobody is left to answer it.
  session.send('Page.crash').catch(() => undefined)
  await died
}

test('SYNC-52, SYNC-53 a tab that is killed in the middle of a save loses no word: it waits to be sent, or stands in its form, and nothing comes twice', async (context) => {
  const first = await enter({ phone: true })
  await beginPhone(first, coordinator.signInName)
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await first.context().setOffline(true)
  let page = first
  for (const afterMs of [0, 3, 8, 15, 30, 60]) {
    const summary = `Mati setelah ${afterMs} ms`
    await page.goto('/lapangan/catat')
    await openAt(page)
    await fill(page, summary)
    await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))
    await dieSaving(page, afterMs)
    const again = await page.context().newPage()
    await page.close()
    page = again
    await page.goto('/lapangan/catat')
    await openAt(page)
    const inForm = field(page, say('field.complaint.summary'))
    await inForm.waitFor()
    await page.waitForTimeout(300)
    const typed = (await inForm.inputValue()) === summary
    await link(page, say('field.nav.today')).click()
    const waits = (await link(page, new RegExp(summary)).count()) > 0
    context.diagnostic(
      `${afterMs} ms: ${waits ? 'waits' : 'does not wait'}, ${typed ? 'stands' : 'does not stand'} in its form`,
    )
    assert.ok(typed || waits, `${summary}: neither in the form nor waiting`)
    if (typed) await saveRestored(page, summary)
  }
  await page.context().setOffline(false)
  await light(page, /Semua terkirim/).waitFor()
  assert.equal(await filed('Mati setelah'), 6)
  await page.context().close()
})

test('SYNC-28, SYNC-36 two people on one phone: nobody sees, opens or sends what is the other’s', async () => {
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await complain(page, 'Milik Kartini')
  await button(page, say('field.lock')).click()
  await page.context().setOffline(false)

  await button(page, say('field.door.other')).click()
  await signIn(page, budi.signInName)
  await choosePin(page, '924817')
  await light(page, /sama dengan server/).waitFor()
  assert.equal(await page.getByText('Milik Kartini').count(), 0)
  await page.context().setOffline(true)
  await complain(page, 'Milik Budi')
  await link(page, say('field.nav.sync')).click()
  assert.equal(await page.getByText('Milik Kartini').count(), 0)
  await button(page, say('field.lock')).click()
  await page.context().setOffline(false)
  assert.equal(await filed('Milik Kartini'), 0)

  await heading(page, say('field.door.who')).waitFor()
  await checkScreen(page, 'field-door-two')
  await button(page, coordinator.name).click()
  await typePin(page, say('field.pin.label'), '924817')
  await button(page, say('field.pin.open')).click()
  await page.getByText(say('field.pin.wrong', { left: 9 })).waitFor()
  await typePin(page, say('field.pin.label'), pin)
  await button(page, say('field.pin.open')).click()
  await light(page, /1 menunggu/).waitFor()
  await link(page, say('field.nav.sync')).click()
  await page.getByText(say('field.sync.problem.of-another')).waitFor()
  assert.equal(await page.getByText('Milik Budi').count(), 0)
  await checkScreen(page, 'field-of-another')
  assert.deepEqual(
    [await filed('Milik Kartini'), await filed('Milik Budi')],
    [0, 0],
    'nothing goes out under another name',
  )

  await link(page, say('field.sync.sign-in'))
    .or(button(page, say('field.sync.sign-in')))
    .click()
  await signIn(page, coordinator.signInName)
  await light(page, /Semua terkirim/).waitFor()
  assert.deepEqual([await filed('Milik Kartini'), await filed('Milik Budi')], [1, 0])
  await button(page, say('field.lock')).click()
  await button(page, budi.name).click()
  await typePin(page, say('field.pin.label'), '924817')
  await button(page, say('field.pin.open')).click()
  await light(page, /1 menunggu/).waitFor()
  await page.context().close()
  assert.deepEqual(faults, [])
})
