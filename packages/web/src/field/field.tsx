import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useText } from '../platform/i18n/use-text.ts'
import { enter, leave } from '../platform/session/session-store.ts'
import type { Keys } from '../platform/vault/vault.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Door } from './door/door.tsx'
import { forgetPerson } from './door/own-vault.ts'

// Fetched while the PIN is typed: the door is there sooner.
const fetchInside = () => import('./open-field.tsx')
const OpenField = lazy(async () => ({ default: (await fetchInside()).OpenField }))

/** The phone of whoever goes from house to house: locked, or open for one person. */
export function Field() {
  const [keys, setKeys] = useState<Keys | null>(null)
  const [wiped, setWiped] = useState(false)
  const open = useCallback((opened: Keys) => {
    enter(opened.me)
    setKeys(opened)
  }, [])
  const lock = useCallback(() => {
    setKeys(null)
    leave('out')
  }, [])
  const forget = useCallback(() => {
    if (!keys) return
    setWiped(true)
    void forgetPerson(keys.me.staff).finally(lock)
  }, [keys, lock])
  // Else a browser short of room may clear what waits.
  useEffect(() => void navigator.storage?.persist?.().catch(() => false), [])
  useEffect(() => void fetchInside().catch(() => null), [])
  if (wiped && !keys) return <Wiped />
  if (!keys) return <Door onOpen={open} />
  return (
    <Suspense fallback={null}>
      <OpenField keys={keys} lock={lock} onWiped={forget} />
    </Suspense>
  )
}

function Wiped(): ReactNode {
  const t = useText()
  return (
    <main className="field__main">
      <EmptyState level={1} title={t('field.wiped.title')} text={t('field.wiped.text')} />
    </main>
  )
}
