import { Link } from 'wouter'
import { linesOf } from './chart-path.ts'
import './figure-tile.css'

interface FigureTileProps {
  readonly label: string
  readonly value: string
  /** Opens the very cases that the figure counts; without it the reader may see the number and no case. */
  readonly href?: string | undefined
  readonly change?: { readonly text: string; readonly course: 'better' | 'worse' | 'same' } | undefined
  /** What the number is a share of, or when it holds. */
  readonly detail?: string | undefined
  readonly line?: readonly (number | null)[]
  readonly strong?: boolean
}

/** One figure of a dashboard: the number, how it changed, its small line; the whole tile opens its cases. */
export function FigureTile({ label, value, href, change, detail, line = [], strong = false }: FigureTileProps) {
  const look = strong ? 'figure figure--strong' : 'figure'
  const inside = (
    <>
      <span className="figure__label">{label}</span>
      <span className="figure__value">{value}</span>
      {change && <span className={`figure__change figure__change--${change.course}`}>{change.text}</span>}
      {detail && <span className="figure__detail">{detail}</span>}
      {line.length > 1 && <Sparkline values={line} />}
    </>
  )
  if (href === undefined) return <div className={look}>{inside}</div>
  return (
    <Link className={look} href={href}>
      {inside}
    </Link>
  )
}

/** Tiles side by side; never more than five. */
export function FigureStrip({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <section className="figures" aria-label={label}>
      {children}
    </section>
  )
}

function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const top = Math.max(1, ...values.map((value) => value ?? 0))
  const lines = linesOf(values, { width: 100, height: 28, top })
  return (
    <svg className="figure__line" viewBox="0 -2 100 32" preserveAspectRatio="none" aria-hidden="true">
      {lines.map((points) => (
        <polyline key={points} points={points} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  )
}
