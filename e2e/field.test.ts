import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Page } from 'playwright-core'
import { button, field, heading, link, say, signIn } from './desk.ts'
import { beginPhone, choosePin, light, openAt, openWithPin, pin, typePin } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkEnglish, checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { sleman, offices, faults, enter } = await setScene().then((scene) => ({
  ...scene,
  offices: scene.sleman.offices,
}))
const { coordinator, fo } = sleman.people
const origin = { way: 'visit', source: 'Kunjungan rumah', ref: null } as const
const today = dayIn('Asia/Jakarta', Date.now())

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
const planVisit = (subject: string, name: string) =>
  coordinator.does('visit.plan', {
    subject,
    data: {
      place: caturtunggal,
      case: null,
      family,
      person: null,
      whom: { name, nik: null, kk: null, phone: null, address: 'Jalan Kaliurang km 5' },
      trigger: 'not-registered',
      ask: 'Atap dan lantai',
      proposal: '',
      day: today,
      office: offices.puskesos,
      assignee: coordinator.staff,
    },
  })
await planVisit(visit, 'Achmad Jusuf')

const begin = (page: Page): Promise<void> => beginPhone(page, coordinator.signInName)

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

const roof = (value: string) =>
  fo.does('registry.record', {
    subject: family,
    data: { of: 'family', values: { jenis_atap_terluas: value }, desil: null, ...origin },
  })
const choice = (page: Page, name: string) => page.getByLabel(name, { exact: true })

test('FIELD-5, FIELD-7, FIELD-8, FIELD-10 a family is asked without signal, and two who differ are both heard', async () => {
  const page = await enter({ phone: true })
  await planVisit(randomUUID(), 'Ngatiyem')
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ latitude: -7.7561, longitude: 110.3898, accuracy: 12 })
  await begin(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(`/lapangan/keluarga/${family}`)
  await openAt(page)
  await button(page, say('field.family.ask')).click()
  await button(page, say('ask.start'))
    .or(button(page, say('ask.go-on')))
    .click()
  await page.context().setOffline(true)
  await checkScreen(page, 'field-question')
  await button(page, say('ask.overview')).click()
  await checkScreen(page, 'field-questions')
  await button(page, new RegExp(say('variable.jenis_atap_terluas'))).click()
  await choice(page, 'Genteng').check()
  await button(page, say('ask.next')).click()
  await page.getByText(say('variable.sumber_air_minum_utama'), { exact: true }).waitFor()
  await checkScreen(page, 'field-question-choices')
  await button(page, say('ask.unknown')).click()
  await page.getByText(say('variable.sumber_penerangan_utama'), { exact: true }).waitFor()
  await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

  const again = await page.context().newPage()
  await page.close({ runBeforeUnload: false })
  await again.goto(`/lapangan/tanya/keluarga/${family}`)
  await openAt(again)
  await again.getByText(say('variable.sumber_penerangan_utama'), { exact: true }).waitFor()
  await button(again, say('ask.save', { count: 1 })).click()
  await again.getByText(say('field.pending.waiting'), { exact: true }).waitFor()
  await checkScreen(again, 'field-family-waiting')

  await link(again, say('field.family.add')).click()
  await field(again, say('ask.new.name')).fill('Slamet')
  await choice(again, 'Laki-laki').check()
  await checkScreen(again, 'field-new-person')
  await button(again, say('ask.new.save')).click()
  await heading(again, 'Slamet').waitFor()
  await checkScreen(again, 'field-person-questions')

  await link(again, say('field.nav.today')).click()
  await link(again, /Ngatiyem/).click()
  await button(again, say('field.visit.done')).click()
  await again.getByText(/sekitar 12 meter: tepat/).waitFor()
  await checkScreen(again, 'field-visit-spot')

  await roof('5')
  await again.context().setOffline(false)
  await light(again, /tidak diterima/).waitFor()
  await link(again, say('field.nav.sync')).click()
  await again.getByText(say('ask.clash.title')).waitFor()
  await checkScreen(again, 'field-clash')
  await choice(again, say('ask.clash.given', { value: 'Genteng' })).check()
  await button(again, say('ask.clash.decide')).click()
  await again.getByText(say('ask.decided.title')).waitFor()
  await light(again, /Semua terkirim/).waitFor()
  await checkScreen(again, 'field-decided')
  const found = await fo.asks('/api/registry/family', { district: '34.04', id: family })
  assert.match(JSON.stringify(found), /"jenis_atap_terluas":"2"/)
  assert.match(JSON.stringify(found), /Slamet/)
  await again.context().close()
})

test('SYNC-37 the field face is whole in English', async () => {
  const page = await enter({ phone: true, language: 'en' })
  await page.goto('/lapangan/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await checkEnglish(page, 'field-sign-in')
  await page.context().close()
  assert.deepEqual(faults, [])
})
