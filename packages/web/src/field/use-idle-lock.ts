import { useEffect } from 'react'
import { isIdle } from '../platform/vault/pin.ts'

const lookEveryMs = 5_000

/** SYNC-34 Locks a phone that nobody touches, also one that slept meanwhile. */
export function useIdleLock(minutes: number, lock: () => void): void {
  useEffect(() => {
    let touchedAt = Date.now()
    const look = (): void => {
      if (isIdle(touchedAt, Date.now(), minutes)) lock()
    }
    // Before the touch counts: whoever wakes a phone that slept through its time finds it locked.
    const touch = (): void => {
      look()
      touchedAt = Date.now()
    }
    const timer = setInterval(look, lookEveryMs)
    const kinds = ['pointerdown', 'keydown', 'visibilitychange'] as const
    for (const kind of kinds) document.addEventListener(kind, kind === 'visibilitychange' ? look : touch)
    return () => {
      clearInterval(timer)
      for (const kind of kinds) document.removeEventListener(kind, kind === 'visibilitychange' ? look : touch)
    }
  }, [minutes, lock])
}
