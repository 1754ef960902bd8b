import { Skeleton } from '@navikt/ds-react/Skeleton'
import './page-state.css'

/** The shape of what is coming, so that the page does not jump when it comes. */
export function Loading({ label, rows = 3 }: { label: string; rows?: number }) {
  return (
    <div className="page-state page-state--loading" aria-busy="true">
      <output className="only-for-readers">{label}</output>
      {Array.from({ length: rows }, (_, at) => (
        <Skeleton key={at} variant="rounded" height={24} width={`${92 - (at % 3) * 14}%`} />
      ))}
    </div>
  )
}
