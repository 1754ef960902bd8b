import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { layLine } from './a-line.ts'
import { openWindow } from './browser.ts'
import { buildOlder, layStores, type PhoneDump, released } from './chaos/older-phones.ts'
import { button, field, heading, link, say } from './desk.ts'
import { beginPhone, light, openAt, openWithPin } from './field-phone.ts'
import { setScene } from './scene.ts'
import { checkScreen } from './screen.ts'

const { house, sleman, faults, browser } = await setScene()
const { coordinator, fo } = sleman.people
const line = await layLine(house.url)
after(() => line.close())
const older = await mkdtemp(join(tmpdir(), 'openslrt-older-'))
after(() => rm(older, { recursive: true, force: true }))
await buildOlder('0.0.9', older)

const aPhone = (): Promise<Page> => openWindow(browser, { ...house, url: line.url }, { faults: [], phone: true })
/** What the page itself says its release is: the files it was made of. */
const releaseOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '')
const summary = (page: Page) => field(page, say('field.complaint.summary'))

test('SYNC-49, SYNC-51, SYNC-37 the app is updated while work waits and a form is half written: nothing is lost and nothing asked again', async () => {
  line.release = older
  const page = await aPhone()
  await beginPhone(page, coordinator.signInName)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const before = await releaseOf(page)
  line.dead = (path) => path.startsWith('/api')
  await button(page, say('field.new')).click()
  await field(page, say('field.complaint.name')).fill('Ngatinem')
  await page.getByLabel(say('field.complaint.category')).selectOption({ index: 1 })
  await summary(page).fill('Ditulis dengan rilis lama')
  await button(page, say('field.complaint.save')).click()
  await light(page, /1 menunggu/).waitFor()
  await button(page, say('field.new')).click()
  await field(page, say('field.complaint.name')).fill('Sumarni')
  await summary(page).fill('Baru separuh')

  line.release = null
  const waits = await page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration('/lapangan')
    await known?.update()
    const { installing } = known ?? {}
    if (installing?.state === 'installing')
      await new Promise((go) => installing.addEventListener('statechange', go, { once: true }))
    return installing?.state
  })
  assert.equal(waits, 'installed', 'the new release is fetched, and waits')
  await summary(page).pressSequentially(' ditulis')
  assert.equal(await releaseOf(page), before, 'whoever types goes on with the release that they began with')
  await link(page, say('field.nav.today')).click()
  await link(page, /Ditulis dengan rilis lama/).waitFor()
  await button(page, say('field.new')).click()
  await page.getByText(say('field.form.restored')).waitFor()
  assert.equal(await summary(page).inputValue(), 'Baru separuh ditulis')
  await page.waitForFunction(() => window.dispatchEvent(new Event('beforeunload', { cancelable: true })))

  await page.reload()
  await openAt(page)
  await page.getByText(say('field.form.restored')).waitFor()
  assert.notEqual(await releaseOf(page), before, 'and the next start is of the new one')
  assert.equal(await summary(page).inputValue(), 'Baru separuh ditulis')
  await light(page, /1 menunggu/).waitFor()
  line.pulls.length = 0
  line.dead = () => false
  await link(page, say('field.nav.sync')).click()
  await button(page, say('field.sync.now')).click()
  await light(page, /Semua terkirim/).waitFor()
  const asked = line.pulls.map((body): { app: string; cursor: unknown } => JSON.parse(body))
  assert.ok(
    asked.length > 0 && asked.every(({ cursor, app }) => cursor !== null && app !== '0.0.9'),
    'rows are not pulled anew',
  )
  const found = JSON.stringify(await fo.asks('/api/cases', { queue: 'all', sort: 'newest' }))
  assert.equal(found.split('Ditulis dengan rilis lama').length - 1, 1)
  await page.context().close()
})

/** A phone on which a release left its work, before the app is opened there again; it has no line. */
async function phoneWith({ stores }: PhoneDump): Promise<Page> {
  line.release = null
  line.dead = (path) => path.startsWith('/api')
  const page = await aPhone()
  await page.goto('/lapangan/favicon.svg')
  await page.evaluate(layStores, stores)
  await page.goto('/lapangan/')
  return page
}

test('SYNC-49 in a browser, what the first released shape left opens under its PIN: rows, what waits, half a form', async () => {
  const page = await phoneWith(released('phone-shape-1.json'))
  await openWithPin(page)
  await light(page, /1 tidak diterima/).waitFor()
  await link(page, say('field.nav.search')).click()
  await field(page, say('field.search.label')).fill('akhmad yusup')
  await page.getByText('Ahmad Yusuf').waitFor()
  await page.goto('/lapangan/catat')
  await openAt(page)
  await page.getByText(say('field.form.restored')).waitFor()
  assert.equal(await summary(page).inputValue(), 'Baru ditulis separuh')
  await page.context().close()
})

test('SYNC-50 a phone that a newer release has used tells an older one to be updated, and keeps what it holds', async () => {
  const dump = released('phone-shape-1.json')
  const newer = (name: string) => ({
    ...dump,
    stores: dump.stores.map((store) => (store.name.startsWith(name) ? { ...store, version: 990 } : store)),
  })
  const shut = await phoneWith(newer('openslrt-brankas'))
  await heading(shut, say('life.newer.title')).waitFor()
  await checkScreen(shut, 'field-newer')
  await shut.context().close()
  const page = await phoneWith(newer('openslrt-lapangan'))
  await openAt(page)
  await heading(page, say('life.newer.title')).waitFor()
  await button(page, say('life.again')).click()
  await openAt(page)
  await heading(page, say('life.newer.title')).waitFor()
  const kept = await page.evaluate(async () => {
    const told = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
      new Promise((go) => asked.addEventListener('success', () => go(asked.result), { once: true }))
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('openslrt-lapangan'))?.name ?? ''
    return told((await told(indexedDB.open(name))).transaction('entry').objectStore('entry').count())
  })
  assert.equal(kept, 2)
  await page.context().close()
  assert.deepEqual(faults, [])
})
