import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { FactAbout } from '@openslrt/core/contract/network.ts'
import type { NetworkAct } from '@openslrt/core/network/moves.ts'
import { networkData } from '@openslrt/core/testing/a-network.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, optional, say } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { coordinator, manager, fo } = sleman.people
const bappeda = await addStaff(house, sleman.admin, {
  name: 'Endah Planawati',
  signInName: 'endah.bappeda',
  office: sleman.offices.dinsos,
  role: 'planner',
})
const ministry = await addStaff(house, sleman.admin, {
  name: 'Ratih Kusumastuti',
  signInName: 'ratih.pusat',
  office: sleman.admin.office,
  district: '00',
  role: 'ministry',
})
const { puskesos } = sleman.offices

/** Opens the form of a fact or of a step. */
const open = async (page: Page, label: string): Promise<ReturnType<typeof dialogOf>> => {
  await button(page, label).click()
  await dialogOf(page).waitFor()
  return dialogOf(page)
}
const openFact = (page: Page, about: FactAbout) => open(page, say(`network-say.${about}`))
const save = async (page: Page): Promise<void> => {
  await button(dialogOf(page), say('network.form.save')).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}
const step = async (page: Page, act: NetworkAct, reason = ''): Promise<void> => {
  const dialog = await open(page, say(`network-act.${act}`))
  if (reason !== '') await field(dialog, say('network.form.reason')).fill(reason)
  await button(dialog, say(`network-act.${act}`)).click()
  await dialog.waitFor({ state: 'detached' })
}

test('NETWORK-1, NETWORK-7 a coordinator finds their Puskesos and says how it is', async () => {
  const page = await sit(coordinator)
  await page.goto('/meja/')
  await link(page, say('network.title')).click()
  await link(page, 'Puskesos Caturtunggal').click()
  await heading(page, say('network.profile')).waitFor()
  await checkScreen(page, 'network-card-bare')

  const paper = await openFact(page, 'legal')
  await button(paper, say('network.form.save')).click()
  await paper.getByText(say('network.form.choose')).waitFor()
  await paper.getByLabel(say('network-legal.perdes'), { exact: true }).check()
  await field(paper, say('network.form.number')).fill('7 Tahun 2021')
  await field(paper, say('network.form.on')).fill('04/03/2021')
  await checkScreen(page, 'network-form-legal')
  await save(page)
  await page
    .getByText(/Perdes Nomor 7 Tahun 2021/)
    .first()
    .waitFor()

  const grown = await openFact(page, 'grown')
  await field(grown, say('network.form.year')).fill('18')
  await grown.getByLabel(say('network-initiator.village'), { exact: true }).check()
  await button(grown, say('network.form.save')).click()
  await grown.getByText(say('network.form.wrong-year')).waitFor()
  await field(grown, say('network.form.year')).fill('2021')
  await checkScreen(page, 'network-form-grown')
  await save(page)

  const money = await openFact(page, 'funding')
  await money.getByLabel(say('network-source.dana-desa'), { exact: true }).check()
  await field(money, optional(say('network.form.amount'))).fill('Rp 35.000.000')
  await save(page)
  await page
    .getByText(/Dana Desa, Rp35\.000\.000/)
    .first()
    .waitFor()

  const devices = await openFact(page, 'devices')
  await field(devices, say('network-device.laptop')).fill('2')
  await field(devices, say('network-device.printer')).fill('1')
  await checkScreen(page, 'network-form-devices')
  await save(page)
  await page.getByText('2 laptop, 1 printer').first().waitFor()

  const site = await openFact(page, 'site')
  await field(site, say('network.form.lat')).fill('-7,7705')
  await field(site, say('network.form.long')).fill('110.4089')
  await save(page)
  await link(page, say('network.site.map')).waitFor()
  assert.equal(await button(page, say('network-act.activate')).count(), 0, 'its secretariat says where it stands')
  await checkScreen(page, 'network-card')
  await page.context().close()
})

test('NETWORK-3, NETWORK-7, NETWORK-8 a secretariat says where its offices stand, and takes the list along', async () => {
  const page = await sit(manager)
  await page.goto('/meja/jaringan')
  await link(page, 'Sekretariat SLRT Sleman').waitFor()
  await checkScreen(page, 'network-list')
  await link(page, 'Puskesos Caturtunggal').click()
  await heading(page, say('network.history')).waitFor()
  await step(page, 'grow')
  await step(page, 'activate')
  await button(page, say('network-act.release')).waitFor()
  await open(page, say('network-act.lapse'))
  await button(dialogOf(page), say('network-act.lapse')).click()
  await dialogOf(page).getByText(say('network.form.missing')).waitFor()
  await checkScreen(page, 'network-form-lapse')
  await button(dialogOf(page), say('dialog.cancel')).click()
  await step(page, 'release', 'Dana Desa tiga tahun berturut-turut.')
  await page.getByText('Dana Desa tiga tahun berturut-turut.').waitFor()
  await checkScreen(page, 'network-card-independent')

  await link(page, say('network.back')).click()
  await link(page, new RegExp(`^${say('network-state.independent')}`)).click()
  await link(page, 'Sekretariat SLRT Sleman').waitFor({ state: 'detached' })
  assert.match(page.url(), /keadaan=independent/)
  await page.getByText(say('network.filters')).click()
  await page.getByLabel(say('network.column.initiator')).selectOption('ministry')
  await heading(page, say('network.none.title')).waitFor()
  await checkScreen(page, 'network-list-none')
  await page.getByLabel(say('network.column.initiator')).selectOption('village')
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, say('network.csv')).click()])
  const text = await textIn(file)
  assert.match(file.suggestedFilename(), /^jaringan-34\.04-\d{4}-\d\d-\d\d\.csv$/)
  assert.match(text, /34\.04\.07\.2001;Puskesos Caturtunggal;Puskesos;Caturtunggal;.*;Mandiri;/)
  assert.equal(text.trim().split('\n').length, 2)
  await page.context().close()
})

