import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { proposalData } from '@openslrt/core/testing/a-proposal.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, reloadUntil, say } from './desk.ts'
import { beginPhone, light, openAt } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, faults, enter, sit } = await setScene()
const { coordinator } = sleman.people
const village = `/lapangan/desa/${caturtunggal}`

async function drafted(name: string): Promise<string> {
  const subject = randomUUID()
  const nobody = { person: null, family: null, place: caturtunggal, capturedAt: new Date().toISOString() }
  await coordinator.does('proposal.draft', { subject, data: { ...proposalData.draft, ...nobody, name } })
  return subject
}

/** A phone that has all of its village, and no line from here on. */
async function atTheMeeting(): Promise<Page> {
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto(village)
  await openAt(page)
  await link(page, say('work.minutes.title')).click()
  await heading(page, say('work.minutes.title')).waitFor()
  return page
}

const said = (page: Page, name: string, verdict: 'agreed' | 'refused') =>
  page
    .getByRole('radiogroup', { name: new RegExp(name) })
    .or(page.getByRole('group', { name: new RegExp(name) }))
    .getByRole('radio', { name: say(`proposal.minutes.${verdict}`), exact: true })
    .check()

async function cameBy(page: Page, name: string, post: string): Promise<void> {
  await field(page, say('work.minutes.present.name')).fill(name)
  await field(page, say('work.minutes.present.post')).fill(post)
  await button(page, say('work.minutes.present.add')).click()
  await page.getByText(post, { exact: true }).waitFor()
}

/** A sheet as a camera sees it. */
const aSheet = (page: Page): Promise<Buffer> =>
  page
    .evaluate(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 1200
      canvas.height = 1700
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('this browser draws nothing')
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, 1200, 1700)
      pen.fillStyle = '#123'
      for (let line = 0; line < 40; line += 1) pen.fillRect(100, 100 + line * 38, 400 + ((line * 173) % 600), 12)
      return canvas.toDataURL('image/jpeg', 0.9)
    })
    .then((address) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))

test('FIELD-30, FIELD-31 a meeting is written down without a signal, half of it the next day, and signed at the desk with its photo', async () => {
  await drafted('Siti Aminah')
  await drafted('Budi Santoso')
  const page = await atTheMeeting()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('work.minutes.present.missing')).waitFor()
  await checkScreen(page, 'field-minutes')
  await field(page, say('proposal.meet.venue')).fill('Balai Desa Caturtunggal')
  await cameBy(page, 'Sri Mulyani', 'Lurah')
  await cameBy(page, 'Bambang Sudarsono Prawirodirdjo', 'Ketua RT 03')
  await said(page, 'Siti Aminah', 'agreed')
  await page.waitForTimeout(600)

  // A day in a drawer, without a signal.
  await page.reload()
  await openAt(page)
  await page.getByText(say('field.form.restored')).waitFor()
  await page.getByText('Ketua RT 03', { exact: true }).waitFor()
  await field(page, say('proposal.minutes.leader')).fill('Sri Mulyani')
  await said(page, 'Budi Santoso', 'refused')
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('work.minutes.why.missing')).waitFor()
  await field(page, say('proposal.minutes.why')).fill('Rumahnya sudah diperbaiki')
  await page.locator('summary').click()
  await field(page, say('minutes-count.prelist')).fill('120')
  await page
    .getByLabel(say('photo.take', { kind: say('work.minutes.sheet.name') }), { exact: true })
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await aSheet(page) })
  await page.getByRole('img', { name: say('work.minutes.sheet.name'), exact: true }).waitFor()
  await checkScreen(page, 'field-minutes-filled')
  await button(page, say('field.visit.save')).click()
  await link(page, /Balai Desa Caturtunggal/).waitFor()
  await light(page, /2 menunggu/).waitFor()
  await checkScreen(page, 'field-minutes-kept')
  await link(page, say('work.minutes.title')).click()
  await button(page, say('field.visit.save')).waitFor()
  assert.equal(await page.getByText(say('field.form.restored')).count(), 0, 'the next meeting begins empty')
  await page.context().setOffline(false)
  await light(page, /Semua terkirim/).waitFor()

  const desk = await sit(coordinator)
  const [, id = ''] =
    /"id":"([\w-]+)"/.exec(JSON.stringify(await coordinator.asks('/api/proposals/meetings', {}))) ?? []
  await desk.goto(`/meja/musyawarah/34.04/${id}`)
  await desk.getByText('Rumahnya sudah diperbaiki').waitFor()
  await reloadUntil(desk, link(desk, say('proposal.sheet.look')))
  await checkScreen(desk, 'minutes-with-sheet')
  await button(desk, say('minutes-act.sign')).click()
  await dialogOf(desk)
    .getByRole('radio', { name: say('proposal.sheet.use') })
    .waitFor()
  await checkScreen(desk, 'minutes-sign-with-sheet')
  await button(dialogOf(desk), say('minutes-act.sign')).click()
  await desk.getByText(say('minutes-status.signed'), { exact: true }).waitFor()
  for (const opened of [page, desk]) await opened.context().close()
})

test('FIELD-30 minutes that are refused go back into their form, and are sent again', async () => {
  const proposal = await drafted('Suparti')
  const page = await atTheMeeting()
  await field(page, say('proposal.meet.venue')).fill('Balai RW 4')
  await field(page, say('proposal.minutes.leader')).fill('Pak Dukuh')
  await cameBy(page, 'Pak Dukuh', 'Dukuh')
  await said(page, 'Suparti', 'agreed')
  await button(page, say('field.visit.save')).click()
  await link(page, /Balai RW 4/).waitFor()
  // Meanwhile no such proposal is known any more, as far as this line tells.
  await page.route('**/api/commands', (route) => {
    const body = route.request().postData() ?? ''
    return route.continue({ postData: body.replaceAll(proposal, randomUUID()) })
  })
  await page.context().setOffline(false)
  await light(page, /tidak diterima/).waitFor()
  await page.unroute('**/api/commands')
  await link(page, say('field.nav.sync')).click()
  await button(page, say('work.minutes.mend')).waitFor()
  await checkScreen(page, 'field-minutes-refused')
  await button(page, say('work.minutes.mend')).click()
  assert.equal(await field(page, say('proposal.meet.venue')).inputValue(), 'Balai RW 4')
  await page.getByText('Dukuh', { exact: true }).waitFor()
  await field(page, say('proposal.minutes.leader')).fill('Bu Dukuh')
  await button(page, say('field.visit.save')).click()
  // A try that fails on a busy machine is made again after pauses that grow.
  await light(page, /Semua terkirim/).waitFor({ timeout: 60_000 })
  const shown = JSON.stringify(await coordinator.asks('/api/proposals/meetings', {}))
  assert.match(shown, /Balai RW 4/)
  assert.equal(shown.split('Balai RW 4').length, 2, 'the meeting is there once')
  await page.context().close()
})

test('FIELD-30 a meeting is written down in English as well', async () => {
  const page = await enter({ phone: true, language: 'en' })
  await page.goto('/lapangan/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'field-minutes')
  await page.context().close()
  assert.deepEqual(faults, [])
})
