import type { PayRefusal } from '../activity/refusal.ts'
import type { LawRefusal } from '../case/refusal.ts'
import type { ChallengeRefusal } from '../challenge/refusal.ts'
import type { DutyRefusal } from '../duty/decide.ts'
import type { IndependenceRefusal } from '../independence/refusal.ts'
import type { JointRefusal } from '../joint/refusal.ts'
import type { ListRefusal } from '../lists/decide.ts'
import type { LoadRefusal } from '../load/load.ts'
import type { MeetingRefusal } from '../meeting/refusal.ts'
import type { NeedRefusal } from '../need/refusal.ts'
import type { NetworkRefusal } from '../network/refusal.ts'
import type { OfficeRefusal } from '../office/decide.ts'
import type { PpksRefusal } from '../ppks/refusal.ts'
import type { ProgrammeRefusal } from '../programme/refusal.ts'
import type { ProposalRefusal } from '../proposal/refusal.ts'
import type { PsksRefusal } from '../psks/refusal.ts'
import type { LinkRefusal } from '../registry/link.ts'
import type { MergeRefusal } from '../registry/merge-parts.ts'
import type { RegistryRefusal } from '../registry/refusal.ts'
import type { SurgeRefusal } from '../surge/refusal.ts'
import type { VisitRefusal } from '../visit/refusal.ts'
import { activityProblems } from './activity-problem.ts'
import { challengeProblems } from './challenge-problem.ts'
import { networkProblems } from './network-problem.ts'
import { independenceProblems } from './problem-independence.ts'
import type { UploadRefusal } from './upload-limits.ts'

/** Reasons for which the door says no before the law is asked: who knocks, how, and with what. */
export type TransportRefusal =
  // What was sent can't be read
  | { readonly code: 'invalid'; readonly fields: readonly string[] }
  | { readonly code: 'unknown-field'; readonly fields: readonly string[] }
  | { readonly code: 'unknown-filter'; readonly fields: readonly string[] }
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'file-too-large'; readonly limit: number }
  | { readonly code: 'file-type' }
  | { readonly code: 'file-unsafe' }
  | { readonly code: 'picture-size' }
  | { readonly code: 'letter-unsigned' }
  | { readonly code: 'picture-unreadable' }
  | { readonly code: 'no-table' }
  | { readonly code: 'table-too-long'; readonly most: number }
  | { readonly code: 'sheet-merged' }
  | { readonly code: 'sheet-formulas' }
  | { readonly code: 'archive-unfit' }
  | { readonly code: 'table-headless' }
  | { readonly code: 'line-differs'; readonly line: number }
  | { readonly code: 'contract-too-old' }
  // Who sends it
  | { readonly code: 'unauthenticated' }
  | { readonly code: 'forbidden-origin' }
  | { readonly code: 'sign-in-failed' }
  | { readonly code: 'wrong-secret' }
  | { readonly code: 'locked-out'; readonly retryAfter: number }
  | { readonly code: 'rate-limited'; readonly retryAfter: number }
  | { readonly code: 'link-used' }
  | { readonly code: 'password-weak'; readonly least: number }
  | { readonly code: 'name-taken' }
  | { readonly code: 'wrong-code' }
  | { readonly code: 'second-factor-needed' }
  | { readonly code: 'own-second-factor' }
  | { readonly code: 'is-person' }
  | { readonly code: 'is-service' }
  | { readonly code: 'role-for-people' }
  | { readonly code: 'wrong-password' }
  | { readonly code: 'provider-failed' }
  | { readonly code: 'provider-unknown' }
  | { readonly code: 'provider-taken' }
  | { readonly code: 'device-of-another' }
  // What it is about
  | { readonly code: 'not-found' }
  | { readonly code: 'stale' }
  | { readonly code: 'wrong-district' }
  | { readonly code: 'command-id-reused' }
  | { readonly code: 'depends-on-refused' }
  | { readonly code: 'message-taken' }
  // The house itself
  | { readonly code: 'unavailable'; readonly retryAfter: number }
  | { readonly code: 'internal' }

