import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayIn } from '@openslrt/core/i18n/translate.ts'
import { registration } from '@openslrt/core/testing/a-case.ts'
import type { Page } from 'playwright-core'
import { rowOf } from './case-card.ts'
import { button, field, heading, link, openOwnMenu, say } from './desk.ts'
import { setScene } from './scene.ts'
import { checkScreen, notEnglish } from './screen.ts'

const { sleman, faults, sit, enter } = await setScene()
const { people } = sleman

test('DESK-2 the quick way: a question is registered, answered and closed by the front desk, in at most 4 clicks', async () => {
  const fo = await sit(people.fo)
  await fo.goto('/meja/')
  await heading(fo, say('case.queue.title')).waitFor()
  const presses = await countPresses(fo)
  await button(fo, say('case.queue.register')).click()
  await heading(fo, say('case.register.title')).waitFor()
  await reach(fo, say('case.register.name'))
  await fo.keyboard.type('Tukiyem')
  await fo.getByRole('radio', { name: say('kind.question'), exact: true }).click()
  await reach(fo, say('case.field.category'))
  await fo.keyboard.type('cek desil')
  await fo.getByRole('option', { name: /^Cek desil/ }).waitFor()
  await fo.keyboard.press('Enter')
  await fo.getByRole('radio', { name: 'Informasi diberikan', exact: true }).click()
  await checkScreen(fo, 'register-quick')
  await button(fo, say('case.register.send-settle')).click()
  await heading(fo, say('case.receipt.title-settled')).waitFor()
  assert.ok((await presses()) <= 4, `${await presses()} clicks`)
  await checkScreen(fo, 'receipt-settled')
  await button(fo, say('case.receipt.open')).click()
  await fo.getByText(say('closure.settled')).first().waitFor()
})

/** Counts what is pressed with a mouse or a finger from now on. */
async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['presses'] = '0'
    const count = () => {
      document.documentElement.dataset['presses'] = String(Number(document.documentElement.dataset['presses']) + 1)
    }
    document.addEventListener('pointerdown', count, true)
  })
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['presses']))
}

/** Goes on with the Tab key until the field has the keyboard. */
async function reach(page: Page, label: string): Promise<void> {
  const one = page.getByLabel(label, { exact: true })
  await one.waitFor()
  for (let steps = 0; steps < 12; steps++) {
    if (await one.evaluate((part) => part === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`the Tab key does not lead to ${label}`)
}

test('DESK-3 a case is found by number, by NIK and by name; the words stand in no address', async () => {
  const { number } = await people.fo.does('case.register', {
    data: registration({ summary: 'Kasus yang dicari', client: { ...registration().client, name: 'Wagiyem Sastro' } }),
  })
  const bo = await sit(people.bo)
  await bo.goto('/meja/')
  const box = bo.getByRole('searchbox', { name: say('shell.search.label') })
  for (const words of [number, '3404075203600001', 'wagiyem']) {
    await heading(bo, say('case.queue.title')).or(heading(bo, /“/)).waitFor()
    await bo.keyboard.press('/')
    await box.fill(words)
    await box.press('Enter')
    await heading(bo, say('case.search.found', { words })).waitFor()
    await rowOf(bo, 'Kasus yang dicari').waitFor()
    assert.doesNotMatch(bo.url(), new RegExp(words))
  }
  await checkScreen(bo, 'search')
  await box.fill('tidak ada yang begini')
  await box.press('Enter')
  await heading(bo, say('case.search.none.title')).waitFor()
  await checkScreen(bo, 'search-none')
})

test('DESK-4 a report from home, without a script or a name, lands in the queue of the Puskesos of its village', async () => {
  const home = await enter({ javaScript: false, phone: true })
  await home.goto('/lapor?jenis=pengaduan')
  await home.getByRole('radio', { name: 'Layanan puskesmas atau rumah sakit', exact: true }).check()
  await field(home, say('public.report.summary')).fill('Loket menolak tanpa alasan')
  await button(home, say('public.report.next')).click()
  await field(home, say('public.report.search')).fill('Caturtunggal, Depok')
  await button(home, say('public.report.search.send')).click()
  await home.getByRole('radio', { name: /^Caturtunggal/ }).check()
  await button(home, say('public.report.next')).click()
  await home.getByRole('radio', { name: say('public.report.for.self') }).check()
  await home.getByRole('checkbox', { name: say('public.report.anonymous.choice') }).check()
  await button(home, say('public.report.send')).click()
  await heading(home, say('public.receipt.title')).waitFor()
  await home.getByText(say('public.receipt.office', { office: 'Puskesos Caturtunggal' })).waitFor()

  const bo = await sit(people.bo)
  await bo.goto('/meja/antrean')
  const row = rowOf(bo, 'Loket menolak tanpa alasan')
  await row.getByText(say('case.client.unknown')).waitFor()
  await link(row, 'Loket menolak tanpa alasan').click()
  await bo.getByText(say('case.reporter.anonymous')).first().waitFor()
})

const english = sayIn('en')

test('DESK-5 in English every screen is English, and stays so', async () => {
  const { number } = await people.fo.does('case.register', {
    data: registration({ summary: 'Roof came down', story: 'The roof came down in the storm.' }),
  })
  const manager = await sit(people.manager)
  await manager.goto('/meja/')
  await openOwnMenu(manager, people.manager.name)
  await button(manager, say('shell.language.other')).click()
  await heading(manager, english('workload.title')).waitFor()
  await manager.goto('/meja/antrean?queue=all')
  await rowOf(manager, 'Roof came down').waitFor()
  await isEnglish(manager)
  await link(rowOf(manager, 'Roof came down'), 'Roof came down').click()
  await heading(manager, new RegExp(number)).waitFor()
  await heading(manager, english('case.way')).waitFor()
  await isEnglish(manager)
  for (const [address, title] of [
    ['/meja/catat', 'case.register.title'],
    ['/meja/rujukan', 'referral.inbox.title'],
  ] as const) {
    await manager.goto(address)
    await heading(manager, english(title)).waitFor()
    await isEnglish(manager)
  }
  await manager.goto('/meja/dasbor')
  await manager.getByText(english('figures.trend'), { exact: true }).first().waitFor()
  await isEnglish(manager)
  await checkScreen(manager, 'dashboard-english')

  const admin = await enter({ cookie: sleman.admin.cookie, language: 'en' })
  for (const [address, title] of [
    ['/meja/kantor', 'office.title'],
    ['/meja/petugas', 'staff.title'],
  ] as const) {
    await admin.goto(address)
    await heading(admin, english(title)).waitFor()
    await admin.getByRole('table').waitFor()
    await isEnglish(admin)
  }
})

const isEnglish = async (page: Page): Promise<void> => assert.deepEqual(await notEnglish(page), [])

test('DESK-6 nothing went wrong in any page without being shown', () => {
  assert.deepEqual(faults, [])
})
