import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import type { Page } from 'playwright-core'
import { dialogOf, openCase } from './case-card.ts'
import { track } from './citizen.ts'
import type { Accepted } from './clerk.ts'
import { button, field, link, lookUp, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { people, offices } = sleman
const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' })
const programme = 'Sembako Sleman'
const today = dayIn('Asia/Jakarta', Date.now())
await people.manager.does('programme.open', {
  subject: randomUUID(),
  data: { ...programmeData['programme.open'], name: programme, office: offices.dinsos, from: today },
})

/** A case with a need that was sent to the programme, by the front office's own window. */
async function asks(desk: Page, summary: string): Promise<Accepted> {
  const id = randomUUID()
  const made = await people.fo.does('case.register', { subject: id, data: registration({ summary }) })
  await openCase(desk, { id, number: String(made.number) })
  await desk
    .locator('summary')
    .filter({ hasText: say('need.panel') })
    .click()
  await button(desk, say('need.record')).click()
  await dialogOf(desk).getByLabel(say('need.form.kind')).selectOption({ label: 'Bantuan sembako (KKS)' })
  await field(dialogOf(desk), say('need.form.text')).fill('Belum pernah menerima sembako.')
  await checkScreen(desk, 'need-record')
  await button(dialogOf(desk), say('need.form.save')).click()
  await closed(desk)
  await button(desk, say('need-act.apply')).click()
  await dialogOf(desk).getByLabel(say('need.form.programme')).selectOption({ label: programme })
  await dialogOf(desk).getByRole('checkbox', { name: 'KTP' }).check()
  await checkScreen(desk, 'need-apply')
  await button(dialogOf(desk), say('need.form.save')).click()
  await closed(desk)
  await desk.getByText(say('application-status.sent')).first().waitFor()
  return made
}

test('NEED-12 the district says how many places there are', async () => {
  const manager = await sit(people.manager)
  await manager.goto('/meja/kuota')
  await manager.getByText(say('quota.empty.title')).waitFor()
  await checkScreen(manager, 'quota-none')
  await button(manager, say('quota.add')).first().click()
  const form = dialogOf(manager)
  await form.getByLabel(say('need.form.programme')).selectOption({ label: programme })
  await lookUp(form, say('quota.form.place'), 'Caturtunggal', /Caturtunggal/)
  await field(form, say('quota.form.from')).fill(typedDay('2026-01-01'))
  await field(form, say('quota.form.until')).fill(typedDay('2099-12-31'))
  await field(form, say('quota.form.places')).fill('1')
  await checkScreen(manager, 'quota-form')
  await button(form, say('need.form.save')).click()
  await closed(manager)
  await manager.getByText(say('quota.left', { n: 1 })).waitFor()
})

test('NEED-12 a need of a case is recorded, asked for, granted or put in line, and the desk that asked sees where it stands', async () => {
  const desk = await sit(people.fo)
  await asks(desk, 'Ingin sembako, yang pertama')
  const second = await asks(desk, 'Ingin sembako, yang kedua')
  await checkScreen(desk, 'need-panel')

  const agency = await sit(people.dinsos)
  await agency.goto('/meja/permohonan')
  const items = agency.locator('.need__item')
  await items.nth(1).waitFor()
  await checkScreen(agency, 'applications')
  await button(items.first(), say('application-act.grant')).click()
  await dialogOf(agency)
    .getByText(say('application.places.free', { n: 1, all: 1 }))
    .waitFor()
  await button(dialogOf(agency), say('application-act.grant')).click()
  await closed(agency)
  await items.nth(1).waitFor({ state: 'detached' })
  await button(items.first(), say('application-act.grant')).click()
  await dialogOf(agency)
    .getByText(say('application.places.full', { all: 1, n: 1 }))
    .waitFor()
  await checkScreen(agency, 'application-full')
  await button(dialogOf(agency), say('application-act.grant')).click()
  await closed(agency)
  await link(agency, say('application-show.waiting')).click()
  await agency.getByText(say('application.nth', { n: 1 })).waitFor()
  await button(items.first(), say('application.reveal')).click()
  await field(dialogOf(agency), say('application.reveal.reason')).fill('Mencocokkan data')
  await button(dialogOf(agency), say('application.reveal')).click()
  await dialogOf(agency).locator('.fields').waitFor()

  await desk.reload()
  await desk
    .locator('summary')
    .filter({ hasText: say('need.panel') })
    .click()
  await desk.getByText(say('application.nth', { n: 1 })).waitFor()
  await button(desk, say('need.participation.record')).click()
  await dialogOf(desk).getByLabel(say('need.form.programme')).selectOption({ label: programme })
  await checkScreen(desk, 'participation-form')
  await button(dialogOf(desk), say('need.form.save')).click()
  await closed(desk)
  await desk.getByText(say('participation-status.receives'), { exact: true }).waitFor()

  const citizen = await enter()
  await track(citizen, second)
  await citizen.getByText(programme).first().waitFor()
  await checkScreen(citizen, 'public-case-applications')
})

test('NEED-12 the table counts what is needed, each number opens its list, and it goes into a file', async () => {
  const manager = await sit(people.manager)
  await manager.goto('/meja/kuota')
  await manager.getByText(say('quota.full'), { exact: true }).waitFor()
  await checkScreen(manager, 'quotas')
  await manager.goto('/meja/kebutuhan')
  const row = manager.getByRole('row').filter({ hasText: 'Caturtunggal' })
  await row.waitFor()
  await checkScreen(manager, 'need-table')
  const [file] = await Promise.all([manager.waitForEvent('download'), button(manager, say('need.table.xlsx')).click()])
  assert.match(file.suggestedFilename(), /^kebutuhan-3404-\d{4}\.xlsx$/)
  await row.getByRole('link', { name: '2', exact: true }).first().click()
  await manager.getByText('Belum pernah menerima sembako.').first().waitFor()
  await checkScreen(manager, 'need-list')
  assert.deepEqual(faults, [])
})
