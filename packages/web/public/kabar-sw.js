// The service worker of the desk: shows news that was pushed, once for each tag, and opens the case on a click.
self.addEventListener('push', (event) => {
  const { title = 'OpenSLRT', text = '', url = '', tag = '' } = event.data?.json() ?? {}
  event.waitUntil(
    self.registration.showNotification(title, { body: text, tag, icon: '/meja/favicon.svg', data: { url } }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const own = new URL('/meja/kabar', self.location.origin)
  const asked = URL.canParse(event.notification.data?.url) ? new URL(event.notification.data.url) : own
  // Only our own pages are opened, whatever was pushed.
  event.waitUntil(self.clients.openWindow(asked.origin === own.origin ? asked.href : own.href))
})
