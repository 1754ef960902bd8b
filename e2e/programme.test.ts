import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import { needData } from '@openslrt/core/testing/a-need.ts'
import { programmeData } from '@openslrt/core/testing/a-programme.ts'
import { registryData } from '@openslrt/core/testing/registry-data.ts'
import type { Page } from 'playwright-core'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman
const today = dayIn('Asia/Jakarta', Date.now())
const manager = await sit(people.manager)
const closed = (page: Page) => dialogOf(page).waitFor({ state: 'detached' })
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
}

test('PROG-11 an officer looks through the catalogue, and reads a programme with its rule, its base and what is disputed', async () => {
  await open(manager, '/meja/program')
  await link(manager, /Program Keluarga Harapan/).waitFor()
  await checkScreen(manager, 'programme-list')
  await manager.getByLabel(say('programme.search')).fill('sembako')
  await link(manager, /Program Sembako/).click()
  await heading(manager, 'Program Sembako (BPNT)').waitFor()
  await manager.getByText('Desil 4 ke bawah').waitFor()
  await manager.getByText(/Desil 1–5/).waitFor()
  await checkScreen(manager, 'programme-card')
})

test('PROG-13 a programme is written by choosing; a broken rule is told and not saved, and it is counted before', async () => {
  await open(manager, '/meja/program')
  await button(manager, say('programme.new')).click()
  const form = dialogOf(manager)
  await field(form, say('programme.form.name')).fill('Bantuan Lansia Sleman')
  await field(form, say('programme.form.gives')).fill('Uang tunai Rp300.000 setiap bulan')
  await button(form, say('programme.form.save')).click()
  await form.getByText(say('rule-fault.wrong-value')).waitFor()
  await form.getByLabel(say('rule.edit.value'), { exact: true }).first().fill('4')
  await button(form, say('rule.edit.group')).click()
  const group = form.getByRole('group', { name: say('rule.member') })
  await button(group, say('rule.edit.add')).click()
  await group.getByLabel(say('rule.edit.fact')).selectOption({ label: say('fact.usia') })
  await group.getByLabel(say('rule.edit.is')).selectOption({ label: say('rule-is.at-least') })
  await group.getByLabel(say('rule.edit.value'), { exact: true }).fill('70')
  await button(form, say('try.start')).click()
  await form.getByText(say('try.none')).waitFor()
  await form
    .getByLabel(say('programme.form.excludes'), { exact: true })
    .first()
    .selectOption({ label: 'Program Keluarga Harapan (PKH)' })
  await form.getByRole('combobox', { name: say('programme.form.office') }).click()
  await form
    .getByRole('option', { name: /Dinas Sosial/ })
    .first()
    .click()
  await button(form, say('programme.form.conflicts.add')).click()
  await form.getByLabel(say('programme.form.conflicts.says')).fill('Umur 65 tahun ke atas')
  await form.getByLabel(say('programme.form.conflicts.source')).fill('Laman dinas')
  await checkScreen(manager, 'programme-form')
  await button(form, say('programme.form.save')).click()
  await heading(manager, 'Bantuan Lansia Sleman').waitFor()
  await manager.getByText('Umur 70 tahun ke atas').waitFor()
  await manager.getByText(say('programme.excludes', { programmes: 'Program Keluarga Harapan (PKH)' })).waitFor()
  await manager.getByText(/Umur 65 tahun ke atas/).waitFor()
  await checkScreen(manager, 'programme-own')
})

test('PROG-10 criteria change from a day on, and the general rule gets a local one in its stead', async () => {
  await button(manager, say('programme.set-criteria')).click()
  const form = dialogOf(manager)
  await form.getByLabel(say('rule.edit.value'), { exact: true }).first().fill('3')
  await checkScreen(manager, 'programme-criteria')
  await button(form, say('programme.form.save')).click()
  await closed(manager)
  await manager.getByText('Desil 3 ke bawah').waitFor()
  await open(manager, '/meja/program?cari=yatim')
  await link(manager, /yatim/).click()
  await button(manager, say('programme.replace')).click()
  await field(dialogOf(manager), say('programme.form.legal')).fill('Perbup Sleman 7/2026')
  await button(dialogOf(manager), say('programme.form.save')).click()
  await manager.getByText(say('programme.legal', { legal: 'Perbup Sleman 7/2026' })).waitFor()
})

