import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { registration } from '@openslrt/core/testing/a-case.ts'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { findPoppler } from '../tools/find-poppler.ts'
import { phoneSize } from './browser.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

await findPoppler()
const { house, sleman, faults, enter, sit } = await setScene()
const { people } = sleman
const run = promisify(execFile)

async function aService(summary: string) {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', {
    subject: id,
    data: registration({ summary, kind: 'service' }),
  })
  return { id, number }
}
const typed = { desil: '2', 'tanggal-data': '2026-10-01' }
async function aDraft(summary: string) {
  const made = await aService(summary)
  const letter = randomUUID()
  const data = { letter, kind: 'registered', purpose: 'health', fields: typed }
  await people.bo.does('letter.draft', { subject: made.id, data })
  return { ...made, letter }
}

const cardOf = (id: string): string => `/meja/kasus/34.04/${id}`
const panelOf = (page: Page) => page.locator('section.panel').filter({ has: heading(page, say('letter.panel')) })

/** The file that a button gives. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()])
  const path = join(house.dataFolder, file.suggestedFilename())
  await file.saveAs(path)
  return path
}

/** What a phone's camera would read from its first page. */
async function codeOn(pdf: string): Promise<string> {
  await run('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-singlefile', pdf, `${pdf}-seite`])
  const ppm = await readFile(`${pdf}-seite.ppm`)
  const [, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 40).toString('latin1')) ?? []
  const [wide, high] = [Number(width), Number(height)]
  const rgb = ppm.subarray(ppm.length - wide * high * 3)
  const rgba = new Uint8ClampedArray(wide * high * 4)
  for (let at = 0; at < wide * high; at++) rgba.set([...rgb.subarray(at * 3, at * 3 + 3), 255], at * 4)
  return jsQR.default(rgba, wide, high)?.data ?? ''
}

test('LETTER-29 a letter is drafted, signed on a phone, printed, checked by its code, and handed over', async () => {
  const { id } = await aService('Perlu surat untuk berobat')
  const desk = await sit(people.bo)
  await desk.goto(cardOf(id))
  const panel = panelOf(desk)
  await button(panel, say('letter.new')).click()
  await checkScreen(desk, 'letter-kinds')
  await dialogOf(desk)
    .getByRole('button', { name: say('letter-kind.registered') })
    .click()
  const form = dialogOf(desk)
  await form.getByLabel(say('letter.form.purpose')).selectOption({ label: 'Pelayanan kesehatan' })
  await button(form, say('letter.form.draft')).click()
  assert.equal(await form.getByText(say('letter.form.missing')).count(), 2, 'desil and the date of the data')
  await field(form, say('letter.field.desil')).fill('2')
  await form.getByLabel(say('letter.field.tanggal-data')).fill(typedDay('2026-10-01'))
  await button(form, say('letter.form.preview')).click()
  await form.locator('.paper').getByText('Sumarni').waitFor()
  await checkScreen(desk, 'letter-draft')
  await button(form, say('letter.form.draft')).click()
  await panel.getByText(say('letter-status.drafted'), { exact: true }).waitFor()
  await checkScreen(desk, 'letter-card')

  const phone = await sit(people.coordinator)
  await phone.setViewportSize(phoneSize)
  await phone.goto('/meja/surat')
  await heading(phone, say('letters.title')).waitFor()
  await checkScreen(phone, 'letter-inbox')
  await phone.setViewportSize(phoneSize)
  await link(phone, say('letter-kind.registered')).first().click()
  await phone.locator('.paper').getByText('Sumarni').waitFor()
  await checkScreen(phone, 'letter-read')
  await phone.setViewportSize(phoneSize)
  await button(phone, say('letter.act.sign')).click()
  await button(dialogOf(phone), say('letter.act.sign')).click()
  await phone.getByText(say('letter-status.issued'), { exact: true }).waitFor()

  await desk.reload()
  const pdf = await downloaded(desk, () => button(panel, say('letter.print')).click())
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  assert.match(stdout, /SURAT KETERANGAN TERDAFTAR DTSEN[\s\S]*Sumarni[\s\S]*Kartini Lestari/)
  const address = await codeOn(pdf)
  assert.ok(address.startsWith(`${house.url}/surat/3404.`), address)
  const citizen = await enter()
  await citizen.goto(address)
  await heading(citizen, say('public.letter.valid')).waitFor()
  await checkScreen(citizen, 'letter-check')

  await button(panel, say('letter.act.hand-over')).click()
  const over = dialogOf(desk)
  await field(over, say('letter.form.to')).fill('Sumarni')
  await button(over, say('letter.act.hand-over')).click()
  await panel.getByText(say('letter-status.handed-over'), { exact: true }).waitFor()
  await desk.getByText(say('did.letter-confirm')).first().waitFor()

  await phone.reload()
  await button(phone, say('letter.act.revoke')).click()
  await field(dialogOf(phone), say('letter.form.note')).fill('Desil keliru.')
  await button(dialogOf(phone), say('letter.act.revoke')).click()
  await phone.getByText(say('letter-status.revoked'), { exact: true }).waitFor()
  await citizen.reload()
  await heading(citizen, say('public.letter.revoked')).waitFor()
  await checkScreen(citizen, 'letter-check-revoked')
  for (const page of [desk, phone, citizen]) await page.context().close()
})

