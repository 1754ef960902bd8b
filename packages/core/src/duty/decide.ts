import type { Actor } from '../access/actor.ts'
import type { AccessRefusal } from '../access/can.ts'
import type { DutyCommand, DutyCommandData } from '../contract/duty.ts'
import { dutyRights } from '../contract/duty.ts'
import type { StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import { dayMs, startOfDay } from '../kernel/instant.ts'
import type { Result } from '../kernel/result.ts'
import { no, ok } from '../kernel/result.ts'
import type { Span } from '../kernel/span.ts'
import { overlap } from '../kernel/span.ts'
import type { Change, Decision } from '../ledger/entry.ts'
import type { OfficeRow } from '../office/office.ts'
import { covers, ledgerOf } from '../place/code.ts'
import type { DutyRow } from './duty.ts'

export type DutyRefusal =
  | AccessRefusal
  | { readonly code: 'wrong-place' }
  | { readonly code: 'not-found' }
  | { readonly code: 'unknown-office' }
  | { readonly code: 'office-not-active' }
  | { readonly code: 'duty-days' }
  | { readonly code: 'duty-twice' }
  | { readonly code: 'duty-not-here' }
  | { readonly code: 'duty-away' }
  | { readonly code: 'already-so' }

export type DutyMove = {
  [Kind in DutyCommand]: { readonly kind: Kind; readonly subject: string; readonly data: DutyCommandData[Kind] }
}[DutyCommand]

/** What is looked at when somebody is named for a turn, or a turn ends. */
export interface DutyLook {
  readonly now: Instant
  readonly day: Day
  /** In whose days a turn begins and ends. */
  readonly zone: string
  readonly office: OfficeRow | null
  /** The turn that is to end. */
  readonly duty: DutyRow | null
  /** Turns of the office that are not over. */
  readonly turns: readonly Span[]
  /** Who works on cases there now, by name. */
  readonly workers: ReadonlyMap<StaffId, string>
  /** Leaves from the office of whoever is named. */
  readonly leaves: readonly Span[]
}

type Answer = Result<Decision, DutyRefusal>

/** DUTY-1 Decides who answers for the red cards of an office, and when. */
export function decideDuty(move: DutyMove, actor: Actor, look: DutyLook): Answer {
  const refusal = notTheirs(actor, look.office)
  if (refusal) return no(refusal)
  return move.kind === 'duty.name' ? name(move.subject, move.data, look) : end(look)
}

/** DUTY-2 Whoever hands work over at the office itself, or administers the people of a place that holds it. */
function notTheirs(actor: Actor, office: OfficeRow | null): DutyRefusal | null {
  if (actor.kind === 'setup') return null
  const held = actor.kind === 'staff' ? dutyRights.filter((right) => actor.permissions.has(right)) : []
  if (actor.kind !== 'staff' || held.length === 0) return { code: 'not-permitted', needs: dutyRights }
  if (!office || (held.includes('case.assign') && actor.office === office.id)) return null
  if (!held.includes('staff.manage')) return { code: 'not-here', office: office.id }
  return covers(actor.place, office.place) ? null : { code: 'wrong-place' }
}

/**
 * DUTY-3, DUTY-4 A turn lasts whole days of the office, today from this moment on: nobody was on duty before they were named. Of
 * one office no two turns share a moment.
 */
function name(subject: string, data: DutyCommandData['duty.name'], look: DutyLook): Answer {
  const { office, now, zone, workers, turns, leaves } = look
  if (!office) return no({ code: 'unknown-office' })
  if (!office.active) return no({ code: 'office-not-active' })
  const { staff, from, until } = data
  const turn = { from: Math.max(startOfDay(zone, from), now), until: startOfDay(zone, until) + dayMs }
  if (turn.until <= turn.from) return no({ code: 'duty-days' })
  const who = workers.get(staff)
  if (who === undefined) return no({ code: 'duty-not-here' })
  if (turns.some((other) => overlap(other, turn))) return no({ code: 'duty-twice' })
  if (leaves.some((leave) => overlap(leave, turn))) return no({ code: 'duty-away' })
  const set = { district: ledgerOf(office.place), office: office.id, staff, ...turn }
  return decided('name', look, { table: 'duty', id: subject, base: 0, set }, { staff: who, from, until })
}

/** DUTY-5 A turn ends at once; one that has not begun never was. */
function end(look: DutyLook): Answer {
  const { duty, now } = look
  if (!duty) return no({ code: 'not-found' })
  const until = Math.max(now, duty.from)
  if (duty.until <= until) return no({ code: 'already-so' })
  return decided('end', look, { table: 'duty', id: duty.id, base: duty.version, set: { until } }, {})
}

const decided = (action: string, { office, day }: DutyLook, change: Change, say: Decision['say']): Answer =>
  ok({ action, note: '', say: { office: office?.name ?? '', ...say }, day, changes: [change], jobs: [] })
