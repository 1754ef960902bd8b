import type { Permission, RestrictedKind, Sight } from '@openslrt/core/access/permission.ts'
import { permissions, restrictedKinds, sights } from '@openslrt/core/access/permission.ts'
import type { Role } from '@openslrt/core/access/shipped-roles.ts'
import { caseKind } from '@openslrt/core/case/case.ts'
import type { Category, Policy, Retention, Windows } from '@openslrt/core/case/policy.ts'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import { countsIn, itemOn } from '@openslrt/core/lists/on-day.ts'
import type { OfficeKind, OfficeLevel, OfficeRow, Offices } from '@openslrt/core/office/office.ts'
import { officeKinds, officeLevels } from '@openslrt/core/office/office.ts'
import { nation } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import { z } from 'zod'
import type { Closure } from './closed-days.ts'
import { closedOn, groupDays } from './closed-days.ts'
import type { Lists } from './lists.ts'
import { itemsOn, listsOf, pastItems } from './lists.ts'
import type { SetWeek } from './queries.ts'
import {
  allLists,
  allOffices,
  closedDays,
  listChanges,
  officePlaceNames,
  referenceMark,
  rolesOn,
  villagesOf,
  workingWeeks,
} from './queries.ts'

/** What is the same for every command: offices, roles, lists and calendars, as this process last read them. */
export interface Reference {
  offices(): Offices
  role(code: string): Role | undefined
  /** The roles that hold today, by their codes. */
  roles(): ReadonlyMap<string, Role>
  /** The zone of a place or ledger today: its district's own, or its province's. */
  zoneOf(district: string): string
  /** The name of a place that some office serves. */
  placeName(code: string): string
  /** Whether there is such a village. A district's villages are read once and kept. */
  knowsVillage(code: string): Promise<boolean>
  /** The list items that hold for a place on a day, own ones before the nation's. */
  list(name: string, district: string, day: string): readonly Said[]
  /** Items that were on a list and are not on that day: what old cases are read with. */
  past(name: string, district: string, day: string): readonly Said[]
  /** Everything that was said of a list, wherever, item by item in the list's order. */
  said(name: string): ReadonlyMap<string, readonly Said[]>
  /** What each place says of a day, and the hours that were set, the oldest first. */
  closures(): ReadonlyMap<string, readonly Closure[]>
  weeks(): readonly SetWeek[]
  /** What the law looks up for one decision in one district. */
  policyFor(district: string, now: number, doneAt: number): Policy
  /** The number of the nation's ledger that this copy was read at. */
  seq(): number
  refresh(): Promise<void>
  close(): void
}

interface Snapshot {
  readonly mark: string
  readonly seq: number
  readonly offices: Offices
  readonly roles: ReadonlyMap<string, Role>
  readonly lists: Lists
  readonly closed: ReadonlyMap<string, readonly Closure[]>
  readonly placeNames: ReadonlyMap<string, string>
  readonly weeks: Awaited<ReturnType<typeof workingWeeks>>
}

const defaultZone = 'Asia/Jakarta'
const refreshMs = 2_000
/** Events are counted on the day they were done, but no further than this from the day they arrived. */
const mostDrift = 30 * dayMs

/** Reads the reference data and keeps it fresh: at once after a change of our own, within two seconds after another process's. */
export async function openReference(pool: Pool, onError: (error: unknown) => void): Promise<Reference> {
  let now = await readSnapshot(pool)
  let policies = new Map<string, Omit<Policy, 'now' | 'day'>>()
  const villages = new Map<string, Promise<ReadonlySet<string>>>()
  const refresh = async (): Promise<void> => {
    now = await readSnapshot(pool)
    policies = new Map()
  }
  const timer = setInterval(() => {
    referenceMark(pool)
      .then(({ mark }) => (mark === now.mark ? undefined : refresh()))
      .catch(onError)
  }, refreshMs)
  timer.unref()
  const zoneOf = (district: string): string => zoneIn(now.lists, district, dayIn(defaultZone, Date.now()))
  return {
    offices: () => now.offices,
    role: (code) => now.roles.get(code),
    roles: () => now.roles,
    zoneOf,
    placeName: (code) => now.placeNames.get(code) ?? code,
    knowsVillage: async (code) => (await villagesIn(pool, villages, code.slice(0, 5))).has(code),
    list: (name, district, day) => itemsOn(now.lists, name, district, day),
    past: (name, district, day) => pastItems(now.lists, name, district, day),
    said: (name) => now.lists.get(name) ?? new Map(),
    closures: () => now.closed,
    weeks: () => now.weeks,
    policyFor(district, at, doneAt) {
      const day = dayIn(zoneOf(district), Math.min(Math.max(doneAt, at - mostDrift), at + dayMs))
      const key = `${district} ${day}`
      const kept = policies.get(key) ?? policyOn(now, district, zoneIn(now.lists, district, day), day)
      policies.set(key, kept)
      return { ...kept, now: at, day }
    },
    seq: () => now.seq,
    refresh,
    close: () => clearInterval(timer),
  }
}

