import type { CaseKind } from '@openslrt/core/case/case.ts'
import type { RegisterData } from '@openslrt/core/contract/case.ts'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import type { CaseId } from '@openslrt/core/kernel/id.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { villageCode } from '@openslrt/core/place/code.ts'
import { atHome, rushDays } from './arrivals.ts'
import type { Need } from './need.ts'
import { complaints } from './needs-complaints.ts'
import { services } from './needs-services.ts'
import type { DemoPerson } from './people.ts'
import { examplePhone, nameOf, personOf } from './people.ts'
import type { Dice } from './seeded.ts'
import { diceOf, idOf } from './seeded.ts'
import type { DemoPlace, World } from './world.ts'
import { demoVillage } from './world.ts'

/** A case as it comes in, with the dice that the rest of its way is thrown with. */
export interface DemoCase {
  readonly id: CaseId
  readonly seed: string
  readonly dice: Dice
  readonly at: Instant
  readonly need: Need
  readonly kind: CaseKind
  /** The key of the office that takes it in; a citizen at home has none and reaches the Puskesos of the village. */
  readonly office: string
  readonly fromHome: boolean
  readonly person: DemoPerson
  readonly data: RegisterData
}

const needs = [...services, ...complaints]
const atSecretariat = 0.33
const freshDays = 5
const depok = '34.04.07'
const reporters = [
  'self',
  'self',
  'self',
  'self',
  'self',
  'self',
  'family',
  'family',
  'neighbour',
  'rt-rw',
  'volunteer',
] as const
const ways = ['whatsapp', 'whatsapp', 'whatsapp', 'phone', 'visit', 'none'] as const
const otherChannels = [
  'visit',
  'visit',
  'phone',
  'whatsapp',
  'whatsapp',
  'letter',
  'social-media',
  'lapor',
  'other-office',
] as const

/** Where and when cases are thrown for. */
export interface Scene {
  readonly seed: string
  readonly now: Instant
  readonly world: World
  readonly calendar: Calendar
}

/** The n-th case: what is needed, by whom, where, and how it comes in. */
export function demoCase({ seed, now, world, calendar }: Scene, n: number, at: Instant): DemoCase {
  const own = `${seed} case ${n}`
  const dice = diceOf(own)
  const need = needOn(dayIn(calendar.zone, at), at > now - rushDays * dayMs, dice)
  const fresh = at > now - freshDays * dayMs
  const village = villageOf(dice, world, fresh)
  const person = personOf(dice, village)
  const fromHome = need.restricted === undefined && dice.chance(0.05)
  const kind = dice.pick(need.kinds)
  const words = wordsOf(dice, need, kind, person)
  return {
    id: caseId.parse(idOf(own)),
    seed: own,
    dice,
    at: fromHome ? Math.min(at, atHome(calendar, at, dice)) : at,
    need,
    kind,
    office: officeOf(dice, need, village, fromHome),
    fromHome,
    person,
    data: {
      ...words,
      reporter: speakerOf(own, words.reporter),
      channel: fromHome ? 'web' : channelOf(dice),
      red: dice.chance(Math.max(need.red ?? 0.01, fresh ? 0.12 : 0)),
      place: villageCode.parse(village.code),
    },
  }
}

/** The same need told once more at the same office, by somebody who did not hear that it is being seen to. */
export function toldAgain(first: DemoCase, { seed }: Scene, n: number, at: Instant): DemoCase {
  const own = `${seed} case ${n}`
  const { name, phone } = first.person
  const reporter = { name, phone, relation: 'self', anonymous: false } as const
  const data = { ...first.data, channel: 'walk-in', reporter }
  return { ...first, id: caseId.parse(idOf(own)), seed: own, dice: diceOf(own), at, data }
}

function wordsOf(dice: Dice, need: Need, kind: CaseKind, person: DemoPerson) {
  const [summary, story] = dice.pick(need.said)
  const { name, nik, kk, phone, address } = person
  const anonymous = kind === 'complaint' && dice.chance(0.05)
  return {
    kind,
    category: need.category,
    summary,
    story,
    client: { name, nik, kk, phone, address },
    reporter: { name, phone, relation: dice.pick(reporters), anonymous },
    contactVia: dice.pick(ways),
    restricted: need.restricted ?? null,
  }
}

/** Who speaks for somebody else has a name of their own. */
function speakerOf<Reporter extends { readonly relation: string }>(own: string, reporter: Reporter) {
  if (reporter.relation === 'self') return reporter
  const dice = diceOf(`${own} reporter`)
  return { ...reporter, name: nameOf(dice, dice.chance(0.5)), phone: examplePhone(dice) }
}

function needOn(day: string, rush: boolean, dice: Dice): Need {
  const june = day.slice(5, 7) === '06'
  return dice.weighted(needs, (need) => need.weight * ((june && need.june) || 1) * ((rush && need.rush) || 1))
}

const channelOf = (dice: Dice): string => (dice.chance(0.78) ? 'walk-in' : dice.pick(otherChannels))

// Depok's three villages hold a sixth of the district's people. The demo's own Puskesos gets enough to fill its desk,
// and most of the newest: a queue in which everything is late shows nothing.
function villageOf(dice: Dice, world: World, fresh: boolean): DemoPlace {
  return dice.weighted(world.villages, ({ code }) => {
    if (code === demoVillage) return fresh ? 150 : 10
    return code.startsWith(depok) ? 3 : 1
  })
}

function officeOf(dice: Dice, need: Need, village: DemoPlace, fromHome: boolean): string {
  if (fromHome) return village.code
  return need.restricted !== undefined || dice.chance(atSecretariat) ? 'secretariat' : village.code
}
