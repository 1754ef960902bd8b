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

/** Saves a pause after the last letter; who leaves the page within that pause is asked first. Gives what ends it. */
function useSaving(key: string, values: object, dirty: boolean): () => void {
  const unsaved = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    if (!dirty) return undefined
    unsaved.current = true
    const kept = () => {
      unsaved.current = false
    }
    timer.current = setTimeout(() => void saveDraft(key, values).then(kept, () => undefined), pauseMs)
    return () => clearTimeout(timer.current)
  }, [key, values, dirty])
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
  return useCallback(() => {
    clearTimeout(timer.current)
    unsaved.current = false
  }, [])
}
