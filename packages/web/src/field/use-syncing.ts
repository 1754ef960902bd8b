import { useCallback, useEffect, useRef, useState } from 'react'
import type { Phone } from '../platform/replica/open-phone.ts'
import { isDueOnReturn, nextSyncAt, type Synced } from '../platform/replica/sync.ts'
import { keepListsFresh } from './fresh-lists.ts'
import { beWoken, useWoken } from './use-woken.ts'

export interface Syncing {
  readonly busy: boolean
  readonly said: Synced | null
  readonly sync: () => void
}

interface Hears {
  readonly onSynced: () => void
  /** The secretariat has ordered this phone to forget; so much could not be sent before it. */
  readonly onWiped: (left: number) => void
}

/** Syncs at the beginning, when it is due, when signal returns, when somebody comes back, and when asked. */
export function useSyncing(phone: Phone, district: string, { onSynced, onWiped }: Hears): Syncing {
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<Synced | null>(null)
  const tries = useRef(0)
  const [dueAt, setDueAt] = useState<number | null>(null)
  const running = useRef(false)
  const again = useRef(false)
  const run = useCallback(async (): Promise<void> => {
    setBusy(true)
    const answer = await phone.sync()
    if (answer.ok) await keepListsFresh(phone, district).catch(() => undefined)
    tries.current = answer.ok ? 0 : tries.current + 1
    setSaid(answer)
    const next = nextSyncAt(answer, tries.current, Date.now())
    setDueAt(next)
    setBusy(false)
    if (!answer.ok && next !== null) beWoken()
    if (answer.ok) onSynced()
    if (!answer.ok && answer.error.code === 'wiped') onWiped(Number(answer.error.details['left'] ?? 0))
  }, [phone, district, onSynced, onWiped])
  const ended = useRef(Promise.resolve())
  const tryOnce = useCallback((): void => {
    // What was typed while a sync was under way goes with another one right after it.
    again.current = true
    if (running.current) return
    running.current = true
    // What comes of it is seen on the screen.
    ended.current = (async () => {
      while (again.current) {
        again.current = false
        await run()
      }
      running.current = false
    })()
  }, [run])
  const sync = useCallback((): void => {
    // Somebody did something, or a signal came back: what failed before says little of now, and the pauses begin small again.
    tries.current = 0
    tryOnce()
  }, [tryOnce])
  useEffect(() => sync(), [sync])
  useWhenDue({ dueAt, said, tryOnce, sync })
  useWoken(sync, ended)
  return { busy, said, sync }
}

interface Due extends Pick<Syncing, 'said' | 'sync'> {
  readonly dueAt: number | null
  readonly tryOnce: () => void
}

function useWhenDue({ dueAt, said, tryOnce, sync }: Due): void {
  useEffect(() => {
    const timer = dueAt === null ? undefined : setTimeout(tryOnce, Math.max(1_000, dueAt - Date.now()))
    const back = (): void => {
      if (document.visibilityState === 'visible' && isDueOnReturn(dueAt, said, Date.now())) sync()
    }
    window.addEventListener('online', sync)
    document.addEventListener('visibilitychange', back)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', sync)
      document.removeEventListener('visibilitychange', back)
    }
  }, [dueAt, said, tryOnce, sync])
}
