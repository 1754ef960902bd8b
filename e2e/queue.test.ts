import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { button, field, heading, link, say, signIn, signOut } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, sit, enter } = await setScene()
const { people, admin, offices } = sleman

async function aCase(summary: string, own: Partial<RegisterData> = {}) {
  const id = randomUUID()
  const { number } = await people.fo.does('case.register', { subject: id, data: registration({ ...own, summary }) })
  return { id, number, summary }
}

const search = (page: Page): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams)
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: say('list.filters') }).getByRole('link', { name: new RegExp(`^${name}`) })
const summaries = (page: Page): Promise<string[]> => page.locator('[data-row-link]').allInnerTexts()
const chips = (page: Page) => page.getByRole('list', { name: say('case.filter.set') })

test('WAIT-1 an empty queue says whether that is good news, and leads to where there may be more', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  for (const queue of ['office', 'mine', 'due', 'citizen', 'referred', 'all'] as const) {
    await tab(bo, say(`case.queue.${queue}`)).click()
    await heading(bo, say(`case.queue.empty.${queue}.title`)).waitFor()
  }
  await checkScreen(bo, 'queue-empty')
  await tab(bo, say('case.queue.mine')).click()
  await button(bo, say('case.queue.to-office')).click()
  await button(bo, say('case.queue.to-all')).click()
  assert.deepEqual(search(bo), { queue: 'all' })
  await bo.context().close()
})

test('WAIT-2 filters stand in the address, on chips and in the list, and outlive a reload', async () => {
  await aCase('Cek desil', { kind: 'question', category: 'decile-check' })
  await aCase('Kartu merah', { red: true })
  await aCase('Rumah roboh', { category: 'unfit-house' })
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await bo.getByText(say('case.filter.open'), { exact: true }).click()
  await bo.getByLabel(say('case.filter.kind'), { exact: true }).selectOption({ label: say('kind.complaint') })
  await rowOf(bo, 'Cek desil').waitFor({ state: 'detached' })
  await bo.getByLabel(say('case.filter.priority'), { exact: true }).selectOption({ label: 'Kartu merah' })
  await rowOf(bo, 'Rumah roboh').waitFor({ state: 'detached' })
  assert.deepEqual(search(bo), { kind: 'complaint', priority: 'red' })
  await bo.reload()
  await rowOf(bo, 'Kartu merah').waitFor()
  assert.deepEqual(await summaries(bo), ['Kartu merah'])
  await bo.getByText(say('case.filter.open-some', { count: 2 })).waitFor()
  await checkScreen(bo, 'queue-filtered')
  const priority = `${say('case.filter.priority')}: Kartu merah`
  await chips(bo)
    .getByRole('button', { name: new RegExp(`^${priority}`) })
    .click()
  await rowOf(bo, 'Rumah roboh').waitFor()
  assert.deepEqual(search(bo), { kind: 'complaint' })
  await bo.context().close()
})

test('WAIT-2 filters that leave nothing say so, and are taken away together', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean?queue=all&status=cancelled&category=pip&sort=newest')
  await heading(bo, say('case.queue.none.title')).waitFor()
  await chips(bo).getByText('PIP / KIP sekolah').waitFor()
  await button(bo, say('case.filter.clear')).click()
  await rowOf(bo, 'Cek desil').waitFor()
  assert.deepEqual(search(bo), { queue: 'all', sort: 'newest' })
  await bo.context().close()
})

test('WAIT-2 an old link with words that are none still shows the list', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean?status=hilang&warna=biru&halaman=abc&from=kemarin')
  await rowOf(bo, 'Rumah roboh').waitFor()
  assert.equal(await chips(bo).count(), 0)
  await bo.context().close()
})

test('WAIT-2 a category and a number are found by typing', async () => {
  const { number } = await aCase('Yang dicari lewat nomor')
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await bo.getByText(say('case.filter.open'), { exact: true }).click()
  const category = bo.getByRole('combobox', { name: say('case.filter.category') })
  await category.fill('layak huni')
  await bo.getByRole('listbox').getByRole('option').first().click()
  await rowOf(bo, 'Yang dicari lewat nomor').waitFor({ state: 'detached' })
  assert.equal(search(bo)['category'], 'unfit-house')
  await button(chips(bo), /./).click()
  await field(bo, say('case.filter.number')).fill(number)
  await field(bo, say('case.filter.number')).press('Enter')
  await rowOf(bo, 'Rumah roboh').waitFor({ state: 'detached' })
  assert.deepEqual(await summaries(bo), ['Yang dicari lewat nomor'])
  await bo.context().close()
})