test('PROG-17, PROG-9 a district writes for one of its villages, and asks there what it asks for itself', async () => {
  await open(manager, '/meja/program')
  await button(manager, say('programme.new')).click()
  const form = dialogOf(manager)
  await field(form, say('programme.form.name')).fill('Dapur Caturtunggal')
  await field(form, say('programme.form.gives')).fill('Makan siang setiap hari')
  await form
    .getByLabel(say('programme.form.owner'), { exact: true })
    .selectOption({ label: say('programme-owner.village') })
  await form.getByRole('combobox', { name: say('programme.form.village'), exact: true }).fill('caturt')
  await manager
    .getByRole('option', { name: /Caturtunggal/ })
    .first()
    .click()
  await form.getByLabel(say('rule.edit.fact')).selectOption({ label: 'Makan kurang dari dua kali sehari' })
  await button(form, say('programme.form.save')).click()
  await heading(manager, 'Dapur Caturtunggal').waitFor()
  await manager.getByText('Makan kurang dari dua kali sehari').waitFor()
})

test('MATCH-5 the card of a case says who it can not be told for yet, and what to do', async () => {
  const { subject } = { subject: randomUUID() }
  await people.fo.does('case.register', { subject, data: registration({}) })
  await open(manager, `/meja/kasus/34.04/${subject}`)
  await manager.getByRole('heading', { name: say('match.title') }).click()
  await manager.getByText(say('match.unknown')).waitFor()
  await checkScreen(manager, 'programme-match-none')
})

test('MATCH-4, MATCH-7, PROG-18 a family’s card says what fits, what is full, and what it can not have together', async () => {
  const { fo } = people
  const [family, head, old, other, full] = Array.from({ length: 5 }, () => randomUUID())
  const { 'programme.open': usual } = programmeData
  const opens = (subject: string | undefined, more: object) =>
    people.manager.does('programme.open', { subject: subject ?? '', data: { ...usual, from: today, ...more } })
  await opens(old, { name: 'Beras Lama', code: 'beras-lama' })
  await opens(other, { name: 'Beras Baru', excludes: ['beras-lama'] })
  await opens(full, { name: 'Beras Penuh' })
  const year = { from: '2026-01-01', until: '2099-12-31' }
  await people.manager.does('quota.set', {
    subject: randomUUID(),
    data: { programme: full, place: '34.04', ...year, places: 0 },
  })
  const { 'registry.add-family': home, 'registry.add-person': person } = registryData
  await fo.does('registry.add-family', { subject: family ?? '', data: home })
  await fo.does('registry.add-person', { subject: head ?? '', data: { ...person, family } })
  const { 'participation.record': having } = needData
  await fo.does('participation.record', {
    subject: randomUUID(),
    data: { ...having, holder: { person: null, family, case: null }, programme: old },
  })
  await open(manager, `/meja/keluarga/34.04/${family}`)
  await manager.getByText(say('match.title'), { exact: true }).first().click()
  const part = manager.getByRole('region', { name: say('match.family') })
  await part.getByRole('heading').waitFor()
  await checkScreen(manager, 'programme-match')
  const folded = part.locator('details:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
  await part.getByText('Kuota penuh').waitFor()
  const fits = await part
    .locator('.match__item')
    .filter({ has: manager.locator('.status-tag') })
    .allTextContents()
  const at = (name: string): number => fits.findIndex((text) => text.includes(name))
  assert.ok(at('Beras Penuh') > at('Program Sembako'), 'what is full stands after its equals')
  const refused = part.locator('details .match__item').filter({ hasText: 'Beras Baru' })
  await button(refused, say('match.why')).click()
  await refused.getByText('Tidak sedang menerima Beras Lama').first().waitFor()
  await checkScreen(manager, 'programme-match-open')
  assert.deepEqual(faults, [])
})
