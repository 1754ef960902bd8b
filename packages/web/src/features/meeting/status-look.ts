import type { MeetingStatus, TaskStatus } from '@openslrt/core/meeting/meeting.ts'
import type { Tone } from '../../ui/status-tag.tsx'

/** How each state looks beside its word. */
export const meetingTone: Readonly<Record<MeetingStatus, Tone>> = {
  planned: 'new',
  held: 'active',
  closed: 'done',
  cancelled: 'stopped',
}
export const taskTone: Readonly<Record<TaskStatus, Tone>> = { open: 'waiting', done: 'done', 'not-done': 'stopped' }
