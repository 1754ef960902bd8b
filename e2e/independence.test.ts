import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import type { AssessmentStatus } from '@openslrt/core/independence/assessment.ts'
import { shippedInstrument } from '@openslrt/core/independence/shipped.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Page } from 'playwright-core'
import { pictureFolder } from './browser.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { addStaff } from './sleman.ts'

const { house, sleman, faults, enter, sit } = await setScene()
const { manager } = sleman.people
const year = dayIn('Asia/Jakarta', Date.now()).slice(0, 4)
const head = await addStaff(house, sleman.admin, {
  name: 'Wulan Sari',
  signInName: 'kepala.dinas',
  office: sleman.offices.secretariat,
  role: 'agency-head',
})
const { admin } = sleman

/** An office above Sleman, and somebody who works there. */
async function above(name: string, kind: string, level: string, place: string): Promise<string> {
  const subject = randomUUID()
  const data = { name, kind, level, place, parent: null, address: '', phone: '' }
  await admin.does('office.open', { subject, district: place, data })
  return subject
}
const province = await addStaff(house, admin, {
  name: 'Agus Wibowo',
  signInName: 'agus.diy',
  office: await above('Dinas Sosial DIY', 'province-office', 'province', '34'),
  role: 'province',
  district: '34',
})
const national = await above('Sekretariat Nasional', 'national-office', 'nation', '00')
const atNation = (name: string, signInName: string, role: 'ministry' | 'national') =>
  addStaff(house, admin, { name, signInName, office: national, role, district: '00' })
const ministry = await atNation('Nina Kartika', 'nina.pusat', 'ministry')
const officer = await atNation('Yusuf Hakim', 'yusuf.pusat', 'national')

const { indicators } = shippedInstrument
const answers = indicators.map(({ code }, nth) => ({ code, level: nth % 4, text: 'Tertulis di laporan dinas.' }))
const press = async (page: Page, act: 'submit' | 'return' | 'verify' | 'sign', note?: string): Promise<void> => {
  await button(page, say(`assessment-act.${act}`)).click()
  if (note) await field(dialogOf(page), say('independence.note')).fill(note)
  await checkScreen(page, `independence-${act}-form`)
  await button(dialogOf(page), say(`assessment-act.${act}`)).click()
  await dialogOf(page).waitFor({ state: 'detached' })
}
const stands = (page: Page, status: AssessmentStatus) =>
  page
    .locator('.page-head')
    .getByText(say(`assessment-status.${status}`))
    .waitFor()
/** Where the assessment is read: known once it was begun. */
let result = ''
let subject = ''

test('INDEP-10 a manager begins this year’s assessment, and fills it part by part', async () => {
  const page = await sit(manager)
  await page.goto('/meja/dasbor')
  await link(page, say('independence.title')).click()
  await heading(page, say('independence.none.title')).waitFor()
  await checkScreen(page, 'independence-none')
  await link(page, say('independence.instrument.title')).click()
  await heading(page, 'Peraturan daerah tentang SLRT').waitFor()
  await checkScreen(page, 'independence-instrument')
  await page.goBack()
  await button(page, say('assessment-act.draft', { year })).click()
  await page.getByText(say('independence.progress', { done: 0, all: 27 })).waitFor()
  subject = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  result = `/meja/kemandirian/34.04/${subject}`
  await page.getByRole('radio', { name: /^4 · Sudah ada perda/ }).check()
  await field(page.locator('.independence__question').first(), say('independence.text')).fill('Perbup 12/2026.')
  await checkScreen(page, 'independence-fill')
  await button(page, say('independence.save.next')).click()
  await heading(page, say('independence.dimension.budget')).waitFor()
  await page.getByText(say('independence.progress', { done: 1, all: 27 })).waitFor()
  await link(page, new RegExp(`^${say('independence.dimension.replication')}`)).click()
  await page.getByText(say('independence.figure.suggests', { level: 0 })).waitFor()
  await page.getByRole('radio', { name: /^3 · 50% atau lebih/ }).check()
  await page.getByText(say('independence.text.why', { n: 10 })).waitFor()
  await checkScreen(page, 'independence-fill-figure')
  await page.reload()
  await page.getByText(say('act.restored')).waitFor()
  assert.equal(
    await page.getByRole('radio', { name: /^3 · 50% atau lebih/ }).isChecked(),
    true,
    'what was typed is kept',
  )
  await button(page, say('independence.save')).click()
  await page.getByText(say('independence.category.none')).waitFor()
  await page.getByText(/^Perlu alasan: Desa\/kelurahan dengan Puskesos aktif/).waitFor()
  assert.equal(await button(page, say('assessment-act.submit')).count(), 0, 'not before it is whole')
  await checkScreen(page, 'independence-result-draft')
  await page.context().close()
})

