import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { button, field, heading, link, lookUp, optional, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { sleman, faults, sit } = await setScene()
const { people } = sleman
const hospital = await sit(people.provider)
const bo = await sit(people.bo)

const summary = 'Biaya rawat inap belum terjamin'
const opened = say('opened.title')
const tab = (page: Page, key: 'open' | 'over') =>
  page
    .getByRole('navigation', { name: say('list.filters') })
    .getByRole('link', { name: new RegExp(`^${say(`opened.${key}`)}`) })

test('OPEN-4 a hospital that meets somebody poor opens a case from its menu, and is told what is missing', async () => {
  await hospital.goto('/meja/rujukan')
  await link(hospital, opened).first().click()
  await heading(hospital, say('opened.empty.open.title')).waitFor()
  await checkScreen(hospital, 'opened-none')
  await button(hospital, say('open.title')).click()
  await heading(hospital, say('open.title')).waitFor()
  await checkScreen(hospital, 'open-empty')
  await button(hospital, say('open.send')).click()
  const faultsOf = hospital.locator('.aksel-error-summary')
  await faultsOf.waitFor()
  assert.deepEqual(await faultsOf.getByRole('link').allInnerTexts(), [
    say('open.name.missing'),
    say('case.wrong.place'),
    say('case.wrong.category'),
    say('open.summary.missing'),
    say('consent.missing'),
  ])
})

test('OPEN-4 it takes one short page, and the citizen goes with number and secret', async () => {
  await field(hospital, say('case.register.name')).fill('Paijo Santoso')
  await lookUp(hospital, say('case.register.place'), 'caturtunggal', /^Caturtunggal/)
  await field(hospital, optional(say('case.field.phone'))).fill('0812 3456 7890')
  const category = hospital.getByRole('combobox', { name: say('case.field.category'), exact: true })
  await category.fill('tidak aktif')
  await hospital.getByRole('listbox').getByRole('option').first().click()
  await field(hospital, say('open.summary')).fill(summary)
  await hospital.getByRole('radio', { name: say('consent.verbal') }).check()
  await field(hospital, say('consent.verbal.words')).fill('Perawat Siti')
  await checkScreen(hospital, 'open-filled')
  await button(hospital, say('open.send')).click()
  await heading(hospital, say('case.receipt.title')).waitFor()
  assert.match(await hospital.locator('.slip__number').innerText(), /^3404-\d\d-\d{6}$/)
  await checkScreen(hospital, 'open-receipt')
})

test('OPEN-5 the list tells where it lies and how it looks, and opens no card', async () => {
  await button(hospital, say('open.to-list')).click()
  const row = rowOf(hospital, summary)
  await row.getByText('Puskesos Caturtunggal').waitFor()
  await row.getByText('P*** S***').waitFor()
  assert.equal(await row.getByRole('link').count(), 0)
  await checkScreen(hospital, 'opened')
})

test('OPEN-2 the Puskesos finds it in its queue, and reads who opened it and by what right', async () => {
  await bo.goto('/meja/antrean')
  await link(bo, summary).click()
  await heading(bo, new RegExp(summary)).waitFor()
  await bo.getByText('RSUD Sleman').first().waitFor()
  await bo.getByText(say('case.fact.consent', { value: say('consent.verbal') })).waitFor()
  await bo.getByText('Perawat Siti').waitFor()
  await checkScreen(bo, 'opened-card')
})

test('OPEN-5 what came of it stands in the list of the hospital', async () => {
  const id = new URL(bo.url()).pathname.split('/').at(-1) ?? ''
  await people.bo.does('case.take', { subject: id, data: { note: '' } })
  await people.bo.does('case.answer', {
    subject: id,
    data: { outcome: 'granted', note: 'Dijamin.', openReferrals: '' },
  })
  await people.fo.does('case.confirm', { subject: id, data: { how: 'phone', satisfaction: 5, note: '' } })
  await hospital.reload()
  await tab(hospital, 'over').click()
  const row = rowOf(hospital, summary)
  await row.getByText(say('closure.confirmed')).waitFor()
  await checkScreen(hospital, 'opened-over')
  assert.deepEqual(faults, [])
})
