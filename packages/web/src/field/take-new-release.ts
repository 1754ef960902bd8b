/** The worker answers within moments, yes or no; one that is ill keeps nobody out for longer than this. */
const patienceMs = 10_000

/**
 * SYNC-37 Makes the app open without a line, and takes a new release at a start, when nothing is typed yet, and at no other
 * moment: a release that was fetched meanwhile waits for the next start.
 */
export async function takeNewRelease(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const known = await serviceWorker.getRegistration('/lapangan').catch(() => undefined)
  if (known?.waiting) await replaced(known.waiting)
  // What it fetches is for the next start; without a line it fails, and the app is there all the same.
  void serviceWorker.register('/lapangan/sw.js', { scope: '/lapangan' }).catch(() => undefined)
}

/** The worker refuses where another window is open: somebody may be typing there. */
function replaced(waiting: ServiceWorker): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => go())
    port1.start()
    setTimeout(go, patienceMs)
    navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
    waiting.postMessage('take', [port2])
  })
}
