import type { Policy } from '../case/policy.ts'
import { dayIn } from '../kernel/instant.ts'
import { no } from '../kernel/result.ts'
import type { Change } from '../ledger/entry.ts'
import type { PlaceCode } from '../place/code.ts'
import { changeOf, moved } from './decide-quota.ts'
import type { QuotaRow } from './need.ts'
import { mostMovedUp, movingUp, quotaFor, runsOn } from './quota.ts'
import type { InLine, NeedAnswer } from './scene.ts'
import { decided } from './scene.ts'

/** What carrying a line over looks at. Lines stand in their order, the longest waiting in front. */
export interface Carrying {
  /** The quota that counts now. */
  readonly quota: QuotaRow
  /** Quotas whose time is over and for which somebody of the quota's place still waits. */
  readonly ended: readonly QuotaRow[]
  /** Those who wait there, as many as one entry moves. */
  readonly comers: readonly InLine[]
  /** Whether more of them wait. */
  readonly more: boolean
  /** Those who wait for the quota itself. */
  readonly line: readonly InLine[]
}

/** QUOTA-8 Of places where somebody waits for a quota whose time is over, those for which a quota counts now. */
export const placesInto = (
  quota: QuotaRow,
  running: readonly QuotaRow[],
  places: readonly PlaceCode[],
  day: string,
): readonly PlaceCode[] => places.filter((place) => quotaFor(running, place, day)?.id === quota.id)

/**
 * QUOTA-8 Takes those who still wait from the period before into the quota that counts now: by how long they have waited,
 * before all who came later. QUOTA-4 Whoever a place is free for moves up in the same entry.
 */
export function carryOver({ quota, ended, comers, more, line }: Carrying, policy: Policy): NeedAnswer {
  const { now } = policy
  if (!runsOn(quota, dayIn(policy.calendar.zone, now))) return no({ code: 'already-so' })
  const counts = { ...quota, waiting: quota.waiting + comers.length, lastTicket: quota.lastTicket + comers.length }
  const up = [...comers, ...line].filter(mayMove(comers, more)).toSorted(byWaiting).slice(0, movingUp(counts))
  if (comers.length === 0 && up.length === 0) return no({ code: 'already-so' })
  const goes = new Set(up)
  const { granted, waiting, lastTicket } = counts
  const set = { granted: granted + up.length, waiting: waiting - up.length, lastTicket }
  return decided({ policy }, 'quota-carry', '', [
    changeOf(quota, set, now),
    ...ended.flatMap((old) => left(old, comers, now)),
    ...comers.map((comer, nth) =>
      into(quota, comer, { ticket: quota.lastTicket + nth + 1, goes: goes.has(comer), now }),
    ),
    ...line.filter((next) => goes.has(next)).map((next) => moved(next, now)),
  ])
}

/** While more are to come, nobody moves up who might have waited less long than one of them. */
function mayMove(comers: readonly InLine[], more: boolean): (one: InLine) => boolean {
  const last = comers.at(-1)
  return more && last ? (one) => byWaiting(one, last) <= 0 : () => true
}

const byWaiting = (a: InLine, b: InLine): number =>
  (a.decidedAt ?? 0) - (b.decidedAt ?? 0) ||
  (a.ticket ?? 0) - (b.ticket ?? 0) ||
  (a.id < b.id ? -1 : Number(a.id > b.id))

function left(old: QuotaRow, comers: readonly InLine[], now: number): readonly Change[] {
  const gone = comers.filter(({ quota }) => quota === old.id).length
  return gone === 0 ? [] : [changeOf(old, { waiting: old.waiting - gone }, now)]
}

function into(
  quota: QuotaRow,
  comer: InLine,
  { ticket, goes, now }: { readonly ticket: number; readonly goes: boolean; readonly now: number },
): Change {
  const own = { quota: quota.id, ticket }
  if (goes) return moved(comer, now, own)
  return { table: 'application', id: comer.id, base: comer.version, set: { ...own, changedAt: now } }
}

/** How many are carried over in one entry. */
export const mostCarried = mostMovedUp