test('WAIT-3 what is due first stands first, a red card before all; another order is asked for', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await rowOf(bo, 'Kartu merah').waitFor()
  assert.equal((await summaries(bo))[0], 'Kartu merah')
  await bo.getByLabel(say('case.order')).selectOption({ label: say('case.order.newest') })
  await bo.waitForFunction(() => document.querySelector('[data-row-link]')?.textContent === 'Yang dicari lewat nomor')
  assert.deepEqual(search(bo), { sort: 'newest' })
  const newest = await summaries(bo)
  await bo.getByLabel(say('case.order')).selectOption({ label: say('case.order.oldest') })
  await bo.waitForFunction(() => document.querySelector('[data-row-link]')?.textContent === 'Cek desil')
  assert.deepEqual(await summaries(bo), newest.toReversed())
  await bo.context().close()
})

test('WAIT-4 a list shows no more of a person than a masked name', async () => {
  const bo = await sit(people.bo)
  const reply = bo.waitForResponse((answer) => answer.url().includes('/api/cases?'))
  await bo.goto('/meja/antrean')
  await rowOf(bo, 'Rumah roboh').waitFor()
  const sent = await (await reply).text()
  const shown = await bo.locator('body').innerText()
  for (const secret of ['Sumarni', '3404075203600001', '081234567890', 'Budi', 'Ditolak saat berobat'])
    assert.ok(!sent.includes(secret) && !shown.includes(secret), secret)
  await bo.context().close()
})

test('WAIT-5 each page has its address; a card leads back to the very place it was opened from', async () => {
  for (let at = 1; at <= 50; at += 1) await aCase(`Kasus ke-${at}`, { channel: 'phone' })
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean?queue=all&sort=newest')
  await bo
    .getByRole('navigation', { name: say('list.pages') })
    .getByRole('button', { name: '2', exact: true })
    .click()
  await rowOf(bo, 'Kasus ke-25').waitFor()
  assert.deepEqual(search(bo), { queue: 'all', sort: 'newest', halaman: '2' })
  await bo.getByText(say('list.range', { from: 26, to: 50, total: 54 })).waitFor()
  await checkScreen(bo, 'queue-page-2')
  await link(bo, 'Kasus ke-25').click()
  await heading(bo, /Kasus ke-25/).waitFor()
  await link(bo, say('case.card.back')).click()
  await rowOf(bo, 'Kasus ke-25').waitFor()
  assert.equal(search(bo)['halaman'], '2')
  await link(bo, 'Kasus ke-24').click()
  await heading(bo, /Kasus ke-24/).waitFor()
  await bo.goBack()
  await rowOf(bo, 'Kasus ke-24').waitFor()
  assert.equal(search(bo)['halaman'], '2')
  await bo.context().close()
})

test('WAIT-5 another tab, filter or order begins at the first page; a page that is gone leads to the last', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean?queue=all&halaman=2')
  await bo.getByLabel(say('case.order')).selectOption({ label: say('case.order.newest') })
  await rowOf(bo, 'Kasus ke-50').waitFor()
  assert.deepEqual(search(bo), { queue: 'all', sort: 'newest' })
  await bo.goto('/meja/antrean?queue=all&sort=newest&halaman=40')
  await rowOf(bo, 'Cek desil').waitFor()
  assert.equal(search(bo)['halaman'], '3')
  await bo.getByText(say('list.range', { from: 51, to: 54, total: 54 })).waitFor()
  await bo.context().close()
})

test('WAIT-6 with the keyboard alone: n writes a new case, / searches, j and Enter open the first', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/antrean?sort=newest')
  await rowOf(fo, 'Kasus ke-50').waitFor()
  await fo.keyboard.press('j')
  await fo.keyboard.press('j')
  await fo.keyboard.press('Enter')
  await heading(fo, /Kasus ke-49/).waitFor()
  await fo.goBack()
  await rowOf(fo, 'Kasus ke-50').waitFor()
  await fo.keyboard.press('/')
  await fo.keyboard.type('ke-12')
  await fo.keyboard.press('Enter')
  await heading(fo, say('case.search.found', { words: 'ke-12' })).waitFor()
  await fo.goBack()
  await rowOf(fo, 'Kasus ke-50').waitFor()
  await fo.keyboard.press('n')
  await heading(fo, say('case.register.title')).waitFor()
  await fo.context().close()
})

test('WAIT-7 a tab tells how many wait, the menu too, and both know at once what was done here', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await tab(bo, say('case.queue.mine')).getByText('0').waitFor()
  const menu = bo.getByRole('navigation', { name: say('shell.menu') })
  await link(menu, /54/).waitFor()
  await link(bo, 'Kartu merah').click()
  await button(bo, say('move.take')).click()
  await bo.getByRole('main').getByText(say('case.card.you')).first().waitFor()
  await link(bo, say('case.card.back')).click()
  await tab(bo, say('case.queue.mine')).getByText('1').waitFor()
  await tab(bo, say('case.queue.mine')).click()
  // The list before stays in sight until the next one has come.
  await rowOf(bo, 'Kasus ke-').first().waitFor({ state: 'detached' })
  assert.deepEqual(await summaries(bo), ['Kartu merah'])
  await bo.context().close()
})

