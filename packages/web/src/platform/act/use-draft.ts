import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, loadDraft, saveDraft } from '../outbox/drafts.ts'
import { mergeDraft } from './merge-draft.ts'

/** Long enough not to seal every letter, short enough that a reload takes no word away. */
const pauseMs = 250

/** Keeps what is typed sealed on this device under `key`, and gives it back to the form when it is opened again. */
export function useDraft<Values extends object>(
  key: string,
  values: Values,
  dirty: boolean,
  restore: (kept: Partial<Values>) => void,
): { readonly restored: boolean; readonly forget: () => void } {
  const [restored, setRestored] = useState(false)
  const latest = useRef({ values, dirty, restore })
  useEffect(() => {
    latest.current = { values, dirty, restore }
  })
  useEffect(() => {
    let shown = true
    const give = (kept: unknown) => {
      // Who was quicker with typing than the device with reading keeps what they typed.
      if (!shown || latest.current.dirty) return
      const known = mergeDraft(latest.current.values, kept)
      if (!known) return
      latest.current.restore(known)
      setRestored(true)
    }
    loadDraft(key).then(give, () => undefined)
    return () => {
      shown = false
    }
  }, [key])
  const stop = useSaving(key, values, dirty)
  const forget = useCallback(() => {
    setRestored(false)
    stop()
    // At once: the same form may be opened again in the next moment, and must be empty then.
    dropDraft(key).catch(() => undefined)
  }, [key, stop])
  return { restored, forget }
}

/**
 * Saves a pause after the last letter, or when the form is closed within it; who leaves the page within it is asked
 * first. Gives what ends it.
 */
function useSaving(key: string, values: object, dirty: boolean): () => void {
  // What would be lost if the page went now.
  const open = useRef<{ readonly key: string; readonly values: object } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const save = useCallback(async (): Promise<void> => {
    const now = open.current
    if (!now) return
    const kept = () => {
      // Unless somebody typed on meanwhile.
      if (open.current === now) open.current = null
    }
    await saveDraft(now.key, now.values).then(kept, () => undefined)
  }, [])
  useEffect(() => {
    if (!dirty) return undefined
    open.current = { key, values }
    timer.current = setTimeout(() => void save(), pauseMs)
    return () => clearTimeout(timer.current)
  }, [key, values, dirty, save])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (open.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    // A form that was closed still asks until its words lie on the device: sealing takes a moment.
    return () => void save().finally(() => window.removeEventListener('beforeunload', warn))
  }, [save])
  return useCallback(() => {
    clearTimeout(timer.current)
    open.current = null
  }, [])
}