test('NETWORK-5 what a colleague said meanwhile is told, and nothing is lost', async () => {
  const page = await sit(manager)
  await page.goto(`/meja/jaringan/34.04/${puskesos}`)
  const dialog = await open(page, say('network-act.lapse'))
  await field(dialog, say('network.form.reason')).fill('Gedung dipakai kegiatan lain.')
  await manager.does('network.connection', {
    subject: puskesos,
    data: { ...networkData.connection, fact: randomUUID() },
  })
  await button(dialog, say('network-act.lapse')).click()
  await dialog.getByRole('alert').first().waitFor()
  assert.equal(await field(dialog, say('network.form.reason')).inputValue(), 'Gedung dipakai kegiatan lain.')
  await page.context().close()
})

test('NETWORK-4 Bappeda reads all of it and is offered nothing to write; the front office finds it too', async () => {
  const page = await sit(bappeda)
  await page.goto('/meja/jaringan')
  await link(page, 'Puskesos Caturtunggal').click()
  await page.getByText('7 Tahun 2021').first().waitFor()
  for (const label of [say('network-say.legal'), say('network-act.lapse')])
    assert.equal(await button(page, label).count(), 0, label)
  await checkScreen(page, 'network-card-read')
  await page.context().close()
  const desk = await sit(fo)
  await desk.goto('/meja/jaringan/34.02/00000000-0000-4000-8000-000000000001')
  await heading(desk, say('network.gone.title')).waitFor()
  await desk.context().close()
})

test('NETWORK-10 to NETWORK-13 the ministry sets a target, revises it with a reason, and all read it beside what there is', async () => {
  const page = await sit(ministry)
  await page.goto('/meja/jaringan')
  await link(page, say('network.page.growth')).click()
  await heading(page, say('network.known')).waitFor()
  await page.getByText(say('network-doubt.two-readings')).waitFor()
  await page.getByText(say('chart.table')).first().click()
  await checkScreen(page, 'network-growth')
  const target = async (count: string, reason: string): Promise<void> => {
    await button(page, say('network.target.set')).click()
    await field(dialogOf(page), say('network.target.count')).fill(count)
    const label = say('network.form.reason')
    if (reason !== '') await field(dialogOf(page), label).fill(reason)
    await button(dialogOf(page), say('network.form.save')).click()
    await dialogOf(page).waitFor({ state: 'detached' })
  }
  await target('9.000', '')
  await page.getByText(/9\.000 Puskesos \(/).waitFor()
  await button(page, say('network.target.set')).click()
  await field(dialogOf(page), say('network.target.count')).fill('10.000')
  await button(dialogOf(page), say('network.form.save')).click()
  await dialogOf(page).getByText(say('network.form.missing')).waitFor()
  await checkScreen(page, 'network-target-form')
  await button(dialogOf(page), say('dialog.cancel')).click()
  await target('10.000', 'Anggaran tahun depan bertambah.')
  await page.getByText(/10\.000 Puskesos \(/).waitFor()
  await page.getByText(say('network.target.before')).click()
  await page.getByText('Anggaran tahun depan bertambah.').waitFor()
  await checkScreen(page, 'network-growth-target')
  await page.context().close()

  const desk = await sit(manager)
  await desk.goto('/meja/jaringan/pertumbuhan')
  await desk.getByText(/10\.000 Puskesos \(/).waitFor()
  assert.equal(await button(desk, say('network.target.set')).count(), 0)
  await checkScreen(desk, 'network-growth-district')
  await desk.context().close()
})

test('NETWORK-7 the pages are whole in English', async () => {
  const page = await enter({ cookie: manager.cookie, language: 'en' })
  await page.goto('/meja/jaringan')
  await page.locator('.rows').waitFor()
  await checkEnglish(page, 'network-list')
  await page.goto(`/meja/jaringan/34.04/${puskesos}`)
  await page.locator('.network__history li').first().waitFor()
  await checkEnglish(page, 'network-card')
  await page.goto('/meja/jaringan/pertumbuhan')
  await page.locator('.network__table').first().waitFor()
  await checkEnglish(page, 'network-growth')
  assert.deepEqual(faults, [])
})
