/** What a worker asks of every page of ours that it finds, and what a page answers: that it is open, and that it is done. */
export const wakeWords = { ask: 'sync', here: 'here', done: 'done' } as const

interface SyncManager {
  register(tag: string): Promise<void>
}

/** Not in every browser, and in no library of types yet. */
export const syncManagerOf = (registration: object | undefined): SyncManager | null => {
  if (!registration || !('sync' in registration)) return null
  const { sync } = registration
  return isManager(sync) ? sync : null
}

const isManager = (sync: unknown): sync is SyncManager =>
  typeof sync === 'object' && sync !== null && 'register' in sync && typeof sync.register === 'function'

/**
 * SYNC-55 Asks the browser to wake the worker when there is a line again, in the language that it is to speak. Where it can't
 * or may not, the page goes on by itself as before.
 */
export async function askToBeWoken(language: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/lapangan').catch(() => undefined)
  await syncManagerOf(registration)
    ?.register(`kirim-${language}`)
    .catch(() => undefined)
}

/** Syncs whenever the worker was woken, and tells it so; gives what ends that. */
export function hearWorker(sync: () => Promise<void>): () => void {
  const hear = ({ data, ports }: MessageEvent): void => {
    if (data !== wakeWords.ask) return
    ports[0]?.postMessage(wakeWords.here)
    void sync().then(() => ports[0]?.postMessage(wakeWords.done))
  }
  navigator.serviceWorker?.addEventListener('message', hear)
  return () => navigator.serviceWorker?.removeEventListener('message', hear)
}
