import { appendFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { chromium, type Page } from 'playwright-core'
import { aDistrictOffice } from './a-district-office.ts'
import { clientAt } from './client.ts'
import { addFamily, addPerson } from './families.ts'
import { startTestHouse } from './house.ts'

/** The first sync of a whole village on a slow phone and a slow line, in a real browser. `npm run bench:field-browser` */
const families = 2_500
const people = 7_500
const village = '34.04.07.2002'
const password = 'kopi-tubruk-tanpa-gula'
const pin = '170845'
/** DevTools' own "Slow 4G": milliseconds of latency, bytes a second. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const slower = 6

const house = await startTestHouse({ logLevel: 'silent', listen: true, durable: true })
const executablePath = process.env['OPENSLRT_CHROMIUM'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await fillVillage()
  const page = await (await browser.newContext({ baseURL: house.url, viewport: { width: 360, height: 740 } })).newPage()
  await signIn(page)
  const seconds = await firstSync(page)
  const report = reportOf(seconds)
  if (process.argv.includes('write')) await appendFile(join(import.meta.dirname, '../../../../bench/FIELD.md'), report)
  console.log(report)
} finally {
  await browser.close()
  await house.close()
}
process.exit(0)

async function fillVillage(): Promise<void> {
  const { secretariat } = await aDistrictOffice(house)
  const manager = await house.staffAt(secretariat, 'manager')
  const walker = await house.staffAt(secretariat, 'facilitator')
  const [post] = await house.owner<{ id: string }>('select id from post where staff = $1', [walker.staff])
  await house.setUp('post.serve', { subject: post?.id ?? '', data: { villages: [village] } })
  const admin = await house.staffAt(secretariat, 'admin')
  const { path } = await admin.read(accountRoutes.invite, { body: { staff: walker.staff ?? '' } })
  const token = path.split('#t=')[1] ?? ''
  const body = { token, name: '', signInName: 'lapangan', password }
  await clientAt(house.door, null).read(accountRoutes.accept, { body })
  const family = await addFamily(manager, { alamat: 'Jalan Kaliurang km 5' }, village)
  await addPerson(manager, { nama: 'Warga Contoh', tanggal_lahir: '1980-05-17' }, { family })
  for (const [table, many] of [
    ['family', families],
    ['person', people],
  ] as const)
    await house.owner(
      `insert into ${table} select (p).* from (select jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid())) as p
        from ${table} p cross join generate_series(2, ${many}) where p.place = $1) q`,
      [village],
    )
  await house.owner('analyze')
}

/** Signs in on the fast line of an office, as one does with a new phone. */
async function signIn(page: Page): Promise<void> {
  await page.goto('/lapangan/')
  await page.getByRole('textbox').first().fill('lapangan')
  await page.locator('input[type=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.door__pin').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

/** From the PIN on: until the light says that both sides hold the same. */
async function firstSync(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.emulateNetworkConditions', slow4g)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower })
  for (const nth of [0, 1]) await page.locator('.door__pin').nth(nth).fill(pin)
  const from = performance.now()
  await page.locator('button[type=submit]').click()
  await page.locator('.field__light--agreed').waitFor({ timeout: 600_000 })
  return (performance.now() - from) / 1000
}

function reportOf(seconds: number): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), load ${loadavg()[0]?.toFixed(1)}`
  return `\n## The first sync in a browser\n\n${machine}; \`npm run bench:field-browser\`: Chromium ${browser.version()} with ${slower}x slower script and DevTools' slow 4G, from the PIN to the light that says "the same"; server on the same machine.\n\n| what | asked | figure |\n| --- | --- | --- |\n| first sync of ${families + people} records | at most 60 s | ${seconds.toFixed(1)} s |\n`
}