test('LETTER-27, LETTER-28, LETTER-35 many are signed with the window closed, what is refused is told, and all become one file', async () => {
  const [one, other, changed] = [await aDraft('Surat satu'), await aDraft('Surat dua'), await aDraft('Surat tiga')]
  const phone = await sit(people.coordinator)
  await phone.setViewportSize(phoneSize)
  await phone.goto('/meja/surat')
  for (const { number } of [one, other, changed])
    await phone.getByRole('checkbox', { name: say('letter.pick', { number: number ?? '' }) }).check()
  await people.bo.does('letter.change', {
    subject: changed.id,
    data: { letter: changed.letter, seen: 1, purpose: 'health', fields: { ...typed, desil: '3' } },
  })
  await phone.getByText(say('letter.picked', { count: 3 })).waitFor()
  await checkScreen(phone, 'letter-picked')
  await phone.setViewportSize(phoneSize)
  await button(phone, say('letter.many.sign', { count: 3 })).click()
  const begun = phone.waitForResponse((answer) => answer.url().endsWith('/api/letters/runs') && answer.ok())
  await button(dialogOf(phone), say('letter.many.sign', { count: 3 })).click()
  await begun
  // LETTER-35 The window is closed while the server works; what came of it waits for whoever opens another.
  await phone.context().close()
  const later = await sit(people.coordinator)
  await later.setViewportSize(phoneSize)
  await later.goto('/meja/surat')
  await later.getByText(say('letter.run.done.sign', { count: 2 })).waitFor()
  await link(later, changed.number ?? '')
    .first()
    .waitFor()
  await checkScreen(later, 'letter-signed')
  await later.goto('/meja/surat?lihat=issued')
  await button(later, say('letter.pick-all')).click()
  await button(later, say('letter.many.print', { count: 2 })).click()
  await later.getByText(say('letter.run.done.print', { count: 2 })).waitFor()
  const pdf = await downloaded(later, () => button(later, say('letter.run.save')).first().click())
  assert.match((await run('pdfinfo', [pdf])).stdout, /Pages:\s+2\n/)
  for (const left of [1, 0]) {
    await button(later, say('letter.run.close')).first().click()
    await later.waitForFunction((many) => document.querySelectorAll('.letter-run').length === many, left)
  }
  await later.context().close()
})

test('LETTER-27 one letter is drafted for each of many cases that were picked in the queue', async () => {
  const made = [await aService('Banyak satu'), await aService('Banyak dua')]
  const desk = await sit(people.bo)
  await desk.goto('/meja/antrean')
  for (const { number } of made)
    await desk.getByRole('checkbox', { name: say('case.many.pick', { number: number ?? '' }) }).check()
  await button(desk, say('case.many.letter')).click()
  await desk.getByText(say('letter.massal.count', { count: 2 })).waitFor()
  await desk.getByLabel(say('letter.form.purpose')).selectOption({ label: 'Pelayanan kesehatan' })
  await field(desk, say('letter.field.desil')).fill('2')
  await desk.getByLabel(say('letter.field.tanggal-data')).fill(typedDay('2026-10-01'))
  await checkScreen(desk, 'letter-massal')
  await button(desk, say('letter.massal.send', { count: 2 })).click()
  await desk.getByText(say('letter.run.done.draft', { count: 2 })).waitFor()
  await desk.context().close()
})

test('LETTER-20, LETTER-22 a template is changed with its preview beside it, and a field that is unknown is told', async () => {
  const page = await enter({ cookie: sleman.admin.cookie })
  await page.goto('/meja/naskah')
  await page.locator('.paper').getByText('Sumarni').waitFor()
  await checkScreen(page, 'letter-rules')
  const body = field(page, say('letter.rule.body'))
  const words = await body.inputValue()
  await body.fill(`${words}\n\nUmur {umur}`)
  await button(page, say('letter.rule.save')).click()
  await page.getByText(say('letter.rule.unknown', { field: 'umur' })).waitFor()
  await body.fill(`${words}\n\nDibuat untuk **uji coba**.`)
  await page.locator('.paper strong').filter({ hasText: 'uji coba' }).waitFor()
  await button(page, say('letter.rule.save')).click()
  const { id } = await aService('Naskah baru')
  const desk = await sit(people.bo)
  await desk.goto(cardOf(id))
  await button(panelOf(desk), say('letter.new')).click()
  await dialogOf(desk)
    .getByRole('button', { name: say('letter-kind.registered') })
    .click()
  await button(dialogOf(desk), say('letter.form.preview')).click()
  await dialogOf(desk).locator('.paper strong').filter({ hasText: 'uji coba' }).waitFor()
  for (const one of [page, desk]) await one.context().close()
})

test('LETTER-29 nothing failed in any of these pages without being shown', () => assert.deepEqual(faults, []))
