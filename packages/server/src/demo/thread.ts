import type { RoleCode } from '@openslrt/core/access/shipped-roles.ts'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import type { StaffId } from '@openslrt/core/kernel/id.ts'
import type { Day, Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs, minuteMs, startOfDay } from '@openslrt/core/kernel/instant.ts'
import { isWorkingDay } from '@openslrt/core/meeting/days.ts'
import type { Given } from './give.ts'
import type { Household } from './plan-families.ts'
import type { Dice } from './seeded.ts'
import { diceOf, idOf } from './seeded.ts'
import { staffOf } from './trail.ts'
import type { World } from './world.ts'
import { demoVillage } from './world.ts'

/** Where what is not about cases is thrown for. */
export interface PeopleScene {
  readonly seed: string
  readonly now: Instant
  readonly world: World
  readonly calendar: Calendar
  readonly households: readonly Household[]
}

/** One command about people, offices or programmes, before it is given. */
export interface Deed extends Given {
  readonly by: StaffId
}

/** Somebody of an office by their role; of several the one of a seat, where that must be somebody else. */
export type Who = readonly [office: string, role: RoleCode, seat?: number]

/** What follows each other about one thing, while it is being written down. */
export interface Thread {
  readonly dice: Dice
  readonly deeds: readonly Deed[]
  /** The day that the thread has come to. */
  day(): Day
  at(): Instant
  /** So many days pass. On a day off, what would be done then was done before it. */
  wait(days: number): void
  /** The working day so many days on, or before. */
  dayAfter(days: number): Day
  /** Somebody of an office does something, a little later. */
  act(who: Who, kind: string, subject: string, data: object): void
  /** An id of something that the thread makes. */
  newId(what: string): string
}

/**
 * Begins a thread so many days ago, in office hours. It never runs ahead of its days: whatever the calendar, a thread that
 * waits for fewer days than it began ago lies in the past as a whole.
 */
export function beginThread({ seed, now, world, calendar }: PeopleScene, name: string, daysAgo: number): Thread {
  const own = `${seed} ${name}`
  const dice = diceOf(own)
  const deeds: Deed[] = []
  let at = inHours(calendar, now - daysAgo * dayMs, dice)
  const after = (days: number): Instant => Math.max(at, days === 0 ? at : inHours(calendar, at + days * dayMs, dice))
  const thread: Thread = {
    dice,
    deeds,
    at: () => at,
    day: () => dayIn(calendar.zone, at),
    wait(days) {
      at = after(days)
    },
    dayAfter(days) {
      const day = lastWorkingDay(calendar, at + days * dayMs)
      return days > 0 && day < thread.day() ? thread.day() : day
    },
    act([office, role, seat], kind, subject, data) {
      at += dice.between(2, 9) * minuteMs
      const by = staffOf(world, office, role, seat === undefined ? own : String(seat))
      deeds.push({ at, id: idOf(`${own} deed ${deeds.length} ${kind}`), kind, subject, by, data })
    },
    newId: (what) => idOf(`${own} ${what}`),
  }
  return thread
}

function inHours(calendar: Calendar, moment: Instant, dice: Dice): Instant {
  const day = lastWorkingDay(calendar, moment)
  const [opens] = calendar.week[new Date(`${day}T00:00Z`).getUTCDay()] ?? [8 * 60]
  return startOfDay(calendar.zone, day) + (opens + dice.between(10, 150)) * minuteMs
}

/** The day of a moment, or the last one before it on which offices work. */
export function lastWorkingDay(calendar: Calendar, moment: Instant): Day {
  for (let at = moment; ; at -= dayMs) {
    const day = dayIn(calendar.zone, at)
    if (isWorkingDay(calendar, day)) return day
  }
}

/** Families by turns: one of the village whose officers sign in, one of the others. */
export function nthHousehold({ households }: PeopleScene, nth: number): Household {
  const those = households.filter(({ village }) => (village === demoVillage) === (nth % 2 === 0))
  const found = those[Math.floor(nth / 2) % those.length]
  if (!found) throw new RangeError('the demo has no families')
  return found
}

/** Years from and up to, both meant. */
export type Ages = readonly [least: number, most: number]
export const anyAge: Ages = [0, 120]
export const elderly: Ages = [60, 120]

/** Somebody of an age by turns, and their family: the first of each who fits. Where nobody does, the head of the n-th. */
export function nthPerson(scene: PeopleScene, nth: number, [least, most]: Ages) {
  const year = new Date(scene.now).getUTCFullYear()
  const fits = ({ born }: Household['people'][number]): boolean => {
    const age = year - Number(born.slice(0, 4))
    return age > least && age <= most
  }
  const those = scene.households.flatMap((household) => {
    const person = (household.village === demoVillage) === (nth % 2 === 0) ? household.people.find(fits) : undefined
    return person ? [{ household, person: person.id }] : []
  })
  const household = nthHousehold(scene, nth)
  return those[Math.floor(nth / 2) % Math.max(1, those.length)] ?? { household, person: household.head.id }
}

/** Threads about one thing that several share, as one: in the order of time. */
export const merged = (threads: readonly Thread[]): readonly Deed[] =>
  threads.flatMap(({ deeds }) => deeds).toSorted((left, right) => left.at - right.at)

export const officeId = ({ world }: PeopleScene, key: string): string => {
  const office = world.offices.get(key)
  if (!office) throw new RangeError(`there is no office ${key}`)
  return office.id
}
