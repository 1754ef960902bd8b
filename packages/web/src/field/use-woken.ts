import { useEffect } from 'react'

/** SYNC-55 The browser wakes the worker when there is a line, and the worker this page: a hidden one has slow timers. */
export function useWoken(sync: () => void, ended: { readonly current: Promise<void> }): void {
  useEffect(() => {
    let stop = (): void => {}
    let gone = false
    void import('./life/wake.ts')
      .then(({ hearWorker }) => {
        if (gone) return
        stop = hearWorker(() => {
          sync()
          return ended.current
        })
      })
      // Without it the page syncs by itself, as where the browser wakes nobody.
      .catch(() => undefined)
    return () => {
      gone = true
      stop()
    }
  }, [sync, ended])
}

/** Asks to be woken when there is a line; what fails here is tried by the page itself. */
export const beWoken = (): void =>
  void import('./life/wake.ts')
    .then(({ askToBeWoken }) => askToBeWoken(document.documentElement.lang))
    .catch(() => undefined)
