import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import { dialogOf } from './case-card.ts'
import { button, field, heading, link, reloadUntil, say, typedDay } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'

const { sleman, faults, enter, sit } = await setScene()
const { people } = sleman
/** Today in Sleman. */
const today = dayIn('Asia/Jakarta', Date.now())
const rows = [
  'Nama;NIK;Tgl Lahir;Desa;Kecamatan;No HP;Kronis',
  'Tugiyem;3404071203400001;12/03/1940;Caturtunggal;Depok;081234567811;',
  'Paijo;3404071203800002;12/03/1980;Caturtunggal;Depok;;ya',
  ...[3, 4, 5, 6, 7].map((n) => `Warga ${n};340407120380001${n};12/03/1980;Caturtunggal;Depok;;`),
  'Tanpa Desa;3404071203800003;12/03/1980;Atlantis;Depok;;',
]

test('SURGE-11 a list is started, loaded and opened, and people are called in their order', async () => {
  const chief = await sit(people.manager)
  await chief.goto('/meja/terdampak')
  await chief.getByText(say('surge.empty.title')).waitFor()
  await checkScreen(chief, 'surges-empty')
  await button(chief, say('surge.start')).click()
  await button(dialogOf(chief), say('surge.start')).click()
  await dialogOf(chief).getByText(say('surge.form.name.missing')).waitFor()
  await field(chief, say('surge.form.name')).fill('PBI dinonaktifkan')
  await chief.getByRole('radio', { name: 'PBI dinonaktifkan' }).check()
  await chief.getByLabel(say('surge.form.category')).selectOption({ index: 1 })
  await field(chief, say('surge.day')).fill(typedDay(today))
  await chief.getByRole('checkbox', { name: 'Puskesos Caturtunggal' }).check()
  await field(chief, say('surge.form.first')).fill(typedDay(today))
  await checkScreen(chief, 'surge-start')
  await button(dialogOf(chief), say('surge.start')).click()
  await heading(chief, 'PBI dinonaktifkan').waitFor()

  await chief
    .locator('input[type=file]')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) })
  await button(chief, say('surge.load')).click()
  await chief.getByText(say('surge.load.read', { good: 7, wrong: 1 })).waitFor()
  const [sheet] = await Promise.all([chief.waitForEvent('download'), button(chief, say('surge.load.faults')).click()])
  assert.equal(sheet.suggestedFilename(), 'perbaiki.xlsx')
  await link(chief, new RegExp(`^${say('surge.tab.listed')}`)).click()
  await reloadUntil(chief, chief.getByText('Tugiyem'))
  await button(chief, say('surge.open')).click()
  await link(chief, new RegExp(`^${say('surge.tab.queue')}`)).click()
  await reloadUntil(chief, chief.getByText(say('surge.number', { number: 1 })))
  await checkScreen(chief, 'surge')

  const fo = await sit(people.fo)
  await fo.goto('/meja/terdampak')
  await link(fo, /PBI dinonaktifkan/).click()
  await link(fo, new RegExp(`^${say('surge.tab.queue')}`)).click()
  const first = fo.locator('.surge__person').first()
  await first.getByText('Paijo').waitFor()
  await first.getByText(say('triage.chronic')).waitFor()
  await button(first, say('surge.act.done')).click()
  await link(fo, new RegExp(`^${say('surge.tab.done')}`)).click()
  await fo.getByText('Paijo').waitFor()
  await checkScreen(fo, 'surge-done')

  await button(chief, say('surge.change')).click()
  await checkScreen(chief, 'surge-change')
  await field(dialogOf(chief), say('surge.form.name')).fill('')
  await button(dialogOf(chief), say('surge.change.send')).click()
  await dialogOf(chief).getByText(say('surge.form.name.missing')).waitFor()
  await field(dialogOf(chief), say('surge.form.name')).fill('PBI dinonaktifkan Februari')
  await dialogOf(chief)
    .getByRole('checkbox', { name: say('surge.form.public') })
    .check()
  await button(dialogOf(chief), say('surge.change.send')).click()
  // Whatever slots the server gave out while the form was open, nobody else said what it says.
  await heading(chief, 'PBI dinonaktifkan Februari').waitFor()
  await link(chief, say('surge.public.open')).waitFor()
  await chief.context().close()
  await fo.context().close()
})

test('SURGE-13 from the front page everybody comes to the numbers of a list, and to nobody on it', async () => {
  const citizen = await enter({})
  await citizen.goto('/')
  // What was counted just now stands for some seconds.
  await reloadUntil(citizen, link(citizen, say('public.home.surges')))
  await checkScreen(citizen, 'front-with-surges')
  await link(citizen, say('public.home.surges')).click()
  await checkScreen(citizen, 'surges-public')
  await citizen.clock.install()
  await link(citizen, /PBI dinonaktifkan Februari/).click()
  await citizen.getByText(say('public.surge.why', { least: 5 })).waitFor()
  await checkScreen(citizen, 'surge-public')
  for (const name of ['Tugiyem', 'Paijo', '34040712']) assert.equal(await citizen.getByText(name).count(), 0, name)
  // The page fetches its numbers anew while somebody looks: what stands in their place, and nothing else.
  const renewed = citizen.waitForResponse((answer) => answer.url() === citizen.url())
  await citizen.clock.fastForward('00:30')
  assert.equal((await renewed).status(), 200)
  await citizen.getByText(say('public.surge.why', { least: 5 })).waitFor()
  await citizen.context().close()
})

test('SURGE-14 whoever looks after the lists says who comes first, from a day on', async () => {
  const admin = await enter({ cookie: sleman.admin.cookie })
  await admin.goto('/meja/urutan')
  await heading(admin, say('surge.order')).waitFor()
  await checkScreen(admin, 'surge-order')
  await button(admin, say('surge.order.down', { class: say('triage.emergency') })).click()
  await button(admin, say('surge.order.out', { class: say('triage.pregnant') })).click()
  await button(admin, say('surge.order.send')).click()
  await admin.getByText(/^Urutan ini berlaku sejak/).waitFor()
  await admin.reload()
  await admin.locator('.surge__order li').first().getByText(say('triage.chronic')).waitFor()
  assert.equal(await admin.locator('.surge__order li').count(), 6)
  await admin.context().close()
})

test('SURGE-11 the pages of affected lists are whole in English', async () => {
  const page = await enter({ cookie: people.manager.cookie, language: 'en' })
  await page.goto('/meja/terdampak')
  await link(page, /PBI dinonaktifkan/).click()
  await page.getByRole('heading', { level: 1, name: /PBI dinonaktifkan/ }).waitFor()
  await checkEnglish(page, 'surge')
  await page.goto('/terdampak')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'surges-public')
  assert.deepEqual(faults, [])
})
