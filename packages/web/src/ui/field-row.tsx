import type { ReactNode } from 'react'
import './field-row.css'

/** Facts with their names, one row each; short ones stand beside their names also on a phone. */
export function FieldRows({ short = false, children }: { short?: boolean; children: ReactNode }) {
  return <dl className={short ? 'fields fields--short' : 'fields'}>{children}</dl>
}

/** One fact: its name, what it is, and if need be what that rests on. */
export function FieldRow({ label, hint, children }: { label: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <div className="fields__row">
      <dt>{label}</dt>
      <dd>
        {children}
        {hint && <span className="fields__hint">{hint}</span>}
      </dd>
    </div>
  )
}

/** A white sheet with a heading: what belongs together on a page. */
export function Panel({ title, action, children }: { title?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      {(title || action) && (
        <div className="panel__head">
          {title && <h2>{title}</h2>}
          {action}
        </div>
      )}
      {children}
    </section>
  )
}
