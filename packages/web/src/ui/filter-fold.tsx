import { FunnelIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import './filter-fold.css'

/** What makes a list shorter, folded away until wanted: on a phone it would push the list out of sight. */
export function FilterFold({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className="filter-fold">
      <summary>
        <FunnelIcon aria-hidden />
        {label}
      </summary>
      <div className="filter-fold__fields">{children}</div>
    </details>
  )
}
