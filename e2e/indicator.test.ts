import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { catalogueEntries, indicatorOf } from '@openslrt/core/figures/catalogue.ts'
import type { ShownIndicator } from '@openslrt/core/figures/indicator-codes.ts'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Locator, Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { acceptLink, clerkAt, post } from './clerk.ts'
import { button, heading, link, say } from './desk.ts'
import { textIn } from './papers.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { people, admin, offices } = sleman
const manager = await sit(people.manager)
const today = dayIn('Asia/Jakarta', Date.now())

async function aCase(
  summary: string,
  own: Partial<RegisterData> = {},
  steps: readonly (readonly [string, object])[] = [],
) {
  const subject = randomUUID()
  await people.manager.does('case.register', { subject, data: registration({ ...own, summary }) })
  for (const [kind, data] of steps) await people.manager.does(kind, { subject, data })
}

const take = ['case.take', { note: '' }] as const
const answer = ['case.answer', { outcome: 'granted', note: 'Sudah aktif.', openReferrals: '' }] as const
const dispute = ['case.dispute', { note: 'Masih ditolak di puskesmas.' }] as const

// What is counted below: six came in, four were responded to, three answered, and one of these came back.
await aCase('Baru masuk')
await aCase('Di Kapanewon Sleman', { place: villageCode.parse('34.04.13.2002') })
await aCase('Diambil', {}, [take])
await aCase('Sudah dijawab', {}, [take, answer])
await aCase('Dijawab juga', {}, [take, answer])
await aCase('Kembali lagi', {}, [take, answer, dispute])