test('INDEP-11, INDEP-12 it is handed in, sent back, handed in again and verified, side by side', async () => {
  await manager.does('independence.save', { subject, data: { answers } })
  const [own, theirs] = [await sit(manager), await sit(province)]
  await own.goto(result)
  await press(own, 'submit')
  await stands(own, 'submitted')
  await theirs.goto('/meja/kemandirian?lihat=submitted')
  await link(theirs, 'Kabupaten Sleman').waitFor()
  await checkScreen(theirs, 'independence-work-list')
  await link(theirs, 'Kabupaten Sleman').click()
  await stands(theirs, 'submitted')
  await press(theirs, 'return', 'Lampirkan DPA tahun ini.')
  await stands(theirs, 'returned')
  await own.goto(result)
  await own.getByText('Lampirkan DPA tahun ini.').waitFor()
  await checkScreen(own, 'independence-returned')
  await press(own, 'submit')

  await theirs.goto(`/meja/kemandirian/periksa/34.04/${subject}`)
  const first = theirs.locator('.independence__judged').first()
  await first.getByText('Tertulis di laporan dinas.').waitFor()
  await first.getByRole('radio', { name: /^2 · / }).check()
  await button(theirs, say('independence.save.next')).click()
  await theirs.getByText(say('independence.judge.why', { n: 10 })).waitFor()
  await field(first, say('independence.judge.text')).fill('Rancangannya sudah dibahas.')
  await checkScreen(theirs, 'independence-judge')
  await button(theirs, say('independence.save.next')).click()
  await theirs.getByText(say('independence.progress.judged', { done: 1, all: 27 })).waitFor()
  const rest = answers.slice(1).map((said) => ({ ...said, text: '' }))
  await province.does('independence.judge', { subject, district: '34.04', data: { answers: rest } })
  await theirs.goto(result)
  await press(theirs, 'verify')
  await stands(theirs, 'verified')
  for (const page of [own, theirs]) await page.context().close()
})

test('INDEP-5, INDEP-13 the head of the agency signs; the result is read and printed', async () => {
  const page = await sit(head)
  await page.goto(result)
  await press(page, 'sign')
  await stands(page, 'signed')
  await page.getByText('Rancangannya sudah dibahas.').waitFor()
  await page.getByText(say('independence.peers.none')).waitFor()
  await checkScreen(page, 'independence-result')
  await page.emulateMedia({ media: 'print' })
  await page.getByText(say('independence.paper.head')).waitFor()
  if (pictureFolder) await page.pdf({ path: join(pictureFolder, 'independence.pdf'), preferCSSPageSize: true })
  assert.equal(await button(page, say('independence.print')).isVisible(), false, 'no button is printed')
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/meja/kemandirian')
  await link(page, year).waitFor()
  await checkScreen(page, 'independence-years')
  await page.context().close()
})

test('INDEP-16 the nation reads all districts by name, and finds those that signed', async () => {
  const page = await sit(ministry)
  await page.goto('/meja/dasbor')
  await link(page, say('independence.title')).click()
  await page.getByText(/^1 dari 5\d\d kabupaten\/kota/).waitFor()
  await checkScreen(page, 'independence-places')
  await link(page, new RegExp(`^${say('independence.show.signed')}`)).click()
  await page.getByText('Daerah Istimewa Yogyakarta').waitFor()
  await checkScreen(page, 'independence-places-signed')
  await page.getByLabel(say('independence.search')).fill('tidak ada')
  await heading(page, say('independence.empty.title')).waitFor()
  await page.context().close()
})

test('INDEP-2 the nation gives an indicator another weight from a day on, and both versions are read', async () => {
  const page = await sit(officer)
  await page.goto('/meja/kemandirian/instrumen')
  await button(page, say('independence.instrument.change')).click()
  const weight = field(page, say('independence.instrument.change.weight', { name: 'Anggaran SLRT dari APBD' }))
  await weight.fill('11')
  await button(page, say('independence.instrument.change.send')).click()
  await page.getByText(say('independence.instrument.change.weight.wrong')).waitFor()
  await page.getByText(say('independence.instrument.change.basis.missing')).waitFor()
  await checkScreen(page, 'independence-change')
  await weight.fill('9')
  await field(page, say('independence.instrument.change.basis')).fill('Permensos 1/2027')
  await button(page, say('independence.instrument.change.send')).click()
  await page.getByText(say('independence.instrument.versions')).waitFor()
  await page.locator('.independence__version a').last().click()
  await page.getByText('Permensos 1/2027').waitFor()
  await page.getByText(new RegExp(say('independence.instrument.weight', { n: 9 }))).waitFor()
  await checkScreen(page, 'independence-versions')
  await page.context().close()
})

test('INDEP-13 the pages are whole in English', async () => {
  const page = await enter({ cookie: head.cookie, language: 'en' })
  for (const [path, shown] of [
    ['/meja/kemandirian', '.rows'],
    ['/meja/kemandirian/instrumen', '.independence-shape'],
    [result, '.independence-profile'],
  ] as const) {
    await page.goto(path)
    await page.locator(shown).first().waitFor()
    await checkEnglish(page, `independence ${path}`)
  }
  assert.deepEqual(faults, [])
})
