import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openWindow } from './browser.ts'
import { track } from './citizen.ts'
import { button, field, heading, link, say } from './desk.ts'
import { type House, startHouse } from './house.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal, openSleman, type Sleman } from './sleman.ts'

let house: House
let browser: Browser
let opened: Promise<Sleman> | undefined
const faults: string[] = []

before(async () => {
  house = await startHouse()
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await house?.stop()
})

/** Sleman at work: opened by the first test that needs it, so that one before it meets a country without offices. */
const district = (): Promise<Sleman> => (opened ??= openSleman(house))

const plainWindow = (): Promise<Page> => openWindow(browser, house, { faults, javaScript: false, phone: true })
const window = (): Promise<Page> => openWindow(browser, house, { faults, phone: true })

const summary = 'BPJS saya tidak aktif'
const next = (page: Page) => button(page, say('public.report.next')).click()

async function fillWhat(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'PBI-JKN (BPJS/KIS) tidak aktif', exact: true }).check()
  await field(page, say('public.report.summary')).fill(summary)
  await field(page, say('public.report.story')).fill('Ditolak di rumah sakit\nsejak Februari')
}

async function findVillage(page: Page, name: string): Promise<void> {
  await field(page, say('public.report.search')).fill(name)
  await field(page, say('public.report.search')).press('Enter')
  await page.getByText(say('public.report.places')).first().waitFor()
}

async function fillWho(page: Page): Promise<void> {
  await page.getByRole('radio', { name: say('public.report.for.self') }).check()
  await field(page, say('public.report.name')).fill('Sumarni')
  await field(page, say('public.report.phone')).fill('0812 3456 7890')
  await page.getByRole('radio', { name: say('contact.whatsapp') }).check()
}

test('PUBLIC-1 where no office is open yet, a report says so and what to do instead', async () => {
  const page = await window()
  await page.goto('/lapor?jenis=pengaduan')
  await fillWhat(page)
  await next(page)
  await findVillage(page, 'Caturtunggal')
  await page.getByText(say('public.report.receives.none')).first().waitFor()
  await page.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await next(page)
  await page.getByText(say('public.report.no-office.do')).waitFor()
  await checkScreen(page, 'public-report-where-unserved')
  await page.context().close()
})

test('PUBLIC-2 without script: a report in three steps, a receipt, and the way to where it stands', async () => {
  await district()
  const page = await plainWindow()
  await page.goto('/')
  await link(page, say('public.home.complaint')).click()
  await next(page)
  await page.getByText(say('public.report.missing.category')).first().waitFor()
  await fillWhat(page)
  await next(page)
  await findVillage(page, 'catur tunggal, depok')
  await page.getByText(say('public.report.receives', { office: 'Puskesos Caturtunggal' })).waitFor()
  await page.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await next(page)
  await heading(page, say('public.report.step.who')).waitFor()
  await page.goBack()
  await page.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await next(page)
  await fillWho(page)
  await button(page, say('public.report.send')).click()
  await heading(page, say('public.receipt.title')).waitFor()
  const number = await page.locator('.receipt__codes dd').first().innerText()
  const secret = await page.locator('.receipt__secret').innerText()

  await button(page, say('public.case.leave')).click()
  await link(page, say('public.home.track')).click()
  await field(page, say('public.track.number')).fill(number)
  await field(page, say('public.track.secret')).fill(secret.toUpperCase())
  await button(page, say('public.track.send')).click()
  await heading(page, /Laporan Anda sudah diterima Puskesos Caturtunggal/).waitFor()
  assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/lacak/kasus')
  await page.context().close()
})

test('PUBLIC-3 without script: the Enter key goes on and never changes the language; choosing it loses nothing', async () => {
  const page = await plainWindow()
  await page.goto('/lapor?jenis=pertanyaan')
  await fillWhat(page)
  await field(page, say('public.report.summary')).press('Enter')
  await heading(page, say('public.report.step.where')).waitFor()
  await button(page, say('public.report.back')).click()
  await button(page, say('shell.language.other')).click()
  await page.getByText('What is it about?').waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Say it in one sentence' }).inputValue(), summary)
  await page.context().close()
})

