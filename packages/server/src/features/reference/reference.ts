import type { Policy } from '@openslrt/core/case/policy.ts'
import type { OfficeId } from '@openslrt/core/kernel/id.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { rolesOn } from '@openslrt/core/lists/decide-role.ts'
import type { Said } from '@openslrt/core/lists/on-day.ts'
import type { NamedRole } from '@openslrt/core/lists/role-words.ts'
import type { OfficeRow, Offices } from '@openslrt/core/office/office.ts'
import type { PlaceCode } from '@openslrt/core/place/code.ts'
import { ledgerOf, nation } from '@openslrt/core/place/code.ts'
import type { Pool } from 'pg'
import type { Below } from './below-counts.ts'
import type { Closure } from './closed-days.ts'
import { Followed } from './followed.ts'
import { itemsOn, pastItems } from './lists.ts'
import { OfficeBook } from './office-book.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { WrittenWeek } from './own-weeks.ts'
import { openOwnWeeks } from './own-weeks.ts'
import type { Words } from './policy-on.ts'
import { policyOn } from './policy-on.ts'
import type { SetWeek } from './queries.ts'
import { ledgerCodes, newOffices, villagesOf } from './queries.ts'
import { openWords } from './words.ts'
import { defaultZone, zoneIn } from './zone-in.ts'

/** What is the same for every command: offices, roles, lists and calendars, as this process last read them. */
export interface Reference {
  offices(): Offices
  /** The offices whose place covers this one, the nearest first. */
  serving(place: PlaceCode): readonly OfficeRow[]
  /** Another number whenever an office changed: for what is made from all of them, and kept. */
  officesTold(): number
  /** How many offices lie below one, at whatever depth. */
  below(office: OfficeId): Below
  /** The office under which those stand that have none above, by their place alone. */
  hostAt(place: PlaceCode): OfficeId | null
  /** What an office has said of its own hours, in no order. */
  ownWeeks(office: OfficeId): readonly WrittenWeek[]
  /** A role as it holds today at offices of a place. */
  role(code: string, place: PlaceCode): NamedRole | undefined
  /** ROLE-3 The roles that hold there today, by their codes: a word for tomorrow counts from tomorrow on. */
  roles(place: PlaceCode): ReadonlyMap<string, NamedRole>
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
  /** Reads what was changed since, and nothing else. What was committed before the call is known after it. */
  refresh(): Promise<void>
  close(): void
}

const refreshMs = 2_000
/** Events are counted on the day they were done, but no further than this from the day they arrived. */
const mostDrift = 30 * dayMs

/**
 * Reads the reference data once, and then only what ledgers wrote since: at once after a change of our own, within two
 * seconds after another process's.
 */
export async function openReference(pool: Pool, onError: (error: unknown) => void): Promise<Reference> {
  const ledgers = await ledgerCodes(pool)
  const book = new OfficeBook()
  const offices = new Followed(ledgers, (so) => newOffices(pool, so))
  const put = (rows: Awaited<ReturnType<typeof newOffices>>): void => {
    for (const { office, placeName } of rows) book.put(office, placeName)
  }
  const words = await openWords(pool, ledgers)
  const ownWeeks = openOwnWeeks(pool, ledgers)
  await Promise.all([offices.readAll(put), ownWeeks.readAll()])
  const villages = new Map<string, Promise<ReadonlySet<string>>>()
  const refresh = oneAtATime(async () => {
    await Promise.all([words.readNew(), offices.readNew(put), ownWeeks.readNew()])
  })
  const timer = setInterval(() => void refresh().catch(onError), refreshMs)
  timer.unref()
  const zonesIn = keptOf(words.now, ({ lists }, district, day) => zoneIn(lists, district, day))
  const zoneOf = (district: string): string => zonesIn(district, dayIn(defaultZone, Date.now()))
  const policies = keptOf(words.now, policyOn)
  const rolesIn = keptOf(words.now, rolesAt)
  const roles: Reference['roles'] = (place) => {
    const ledger = ledgerOf(place)
    return rolesIn(ledger, dayIn(zoneOf(ledger), Date.now()))
  }
  return {
    offices: () => book.all(),
    serving: (place) => book.serving(place),
    ownWeeks: (office) => ownWeeks.of(office),
    officesTold: () => book.told,
    below: (office) => book.below(office),
    hostAt: (place) => book.hostAt(place),
    role: (code, place) => roles(place).get(code),
    roles,
    zoneOf,
    placeName: (code) => book.placeName(code) ?? code,
    knowsVillage: async (code) => (await villagesIn(pool, villages, code.slice(0, 5))).has(code),
    list: (name, district, day) => itemsOn(words.now().lists, name, district, day),
    past: (name, district, day) => pastItems(words.now().lists, name, district, day),
    said: (name) => words.now().lists.get(name) ?? new Map(),
    closures: () => words.now().closed,
    weeks: () => words.now().weeks,
    policyFor(district, at, doneAt) {
      const day = dayIn(zoneOf(district), Math.min(Math.max(doneAt, at - mostDrift), at + dayMs))
      return {
        ...policies(district, day),
        offices: book.all(),
        officesFor: (place) => book.serving(place),
        now: at,
        day,
      }
    },
    seq: () => Math.max(0, offices.seqOf(nation), words.seqOf(nation), ownWeeks.seqOf(nation)),
    refresh,
    close: () => clearInterval(timer),
  }
}

const rolesAt = ({ lists }: Words, ledger: string, day: string): ReadonlyMap<string, NamedRole> =>
  new Map(rolesOn(lists.get('role') ?? new Map(), ledger, day).map((role) => [role.code, role]))

/** What is made of the words for a place and a day, as it was asked for; kept as long as the words that it was made of. */
function keptOf<Made>(
  now: () => Words,
  make: (words: Words, district: string, day: string) => Made,
): (district: string, day: string) => Made {
  let of = now()
  let kept = new Map<string, Made>()
  return (district, day) => {
    if (of !== now()) [of, kept] = [now(), new Map()]
    const key = `${district} ${day}`
    const made = kept.get(key) ?? make(of, district, day)
    kept.set(key, made)
    return made
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
