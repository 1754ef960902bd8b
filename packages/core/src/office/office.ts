import type { LeaveId, OfficeId, PostId, StaffId } from '../kernel/id.ts'
import type { Day, Instant } from '../kernel/instant.ts'
import type { Week } from '../lists/rows.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import { covers } from '../place/code.ts'

export const officeLevels = ['village', 'subdistrict', 'district', 'province', 'nation'] as const
export type OfficeLevel = (typeof officeLevels)[number]

/** Reception offices take citizens in; agencies and providers answer referrals. */
export const officeKinds = [
  'puskesos',
  'subdistrict-post',
  'secretariat',
  'province-office',
  'national-office',
  'agency',
  'provider',
] as const
export type OfficeKind = (typeof officeKinds)[number]

/** OFFICE-9 The levels at which each kind of office stands. Whoever answers referrals may stand at any. */
export const levelsOf: Readonly<Record<OfficeKind, readonly OfficeLevel[]>> = {
  puskesos: ['village'],
  'subdistrict-post': ['subdistrict'],
  secretariat: ['district'],
  'province-office': ['province'],
  'national-office': ['nation'],
  agency: officeLevels,
  provider: officeLevels,
}

export type OfficeRow = {
  readonly id: OfficeId
  readonly district: LedgerCode
  readonly version: number
  readonly name: string
  readonly kind: OfficeKind
  readonly level: OfficeLevel
  readonly place: PlaceCode
  readonly parent: OfficeId | null
  readonly active: boolean
  readonly address: string
  readonly phone: string
  readonly openedAt: Instant
}

/** A person who works here. Sign-in name and password are kept apart from this row. */
export type StaffRow = {
  readonly id: StaffId
  readonly district: LedgerCode
  readonly version: number
  readonly name: string
  readonly active: boolean
}

/** A role that a person holds at an office, from a moment until another. */
export type PostRow = {
  readonly id: PostId
  readonly district: LedgerCode
  readonly version: number
  readonly staff: StaffId
  readonly office: OfficeId
  readonly role: string
  readonly from: Instant
  readonly until: Instant | null
}

/** A time in which somebody does not do their post; who does it meanwhile holds a post of the same role for that time. */
export type LeaveRow = {
  readonly id: LeaveId
  readonly district: LedgerCode
  readonly version: number
  readonly staff: StaffId
  readonly post: PostId
  readonly office: OfficeId
  readonly standIn: StaffId | null
  readonly standInPost: PostId | null
  readonly from: Instant
  readonly until: Instant
}

/** The villages that a facilitator goes to. It has the id of the post. */
export type AreaRow = {
  readonly id: PostId
  readonly district: LedgerCode
  readonly version: number
  readonly villages: readonly PlaceCode[]
}

/** Opening hours of one office from a day on; without a week its district's hold again. */
export type OfficeWeekRow = {
  readonly id: string
  readonly district: LedgerCode
  readonly version: number
  readonly office: OfficeId
  readonly from: Day
  readonly week: Week | null
}

/** All offices that a decision may need, by id. */
export type Offices = ReadonlyMap<OfficeId, OfficeRow>

const reception: ReadonlySet<OfficeKind> = new Set<OfficeKind>([
  'puskesos',
  'subdistrict-post',
  'secretariat',
  'province-office',
  'national-office',
])

/** Whether an office takes citizens in. */
export const receives = (office: OfficeRow): boolean => office.active && reception.has(office.kind)

/**
 * OFFICE-1 The office that a case goes up to: the nearest active one above where somebody works now; a level without one
 * is skipped. Where nobody works anywhere above it is the nearest active one: somebody will be appointed there.
 */
export function officeAbove(office: OfficeId, offices: Offices, staffed?: ReadonlySet<OfficeId>): OfficeRow | null {
  const above = [...officesAbove(office, offices)].filter(({ active }) => active)
  return above.find(({ id }) => staffed?.has(id)) ?? above[0] ?? null
}

/** OFFICE-2 Whether a case may be handed down from one office to another: it lies below, takes citizens, and serves the place. */
export function isBelow(target: OfficeRow, from: OfficeId, place: PlaceCode, offices: Offices): boolean {
  if (!receives(target) || target.id === from || !covers(target.place, place)) return false
  for (const above of officesAbove(target.id, offices)) if (above.id === from) return true
  return false
}

/**
 * OFFICE-3 The lowest office that takes citizens of a place; a village without a Puskesos, or with one where nobody works
 * now, falls to the level above.
 * A restricted report from home goes to the district at once: at a Puskesos neighbours work, and few roles there may see it.
 */
export function receptionFor(
  place: PlaceCode,
  offices: Iterable<OfficeRow>,
  { restricted = false, staffed }: { readonly restricted?: boolean; readonly staffed?: ReadonlySet<OfficeId> } = {},
): OfficeRow | null {
  const least = officeLevels.indexOf(restricted ? 'district' : 'village')
  const serving = [...offices]
    .filter((office) => receives(office) && covers(office.place, place) && rank(office) >= least)
    .toSorted((one, other) => rank(one) - rank(other))
  return serving.find(({ id }) => staffed?.has(id)) ?? serving[0] ?? null
}

const rank = (office: OfficeRow): number => officeLevels.indexOf(office.level)

/** The way up. It ends where it would come back: a ring of offices is a fault of data and must not hang a request. */
export function* officesAbove(office: OfficeId, offices: Offices): Generator<OfficeRow> {
  const passed = new Set<OfficeId>([office])
  for (let at = parentIn(office, offices); at && !passed.has(at.id); at = parentIn(at.id, offices)) {
    passed.add(at.id)
    yield at
  }
}

function parentIn(office: OfficeId, offices: Offices): OfficeRow | null {
  const parent = offices.get(office)?.parent ?? null
  return parent === null ? null : (offices.get(parent) ?? null)
}