function villagesIn(
  pool: Pool,
  kept: Map<string, Promise<ReadonlySet<string>>>,
  district: string,
): Promise<ReadonlySet<string>> {
  const known = kept.get(district)
  if (known) return known
  const reading = villagesOf(pool, district).then((codes) => new Set(codes))
  kept.set(district, reading)
  reading.catch(() => kept.delete(district))
  return reading
}

async function readSnapshot(pool: Pool): Promise<Snapshot> {
  const { mark, seq } = await referenceMark(pool)
  const [offices, roles, shipped, changes, days, weeks, names] = await Promise.all([
    allOffices(pool),
    rolesOn(pool, dayIn(defaultZone, Date.now())),
    allLists(pool),
    listChanges(pool),
    closedDays(pool),
    workingWeeks(pool),
    officePlaceNames(pool),
  ])
  return {
    mark,
    seq,
    offices: new Map(offices.map((office: OfficeRow) => [office.id, office])),
    roles: new Map(roles.map((role) => [role.code, roleOf(role)])),
    lists: listsOf(shipped, changes),
    closed: groupDays(days),
    placeNames: new Map(names.map(({ code, name }) => [code, name])),
    weeks,
  }
}

function roleOf(row: Awaited<ReturnType<typeof rolesOn>>[number]): Role {
  return {
    code: row.code,
    permissions: permissions.filter((known: Permission) => row.permissions.includes(known)),
    restricted: restrictedKinds.filter((known: RestrictedKind) => row.restricted.includes(known)),
    sees: sights.find((known: Sight) => known === row.sees) ?? 'none',
    heldAt: officeKinds.filter((known: OfficeKind) => row.held_at?.includes(known) ?? true),
    givenFrom: officeLevels.filter((known: OfficeLevel) => row.given_from?.includes(known) ?? known === 'nation'),
    secondFactor: row.second_factor ?? row.permissions.some((right) => /^(office|staff)\.manage$/.test(right)),
  }
}

function policyOn(now: Snapshot, district: string, zone: string, day: string): Omit<Policy, 'now' | 'day'> {
  const codes = (name: string): ReadonlySet<string> =>
    new Set(itemsOn(now.lists, name, district, day).map(({ code }) => code))
  const names = ['channel', 'return', 'reject', 'decline', 'unmet', 'escalate', 'cancel', 'outcome', 'how']
  return {
    calendar: calendarOn(now, district, zone, day),
    categories: new Map(itemsOn(now.lists, 'category', district, day).map((item) => [item.code, categoryOf(item)])),
    reasons: new Map(names.map((name) => [name, codes(name)])),
    offices: now.offices,
    windows: windowsOn(now, district, day),
    retention: retentionOn(now, district, day),
  }
}

/** CLOCK-8 What time it is in a place: as is said of its district, else of its province. */
function zoneIn(lists: Lists, place: string, day: string): string {
  const zoned = lists.get('zone')
  for (const code of [`${place.slice(0, 2)}${place.slice(3, 5)}`, place.slice(0, 2)]) {
    const zone = itemOn(zoned?.get(code) ?? [], nation, day)?.data['zone']
    if (typeof zone === 'string') return zone
  }
  return defaultZone
}

function calendarOn(now: Snapshot, district: string, zone: string, day: string): Calendar {
  const weeks = now.weeks.filter(({ place, valid_from }) => countsIn(place, district) && valid_from <= day)
  const week = weeks.toSorted((left, right) => left.place.length - right.place.length).at(-1)?.week ?? []
  return { zone, week, closed: closedOn(now.closed, district) }
}

// Lists are data that offices change: what the law reads of them is parsed like anything else from outside.
const categoryLaw = z.object({
  sector: z.string(),
  kinds: z.array(caseKind),
  hopDays: z.partialRecord(z.enum(officeLevels), z.number()),
  totalDays: z.number(),
  basis: z.string(),
})

const categoryOf = ({ code, data }: Said): Category => ({ code, ...categoryLaw.parse(data) })

/** Years. A number that a calendar can still add: with infinity every day would be past the last one. */
const forEver = 1_000

function retentionOn(now: Snapshot, district: string, day: string): Retention {
  const years = (code: keyof Retention): number => {
    const value = itemsOn(now.lists, 'retention', district, day).find((item) => item.code === code)?.data['years']
    // Without a word on it nothing may go: a list that was emptied by mistake must not erase anybody.
    return typeof value === 'number' ? value : forEver
  }
  return { case: years('case'), restricted: years('restricted'), 'access-log': years('access-log') }
}

function windowsOn(now: Snapshot, district: string, day: string): Windows {
  const days = (code: keyof Windows): number => {
    const value = itemsOn(now.lists, 'window', district, day).find((item) => item.code === code)?.data['days']
    if (typeof value !== 'number')
      throw new Error(`the list of windows says nothing of ${code} for ${district} on ${day}`)
    return value
  }
  return {
    completeDays: days('completeDays'),
    wordDays: days('wordDays'),
    reopenDays: days('reopenDays'),
    acceptDays: days('acceptDays'),
    grantDays: days('grantDays'),
  }
}
