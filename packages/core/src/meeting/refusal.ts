import type { Permission } from '../access/permission.ts'
import type { OfficeId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { MeetingStatus, TaskStatus } from './meeting.ts'

/** Every reason for which the law of meetings says no. Each has a sentence `refusal.<code>` in both languages. */
export type MeetingRefusal =
  | { readonly code: 'not-permitted'; readonly needs: readonly Permission[] }
  | { readonly code: 'not-here'; readonly office: OfficeId }
  | { readonly code: 'unknown-meeting-kind' }
  | { readonly code: 'meeting-not-yours' }
  | {
      readonly code: 'wrong-meeting-status'
      readonly status: MeetingStatus
      readonly allowedFrom: readonly MeetingStatus[]
    }
  | { readonly code: 'wrong-task-status'; readonly status: TaskStatus; readonly allowedFrom: readonly TaskStatus[] }
  | { readonly code: 'meeting-long-past' }
  | { readonly code: 'meeting-not-yet'; readonly until: Instant }
  | { readonly code: 'unknown-agenda-case' }
  | { readonly code: 'agenda-empty' }
  | { readonly code: 'agenda-twice' }
  | { readonly code: 'unknown-point' }
  | { readonly code: 'minutes-missing'; readonly count: number }
  | { readonly code: 'office-not-invited' }
  | { readonly code: 'assignee-not-here' }
  | { readonly code: 'unknown-meeting' }
  | { readonly code: 'unknown-task' }
  | { readonly code: 'no-next-sitting' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'already-so' }