test('WAIT-8 an office of a district looks at one sub-district, and the chip says its name', async () => {
  const village = villageCode.parse('34.04.13.2002')
  const id = randomUUID()
  await people.manager.does('case.register', {
    subject: id,
    data: registration({ place: village, summary: 'Dari Sleman' }),
  })
  const manager = await sit(people.manager)
  await manager.goto('/meja/antrean?queue=all')
  await manager.getByText(say('case.filter.open'), { exact: true }).click()
  await manager.getByLabel(say('case.filter.place'), { exact: true }).selectOption({ label: 'Depok' })
  await chips(manager)
    .getByText(`${say('case.filter.place')}: Depok`)
    .waitFor()
  assert.equal(search(manager)['place'], '34.04.07')
  await manager.getByLabel(say('case.filter.place'), { exact: true }).selectOption({ value: '34.04.13' })
  await rowOf(manager, 'Dari Sleman').waitFor()
  assert.deepEqual(await summaries(manager), ['Dari Sleman'])
  await manager.context().close()
})

test('SEAT-1 who sits down at the same page after somebody finds neither their words nor their list', async () => {
  const desk = await enter()
  await desk.goto('/meja/antrean')
  await signIn(desk, people.bo.signInName)
  await rowOf(desk, 'Kasus ke-1').first().waitFor()
  await desk.keyboard.press('/')
  await desk.keyboard.type('3404075203600001')
  await desk.keyboard.press('Enter')
  await heading(desk, say('case.search.found', { words: '3404075203600001' })).waitFor()
  await signOut(desk, people.bo.name)
  await heading(desk, say('account.title')).waitFor()
  await signIn(desk, people.coordinator.signInName)
  await heading(desk, say('case.queue.title')).waitFor()
  await desk.evaluate(() => history.pushState(null, '', '/meja/cari'))
  await desk.evaluate(() => window.dispatchEvent(new PopStateEvent('popstate')))
  await heading(desk, say('case.search.title')).waitFor()
  assert.ok(!(await desk.locator('body').innerText()).includes('3404075203600001'))
  await desk.context().close()
})

test('SEAT-2 who works at two offices acts from one at a time, and begins there anew', async () => {
  const post = { staff: people.coordinator.staff, office: offices.secretariat, role: 'manager' }
  await admin.does('post.give', { data: post })
  const page = await sit(people.coordinator)
  await page.goto('/meja/antrean?queue=mine')
  await heading(page, say('case.queue.title')).waitFor()
  await page.locator('summary').filter({ hasText: 'Puskesos Caturtunggal' }).click()
  await checkScreen(page, 'office-switch')
  await button(page, /^Sekretariat SLRT Sleman/).click()
  await page.locator('summary').filter({ hasText: 'Sekretariat SLRT Sleman' }).waitFor()
  // A manager begins with the work of all.
  await heading(page, say('workload.title')).waitFor()
  await page.goto('/meja/antrean')
  await rowOf(page, 'Dari Sleman').waitFor()
  assert.deepEqual(search(page), {})
  await page.reload()
  await page.locator('summary').filter({ hasText: 'Sekretariat SLRT Sleman' }).waitFor()
  await page.context().close()
})

test('SEAT-3 a screen whose file is gone after an update says so and leads on by a reload', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await rowOf(bo, 'Kasus ke-50').or(rowOf(bo, 'Kasus ke-1')).first().waitFor()
  await bo.route('**/assets/inbox-screen*', (route) => route.fulfill({ status: 404, body: 'gone' }))
  await link(bo, new RegExp(`^${say('referral.inbox.title')}`))
    .first()
    .click()
  await heading(bo, say('shell.version.title')).waitFor()
  await checkScreen(bo, 'new-version')
  await bo.unroute('**/assets/inbox-screen*')
  await button(bo, say('shell.failed.action')).click()
  await heading(bo, say('referral.inbox.title')).waitFor()
  await bo.context().close()
})

test('SEAT-4 a server that is away is said on the screen, and the list comes by itself when it is back', async () => {
  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  await rowOf(bo, 'Kartu merah').waitFor()
  await house.halt()
  await tab(bo, say('case.queue.citizen')).click()
  await heading(bo, say('case.list.failed')).waitFor()
  await bo.getByText(say('ask.unavailable')).first().waitFor()
  await checkScreen(bo, 'queue-failed')
  await house.resume()
  await button(bo, say('failed.action')).click()
  await heading(bo, say('case.queue.empty.citizen.title')).waitFor()
  await bo.context().close()
})

test('DESK-6 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(
    faults.filter((fault) => !fault.includes('inbox-screen')),
    [],
  )
})
