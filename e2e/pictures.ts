import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Browser, Locator, Page } from 'playwright-core'
import { deskSize, openBrowser, openWindow, phoneSize } from './browser.ts'
import { type Accepted, type Clerk, clerkAt } from './clerk.ts'
import { button, field, heading, link, optional, say, signIn } from './desk.ts'
import { type House, startHouse } from './house.ts'

// `npm run pictures`: what the screens look like with the demo's data, for README and docs. Looked at by people, not compared.

const folder = join(import.meta.dirname, '../docs/pictures')
const faults: string[] = []

interface Studio {
  readonly house: House
  readonly browser: Browser
  readonly passwords: ReadonlyMap<string, string>
}

async function main(): Promise<void> {
  await mkdir(folder, { recursive: true })
  const house = await startHouse(['--demo'])
  const browser = await openBrowser()
  try {
    const studio = { house, browser, passwords: passwordsIn(house.said()) }
    const kase = await aReferredCase(studio)
    await ofAdministration(studio)
    await ofTheDesk(studio, kase.id)
    await ofFamilies(studio)
    await ofTheData(studio)
    await ofTheDashboard(studio)
    await ofThePublicFace(studio, kase)
  } finally {
    await browser.close()
    await house.stop()
  }
  for (const fault of faults) console.error(fault)
}

/** The demo prints sign-in names and passwords once. */
const passwordsIn = (said: string): ReadonlyMap<string, string> =>
  new Map([...said.matchAll(/(\S+) +(\w{4}-\w{4}-\w{4})$/gm)].map(([, name = '', password = '']) => [name, password]))

async function enter({ house, browser }: Studio): Promise<Page> {
  return openWindow(browser, house, { faults })
}

async function sit(studio: Studio, name: string): Promise<Page> {
  const page = await enter(studio)
  await page.goto('/meja/')
  await heading(page, say('account.title')).waitFor()
  await signIn(page, name, studio.passwords.get(name) ?? '')
  await page.getByRole('navigation', { name: say('shell.menu') }).waitFor()
  return page
}

/** The same screen on a desk and on a phone; where a part of it is meant, that stands at the top. */
async function take(page: Page, name: string, part?: Locator): Promise<void> {
  for (const size of [deskSize, phoneSize]) {
    await page.setViewportSize(size)
    await page.evaluate(() => document.fonts.ready)
    // Below the bar that stays where it is.
    await part?.evaluate((top) => scrollTo(0, top.getBoundingClientRect().top + scrollY - 80))
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) })
  }
  await page.setViewportSize(deskSize)
  console.log(name)
}

async function ofAdministration(studio: Studio): Promise<void> {
  const stranger = await enter(studio)
  await stranger.goto('/meja/masuk')
  await heading(stranger, say('account.title')).waitFor()
  await stranger.getByText(say('shell.demo')).waitFor()
  await take(stranger, 'sign-in')
  const admin = await sit(studio, 'admin')
  for (const [address, name] of [
    ['/meja/kantor', 'offices'],
    ['/meja/petugas', 'staff'],
  ] as const) {
    await admin.goto(address)
    await admin.getByRole('table').waitFor()
    await take(admin, name)
  }
}

async function ofTheDesk(studio: Studio, kase: string): Promise<void> {
  const bo = await sit(studio, 'bo.caturtunggal')
  await bo.goto('/meja/antrean')
  await bo.getByRole('table').waitFor()
  await take(bo, 'desk-queue')
  await bo.goto(`/meja/kasus/34.04/${kase}`)
  await heading(bo, say('case.way')).waitFor()
  await take(bo, 'desk-case')
  await ofRegistering(await sit(studio, 'fo.caturtunggal'))
  const hospital = await sit(studio, 'rsud')
  await hospital.goto('/meja/rujukan')
  await hospital.getByRole('table').waitFor()
  await take(hospital, 'referral-inbox')
}

/** A family with its house, and what it is entitled to and why. */
async function ofFamilies(studio: Studio): Promise<void> {
  const bo = await sit(studio, 'bo.caturtunggal')
  await openFamily(bo)
  await take(bo, 'family')
  const fold = bo.locator('summary').filter({ hasText: say('match.title') })
  await fold.click()
  const why = bo.getByText(say('match.why'), { exact: true }).first()
  await why.click()
  await take(bo, 'matching', fold)
}

/** One of those in need whose house is known. */
async function openFamily(page: Page): Promise<void> {
  await page.goto('/meja/kebutuhan/semua')
  const families = page.locator('main a[href*="/keluarga/34.04/"]')
  await families.first().waitFor()
  const addresses = await families.evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  for (const address of addresses) {
    await page.goto(address)
    await heading(page, /^Keluarga /).waitFor()
    if (await page.getByText(floor, { exact: true }).isVisible()) return
  }
}
const floor = say('variable.jenis_lantai_terluas')

