import type { ReactNode } from 'react'
import './page-state.css'

interface EmptyStateProps {
  readonly title: string
  readonly text?: ReactNode
  readonly action?: ReactNode
  /** 1 where nothing else heads the page. */
  readonly level?: 1 | 2
}

/** Nothing is here: says so, why that may be, and what to do next. */
export function EmptyState({ title, text, action, level = 2 }: EmptyStateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <section className="page-state">
      <Title className="page-state__title">{title}</Title>
      {text && <p className="page-state__text">{text}</p>}
      {action && <div className="page-state__action">{action}</div>}
    </section>
  )
}
