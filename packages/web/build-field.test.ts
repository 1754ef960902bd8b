import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { workerOf } from './build-field.ts'

const template = readFileSync(join(import.meta.dirname, 'src/field/sw-template.js'), 'utf8')
const files = ['assets/index-1.js', 'index.html']

/** A worker of a release in a browser of a few lines: what it keeps, and what it answers. */
function aWorker(windows: readonly string[] = ['/lapangan/']) {
  const kept = new Map<string, Map<string, string>>([
    ['lapangan-old', new Map()],
    ['another', new Map()],
  ])
  const heard: Record<string, (event: object) => void> = {}
  const seen = { skipped: false, claimed: false, waits: Promise.resolve() as Promise<unknown> }
  const caches = {
    open: async (name: string) => {
      const files = kept.get(name) ?? new Map<string, string>()
      kept.set(name, files)
      return {
        addAll: async (asked: readonly { url: string }[]) => asked.forEach(({ url }) => files.set(url, `kept ${url}`)),
        match: async (path: string) => files.get(path),
      }
    },
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
  }
  const self = {
    addEventListener: (kind: string, hear: (event: object) => void) => void (heard[kind] = hear),
    location: { origin: 'https://slrt.example' },
    clients: {
      claim: async () => void (seen.claimed = true),
      matchAll: async () => windows.map((path) => ({ url: `https://slrt.example${path}` })),
    },
    skipWaiting: () => void (seen.skipped = true),
  }
  class Request {
    url: string
    constructor(url: string) {
      this.url = url
    }
  }
  runInNewContext(workerOf(template, files, 'abc'.repeat(10)), {
    self,
    caches,
    URL,
    Request,
    Promise,
    fetch: async () => 'from the net',
  })
  const tell = async (kind: string, own: object = {}): Promise<unknown> => {
    let answer: unknown = 'left to the browser'
    heard[kind]?.({
      waitUntil: (work: Promise<unknown>) => void (seen.waits = work),
      respondWith: (said: unknown) => void (answer = said),
      ...own,
    })
    await seen.waits
    return answer
  }
  const get = (path: string, mode = 'cors', method = 'GET') =>
    tell('fetch', { request: { method, mode, url: `https://slrt.example${path}` } })
  return { kept, seen, tell, get }
}

test('SYNC-37 every page of the app opens from what was kept, deep links too; questions to the server go to the server', async () => {
  const worker = aWorker()
  await worker.tell('install')
  assert.equal(await worker.get('/lapangan/', 'navigate'), 'kept /lapangan/')
  assert.equal(await worker.get('/lapangan/keluarga/1', 'navigate'), 'kept /lapangan/')
  assert.equal(await worker.get('/lapangan/assets/index-1.js'), 'kept /lapangan/assets/index-1.js')
  assert.equal(await worker.get('/api/me'), 'left to the browser')
  assert.equal(await worker.get('/lapangan/', 'navigate', 'POST'), 'left to the browser')
})

test('SYNC-37 a new release is taken when a page has just begun, and not while another window is open', async () => {
  const alone = aWorker(['/lapangan/', '/meja/antrean'])
  await alone.tell('message', { data: 'take' })
  assert.equal(alone.seen.skipped, true)
  const beside = aWorker(['/lapangan/', '/lapangan/catat'])
  const told: unknown[] = []
  await beside.tell('message', { data: 'take', ports: [{ postMessage: (word: unknown) => told.push(word) }] })
  assert.deepEqual(told, ['later'], 'and the page that asked goes on as it is')
  assert.equal(beside.seen.skipped, false)
  await alone.tell('message', { data: 'something else' })
})

test('SYNC-37, SYNC-51 once it works, what the release before had kept goes, and nothing else does', async () => {
  const worker = aWorker()
  await worker.tell('install')
  await worker.tell('activate')
  assert.deepEqual([...worker.kept.keys()], ['another', `lapangan-${'abc'.repeat(10).slice(0, 16)}`])
  assert.equal(worker.seen.claimed, true, 'and the page of the first start is kept from the next release too')
})

test('SYNC-37 another file or another byte makes another release', () => {
  assert.notEqual(workerOf(template, files, 'a'.repeat(64)), workerOf(template, files, 'b'.repeat(64)))
})
