import type { ReactNode } from 'react'
import './page-state.css'

interface ErrorStateProps {
  readonly title: string
  /** What it means for the reader and what to do. */
  readonly text: ReactNode
  /** The request's number, to be named when help is asked for. */
  readonly reference?: string | undefined
  readonly action?: ReactNode
  /** 1 where nothing else heads the page. */
  readonly level?: 1 | 2
}

/** Something went wrong: what happened, what it means, what to do next. */
export function ErrorState({ title, text, reference, action, level = 2 }: ErrorStateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <section className="page-state page-state--failed" role="alert">
      <Title className="page-state__title">{title}</Title>
      <p className="page-state__text">{text}</p>
      {reference && <span className="page-state__more">{reference}</span>}
      {action && <div className="page-state__action">{action}</div>}
    </section>
  )
}