/** Every no that can cross a wire. `retryAfter` are seconds, `limit` bytes, `fields` paths such as `client.nik`. */
export type Refusal =
  | LawRefusal
  | OfficeRefusal
  | DutyRefusal
  | ListRefusal
  | JointRefusal
  | MeetingRefusal
  | VisitRefusal
  | SurgeRefusal
  | RegistryRefusal
  | MergeRefusal
  | LinkRefusal
  | LoadRefusal
  | ProgrammeRefusal
  | NeedRefusal
  | ProposalRefusal
  | PpksRefusal
  | PsksRefusal
  | PayRefusal
  | IndependenceRefusal
  | ChallengeRefusal
  | NetworkRefusal
  | UploadRefusal
  | TransportRefusal
export type RefusalCode = Refusal['code']

/**
 * R7 The HTTP status of each refusal; its sentence is the message `refusal.<code>`. A new code without either does not
 * compile. 409: try again from what is there now. 422: what was said can't be. 424: an earlier command was refused.
 */
export const problems = {
  // Rights
  'not-permitted': { status: 403 },
  'not-here': { status: 403 },
  'own-post': { status: 403 },
  'role-not-yours': { status: 403 },
  'posts-elsewhere': { status: 403 },
  'not-your-lists': { status: 403 },
  'nation-only': { status: 403 },
  'role-of-above': { status: 403 },
  'role-not-held': { status: 403 },
  'role-beyond': { status: 403 },
  // How the case stands
  'wrong-status': { status: 409 },
  'wrong-referral-status': { status: 409 },
  'decision-missing': { status: 409 },
  'referral-open': { status: 409 },
  'appeal-used': { status: 409 },
  'window-over': { status: 409 },
  'no-office-above': { status: 409 },
  'already-so': { status: 409 },
  'leave-twice': { status: 409 },
  'duty-twice': { status: 409 },
  'too-early': { status: 409 },
  'not-asked': { status: 409 },
  'not-passed-up': { status: 409 },
  'same-person': { status: 403 },
  'in-review': { status: 409 },
  'not-in-review': { status: 409 },
  'own-review': { status: 403 },
  'message-taken': { status: 409 },
  'unknown-form': { status: 422 },
  'wrong-form-status': { status: 409 },
  // Letters
  'wrong-letter-status': { status: 409 },
  'unknown-letter': { status: 422 },
  'letter-not-here': { status: 422 },
  'letter-field': { status: 422 },
  'unknown-purpose': { status: 422 },
  'desil-above': { status: 422 },
  'letter-turn': { status: 409 },
  'own-letter': { status: 403 },
  // Meetings
  'wrong-meeting-status': { status: 409 },
  'wrong-task-status': { status: 409 },
  'meeting-not-yours': { status: 403 },
  'meeting-not-yet': { status: 409 },
  'minutes-missing': { status: 409 },
  'no-next-sitting': { status: 409 },
  'unknown-meeting-kind': { status: 422 },
  'unknown-meeting': { status: 404 },
  'unknown-task': { status: 422 },
  'unknown-point': { status: 422 },
  'unknown-agenda-case': { status: 422 },
  'agenda-empty': { status: 422 },
  'agenda-twice': { status: 422 },
  'meeting-long-past': { status: 422 },
  'office-not-invited': { status: 422 },
  // What was said about it
  'wrong-kind': { status: 422 },
  'note-missing': { status: 422 },
  'wrong-place': { status: 422 },
  'unknown-category': { status: 422 },
  'unknown-channel': { status: 422 },
  'unknown-reason': { status: 422 },
  'unknown-outcome': { status: 422 },
  'unknown-office': { status: 422 },
  'unknown-referral': { status: 422 },
  'unknown-file': { status: 422 },
  'unknown-place': { status: 422 },
  'unknown-role': { status: 422 },
  'unknown-staff': { status: 422 },
  'office-not-active': { status: 422 },
  'same-office': { status: 422 },
  'not-below': { status: 422 },
  'wrong-parent': { status: 422 },
  'wrong-level': { status: 422 },
  'role-not-here': { status: 422 },
  'assignee-not-here': { status: 422 },
  'how-missing': { status: 422 },
  'client-missing': { status: 422 },
  'consent-missing': { status: 422 },
  'merge-target': { status: 422 },
  'merge-self': { status: 422 },
  'leave-days': { status: 422 },
  'stand-in-not-here': { status: 422 },
  'stand-in-away': { status: 422 },
  'duty-days': { status: 422 },
  'duty-not-here': { status: 422 },
  'duty-away': { status: 422 },
  'serves-no-village': { status: 422 },
  'village-elsewhere': { status: 422 },
  // What was said of a list
  'list-fixed': { status: 422 },
  'item-needed': { status: 422 },
  'code-taken': { status: 409 },
  'unknown-item': { status: 422 },
  'unknown-sector': { status: 422 },
  'limits-crossed': { status: 422 },
  'day-past': { status: 422 },
  // What was said of a role
  'role-apart': { status: 422 },
  'role-lacks': { status: 422 },
  'role-sight': { status: 422 },
  'role-too-wide': { status: 422 },
  'role-factor': { status: 422 },
  'last-administration': { status: 409 },
  'template-field': { status: 422 },
  'number-pattern': { status: 422 },
  // Joint programmes
  'joint-unknown': { status: 404 },
  'joint-over': { status: 409 },
  'joint-not-lead': { status: 403 },
  'joint-not-partner': { status: 403 },
  'joint-days': { status: 422 },
  'joint-partner': { status: 422 },
  'joint-twice': { status: 409 },
  'joint-part-unknown': { status: 422 },
  'joint-step': { status: 409 },
  'joint-target': { status: 422 },
  'joint-restricted': { status: 422 },
  // Doubles of the registry
  'pair-same': { status: 422 },
  'pair-merged': { status: 409 },
  'pair-field': { status: 422 },
  'pair-over': { status: 409 },
  'pair-later': { status: 409 },
  'link-no-nik': { status: 422 },
  'link-nowhere': { status: 422 },
  'link-asked': { status: 409 },
  'link-other-nik': { status: 422 },
  'link-over': { status: 409 },
  'link-not-yours': { status: 403 },
  'wrong-load-status': { status: 409 },
  'load-mapping': { status: 422 },
  'load-place': { status: 422 },
  'load-snapshot': { status: 422 },
  'export-sheet': { status: 413 },
  'number-shared': { status: 422 },
  'unknown-signer': { status: 422 },
  'unknown-picture': { status: 422 },
  // Visits
  'wrong-visit-status': { status: 409 },
  'unknown-visit': { status: 404 },
  'visit-elsewhere': { status: 422 },
  'visit-nobody': { status: 422 },
  'visit-day': { status: 422 },
  'visit-case': { status: 422 },
  'visit-signer': { status: 422 },
  // Affected lists
  'unknown-surge': { status: 404 },
  'surge-closed': { status: 409 },
  'surge-elsewhere': { status: 422 },
  'surge-rules': { status: 422 },
  'surge-slots': { status: 422 },
  'surge-full': { status: 409 },
  'unknown-affected': { status: 422 },
  'affected-step': { status: 409 },
  // People and families
  'registry-value': { status: 422 },
  'registry-clash': { status: 409 },
  'registry-merged': { status: 409 },
  'unknown-family': { status: 422 },
  'in-another-family': { status: 409 },
  'in-no-family': { status: 409 },
  'day-ahead': { status: 422 },
  // Programmes
  'programme-unknown': { status: 404 },
  'programme-not-yours': { status: 403 },
  'programme-over': { status: 409 },
  'programme-place': { status: 422 },
  'programme-replaces': { status: 422 },
  'programme-past': { status: 422 },
  'programme-rule': { status: 422 },
  'programme-office': { status: 422 },
  'programme-excludes': { status: 422 },
  // Needs, applications, participation, quotas
  'need-unknown': { status: 422 },
  'need-kind': { status: 422 },
  'need-holder': { status: 422 },
  'need-status': { status: 409 },
  'need-standing': { status: 409 },
  'need-restricted': { status: 422 },
  'programme-closed': { status: 422 },
  'application-unknown': { status: 422 },
  'application-twice': { status: 409 },
  'application-status': { status: 409 },
  'application-paper': { status: 422 },
  'participation-days': { status: 422 },
  'participation-twice': { status: 409 },
  'participation-need': { status: 422 },
  'quota-twice': { status: 409 },
  'quota-days': { status: 422 },
  'quota-below': { status: 409 },
  'quota-not-yours': { status: 403 },
  'quota-above': { status: 409 },
  'quota-astride': { status: 422 },
  // PPKS and PSKS
  'ppks-unknown': { status: 404 },
  'ppks-type': { status: 422 },
  'ppks-restricted': { status: 403 },
  'ppks-who': { status: 422 },
  'ppks-case': { status: 422 },
  'ppks-day': { status: 422 },
  'ppks-risk': { status: 422 },
  'ppks-step': { status: 409 },
  'ppks-no-service': { status: 422 },
  'ppks-service': { status: 409 },
  'ppks-owed': { status: 409 },
  'ppks-twice': { status: 409 },
  'psks-unknown': { status: 404 },
  'psks-kind': { status: 422 },
  'psks-field': { status: 422 },
  'psks-serves': { status: 422 },
  'psks-name': { status: 422 },
  'psks-step': { status: 409 },
  'psks-district': { status: 403 },
  'psks-own': { status: 403 },
  'psks-month': { status: 422 },
  'psks-report': { status: 409 },
  'psks-posting': { status: 422 },
  'psks-day': { status: 422 },
  'psks-posted': { status: 409 },
  'psks-user': { status: 422 },
  ...activityProblems,
  ...challengeProblems,
  ...independenceProblems,
  ...networkProblems,
  // The door
  invalid: { status: 400 },
  'unknown-field': { status: 400 },
  'unknown-filter': { status: 400 },
  'too-large': { status: 413 },
  'device-of-another': { status: 409 },
  'file-too-large': { status: 413 },
  'file-type': { status: 415 },
  'file-unsafe': { status: 422 },
  'file-broken': { status: 422 },
  'picture-size': { status: 422 },
  'letter-unsigned': { status: 409 },
  'picture-unreadable': { status: 422 },
  'no-table': { status: 422 },
  'line-differs': { status: 422 },
  'table-too-long': { status: 413 },
  'sheet-merged': { status: 422 },
  'sheet-formulas': { status: 422 },
  'archive-unfit': { status: 422 },
  'table-headless': { status: 422 },
  'contract-too-old': { status: 409 },
  unauthenticated: { status: 401 },
  'forbidden-origin': { status: 403 },
  'sign-in-failed': { status: 401 },
  'wrong-secret': { status: 403 },
  'locked-out': { status: 429 },
  'rate-limited': { status: 429 },
  'link-used': { status: 410 },
  'password-weak': { status: 422 },
  'name-taken': { status: 409 },
  'wrong-code': { status: 403 },
  'second-factor-needed': { status: 403 },
  'own-second-factor': { status: 403 },
  'is-person': { status: 409 },
  'is-service': { status: 409 },
  'role-for-people': { status: 422 },
  'wrong-password': { status: 403 },
  'provider-failed': { status: 403 },
  'provider-unknown': { status: 403 },
  'provider-taken': { status: 409 },
  'not-found': { status: 404 },
  stale: { status: 409 },
  'wrong-district': { status: 422 },
  'command-id-reused': { status: 409 },
  'depends-on-refused': { status: 424 },
  unavailable: { status: 503 },
  internal: { status: 500 },
  // Proposals to the registry
  'wrong-proposal-status': { status: 409 },
  'wrong-minutes-status': { status: 409 },
  'own-proposal': { status: 403 },
  'proposal-field': { status: 422 },
  'proposal-incomplete': { status: 409 },
  'capture-undecided': { status: 409 },
  'unknown-target': { status: 422 },
  'minutes-incomplete': { status: 409 },
  'proposal-later': { status: 409 },
  'unknown-proposal': { status: 422 },
  // Wishes to be forgotten
  'still-going': { status: 409 },
} as const satisfies Record<RefusalCode, { readonly status: number }>
