import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { MessageChannel } from 'node:worker_threads'
import { IDBFactory } from 'fake-indexeddb'
import { wakeWords } from './life/wake.ts'

const template = readFileSync(join(import.meta.dirname, 'sw-template.js'), 'utf8')

interface Asked {
  readonly leave?: NotificationPermission
  /** What each open window does when it is asked to send. */
  readonly windows?: readonly ((port: { postMessage(word: string): void }) => void)[]
  /** Boxes in the store of each person who uses this phone; null is a store that was just begun. */
  readonly boxes?: readonly (number | null)[]
}

const opensAndSends = (port: { postMessage(word: string): void }): void => {
  port.postMessage(wakeWords.here)
  port.postMessage(wakeWords.done)
}
const locked = (): void => undefined

/** The worker in a browser of a few lines, woken by it; gives what it said to whoever holds the phone. */
async function woken(tag: string, { leave = 'granted', windows = [], boxes = [] }: Asked): Promise<readonly string[]> {
  const said: string[] = []
  const heard: Record<string, (event: object) => void> = {}
  const indexedDB = new IDBFactory()
  for (const [at, count] of boxes.entries()) await lay(indexedDB, `openslrt-lapangan-${at}`, count)
  await lay(indexedDB, 'openslrt-brankas', 5)
  const self = {
    addEventListener: (kind: string, hear: (event: object) => void) => void (heard[kind] = hear),
    clients: {
      matchAll: async () =>
        windows.map((answer) => ({
          postMessage: (word: string, [port]: readonly { postMessage(word: string): void }[]) => {
            assert.equal(word, wakeWords.ask)
            if (port) answer(port)
          },
        })),
    },
    registration: {
      showNotification: async (title: string, { body }: { body: string }) => void said.push(`${title}. ${body}`),
    },
  }
  const soon = (work: () => void): unknown => setTimeout(work, 5)
  const world = {
    self,
    indexedDB,
    MessageChannel,
    setTimeout: soon,
    clearTimeout,
    Promise,
    Notification: { permission: leave },
  }
  runInNewContext(template.replace('__FILES__', '[]'), world)
  let wait: unknown
  heard['sync']?.({ tag, waitUntil: (work: unknown) => void (wait = work) })
  await wait
  return said
}

function lay(indexedDB: IDBFactory, name: string, boxes: number | null): Promise<void> {
  return new Promise((go) => {
    const opening = indexedDB.open(name, 10)
    opening.addEventListener('upgradeneeded', () => {
      if (boxes !== null) opening.result.createObjectStore('entry', { autoIncrement: true })
    })
    opening.addEventListener('success', () => {
      const db = opening.result
      const end = (): void => {
        db.close()
        go()
      }
      if (!boxes) return end()
      const work = db.transaction('entry', 'readwrite')
      for (let nth = 0; nth < boxes; nth += 1) work.objectStore('entry').add({ box: 'sealed' })
      work.addEventListener('complete', end)
    })
  })
}

test('SYNC-55 a page that is open is told to send, and nobody is disturbed', async () => {
  assert.deepEqual(await woken('kirim-id', { windows: [locked, opensAndSends], boxes: [2] }), [])
})

test('SYNC-56 where every page is locked or none is there, its person is told, without a name and without a number', async () => {
  for (const windows of [[], [locked]]) {
    const [said = '', ...more] = await woken('kirim-id', { windows, boxes: [0, 2] })
    assert.match(said, /Sinyal sudah ada.*belum terkirim/)
    assert.doesNotMatch(said, /\d/)
    assert.deepEqual(more, [])
  }
  assert.match((await woken('kirim-en', { boxes: [1] })).join(), /There is a signal again/)
  assert.match((await woken('kirim-jv', { boxes: [1] })).join(), /Sinyal sudah ada/)
})

test('SYNC-56 nobody is told who did not wish it, or where nothing lies', async () => {
  assert.deepEqual(await woken('kirim-id', { boxes: [2], leave: 'default' }), [])
  assert.deepEqual(await woken('kirim-id', { boxes: [2], leave: 'denied' }), [])
  assert.deepEqual(await woken('kirim-id', { boxes: [0, null] }), [])
  assert.deepEqual(await woken('kirim-id', {}), [])
  assert.deepEqual(await woken('another', { boxes: [2] }), [])
})
