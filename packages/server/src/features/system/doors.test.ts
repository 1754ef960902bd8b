import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { TestHouse } from '../../testing/house.ts'
import { startTestHouse } from '../../testing/house.ts'

let house: TestHouse
before(async () => {
  house = await startTestHouse({ logLevel: 'silent' })
})
after(() => house.close())

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  house.door({ method: 'GET', path, headers })
const built = (folder: string) =>
  readdir(join(import.meta.dirname, '../../../../web/dist', folder), { recursive: true })

test('HEALTH-1 a process that lives says so, and says whether its database answers', async () => {
  const [lives, works] = [await get('/healthz'), await get('/readyz')]
  assert.deepEqual([lives.status, lives.body.status], [200, 'ok'])
  assert.deepEqual([works.status, works.body.status], [200, 'ready'])
  assert.equal(typeof works.body['databaseMs'], 'number')
})

test('HEALTH-1 who asks for health tells nobody who they are, and is told nothing else', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const answer = await get(path, { cookie: 'openslrt=x' })
    assert.equal(answer.headers['set-cookie'], undefined)
    assert.doesNotMatch(answer.text, /postgres|version|\d+\.\d+\.\d+/i)
  }
})

test('WEB-1 every address below the desk shows the desk, which no browser keeps: an update is seen at once', async () => {
  for (const path of ['/meja', '/meja/', '/meja/kasus/34.04/x', '/meja/apa/saja']) {
    const page = await get(path)
    assert.equal(page.status, 200, path)
    assert.match(page.headers['content-type'] ?? '', /^text\/html/)
    assert.equal(page.headers['cache-control'], 'no-cache')
    assert.match(page.text, /<div id="/)
  }
})

test('WEB-1, SYNC-37 so does every address below the field face, and its worker is asked for anew and may serve all of it', async () => {
  for (const path of ['/lapangan', '/lapangan/', '/lapangan/keluarga/x']) {
    const page = await get(path)
    assert.deepEqual([page.status, page.headers['cache-control']], [200, 'no-cache'], path)
    assert.match(page.text, /<div id="field"/)
  }
  const worker = await get('/lapangan/sw.js')
  assert.deepEqual([worker.status, worker.headers['cache-control']], [200, 'no-cache'])
  assert.equal(worker.headers['service-worker-allowed'], '/lapangan')
  assert.match(worker.headers['content-type'] ?? '', /javascript/)
  assert.equal((await get('/lapangan/manifest.webmanifest')).headers['content-type'], 'application/manifest+json')
  assert.equal((await get('/lapangan/assets/index-00000000.js')).status, 404)
})

test('SYNC-57 the pictures that the manifest of the field face names are served as pictures', async () => {
  const { icons }: { readonly icons: readonly { readonly src: string; readonly type: string }[] } = JSON.parse(
    (await get('/lapangan/manifest.webmanifest')).text,
  )
  assert.ok(icons.length >= 4)
  for (const { src, type } of icons) {
    const picture = await get(src)
    assert.deepEqual([picture.status, picture.headers['content-type']], [200, type], src)
  }
})

test('WEB-2 files with a hash in their name are kept for a year, by browsers and whoever stands between', async () => {
  const files = (await built('desk/assets')).filter((name) => /\.(js|css)$/.test(name))
  assert.ok(files.length > 2)
  for (const name of files.slice(0, 3)) {
    const file = await get(`/meja/assets/${name}`)
    assert.equal(file.status, 200, name)
    assert.match(file.headers['cache-control'] ?? '', /max-age=31536000, immutable/)
  }
})

test('WEB-2 a file of an older build is told to be gone, and is not the page of the desk', async () => {
  const gone = await get('/meja/assets/index-00000000.js')
  assert.deepEqual([gone.status, gone.body.code], [404, 'not-found'])
  assert.equal((await get('/aset/tidak-ada.css')).status, 404)
})

test('WEB-2 no way leads out of the folders that are served', async () => {
  for (const path of [
    '/meja/../package.json',
    '/meja/%2e%2e/%2e%2e/package.json',
    '/aset/..%2f..%2fpackage.json',
    '/aset/%2e%2e/public-ssr/render.js',
    '/meja/assets/../../public-assets.json',
  ]) {
    const answer = await get(path)
    assert.doesNotMatch(answer.text, /"workspaces"|"dependencies"|"scripts"|export/, path)
  }
})

test('WEB-3 what a desk may load is said in a header: only what comes from here', async () => {
  const policy = (await get('/meja/')).headers['content-security-policy'] ?? ''
  for (const part of ["default-src 'self'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'"])
    assert.ok(policy.includes(part), part)
  assert.doesNotMatch(policy, /unsafe-eval|\*|script-src[^;]*unsafe-inline/)
})

test('DEMO-4 the door says whether these are demonstration data, and learns it without a new start', async () => {
  const shown = async () => (await house.stranger().read(accountRoutes.door)).demo
  assert.equal(await shown(), false)
  await house.owner("insert into deployment (name, value) values ('demo', 'true')")
  assert.equal(await shown(), false)
  await house.parts.demo.reread()
  assert.equal(await shown(), true)
  assert.match((await get('/')).text, /contoh/i)
  await house.owner("delete from deployment where name = 'demo'")
  await house.parts.demo.reread()
  assert.equal(await shown(), false)
})
