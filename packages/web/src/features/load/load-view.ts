import type { LoadCard, LoadLine } from '@openslrt/core/contract/load.ts'
import type { LoadCounts, LoadStatus } from '@openslrt/core/load/load.ts'
import { workOf } from '@openslrt/core/load/moves.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** What each standing of a load asks of the person who reads it. */
export const loadTone: Readonly<Record<LoadStatus, Tone>> = {
  read: 'active',
  checked: 'new',
  running: 'active',
  done: 'done',
  stopped: 'attention',
  cancelled: 'stopped',
}

/** Whether the server is at it: then the screen asks again by itself. */
export const isWorking = ({ status, fault }: Pick<LoadCard, 'status' | 'fault'>): boolean =>
  workOf(status) !== null && !fault

/** What is told of a load: what is in, else what a trial came to, else how far the trial is. */
export function countsToTell({ status, counts, checked, progress }: LoadLine): LoadCounts {
  if (counts.rows > 0) return counts
  return workOf(status) === 'check' && progress ? progress : checked
}

/** How much of a load is in, 0 to 100; null while nobody knows how long the file is. */
export function shareIn({ counts, checked, status }: LoadLine): number | null {
  if (workOf(status) !== 'take' || checked.rows === 0) return null
  return Math.min(100, Math.round((counts.rows / checked.rows) * 100))
}
