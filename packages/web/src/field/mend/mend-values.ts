import type { Sendable } from '../../platform/outbox/sendable.ts'

export interface MendValues {
  readonly summary: string
  readonly story: string
  readonly note: string
}

/** What was put right, as it goes over the wire: what stays as it was is left out, and a phone never had the story. */
export function mendData({ summary, story, note }: MendValues, before: string): Sendable['case.review-mend'] {
  return {
    note: note.trim(),
    ...(summary.trim() === before ? {} : { summary: summary.trim() }),
    ...(story.trim() === '' ? {} : { story: story.trim() }),
  }
}
