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

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(kept(page, request))
  else if (files.includes(url.pathname)) event.respondWith(kept(url.pathname, request))
})

const kept = async (path, request) => (await (await caches.open(release)).match(path)) ?? fetch(request)
