import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Pending } from '../../platform/replica/pending.ts'

interface RowProps {
  readonly href: string
  readonly title: string
  readonly text?: ReactNode
  readonly note?: string | undefined
  readonly pending?: Pending['state'] | null
  /** Something else to press, below it. */
  readonly beside?: ReactNode
}

/** One thing in a list, as large as a thumb. */
export function Row({ href, title, text, note, pending = null, beside }: RowProps) {
  return (
    <li>
      <Link href={href} className="field__row">
        <strong>{title}</strong>
        {text && <span className="field__row-text">{text}</span>}
        {note && <span className="field__note">{note}</span>}
        <PendingMark state={pending} />
      </Link>
      {beside}
    </li>
  )
}

/** Where something that was done here is by now. */
export function PendingMark({ state }: { readonly state: Pending['state'] | null }) {
  const t = useText()
  return state && <span className={`field__pending field__pending--${state}`}>{t(`field.pending.${state}`)}</span>
}

/** A list under its heading; nothing where there is nothing. */
export function Rows({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <h2 className="field__heading">{title}</h2>
      <ul className="field__rows">{children}</ul>
    </section>
  )
}