/** Proposals, visits of a facilitator, those whom a wave strikes: lists that a newcomer asks for. */
async function ofTheData(studio: Studio): Promise<void> {
  for (const [who, address, name] of [
    ['verifikator.slrt', '/meja/usulan', 'proposals'],
    ['fasilitator.caturtunggal', '/meja/kunjungan', 'visits'],
  ] as const) {
    const page = await sit(studio, who)
    await page.goto(address)
    await page.getByRole('table').waitFor()
    await take(page, name)
  }
  const manager = await sit(studio, 'manajer.slrt')
  await manager.goto('/meja/terdampak')
  await manager.getByRole('link', { name: /^PBI-JKN dinonaktifkan/ }).click()
  await heading(manager, /^PBI-JKN dinonaktifkan/).waitFor()
  await manager.locator('main [aria-busy=true]').waitFor({ state: 'detached' })
  await take(manager, 'affected')
}

async function ofRegistering(fo: Page): Promise<void> {
  await fo.goto('/meja/catat')
  await field(fo, say('case.register.name')).fill('Sumarni')
  await field(fo, optional(say('case.field.phone'))).fill('0812 3456 7890')
  await field(fo, optional(say('case.field.nik'))).fill(registration().client.nik ?? '')
  await fo.getByText(say('alike.same-nik')).waitFor()
  await take(fo, 'desk-register')
  await fo.getByRole('radio', { name: say('kind.complaint'), exact: true }).check()
  await fo.getByRole('combobox', { name: say('case.field.category'), exact: true }).fill('tidak aktif')
  await fo.getByRole('option', { name: /^PBI-JKN \(BPJS\/KIS\) tidak aktif/ }).click()
  await field(fo, optional(say('case.register.summary'))).fill('BPJS PBI tidak aktif, perlu cuci darah')
  await button(fo, say('case.register.send')).click()
  await heading(fo, say('case.receipt.title')).waitFor()
  await take(fo, 'desk-receipt')
}

async function ofTheDashboard(studio: Studio): Promise<void> {
  const manager = await sit(studio, 'manajer.slrt')
  await manager.goto('/meja/dasbor')
  await link(manager, say('figures.last.365')).click()
  await manager
    .locator('a[aria-current]')
    .filter({ hasText: say('figures.last.365') })
    .waitFor()
  await manager.locator('.board[aria-busy=false]').waitFor()
  await take(manager, 'dashboard')
}

async function clerkOf(studio: Studio, name: string): Promise<Clerk> {
  const page = await sit(studio, name)
  const cookies = await page.context().cookies()
  const cookie = cookies.find((one) => one.name === 'openslrt')?.value ?? ''
  const me: { posts: { office: string }[] } = JSON.parse(await (await page.request.get('/api/me')).text())
  await page.context().close()
  return clerkAt(studio.house, cookie, me.posts[0]?.office ?? '')
}

/** A case on its way: taken, approved, and asked of the hospital. */
async function aReferredCase(studio: Studio): Promise<Accepted & { id: string }> {
  const fo = await clerkOf(studio, 'fo.caturtunggal')
  const bo = await clerkOf(studio, 'bo.caturtunggal')
  const coordinator = await clerkOf(studio, 'koordinator.caturtunggal')
  const hospital = await clerkOf(studio, 'rsud')
  const subject = randomUUID()
  const registered = await fo.does('case.register', { subject, data: registration() })
  await bo.does('case.take', { subject, data: { note: '' } })
  await bo.does('case.recommend', { subject, data: { note: 'Layak diusulkan aktif kembali.' } })
  await coordinator.does('case.approve', { subject, data: { note: '' } })
  const note = 'Mohon surat keterangan perawatan.'
  const data = { referral: randomUUID(), grant: randomUUID(), to: hospital.office, fields: ['story', 'client'], note }
  await bo.does('referral.request', { subject, data })
  return { id: subject, ...registered }
}

async function ofThePublicFace(studio: Studio, { number, receipt }: Accepted): Promise<void> {
  const citizen = await enter(studio)
  await citizen.goto('/')
  await take(citizen, 'public-home')
  await citizen.goto('/lapor?jenis=pengaduan')
  await take(citizen, 'public-report')
  await citizen.goto('/lacak')
  await field(citizen, say('public.track.number')).fill(number)
  await field(citizen, say('public.track.secret')).fill(receipt.short)
  await button(citizen, say('public.track.send')).click()
  await heading(citizen, say('public.case.way')).waitFor()
  await take(citizen, 'public-track')
}

await main()
