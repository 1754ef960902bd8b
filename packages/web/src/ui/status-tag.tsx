import { Tag } from '@navikt/ds-react/Tag'
import './status-tag.css'

/** What a status means for the person who reads it; the word comes from outside, shape and colour from here. */
export type Tone = 'new' | 'active' | 'waiting' | 'attention' | 'urgent' | 'done' | 'stopped'

type Colour = 'info' | 'accent' | 'warning' | 'danger' | 'success' | 'neutral'

const looks: Readonly<Record<Tone, { colour: Colour; shape: string }>> = {
  new: { colour: 'info', shape: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z' },
  active: { colour: 'accent', shape: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Zm0 2v8a4 4 0 0 0 0-8Z' },
  waiting: { colour: 'neutral', shape: 'M3.5 3h3v10h-3Zm6 0h3v10h-3Z' },
  attention: { colour: 'warning', shape: 'M8 1.5 15.5 14.5H.5ZM7.1 6v4.4h1.8V6Zm0 5.4v1.7h1.8v-1.7Z' },
  urgent: { colour: 'danger', shape: 'M5 1h6l4 4v6l-4 4H5l-4-4V5Zm2 2.8v5h2v-5Zm0 6.2v2h2v-2Z' },
  done: { colour: 'success', shape: 'm6.2 13.4-5-5L3 6.6l3.2 3.2L13 3l1.8 1.8Z' },
  stopped: { colour: 'neutral', shape: 'M2.2 4 4 2.2l4 4 4-4L13.8 4l-4 4 4 4-1.8 1.8-4-4-4 4L2.2 12l4-4Z' },
}

/** A status told by word, shape and colour together. */
export function StatusTag({ tone, label, small = false }: { tone: Tone; label: string; small?: boolean }) {
  const { colour, shape } = looks[tone]
  return (
    <Tag
      className="status-tag"
      variant="moderate"
      size={small ? 'xsmall' : 'small'}
      data-color={colour}
      icon={
        <svg viewBox="0 0 16 16" width="12" height="12" fill="currentColor" aria-hidden="true">
          <path fillRule="evenodd" d={shape} />
        </svg>
      }
    >
      {label}
    </Tag>
  )
}
