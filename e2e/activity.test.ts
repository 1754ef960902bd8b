import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PayAct } from '@openslrt/core/activity/moves.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { visitData } from '@openslrt/core/testing/a-visit.ts'
import type { Page } from 'playwright-core'
import { pictureFolder } from './browser.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { coordinator, manager } = sleman.people
const aFacilitator = (name: string, signInName: string) =>
  addStaff(house, sleman.admin, { name, signInName, office: sleman.offices.puskesos, role: 'facilitator' })
const rini = await aFacilitator('Rini Astuti', 'rini.lapangan')
await aFacilitator('Budi Santoso', 'budi.lapangan')

/** Today in Sleman, and now. */
const now = new Date()
const today = dayIn('Asia/Jakarta', now.getTime())
const capturedAt = now.toISOString()

/** A visit to somebody, on which Rini is sent. */
async function aVisitTo(name: string): Promise<string> {
  const subject = randomUUID()
  const whom = { ...visitData.plan.whom, name }
  const data = { ...visitData.plan, whom, office: sleman.offices.puskesos, day: today, assignee: rini.staff }
  await coordinator.does('visit.plan', { subject, data })
  return subject
}

/** What Rini did this month. */
async function aMonth(): Promise<void> {
  for (const name of ['Siti Aminah Putri', 'Ngatinem', 'Bambang Wijaya'])
    await rini.does('visit.done', { subject: await aVisitTo(name), base: 1, data: { ...visitData.done, capturedAt } })
  await rini.does('visit.miss', {
    subject: await aVisitTo('Tugiyem Rahayu'),
    base: 1,
    data: { ...visitData.miss, capturedAt },
  })
  await aVisitTo('Paijo')
  for (const summary of ['BPJS tidak aktif', 'Atap bocor'])
    await rini.does('case.register', { data: registration({ summary }) })
}
await aMonth()

const mainText = (page: Page): Promise<string> => page.locator('main').innerText()

test('SUPER-10, SUPER-14 a manager finds a facilitator in the list of the month, and prints their report', async () => {
  const page = await sit(manager)
  await page.goto('/meja/')
  await link(page, say('activity.title')).click()
  await link(page, 'Rini Astuti').waitFor()
  await page.getByText(say('activity.visits.done', { n: '3' })).waitFor()
  await checkScreen(page, 'activity-people')
  await page.getByLabel(say('activity.search')).fill('budi')
  await link(page, 'Rini Astuti').waitFor({ state: 'detached' })
  await page.getByLabel(say('activity.search')).fill('tidak ada')
  await heading(page, say('activity.empty.title')).waitFor()
  await checkScreen(page, 'activity-people-empty')
  await page.getByLabel(say('activity.search')).fill('')

  await link(page, 'Rini Astuti').click()
  await heading(page, say('activity.report.title')).waitFor()
  const text = await mainText(page)
  for (const words of ['Siti A. P.', 'Tugiyem R.', say('visit-status.missed'), 'Caturtunggal'])
    assert.ok(text.includes(words), words)
  assert.ok(!text.includes('Siti Aminah'), 'names on paper are shortened')
  await checkScreen(page, 'activity-report')
  await page.emulateMedia({ media: 'print' })
  await page.getByText(say('activity.report.sign.head')).waitFor()
  if (pictureFolder) await page.pdf({ path: join(pictureFolder, 'activity-report.pdf'), preferCSSPageSize: true })
  assert.equal(await button(page, say('activity.print')).isVisible(), false, 'no button is printed')
  await page.emulateMedia({ media: 'screen' })
  assert.equal(await page.getByText(say('activity.report.sign.head')).isVisible(), false, 'on the screen nobody signs')
  await link(page, /^Bulan sebelumnya/).click()
  await page.getByText(say('activity.none.title')).waitFor()
  await checkScreen(page, 'activity-report-empty')
  await link(page, say('activity.back')).click()
  await heading(page, say('activity.title')).waitFor()
  await page.context().close()
})

