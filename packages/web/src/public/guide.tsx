import { GuidePanel } from '@navikt/ds-react/GuidePanel'
import type { ReactNode } from 'react'

/** Advice from the office. The picture is ours: the library's own one is labelled in Norwegian. */
export function Guide({ children }: { children: ReactNode }) {
  return (
    <GuidePanel className="guide" data-color="accent" illustration={<Officer />}>
      {children}
    </GuidePanel>
  )
}

/** An officer at the counter, in the theme's colours; it says nothing that the text does not. */
function Officer() {
  return (
    <svg viewBox="0 0 80 80" aria-hidden="true" focusable="false">
      <path className="guide__wall" d="M0 0h80v80H0Z" />
      <path className="guide__shirt" d="M10 80c0-18 12-27 30-27s30 9 30 27Z" />
      <path
        className="guide__scarf"
        d="M40 12c14 0 22 10 22 24 0 8-2 14-4 19 3 3 4 6 4 9-6 5-14 7-22 7s-16-2-22-7c0-3 1-6 4-9-2-5-4-11-4-19 0-14 8-24 22-24Z"
      />
      <path className="guide__skin" d="M40 22c9 0 14 6 14 15s-6 17-14 17-14-8-14-17 5-15 14-15Z" />
      <path className="guide__face" d="M34.5 36a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm11 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z" />
      <path className="guide__smile" d="M34.5 45q5.5 4.5 11 0" />
    </svg>
  )
}
