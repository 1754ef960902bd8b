import { addWorking } from '@openslrt/core/kernel/calendar.ts'
import type { CaseId, StaffId } from '@openslrt/core/kernel/id.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayMs, hourMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { DemoCase, Scene } from './demo-case.ts'
import { idOf } from './seeded.ts'
import type { World } from './world.ts'

/** One command of the demo, before it is given: who does what to which case, and when. */
export interface Step {
  readonly at: Instant
  readonly id: string
  readonly kind: string
  readonly case: CaseId
  readonly by: StaffId | 'citizen' | 'clock'
  readonly data: object
  /** Another case that must have come so far first. */
  readonly after?: CaseId
}

type Span = readonly [least: number, most: number]
export type Duty = 'receives' | 'handles' | 'decides' | 'initials' | 'signs'

/** The way of one case while it is being written down: each act moves its clock on. */
export interface Trail {
  readonly kase: DemoCase
  readonly steps: Step[]
  /** The key of the office where the case lies. */
  office: string
  /** Staff of that office act after some working minutes. */
  staff(duty: Duty, kind: string, data: object, minutes: Span): void
  /** An office that answers referrals brings the case. */
  brought(office: string, data: object): void
  /** An office that was asked acts after some working minutes. */
  asked(office: string, kind: string, data: object, minutes: Span): void
  /** The citizen acts after some hours, whatever the time of day. */
  citizen(kind: string, data: object, hours: Span): void
  /** A limit of so many days is over. */
  clock(kind: string, days: number): void
  officeId(key: string): string
  /** An id of something that the way makes: a referral, a grant. */
  newId(what: string): string
}

/** What takes two months from end to end is not done in an afternoon. */
const usualPace = ({ need }: DemoCase): number => Math.max(1, Math.min(3, (totalDays.get(need.category) ?? 0) / 8))
const totalDays = new Map(shippedLists.categories.map((category) => [category.code, category.totalDays]))

/** How much longer than usual everything takes for some: the reason why not every case is in time. */
const slow = [1, 1, 1, 1, 1, 1, 1, 1, 2, 3] as const
const roles: Readonly<Record<string, Readonly<Record<Duty, string>>>> = {
  province: { receives: 'province', handles: 'province', decides: 'province', initials: 'province', signs: 'province' },
  secretariat: {
    receives: 'fo',
    handles: 'bo',
    decides: 'manager',
    initials: 'section-head',
    signs: 'agency-head',
  },
  puskesos: {
    receives: 'fo',
    handles: 'bo',
    decides: 'coordinator',
    initials: 'coordinator',
    signs: 'coordinator',
  },
}

/** Begins the way of a case at the moment it comes in. */
export function beginTrail(kase: DemoCase, { world, calendar }: Scene, own?: number): Trail {
  const { dice } = kase
  const pace = own ?? dice.pick(slow) * usualPace(kase)
  const steps: Step[] = []
  let at = kase.at
  const write = (kind: string, by: Step['by'], data: object): void => {
    steps.push({ at, id: idOf(`${kase.seed} step ${steps.length}`), kind, case: kase.id, by, data })
  }
  const worked = (minutes: Span): void => {
    at = addWorking(calendar, at, Math.round(dice.between(...minutes) * pace)) + dice.between(1, 50_000)
  }
  const trail: Trail = {
    kase,
    steps,
    office: kase.office,
    staff(duty, kind, data, minutes) {
      if (kind !== 'case.register') worked(minutes)
      write(kind, staffFor(kase, trail.office, duty, world), data)
    },
    brought: (office, data) => write('case.register', staffOf(world, office, 'provider', kase.seed), data),
    asked(office, kind, data, minutes) {
      worked(minutes)
      write(kind, staffOf(world, office, 'provider', kase.seed), data)
    },
    citizen(kind, data, hours) {
      at += Math.round((hours[0] + dice.next() * (hours[1] - hours[0])) * hourMs)
      write(kind, 'citizen', data)
    },
    clock(kind, days) {
      at += days * dayMs
      write(kind, 'clock', { note: '' })
    },
    officeId: (key) => world.offices.get(key)?.id ?? '',
    newId: (what) => idOf(`${kase.seed} ${what} ${steps.length}`),
  }
  return trail
}

// Restricted kinds are seen by the manager alone, whatever the duty.
function staffFor(kase: DemoCase, office: string, duty: Duty, world: World): StaffId {
  const role = kase.need.restricted ? 'manager' : (roles[office] ?? roles['puskesos'])?.[duty]
  return staffOf(world, office, role ?? '', kase.seed)
}

/** One of those who hold a role at an office, the same for the same seed. */
export function staffOf(world: World, office: string, role: string, seed: string): StaffId {
  const those = world.staff.filter((person) => person.office === office && person.role === role)
  const chosen = those[seed.charCodeAt(seed.length - 1) % those.length]
  if (!chosen) throw new RangeError(`nobody holds the role ${role} at ${office}`)
  return chosen.id
}
