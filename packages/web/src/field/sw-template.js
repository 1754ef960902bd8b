// The worker of the field face: opens the app without a line. Written by the build, which names the release and its files.
const release = '__RELEASE__'
const files = __FILES__
const page = '/lapangan/'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(release).then((cache) => cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('lapangan-') && name !== release).map((name) => caches.delete(name)),
        ),
      )
      // The page of the very first start is ours as well: else the next release would take its files from under it.
      .then(() => self.clients.claim()),
  )
})

// A page that has just begun asks for the new release. While another window is open somebody may be typing there: it waits.
self.addEventListener('message', (event) => {
  if (event.data !== 'take') return
  event.waitUntil(
    self.clients.matchAll({ includeUncontrolled: true, type: 'window' }).then((windows) => {
      const ours = windows.filter(({ url }) => new URL(url).pathname.startsWith('/lapangan'))
      return ours.length <= 1 ? self.skipWaiting() : event.ports[0]?.postMessage('later')
    }),
  )
})

// SYNC-55 There is a line again. What waits lies sealed, and its key is with an open page alone: such a page is told to
// send. Where none is open only a person can, with their PIN: they are told, if they wish it.
self.addEventListener('sync', (event) => {
  if (event.tag.startsWith('kirim-')) event.waitUntil(wake(event.tag.slice('kirim-'.length)))
})

const wake = async (language) => {
  const windows = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' })
  const sent = await Promise.all(windows.map(tell))
  if (sent.includes(true) || Notification.permission !== 'granted' || !(await anythingLies())) return
  const { title, body } = words[language] ?? words.id
  await self.registration.showNotification(title, { body, tag: 'kirim', icon: '/lapangan/ikon-192.png' })
}

// Names nobody, and not how many: it is read by whoever holds the phone.
const words = {
  id: {
    title: 'Sinyal sudah ada',
    body: 'Masih ada catatan di HP ini yang belum terkirim. Ketuk, lalu buka dengan PIN Anda.',
  },
  en: {
    title: 'There is a signal again',
    body: 'This phone still holds records that were not sent. Tap, then open with your PIN.',
  },
}

// A page that is locked, or asleep for good, does not answer; one that is open says so at once, and again when it is done.
const tell = (window) =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel()
    const end = (sent) => {
      port1.close()
      go(sent)
    }
    const silent = setTimeout(() => end(false), 3_000)
    port1.addEventListener('message', ({ data }) => {
      clearTimeout(silent)
      if (data === 'done') end(true)
    })
    port1.start()
    window.postMessage('sync', [port2])
  })

// Counts boxes without opening any: each person's store on this phone has its own.
const anythingLies = async () => {
  const stores = (await indexedDB.databases()).filter(({ name }) => name.startsWith('openslrt-lapangan-'))
  const counts = await Promise.all(stores.map(({ name }) => boxesIn(name)))
  return counts.some((count) => count > 0)
}

const boxesIn = (name) =>
  new Promise((go) => {
    const opening = indexedDB.open(name)
    opening.addEventListener('error', () => go(0))
    opening.addEventListener('success', () => {
      const db = opening.result
      const end = (count) => {
        db.close()
        go(count)
      }
      if (!db.objectStoreNames.contains('entry')) return end(0)
      const counting = db.transaction('entry').objectStore('entry').count()
      counting.addEventListener('success', () => end(counting.result))
      counting.addEventListener('error', () => end(0))
    })
  })

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(
    self.clients.matchAll({ includeUncontrolled: true, type: 'window' }).then((windows) => {
      const ours = windows.find(({ url }) => new URL(url).pathname.startsWith('/lapangan'))
      return ours ? ours.focus() : self.clients.openWindow(page)
    }),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(kept(page, request))
  else if (files.includes(url.pathname)) event.respondWith(kept(url.pathname, request))
})

const kept = async (path, request) => (await (await caches.open(release)).match(path)) ?? fetch(request)
