import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useMe } from '../session/use-session.ts'
import { type Entry, nextTryAt } from './entry.ts'
import { outboxFor } from './open-outbox.ts'
import type { Outbox } from './outbox.ts'
import { OutboxContext } from './use-outbox.ts'

const none: readonly Entry[] = []

/** Opens the outbox of whoever is signed in and keeps sending from it while the desk is open. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { outboxKey } = useMe()
  const [entries, setEntries] = useState(none)
  const [outbox, setOutbox] = useState<Outbox | null>(null)
  useEffect(() => {
    let gone = false
    let unwatch: () => void = () => {}
    // What comes of it is seen on the screen.
    void outboxFor(outboxKey).then((opened) => {
      if (gone) return
      setOutbox(opened)
      unwatch = opened.watch(setEntries)
    })
    return () => {
      gone = true
      unwatch()
      setOutbox(null)
      setEntries(none)
    }
  }, [outboxKey])
  useRefreshOnAnswer(outbox)
  useKeepSending(outbox, entries)
  const retry = useCallback(() => void outbox?.flush(true), [outbox])
  const value = useMemo(
    () => ({ entries, durable: outbox?.durable ?? true, retry, open: () => outboxFor(outboxKey) }),
    [entries, outbox, outboxKey, retry],
  )
  return <OutboxContext value={value}>{children}</OutboxContext>
}

/** What was accepted has changed what lists and cards show; what was refused was built on something old. */
function useRefreshOnAnswer(outbox: Outbox | null): void {
  const queries = useQueryClient()
  // The screens show by themselves that they are being refreshed.
  useEffect(() => outbox?.onAnswered(() => void queries.invalidateQueries()), [outbox, queries])
}

/** SYNC-4 Tries again when the wait is over, when signal returns, and when somebody comes back to the window. */
function useKeepSending(outbox: Outbox | null, entries: readonly Entry[]): void {
  const dueAt = nextTryAt(entries)
  useEffect(() => {
    if (!outbox || dueAt === null) return undefined
    const flush = () => void outbox.flush(false)
    const now = () => void outbox.flush(true)
    const timer = setTimeout(flush, Math.max(1_000, dueAt - Date.now()))
    window.addEventListener('online', now)
    document.addEventListener('visibilitychange', flush)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', now)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [outbox, dueAt])
  useWarnBeforeLeaving(outbox?.durable === false && dueAt !== null)
}

/** Where nothing can be kept, closing the page would lose what waits. */
function useWarnBeforeLeaving(wouldLose: boolean): void {
  useEffect(() => {
    if (!wouldLose) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [wouldLose])
}
