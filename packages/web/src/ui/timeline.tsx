import type { ReactNode } from 'react'
import './timeline.css'

export interface TimelineStep {
  readonly id: string
  readonly state: 'past' | 'current' | 'coming'
  readonly title: ReactNode
  /** Who, where: one quiet line under the title. */
  readonly by?: ReactNode
  /** As people say it; the exact time is for hover and readers. */
  readonly when?: { readonly text: string; readonly exact: string; readonly iso: string }
  readonly children?: ReactNode
}

/** The way something went, stands, and will go: what is to come is faint, so that the whole way is seen. */
export function Timeline({ label, stateWords, steps }: TimelineProps) {
  return (
    <ol className="way" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={`way__step way__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="only-for-readers">{stateWords[step.state]}: </span>
          <div className="way__head">
            <span className="way__title">{step.title}</span>
            {step.when && (
              <time className="way__when" dateTime={step.when.iso} title={step.when.exact}>
                {step.when.text}
              </time>
            )}
          </div>
          {step.by && <div className="way__by">{step.by}</div>}
          {step.children && <div className="way__body">{step.children}</div>}
        </li>
      ))}
    </ol>
  )
}

interface TimelineProps {
  readonly label: string
  /** Said to readers who cannot see the dots: "sudah", "sekarang", "nanti". */
  readonly stateWords: Readonly<Record<TimelineStep['state'], string>>
  readonly steps: readonly TimelineStep[]
}
