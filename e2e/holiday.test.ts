import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { openBrowser, openWindow, pictureFailures } from './browser.ts'
import { openCase } from './case-card.ts'
import { button, field, heading, reloadUntil, say, signIn } from './desk.ts'
import { startMovedHouse } from './moved-clock.ts'
import { checkScreen } from './screen.ts'
import { openSleman, type Person } from './sleman.ts'

// Tuesday before Idulfitri 2026, the last working day: Wednesday to Tuesday are holidays, joint leave and a weekend.
const before = '2026-03-17T14:00:00+07:00'
const amidst = '2026-03-23T10:00:00+07:00'
const firstDay = '2026-03-25T10:00:50+07:00'
const late = '2026-03-25T14:00:50+07:00'

const moved = await startMovedHouse(before)
after(() => moved.stop())
const { house } = moved
const browser = await openBrowser()
after(() => browser.close())
pictureFailures(browser)
const faults: string[] = []
const { people } = await openSleman(house)
const id = randomUUID()
const { receipt, number } = await people.fo.does('case.register', { subject: id, data: registration() })

/** Somebody comes to work: whoever was away for days signs in again. */
async function comeIn({ signInName }: Person): Promise<Page> {
  const page = await openWindow(browser, house, { faults })
  await moved.follow(page)
  await page.goto('/meja/antrean')
  await signIn(page, signInName)
  await heading(page, say('case.queue.title')).waitFor()
  return page
}

async function cardFor(page: Page): Promise<string> {
  await moved.follow(page)
  await openCase(page, { id, number })
  return page.locator('main').innerText()
}

async function track(): Promise<string> {
  const page = await openWindow(browser, house, { faults, phone: true, javaScript: false })
  await page.goto('/lacak')
  await field(page, say('public.track.number')).fill(number)
  await field(page, say('public.track.secret')).fill(receipt.short)
  await button(page, say('public.track.send')).click()
  await page.getByText(number).first().waitFor()
  const said = await page.locator('main').innerText()
  await page.context().close()
  return said
}

test('CLOCK-10 the time of a case stands still over a long holiday, for the officer and for the citizen', async () => {
  const leaving = await comeIn(people.bo)
  assert.match(await cardFor(leaving), /1 hari kerja lagi \(Rab 25 Mar, 14\.00\)/)
  await leaving.context().close()
  const promised = /petugas memeriksa laporan, paling lambat 25 Maret/
  assert.match(await track(), promised)
  await moved.move(amidst)
  const bo = await comeIn(people.bo)
  const card = await cardFor(bo)
  assert.match(card, /jatuh tempo Rab 25 Mar, 14\.00/)
  assert.doesNotMatch(card, /terlambat/)
  await checkScreen(bo, 'holiday-card')
  const page = await track()
  assert.match(page, promised)
  assert.match(page, /Tutup, buka lagi Rabu 08\.00/)
  await bo.context().close()
})

test('CASE-38, CASE-39 the day after it the officer reads that time is short, and then the case goes up by itself', async () => {
  await moved.move(firstDay)
  const bo = await comeIn(people.bo)
  const card = await cardFor(bo)
  for (const said of [/jatuh tempo hari ini 14\.00/, /Kemungkinan besar terlambat/]) assert.match(card, said)
  await moved.move(late)
  await moved.follow(bo)
  await reloadUntil(bo, bo.getByText('Kasus ini sekarang di Sekretariat SLRT Sleman', { exact: false }))
  await checkScreen(bo, 'holiday-gone-up')
  assert.match(await track(), /Kantor yang menangani\s+Sekretariat SLRT Sleman/)
  await bo.goto('/meja/kabar')
  await reloadUntil(bo, bo.getByText(say('notice.said.taken-away.to', { office: 'Sekretariat SLRT Sleman' })))
  await bo.context().close()
})

test('CLOCK-10 nothing went wrong in any page without being shown', () => assert.deepEqual(faults, []))
