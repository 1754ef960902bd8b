import type { OfficeCommandData } from '../contract/office.ts'
import type { Instant } from '../kernel/instant.ts'
import { dayMs, startOfDay } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import { overlap } from '../kernel/span.ts'
import type { Change } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'
import type { LeaveRow, OfficeRow, PostRow } from './office.ts'

export type LeaveRefusal =
  | { readonly code: 'leave-days' }
  | { readonly code: 'leave-twice' }
  | { readonly code: 'stand-in-not-here' }
  | { readonly code: 'stand-in-away' }
  | { readonly code: 'serves-no-village' }
  | { readonly code: 'village-elsewhere' }

/** What is looked at when somebody leaves, comes back, or is given villages. */
export interface LeaveLook {
  readonly now: Instant
  readonly zone: string
  readonly leave: LeaveRow | null
  readonly leaves: readonly LeaveRow[]
  /** Leaves from this office of whoever is to stand in. */
  readonly standInLeaves: readonly LeaveRow[]
  readonly standInPost: PostRow | null
  readonly staffHere: ReadonlySet<string>
  readonly knowsPlace: (code: PlaceCode) => boolean
}

/**
 * OFFICE-13 A leave lasts from the first minute of its first day to the last of its last, in the days of the office. Who
 * stands in works at the office and holds a post of the same role for that time: the rights end by themselves.
 */
export function giveLeave(
  subject: string,
  data: OfficeCommandData['leave.give'],
  post: PostRow,
  look: LeaveLook,
): Result<readonly Change[], LeaveRefusal> {
  const from = startOfDay(look.zone, data.from)
  const until = startOfDay(look.zone, data.until) + dayMs
  const over = post.until ?? until
  if (until <= from || Math.min(until, over) <= Math.max(from, look.now)) return no({ code: 'leave-days' })
  const touches = (other: LeaveRow): boolean => overlap(other, { from, until })
  if (look.leaves.some(touches)) return no({ code: 'leave-twice' })
  const { standIn } = data
  if (standIn !== null && (standIn === post.staff || !look.staffHere.has(standIn)))
    return no({ code: 'stand-in-not-here' })
  if (standIn !== null && look.standInLeaves.some(touches)) return no({ code: 'stand-in-away' })
  const { district, staff, office, role } = post
  const standInPost = standIn === null ? null : data.standInPost
  const leave: Change = {
    table: 'leave',
    id: subject,
    base: 0,
    set: { district, staff, post: post.id, office, standIn, standInPost, from, until },
  }
  if (standIn === null) return ok([leave])
  // Rights begin when they were given: what was done before that was not done with them. They end with the post itself:
  // who stands in for somebody who stands in gets no longer than that one has.
  const held = { district, staff: standIn, office, role, from: Math.max(from, look.now), until: Math.min(until, over) }
  return ok([leave, { table: 'post', id: data.standInPost, base: 0, set: held }])
}

/** OFFICE-13 Who is back before their time takes their post over at once; a leave that has not begun never was. */
export function endLeave({ now, leave, standInPost }: LeaveLook): Result<readonly Change[], LeaveRefusal | AlreadySo> {
  const until = Math.max(now, leave?.from ?? now)
  if (!leave || leave.until <= until) return no({ code: 'already-so' })
  const over: Change = { table: 'leave', id: leave.id, base: leave.version, set: { until } }
  if (!standInPost || (standInPost.until !== null && standInPost.until <= now)) return ok([over])
  return ok([over, { table: 'post', id: standInPost.id, base: standInPost.version, set: { until } }])
}

interface AlreadySo {
  readonly code: 'already-so'
}

/** OFFICE-14 Villages of a facilitator: each once, known, and under the office of the post. */
export function areaOf(
  post: PostRow,
  office: OfficeRow,
  villages: readonly PlaceCode[],
  look: Pick<LeaveLook, 'knowsPlace'>,
): Result<readonly PlaceCode[], LeaveRefusal> {
  if (!servesVillages(post.role)) return no({ code: 'serves-no-village' })
  const within = villages.every((village) => covers(office.place, village) && look.knowsPlace(village))
  return within ? ok([...new Set(villages)].toSorted()) : no({ code: 'village-elsewhere' })
}

/** Whether a role goes to villages rather than wait for them. */
export const servesVillages = (role: string): boolean => role === 'facilitator'
