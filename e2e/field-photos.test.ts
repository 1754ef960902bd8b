import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { dayIn } from '@openslrt/core/kernel/instant.ts'
import type { Page } from 'playwright-core'
import { within } from '../packages/server/src/platform/db/embedded/processes.ts'
import { launchBrowser, openWindow } from './browser.ts'
import { button, field, link, say } from './desk.ts'
import { beginPhone, light, openAt } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'
import { caturtunggal } from './sleman.ts'

const { house, sleman, offices, enter, sit } = await setScene().then((scene) => ({
  ...scene,
  offices: scene.sleman.offices,
}))
const { coordinator } = sleman.people
const today = dayIn('Asia/Jakarta', Date.now())

async function planned(name: string): Promise<string> {
  const subject = randomUUID()
  const whom = { name, nik: null, kk: null, phone: null, address: 'Jalan Kaliurang km 5' }
  const about = { place: caturtunggal, case: null, family: null, person: null, whom, trigger: 'not-registered' }
  const data = {
    ...about,
    ask: 'Atap',
    proposal: '',
    day: today,
    office: offices.puskesos,
    assignee: coordinator.staff,
  }
  await coordinator.does('visit.plan', { subject, data })
  return subject
}

/** What a camera gives: far larger than what is kept. */
const aShot = (page: Page, name: string): Promise<Buffer> =>
  page
    .evaluate((said) => {
      const canvas = document.createElement('canvas')
      canvas.width = 3000
      canvas.height = 2000
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('this browser draws nothing')
      for (let n = 0; n < 4000; n += 1) {
        pen.fillStyle = `hsl(${(n * 47) % 360} 60% ${30 + (n % 50)}%)`
        pen.fillRect((n * 613) % 3000, (n * 359) % 2000, 40, 40)
      }
      pen.font = '100px sans-serif'
      pen.fillText(said, 200, 1000)
      return canvas.toDataURL('image/jpeg', 0.95)
    }, name)
    .then((address) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'))

const camera = (page: Page, kind: string) => page.getByLabel(say('photo.take', { kind }), { exact: true }).first()
const shoot = async (page: Page, kind: string): Promise<void> =>
  camera(page, kind).setInputFiles({
    name: 'IMG_1.jpg',
    mimeType: 'image/jpeg',
    buffer: await aShot(page, `${kind} ${randomUUID()}`),
  })
const front = say('photo.kind.front')

async function sign(page: Page): Promise<void> {
  const pad = page.getByLabel(say('sign.box'), { exact: true })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  assert.ok(box)
  await page.mouse.move(box.x + 20, box.y + 60)
  await page.mouse.down()
  for (let n = 0; n < 12; n += 1) await page.mouse.move(box.x + 20 + n * 20, box.y + (n % 2 ? 30 : 90))
  await page.mouse.up()
}

async function fillResult(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Sesuai keterangan', exact: true }).check()
  await page.getByRole('radio', { name: say('visit-fit.fit'), exact: true }).check()
  await field(page, say('field.visit.words')).fill('Lantai tanah, atap bocor.')
}

const photosOf = async (visit: string): Promise<readonly { kind: string; arrived: boolean }[]> => {
  const said = JSON.parse(JSON.stringify(await coordinator.asks('/api/visits/one', { district: '34.04', id: visit })))
  return said.photos
}

test('FIELD-12, FIELD-13, SYNC-41, SYNC-45 photos and a signature taken without signal come over a line that drops', async () => {
  const visit = await planned('Ngatinah')
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.goto(`/lapangan/kunjungan/${visit}/hasil`)
  await openAt(page)
  await camera(page, front).setInputFiles({ name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('bukan foto') })
  await page.getByText(say('photo.unreadable')).waitFor()
  for (const kind of [front, say('photo.kind.ktp')]) {
    await shoot(page, kind)
    await page.getByRole('img', { name: kind, exact: true }).waitFor()
  }
  await sign(page)
  await fillResult(page)
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('sign.unkept')).waitFor()
  await button(page, say('sign.keep')).click()
  await page.getByText(say('sign.kept')).waitFor()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('sign.name.missing')).waitFor()
  await field(page, say('sign.name')).fill('Ngatinah')
  await checkScreen(page, 'field-photos')

  // A night in a drawer, before anything was saved: photos, signature and words are there.
  await page.reload()
  await openAt(page)
  await page.getByRole('img', { name: front, exact: true }).waitFor()
  await page.getByText(say('sign.kept')).waitFor()
  await button(page, say('field.visit.save')).click()
  await light(page, /1 menunggu/).waitFor()
  await checkScreen(page, 'field-visit-with-photos')
  await link(page, say('field.nav.sync')).click()
  await page.getByText(/3 foto, .* menunggu/).waitFor()
  await checkScreen(page, 'field-files-waiting')

  // The line drops on the second part of every file, and on every begin after it, for a while.
  let parts = 0
  let dead = true
  await page.route('**/api/uploads/**', (route) => {
    parts += 1
    return dead && parts % 3 === 0 ? route.abort('connectionreset') : route.continue()
  })
  await page.context().setOffline(false)
  await light(page, /3 foto menunggu|2 foto menunggu|1 foto menunggu/).waitFor()
  const before = await photosOf(visit)
  assert.deepEqual(before.map(({ kind }) => kind).toSorted(), ['front', 'ktp', 'signature'])
  assert.ok(before.some(({ arrived }) => !arrived))
  const desk = await sit(coordinator)
  await desk.goto(`/meja/kunjungan/34.04/${visit}`)
  await desk
    .getByText(/Foto sedang dalam perjalanan sejak/)
    .first()
    .waitFor()
  await checkScreen(desk, 'visit-photo-on-its-way')
  await desk.context().close()
  dead = false
  await light(page, /Semua terkirim/).waitFor({ timeout: 60_000 })
  assert.ok((await photosOf(visit)).every(({ arrived }) => arrived))
  await page.getByText(say('files.none')).waitFor()
  await checkScreen(page, 'field-files-sent')
  await page.context().close()
})

