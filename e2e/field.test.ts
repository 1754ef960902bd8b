import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { button, field, heading, link, say, signIn } from './desk.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, offices, faults, enter } = await setScene().then((scene) => ({
  ...scene,
  offices: scene.sleman.offices,
}))
const { coordinator, fo } = sleman.people
const pin = '170845'
const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

const family = randomUUID()
const visit = randomUUID()
await fo.does('registry.add-family', {
  subject: family,
  data: { place: caturtunggal, values: { alamat: 'Jalan Kaliurang km 5' }, desil: null, ...origin },
})
for (const nama of ['Achmad Jusuf', 'Siti Aminah'])
  await fo.does('registry.add-person', {
    subject: randomUUID(),
    data: { place: caturtunggal, family, values: { nama, tanggal_lahir: '1985-08-17' }, ...origin },
  })
await coordinator.does('visit.plan', {
  subject: visit,
  data: {
    place: caturtunggal,
    case: null,
    family,
    person: null,
    whom: { name: 'Achmad Jusuf', nik: null, kk: null, phone: null, address: 'Jalan Kaliurang km 5' },
    trigger: 'not-registered',
    ask: 'Atap dan lantai',
    proposal: '',
    day: today,
    office: offices.puskesos,
    assignee: coordinator.staff,
  },
})

const typePin = (page: Page, label: string, digits: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(digits)
async function openWithPin(page: Page): Promise<void> {
  await typePin(page, say('field.pin.label'), pin)
  await button(page, say('field.pin.open')).click()
  await heading(page, say('field.today.title')).waitFor()
}
const light = (page: Page, words: RegExp) => page.locator('.field__light').filter({ hasText: words })

async function begin(page: Page): Promise<void> {
  await page.goto('/lapangan/')
  await heading(page, say('field.door.first.title')).waitFor()
  await checkScreen(page, 'field-sign-in')
  await signIn(page, coordinator.signInName)
  await heading(page, say('field.pin.new.title')).waitFor()
  await typePin(page, say('field.pin.label'), '123456')
  await typePin(page, say('field.pin.repeat'), '123456')
  await button(page, say('field.pin.save')).click()
  await page.getByText(say('field.pin.easy')).waitFor()
  await checkScreen(page, 'field-new-pin')
  await choosePin(page, pin)
  await light(page, /sama dengan server/).waitFor()
}

async function choosePin(page: Page, digits: string): Promise<void> {
  await heading(page, say('field.pin.new.title')).waitFor()
  await typePin(page, say('field.pin.label'), digits)
  await typePin(page, say('field.pin.repeat'), digits)
  await button(page, say('field.pin.save')).click()
}

async function complain(page: Page, summary: string): Promise<void> {
  await link(page, say('field.nav.today')).click()
  await button(page, say('field.new')).click()
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(page, say('field.complaint.summary')).fill(summary)
  await checkScreen(page, 'field-complaint')
  await button(page, say('field.complaint.save')).click()
}

test('SYNC-20, SYNC-24, SYNC-27, SYNC-37 a day without signal: nothing is lost, and both sides agree at its end', async () => {
  const page = await enter({ phone: true })
  await begin(page)
  await link(page, /Achmad Jusuf/).waitFor()
  await checkScreen(page, 'field-today')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await page.context().setOffline(true)
  await page.goto(`/lapangan/keluarga/${family}`)
  await heading(page, say('field.pin.title', { name: coordinator.name })).waitFor()
  await checkScreen(page, 'field-pin')
  await typePin(page, say('field.pin.label'), '999999')
  await button(page, say('field.pin.open')).click()
  await page.getByText(say('field.pin.wrong', { left: 9 })).waitFor()
  await typePin(page, say('field.pin.label'), pin)
  await button(page, say('field.pin.open')).click()
  await page.getByText('Siti Aminah', { exact: true }).waitFor()
  await checkScreen(page, 'field-family')

  await link(page, say('field.nav.search')).click()
  await field(page, say('field.search.label')).fill('akhmad yusup')
  await link(page, /Achmad Jusuf/).waitFor()
  await checkScreen(page, 'field-search')
  await link(page, say('field.nav.villages')).click()
  await link(page, /Caturtunggal/).click()
  await link(page, /Achmad Jusuf|Siti Aminah/).waitFor()
  await checkScreen(page, 'field-village')

  await link(page, say('field.nav.today')).click()
  await link(page, /Achmad Jusuf/).click()
  await button(page, say('field.visit.done')).waitFor()
  await checkScreen(page, 'field-visit')
  await button(page, say('field.visit.done')).click()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('visit.form.words.missing')).waitFor()
  await page.getByRole('radio', { name: 'Sesuai keterangan', exact: true }).check()
  await page.getByRole('radio', { name: say('visit-fit.fit'), exact: true }).check()
  await field(page, say('field.visit.words')).fill('Lantai tanah, atap bocor.')
  await checkScreen(page, 'field-visit-done')
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('field.pending.waiting'), { exact: true }).waitFor()
  await light(page, /1 menunggu/).waitFor()

  await complain(page, 'Ditolak saat berobat')
  await light(page, /2 menunggu/).waitFor()
  await page.reload()
  await openWithPin(page)
  await link(page, /Ditolak saat berobat/).waitFor()
  await light(page, /2 menunggu/).waitFor()
  await checkScreen(page, 'field-waiting')

  await page.context().setOffline(false)
  await light(page, /Semua terkirim/).waitFor()
  await link(page, say('field.nav.sync')).click()
  await page.getByText(say('field.sync.there')).waitFor()
  await checkScreen(page, 'field-sync')
  const done = JSON.stringify(await coordinator.asks('/api/visits/one', { district: '34.04', id: visit }))
  assert.match(done, /Lantai tanah, atap bocor\./)
  const found = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.equal(found.split('Ditolak saat berobat').length - 1, 1)
  await page.context().close()
})

test('SYNC-35 a forgotten PIN takes no word: whoever signs in again finds what waited, and it is sent', async () => {
  const page = await enter({ phone: true })
  await begin(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await complain(page, 'Ditulis sebelum PIN dilupakan')
  await light(page, /1 menunggu/).waitFor()
  await button(page, say('field.lock')).click()
  await page.context().setOffline(false)
  await button(page, say('field.door.forgot')).click()
  await signIn(page, coordinator.signInName)
  await choosePin(page, '924817')
  await light(page, /Semua terkirim/).waitFor()
  const found = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.equal(found.split('Ditulis sebelum PIN dilupakan').length - 1, 1)
  await page.context().close()
})

test('SYNC-37 the field face is whole in English', async () => {
  const page = await enter({ phone: true, language: 'en' })
  await page.goto('/lapangan/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'field-sign-in')
  await page.context().close()
  assert.deepEqual(faults, [])
})
