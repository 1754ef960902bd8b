import { mainId } from './page-shell.tsx'

/** Where another page begins within the same address: at its top, and readers hear it. */
export function toTopOfPage(): void {
  window.scrollTo(0, 0)
  document.getElementById(mainId)?.focus({ preventScroll: true })
}
