import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { enter, leave } from '../platform/session/session-store.ts'
import type { Keys } from '../platform/vault/vault.ts'
import { Door } from './door/door.tsx'
import { forgetPerson } from './door/own-vault.ts'

// Fetched while the PIN is typed: the door is there sooner.
const fetchInside = () => import('./open-field.tsx')
const OpenField = lazy(async () => ({ default: (await fetchInside()).OpenField }))

const Wiped = lazy(async () => ({ default: (await import('./life/emptied.tsx')).Wiped }))

/** The phone of whoever goes from house to house: locked, or open for one person. */
export function Field() {
  const [keys, setKeys] = useState<Keys | null>(null)
  const [left, setLeft] = useState<number | null>(null)
  const open = useCallback((opened: Keys) => {
    enter(opened.me)
    setKeys(opened)
  }, [])
  const lock = useCallback(() => {
    setKeys(null)
    leave('out')
  }, [])
  const forget = useCallback(
    (lying: number) => {
      if (!keys) return
      setLeft(lying)
      void forgetPerson(keys.me.staff).finally(lock)
    },
    [keys, lock],
  )
  // Else a browser short of room may clear what waits.
  useEffect(() => void navigator.storage?.persist?.().catch(() => false), [])
  useEffect(() => void fetchInside().catch(() => null), [])
  if (left === null && !keys) return <Door onOpen={open} />
  return (
    <Suspense fallback={null}>
      {keys ? <OpenField keys={keys} lock={lock} onWiped={forget} /> : <Wiped left={left ?? 0} />}
    </Suspense>
  )
}
