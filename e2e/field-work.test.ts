import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { button, heading, link, say } from './desk.ts'
import { beginPhone, light, openAt } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, faults, enter } = await setScene()
const { coordinator, fo } = sleman.people
const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const

const [family, person] = [randomUUID(), randomUUID()]
await fo.does('registry.add-family', {
  subject: family,
  data: {
    place: caturtunggal,
    values: { alamat: 'Jalan Kaliurang km 5, RW 4', jenis_atap_terluas: '6', lokasi: [-7.76, 110.3898] },
    desil: { value: 2, on: '2026-07-10', source: 'DTSEN' },
    ...origin,
  },
})
await fo.does('registry.add-person', {
  subject: person,
  data: { place: caturtunggal, family, values: { nama: 'Sumarni', tanggal_lahir: '1950-08-17' }, ...origin },
})

/** A phone that has everything, and no line from here on. */
async function inTheField(at: string): Promise<Page> {
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto(`/lapangan${at}`)
  await openAt(page)
  return page
}
async function sent(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await light(page, /Semua terkirim|tidak diterima/)
    .waitFor()
    .catch(async () => assert.fail(`the light still says: ${await page.locator('.field__light').innerText()}`))
  if (await light(page, /tidak diterima/).isVisible()) {
    await link(page, say('field.nav.sync')).click()
    assert.fail(await page.locator('main').innerText())
  }
}

test('FIELD-20, FIELD-21, FIELD-22 without a signal a family is told what fits, why, and what is still to be asked', async () => {
  const page = await inTheField(`/keluarga/${family}`)
  await link(page, say('work.match.open')).click()
  await heading(page, say('work.match.title', { name: 'Sumarni' })).waitFor()
  await heading(page, say('match.family')).waitFor()
  await page.locator('summary').first().click()
  await checkScreen(page, 'field-match')
  await button(page, say('match.why')).first().click()
  await page.locator('.match__rule').first().waitFor()
  await checkScreen(page, 'field-match-why')
  await page.locator('details').evaluateAll((all) => all.map((one) => one.setAttribute('open', '')))
  const answer = page.getByRole('button', { name: new RegExp(`^${say('answer.yes')}: `) }).first()
  await answer.click()
  await light(page, /1 menunggu/).waitFor()
  await page
    .getByRole('link', { name: new RegExp(`^${say('work.match.ask')}: `) })
    .first()
    .click()
  await button(page, say('ask.next')).waitFor()
  assert.match(page.url(), /tanya=/)
  await checkScreen(page, 'field-match-ask')
  await sent(page)
  await page.context().close()
})

test('FIELD-23 a need is recorded from what fits, and what is received is said, both without a signal', async () => {
  const page = await inTheField(`/program/${family}`)
  await button(page, say('work.match.need'))
    .or(link(page, say('work.match.need')))
    .first()
    .click()
  await heading(page, say('need.record')).waitFor()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('need.form.missing')).first().waitFor()
  await page.getByLabel(say('need.form.kind')).selectOption({ label: 'Bantuan sembako (KKS)' })
  await checkScreen(page, 'field-need')
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('need-status.matched'), { exact: false }).waitFor()
  await light(page, /2 menunggu/).waitFor()
  await link(page, say('work.match.told')).click()
  await page.getByLabel(say('need.form.programme')).selectOption({ label: 'Program Sembako (BPNT)' })
  await page.getByRole('radio', { name: say('participation-status.receives'), exact: true }).check()
  await checkScreen(page, 'field-taken')
  await button(page, say('field.visit.save')).click()
  await link(page, say('work.taken.again')).waitFor()
  await checkScreen(page, 'field-family-needs')
  await sent(page)
  const needs = JSON.stringify(await fo.asks('/api/needs/of', { district: '34.04', family }))
  assert.match(needs, /"status":"matched"/)
  assert.match(needs, /"status":"receives"/)
  await page.context().close()
})

test('FIELD-24 a correction and an objection are proposed without a signal, and one is taken back', async () => {
  const page = await inTheField(`/usulan/baru/${family}`)
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('proposal.form.kind.missing')).waitFor()
  await checkScreen(page, 'field-propose')
  await page.getByRole('radio', { name: say('proposal-kind.correction'), exact: true }).check()
  await page.getByLabel(say('work.propose.wrong')).selectOption({ label: 'Atap terluas' })
  await page.getByLabel('Genteng', { exact: true }).check()
  await checkScreen(page, 'field-propose-correction')
  await button(page, say('field.visit.save')).click()
  await link(page, new RegExp(say('proposal-status.drafted'))).waitFor()
  await light(page, /1 menunggu/).waitFor()
  await link(page, say('work.propose.new')).click()
  await page.getByRole('radio', { name: say('proposal-kind.objection'), exact: true }).check()
  await page.getByRole('radio', { name: say('work.propose.fit.tidak'), exact: true }).check()
  await checkScreen(page, 'field-propose-objection')
  await button(page, say('field.visit.save')).click()
  await link(page, new RegExp(say('proposal-kind.objection'))).click()
  await button(page, say('proposal-act.withdraw')).waitFor()
  await checkScreen(page, 'field-proposal')
  await button(page, say('proposal-act.withdraw')).click()
  await page.getByLabel(say('proposal.note')).fill('Warga menarik kembali')
  await button(page, say('proposal-act.withdraw')).click()
  await link(page, new RegExp(say('proposal-status.withdrawn'))).waitFor()
  await checkScreen(page, 'field-proposals')
  await sent(page)
  await link(page, new RegExp(say('proposal-status.drafted'))).click()
  await page.getByText(say('proposal-status.drafted')).first().waitFor()
  await page.context().close()
})

test('FIELD-26, FIELD-27 a question is taken down, and the nearest house is found with the way to its door', async () => {
  const page = await inTheField('/desa')
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: -7.7561, longitude: 110.3898, accuracy: 20 })
  await link(page, /Caturtunggal/).click()
  await heading(page, /RW 04/).waitFor()
  await checkScreen(page, 'field-village-hamlets')
  await button(page, say('work.near')).click()
  await page.getByText(/Sekitar 4\d0 m dari Anda/).waitFor()
  const map = link(page, say('work.map.of', { name: 'Sumarni' }))
  assert.match((await map.getAttribute('href')) ?? '', /^geo:-7\.76,110\.3898/)
  await checkScreen(page, 'field-village-near')
  await link(page, say('field.nav.search')).click()
  await link(page, say('work.say.title')).click()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('work.say.kind.missing')).waitFor()
  await page.getByRole('radio', { name: say('work.say.question'), exact: true }).check()
  await page.getByLabel(say('field.complaint.name')).fill('Karto')
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await page.getByLabel(say('work.say.summary')).fill('Kapan bantuan cair?')
  await checkScreen(page, 'field-say')
  await button(page, say('field.visit.save')).click()
  await link(page, /Kapan bantuan cair/).waitFor()
  await sent(page)
  const found = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.match(found, /Kapan bantuan cair/)
  await page.context().close()
})

test('FIELD-20 what fits is told in English as well', async () => {
  const page = await enter({ phone: true, language: 'en' })
  await page.goto('/lapangan/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'field-work')
  await page.context().close()
  assert.deepEqual(faults, [])
})