test('SUPER-12, SUPER-13 the villages where nobody was are listed, and found by name', async () => {
  const page = await sit(manager)
  await page.goto('/meja/kegiatan')
  await link(page, say('activity.page.cover')).click()
  await page.getByText(say('activity.cover.never')).first().waitFor()
  await checkScreen(page, 'activity-cover')
  await link(page, `${say('visit.act.plan')}: Ambarketawang`).click()
  await heading(page, say('visit.act.plan')).waitFor()
  await page.getByText('Ambarketawang').first().waitFor()
  await page.goBack()
  await link(page, new RegExp(`^${say('activity.cover.show.unserved')}`)).click()
  await page.getByText(say('activity.cover.people.none')).first().waitFor()
  await page.getByLabel(say('activity.cover.search')).fill('caturtunggal')
  await heading(page, say('activity.cover.empty.found')).waitFor()
  await checkScreen(page, 'activity-cover-empty')
  await page.context().close()
})

test('SUPER-15, SUPER-19 a month is sent in, sent back, sent again, approved and paid, and its facilitator reads so', async () => {
  const [own, lead] = [await sit(rini), await sit(manager)]
  const [mine, theirs] = ['/meja/kegiatan/saya', `/meja/kegiatan/${rini.staff}`]
  const press = async (page: Page, act: PayAct): Promise<void> => {
    await button(page, say(`pay-act.${act}`)).click()
    await button(dialogOf(page), say(`pay-act.${act}`)).click()
  }
  await own.goto(mine)
  await own.getByText(say('activity.pay.none')).waitFor()
  await press(own, 'send')
  await own.getByText(say('pay-status.sent')).first().waitFor()

  await lead.goto(theirs)
  await button(lead, say('pay-act.approve')).waitFor()
  await checkScreen(lead, 'activity-pay-sent')
  await button(lead, say('pay-act.return')).click()
  await dialogOf(lead).waitFor()
  await checkScreen(lead, 'activity-pay-return')
  await button(dialogOf(lead), say('pay-act.return')).click()
  await dialogOf(lead).getByText(say('activity.pay.note.missing')).waitFor()
  await field(dialogOf(lead), say('activity.pay.note')).fill('Kunjungan ke RT 04 belum dicatat.')
  await button(dialogOf(lead), say('pay-act.return')).click()
  await lead.getByText(say('pay-status.returned')).first().waitFor()

  await own.goto(mine)
  await own.getByText('Kunjungan ke RT 04 belum dicatat.').waitFor()
  await checkScreen(own, 'activity-pay-returned')
  await press(own, 'send')
  await own.getByText(say('pay-status.sent')).first().waitFor()

  await lead.goto(theirs)
  await press(lead, 'approve')
  await lead.getByText(say('pay-status.approved')).first().waitFor()
  await button(lead, say('pay-act.pay')).click()
  await field(dialogOf(lead), say('activity.pay.reference')).fill('SP2D 12/2026')
  await field(dialogOf(lead), optional(say('activity.pay.amount'))).fill('600.000')
  await checkScreen(lead, 'activity-pay-form')
  await button(dialogOf(lead), say('pay-act.pay')).click()
  await lead.getByText(say('pay-status.paid')).first().waitFor()
  await checkScreen(lead, 'activity-pay-paid')
  await lead.goto('/meja/kegiatan')
  await lead.getByText(say('pay-status.paid')).waitFor()
  await checkScreen(lead, 'activity-people-paid')
  await own.goto(mine)
  await own.getByText('SP2D 12/2026').first().waitFor()
  for (const page of [own, lead]) await page.context().close()
})

test('SUPER-10 a facilitator finds their own report among their visits, and nobody else', async () => {
  const page = await sit(rini)
  await page.goto('/meja/kunjungan')
  await button(page, say('visit.month')).click()
  await heading(page, 'Rini Astuti').waitFor()
  await page.getByText('Ngatinem').waitFor()
  await checkScreen(page, 'activity-own')
  await link(page, say('activity.back.own')).click()
  await heading(page, say('visit.title')).waitFor()
  await page.context().close()
})

test('SUPER-14 the pages are whole in English', async () => {
  const page = await enter({ cookie: manager.cookie, language: 'en' })
  for (const path of ['', '/cakupan', `/${rini.staff}`]) {
    await page.goto(`/meja/kegiatan${path}`)
    await page.locator('.rows, .activity-paper').first().waitFor()
    await checkEnglish(page, `activity${path}`)
  }
  assert.deepEqual(faults, [])
})