const name = (code: ShownIndicator): string => indicatorOf(code).name.id
const lineOf = (page: Page, code: ShownIndicator): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name(code)}`) }) })
const cellsOf = (page: Page, code: ShownIndicator) => lineOf(page, code).first().getByRole('cell').allInnerTexts()

test('INDICATOR-7 one press leads from the dashboard to the indicators, with place and days', async () => {
  await manager.goto(`/meja/dasbor?from=${today}&to=${today}`)
  await link(manager, say('indicator.title')).click()
  await heading(manager, /^Indikator /).waitFor()
  assert.deepEqual(await cellsOf(manager, 'registered'), ['6', '', '0', '▲ naik 6'])
  assert.deepEqual(await cellsOf(manager, 'responded'), ['67%', '4 dari 6', '–', say('indicator.change.none')])
  assert.deepEqual(await cellsOf(manager, 'reopened'), ['1', '', '0', '▲ naik 1, memburuk'])
  assert.deepEqual((await cellsOf(manager, 'on-time')).slice(0, 2), ['100%', '2 dari 2'])
  await checkScreen(manager, 'indicators')
})

test('INDICATOR-7 what a figure means is one press away, and the cases behind it another', async () => {
  const row = lineOf(manager, 'reopened').first()
  await row.getByText(say('indicator.means')).click()
  await row.getByText(indicatorOf('reopened').numerator.id).waitFor()
  await row.getByText(say('indicator.direction.less')).waitFor()
  await checkScreen(manager, 'indicators-meaning')
  await link(row, '1').click()
  await rowOf(manager, 'Kembali lagi').waitFor()
  assert.equal(await manager.locator('[data-row-link]').count(), 1)
  await manager.goBack()
  await heading(manager, /^Indikator /).waitFor()
})

test('INDICATOR-7 the four main figures stand on top, and the table is taken along as a file', async () => {
  const strip = manager.getByRole('region', { name: say('indicator.headlines') })
  await strip.getByText(say('indicator.headline.fast'), { exact: true }).waitFor()
  assert.equal(await strip.getByText(say('indicator.headline.none'), { exact: true }).count(), 2, 'nobody was visited')
  const coming = manager.waitForEvent('download')
  await button(manager, say('figures.csv')).click()
  const file = await coming
  assert.match(file.suggestedFilename(), /^indikator-34\.04-/)
  const lines = (await textIn(file)).split('\r\n')
  assert.ok(lines.some((line) => line.startsWith(`responded;${name('responded')};67%;4 dari 6;`)))
})

test('INDICATOR-7 a village has its own', async () => {
  const village = '34.04.07.2001'
  await manager.goto(`/meja/indikator?place=${village}`)
  await heading(manager, 'Indikator Caturtunggal').waitFor()
  assert.equal((await cellsOf(manager, 'registered'))[0], '5')
  await checkScreen(manager, 'indicators-village')
})

test('INDICATOR-7 the catalogue says what is counted and what is not, and is taken along in both forms', async () => {
  await manager.goto('/meja/indikator')
  await link(manager, say('catalogue.title')).click()
  await heading(manager, say('catalogue.title')).waitFor()
  await manager.getByText(say('catalogue.uncounted'), { exact: true }).waitFor()
  await checkScreen(manager, 'catalogue')
  const csv = manager.waitForEvent('download')
  await button(manager, say('catalogue.csv')).click()
  const lines = (await textIn(await csv)).trim().split('\r\n')
  assert.ok(lines.length > catalogueEntries.length)
  const json = manager.waitForEvent('download')
  await button(manager, say('catalogue.json')).click()
  const { indicators }: { indicators: readonly unknown[] } = JSON.parse(await textIn(await json))
  assert.equal(indicators.length, lines.length - 1)
  await manager.getByLabel(say('catalogue.find')).fill('pendamping yang aktif')
  await manager.getByText(say('catalogue.shown', { n: '1' })).waitFor()
  await manager.getByLabel(say('catalogue.find')).fill('tidak ada yang begini')
  await manager.getByText(say('catalogue.none')).waitFor()
  assert.equal(await manager.getByText(say('catalogue.uncounted'), { exact: true }).count(), 0)
})

/** Somebody new in an office, signed in. */
async function aPerson(person: string, signInName: string, office: string, role: string) {
  const staff = randomUUID()
  await admin.does('staff.add', { subject: staff, data: { name: person, post: randomUUID(), office, role } })
  const headers = { cookie: `openslrt=${admin.cookie}`, 'x-office': admin.office }
  const { path } = await post<{ path: string }>(house, '/api/staff/invite', { headers, body: { staff } })
  const { cookie } = await acceptLink(house, path, person, signInName)
  return clerkAt(house, cookie, office)
}

test('INDICATOR-7 who leads reads the same page without small numbers, and opens no case', async () => {
  const { cookie } = await aPerson('Bupati', 'bupati', offices.secretariat, 'leader')
  const leader = await enter({ cookie })
  await leader.goto('/meja/indikator')
  await heading(leader, /^Indikator /).waitFor()
  assert.equal((await cellsOf(leader, 'registered'))[0], '6')
  assert.equal((await cellsOf(leader, 'responded'))[0], say('indicator.say.withheld'))
  assert.equal((await cellsOf(leader, 'reopened'))[0], say('indicator.say.few', { least: '5' }))
  await leader.getByText(say('indicator.withheld', { least: '5' })).waitFor()
  assert.equal(await leader.locator('main a[href*="/antrean"]').count(), 0)
  await checkScreen(leader, 'indicators-leader')
  await leader.context().close()
})

test('BOARD-14 the nation’s map leads to a province, by a square that says its number', async () => {
  const nation = await enter({ cookie: admin.cookie })
  await nation.goto('/meja/dasbor?urut=open')
  const map = nation.getByRole('list', { name: say('tiles.title') })
  const square = map.getByRole('link', { name: /Daerah Istimewa Yogyakarta, / })
  await square.waitFor()
  assert.equal(await map.getByRole('link').count(), 38)
  assert.match((await square.textContent()) ?? '', new RegExp(`^DIY .*, ${say('measure.open')}: \\d+$`))
  await checkScreen(nation, 'dashboard-map')
  await square.click()
  await heading(nation, /Yogyakarta/).waitFor()
  assert.equal(await nation.getByRole('list', { name: say('tiles.title') }).count(), 0)
  await nation.context().close()
})

test('BOARD-13 nothing went wrong in any page of indicators without being shown', () => {
  assert.deepEqual(faults, [])
})
