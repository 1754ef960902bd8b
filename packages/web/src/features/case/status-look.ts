import type { CaseStatus, Priority } from '@openslrt/core/case/case.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** What each status asks of the person who reads it; the word beside it comes from the texts. */
export const caseTone: Readonly<Record<CaseStatus, Tone>> = {
  registered: 'new',
  handling: 'active',
  returned: 'waiting',
  recommended: 'attention',
  answered: 'waiting',
  closed: 'done',
  duplicate: 'stopped',
  cancelled: 'stopped',
  erased: 'stopped',
}

export const isUrgent = (priority: Priority): boolean => priority === 'red'

/** The coloured edge of a row, for those that come before others. */
export const edgeOf = (priority: Priority): 'urgent' | 'attention' | undefined => edges[priority]

const edges: Readonly<Record<Priority, 'urgent' | 'attention' | undefined>> = {
  red: 'urgent',
  raised: 'attention',
  normal: undefined,
}