/** What the phone keeps for words, as `room.ts` says: photos stop before it. */
const tightBytes = 5_000_000
/** What a phone that is almost full has left above what is kept for words: room for a photo, and for no second one. */
const left = 450_000

test('SYNC-46 a phone that is full says so, and takes nothing that was typed and nothing that was kept', async (context) => {
  const visit = await planned('Paijem')
  // Else the browser tells every page of more room than there is.
  const browser = await launchBrowser(['--disable-features=StaticStorageQuota'])
  context.after(() => browser.close())
  const page = await openWindow(browser, house, { phone: true, faults: [] })
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.goto(`/lapangan/kunjungan/${visit}/hasil`)
  await openAt(page)
  await fillResult(page)
  const devtools = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin })
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + tightBytes + left })
  await shoot(page, front)
  await page.getByRole('img', { name: front, exact: true }).waitFor()
  await shoot(page, say('photo.kind.inside'))
  await page.getByText(say('photo.full')).waitFor()
  await checkScreen(page, 'field-photo-full')
  assert.equal(await field(page, say('field.visit.words')).inputValue(), 'Lantai tanah, atap bocor.')
  await page.getByRole('checkbox', { name: say('sign.unable') }).check()
  await button(page, say('field.visit.save')).click()
  await page.getByText(say('sign.why.missing')).waitFor()
  await field(page, say('sign.why')).fill('Tangannya sakit')
  await checkScreen(page, 'field-unsigned')
  await link(page, say('field.nav.sync')).click()
  await page.getByText(say('files.space')).waitFor()
  await checkScreen(page, 'field-almost-full')
  await page.goBack()
  await page.getByRole('img', { name: front, exact: true }).waitFor()
  // Room was made: what was kept and typed goes.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin })
  await button(page, say('field.visit.save')).click()
  const come = async () => (await photosOf(visit)).map(({ kind, arrived }) => `${kind} ${arrived}`)
  assert.ok(await within(30_000, async () => (await come()).join() === 'front true'))
  await light(page, /Semua terkirim/).waitFor()
})

test('FIELD-14 a complaint from the door brings its photo to the card', async () => {
  const page = await enter({ phone: true })
  await beginPhone(page, coordinator.signInName)
  await button(page, say('field.new')).click()
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await field(page, say('field.complaint.summary')).fill('Atap runtuh, ada foto')
  await shoot(page, front)
  await page.getByRole('img', { name: front, exact: true }).waitFor()
  await checkScreen(page, 'field-complaint-photo')
  let held = true
  await page.route('**/api/uploads/**', (route) => (held ? route.abort('connectionreset') : route.continue()))
  await button(page, say('field.complaint.save')).click()
  await light(page, /1 foto menunggu/).waitFor()
  const found = JSON.parse(JSON.stringify(await coordinator.asks('/api/cases', { queue: 'all', sort: 'newest' })))
  const desk = await sit(coordinator)
  await desk.goto(`/meja/kasus/34.04/${found.items[0].id}`)
  await desk.getByText(/Foto sedang dalam perjalanan sejak/).waitFor()
  await checkScreen(desk, 'card-photo-on-its-way')
  held = false
  await page.reload()
  await openAt(page)
  await light(page, /Semua terkirim/).waitFor({ timeout: 60_000 })
  await desk.reload()
  await link(desk, `${say('visit-photo.front')}.jpg`).waitFor()
  await page.context().close()
  await desk.context().close()
})
