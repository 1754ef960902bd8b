import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { no } from '@openslrt/core/kernel/result.ts'
import { isDueOnReturn } from '../../platform/replica/sync.ts'
import { askToBeWoken, hearWorker, syncManagerOf, wakeWords } from './wake.ts'

afterEach(() => mock.restoreAll())

/** A browser's own parts about its worker. */
function aBrowser(registration: object | undefined) {
  const listeners = new Set<(event: object) => void>()
  const serviceWorker = {
    getRegistration: async () => registration,
    addEventListener: (_: string, hear: (event: object) => void) => void listeners.add(hear),
    removeEventListener: (_: string, hear: (event: object) => void) => void listeners.delete(hear),
  }
  mock.getter(globalThis, 'navigator', () => ({ serviceWorker }))
  return { listeners }
}

test('SYNC-55 after a sync that failed the browser is asked to wake the worker, in the language of its person', async () => {
  const tags: string[] = []
  aBrowser({ sync: { register: async (tag: string) => void tags.push(tag) } })
  await askToBeWoken('id')
  await askToBeWoken('en')
  assert.deepEqual(tags, ['kirim-id', 'kirim-en'])
})

test('SYNC-55 a browser that can not, may not, or has no worker yet leaves the page to itself', async () => {
  const forbids = async (): Promise<void> => {
    throw new Error('not allowed')
  }
  for (const registration of [undefined, {}, { sync: null }, { sync: {} }, { sync: { register: forbids } }]) {
    aBrowser(registration)
    await askToBeWoken('id')
  }
  assert.equal(syncManagerOf(undefined), null)
})

test('SYNC-55 an open page answers at once, and again when its sync is over; other words it leaves alone', async () => {
  const { listeners } = aBrowser(undefined)
  const said: string[] = []
  let end = (): void => {}
  const stop = hearWorker(() => new Promise((go) => (end = go)))
  const port = { postMessage: (word: string) => void said.push(word) }
  for (const data of ['take', wakeWords.ask]) for (const hear of listeners) hear({ data, ports: [port] })
  assert.deepEqual(said, [wakeWords.here])
  end()
  await Promise.resolve()
  assert.deepEqual(said, [wakeWords.here, wakeWords.done])
  stop()
  assert.equal(listeners.size, 0, 'a locked page hears nothing')
})

test('SYNC-55 whoever comes back sees a sync at once after one that failed, and else when it is due', () => {
  const failed = no({ code: 'offline', message: '', requestId: null, details: {} })
  const well = { ok: true, value: { at: 0, held: 0, there: 0, unlike: [] } } as const
  assert.deepEqual(
    [isDueOnReturn(100, well, 50), isDueOnReturn(100, well, 100), isDueOnReturn(100, failed, 50)],
    [false, true, true],
  )
  assert.equal(isDueOnReturn(null, failed, 50), false, 'after a no that a person must end it waits for the person')
})
