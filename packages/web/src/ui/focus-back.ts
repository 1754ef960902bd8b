import { useEffect, useState } from 'react'
import { mainId } from './page-shell.tsx'

/**
 * Where the keyboard was before a dialog came over the page, it is again when the dialog has gone; where that has gone
 * too, at the page itself. Browsers do so only for dialogs that are closed, and ours leave the page as they are.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // Once the dialog is off the page: whoever has taken the keyboard by then keeps it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) placeFor(before)?.focus({ preventScroll: true })
      })
    },
    [before],
  )
}

const placeFor = (before: Element | null): HTMLElement | null =>
  before instanceof HTMLElement && before.isConnected && before !== document.body
    ? before
    : document.getElementById(mainId)
