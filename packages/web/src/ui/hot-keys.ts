import { useEffect, useRef } from 'react'

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** True for a bare key pressed outside fields and dialogs: only then may a single letter mean an act. */
export function isHotKey(pressed: Pressed, key: string, place: { typing: boolean; dialogOpen: boolean }): boolean {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return false
  return pressed.key === key && !place.typing && !place.dialogOpen
}

/** The row that `j` (down) or `k` (up) goes to; from nowhere, down is the first and up the last. */
export function nextRow(current: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1
  if (current < 0) return step === 1 ? 0 : count - 1
  return Math.min(count - 1, Math.max(0, current + step))
}

/** Runs `act` when the bare key is pressed anywhere on the page. */
export function useHotKey(key: string, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const place = { typing: isField(event.target), dialogOpen: document.querySelector('dialog[open]') !== null }
      if (event.defaultPrevented || !isHotKey(event, key, place)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [key])
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