test('PUBLIC-4 the code of a receipt opens its case, and leaves the address', async () => {
  const made = await aCase()
  const page = await window()
  await page.goto(`/lacak#k=${made.receipt.long}`)
  await page.waitForURL('**/lacak/kasus')
  await page.getByText(made.number).waitFor()
  await page.goBack()
  assert.doesNotMatch(page.url(), /#/)
  await page.context().close()
})

test('PUBLIC-5 without script: an answer is read and confirmed', async () => {
  const { id, ...made } = await aCase()
  const { coordinator } = (await district()).people
  await coordinator.does('case.take', { subject: id, data: { note: '' } })
  await coordinator.does('case.answer', { subject: id, data: answer })
  const page = await plainWindow()
  await track(page, made)
  await page.getByText(answer.note).waitFor()
  await page.getByRole('radio', { name: say('public.act.satisfaction.5') }).check()
  await button(page, say('public.act.confirm.send')).click()
  await page.getByText(say('public.act.confirm.done')).waitFor()
  await heading(page, /Anda menyatakan masalahnya sudah beres/).waitFor()
  await page.context().close()
})

test('PUBLIC-6 every step of a report, right and wrong, is good to look at and to hear', async () => {
  await district()
  const page = await window()
  await page.goto('/')
  await checkScreen(page, 'public-home')
  await page.goto('/lapor')
  await checkScreen(page, 'public-report-kind')
  await page.goto('/lapor?jenis=layanan')
  await checkScreen(page, 'public-report-what')
  await next(page)
  await checkScreen(page, 'public-report-what-wrong')
  await page.getByRole('radio', { name: say('public.report.category.other') }).check()
  await page.getByLabel(say('public.report.category.list')).selectOption('unfit-house')
  await field(page, say('public.report.summary')).fill('Atap rumah Mbah Sastro hampir roboh')
  await next(page)
  await checkScreen(page, 'public-report-where')
  await field(page, say('public.report.search')).fill('Xyzabc')
  await button(page, say('public.report.search.send')).click()
  await checkScreen(page, 'public-report-where-none')
  await findVillage(page, 'Keude Bakongan')
  await checkScreen(page, 'public-report-where-above')
  await findVillage(page, 'sukamaju')
  await checkScreen(page, 'public-report-where-many')
  await findVillage(page, 'caturtunggal')
  await page.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await next(page)
  await checkScreen(page, 'public-report-who')
  await page.getByRole('radio', { name: say('public.report.for.other') }).check()
  await field(page, say('public.report.nik')).fill('12')
  await button(page, say('public.report.send')).click()
  await checkScreen(page, 'public-report-who-wrong')
  await field(page, say('public.report.nik')).fill('')
  await page.getByLabel(say('public.report.relation')).selectOption('neighbour')
  await page.getByRole('checkbox', { name: say('public.report.anonymous.choice') }).check()
  await checkScreen(page, 'public-report-who-anonymous')
  await button(page, say('public.report.send')).click()
  await heading(page, say('public.receipt.title')).waitFor()
  await checkScreen(page, 'public-receipt')
  await page.context().close()
})

test('PUBLIC-7 every place where a case can stand is good to look at and to hear', async () => {
  const { people, offices } = await district()
  const { id, ...made } = await aCase()
  const does = (kind: string, data: object) => people.coordinator.does(kind, { subject: id, data })
  const page = await window()
  await page.goto('/lacak')
  await checkScreen(page, 'public-track')
  await field(page, say('public.track.number')).fill(made.number)
  await button(page, say('public.track.send')).click()
  await checkScreen(page, 'public-track-missing')
  await field(page, say('public.track.secret')).fill('aaaabbbb')
  await button(page, say('public.track.send')).click()
  await checkScreen(page, 'public-track-wrong')
  await track(page, made)
  await checkScreen(page, 'public-case-registered')
  await does('case.take', { note: '' })
  await does('case.return', { reason: 'papers-missing', note: 'Fotokopi KK\nSurat dari puskesmas' })
  await page.reload()
  await checkScreen(page, 'public-case-returned')
  await button(page, say('public.act.complete.send')).click()
  await checkScreen(page, 'public-case-returned-wrong')
  await field(page, say('public.act.complete.words')).fill('Sudah saya antar')
  await button(page, say('public.act.complete.send')).click()
  await checkScreen(page, 'public-case-completed')
  await does('case.recommend', { note: 'Perlu rujukan' })
  await does('case.approve', { note: '' })
  const grant = { referral: randomUUID(), to: offices.rsud, grant: randomUUID(), fields: ['story'] }
  await does('referral.request', { ...grant, note: 'Mohon dilayani' })
  await page.goto('/lacak/kasus')
  await checkScreen(page, 'public-case-referred')
  const hospital = (step: string, data: object) =>
    people.provider.does(`referral.${step}`, { subject: id, data: { referral: grant.referral, ...data } })
  await hospital('accept', { note: '' })
  await hospital('start', { note: '' })
  await hospital('complete', { outcome: 'granted', note: 'Sudah dirawat' })
  await does('case.answer', answer)
  await page.reload()
  await page.getByText(say('public.act.dispute.title')).click()
  await checkScreen(page, 'public-case-answered')
  await button(page, say('public.act.confirm.send')).click()
  await checkScreen(page, 'public-case-closed')
  await page.context().close()
})

test('PUBLIC-8 finding an office, a page that is not there, and the same in English', async () => {
  await district()
  const page = await window()
  await page.goto('/puskesos')
  await checkScreen(page, 'public-offices')
  await page.goto('/puskesos?cari=caturtunggal')
  await checkScreen(page, 'public-offices-found')
  await page.goto('/tidak-ada')
  await checkScreen(page, 'public-not-found')
  await page.goto('/?bahasa=en')
  await checkScreen(page, 'public-home-english')
  await page.context().close()
})

test('PUBLIC-9 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})

const answer = { outcome: 'granted', note: 'Kartu Anda sudah aktif lagi sejak hari ini.', openReferrals: '' }

async function aCase() {
  const id = randomUUID()
  const data = {
    kind: 'complaint',
    category: 'pbi-inactive',
    channel: 'walk-in',
    red: false,
    place: caturtunggal,
    summary,
    story: '',
    client: { name: 'Sumarni', nik: null, kk: null, phone: '081234567890', address: '' },
    reporter: { name: null, phone: null, relation: 'self', anonymous: false },
    contactVia: 'whatsapp',
    restricted: null,
  }
  return { id, ...(await (await district()).people.fo.does('case.register', { subject: id, data })) }
}
