import './clock-bar.css'
import { clockCells } from './clock-cells.ts'

interface ClockBarProps {
  readonly label: string
  /** Working days used and allowed. */
  readonly used: number
  readonly limit: number
  /** The same in words: "1 dari 3 hari kerja". */
  readonly text: string
  readonly paused?: boolean
}

/** How much of a time limit is used: cells to count, words to read, and a stripe when the clock stands still. */
export function ClockBar({ label, used, limit, text, paused = false }: ClockBarProps) {
  const { cells, filled, state } = clockCells(used, limit)
  const look = paused ? 'paused' : state
  return (
    <div className={`clock-bar clock-bar--${look}`}>
      <span className="clock-bar__label" aria-hidden="true">
        {label}
      </span>
      <meter className="only-for-readers" aria-label={label} aria-valuetext={text} max={limit} value={used}>
        {text}
      </meter>
      <span className="clock-bar__cells" aria-hidden="true">
        {Array.from({ length: cells }, (_, at) => (
          <span key={at} data-filled={at < filled || undefined} />
        ))}
      </span>
      <span className="clock-bar__text" aria-hidden="true">
        {text}
      </span>
    </div>
  )
}
