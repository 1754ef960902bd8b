import { addWorking } from '@openslrt/core/kernel/calendar.ts'
import type { CaseId } from '@openslrt/core/kernel/id.ts'
import { caseId } from '@openslrt/core/kernel/id.ts'
import type { Day } from '@openslrt/core/kernel/instant.ts'
import { dayIn, dayMs } from '@openslrt/core/kernel/instant.ts'
import { usualRules } from '@openslrt/core/surge/order.ts'
import { triage } from '@openslrt/core/surge/triage.ts'
import type { Scene } from './demo-case.ts'
import { personOf } from './people.ts'
import { diceOf, idOf } from './seeded.ts'
import type { Step } from './trail.ts'
import { staffOf } from './trail.ts'
import type { DemoPlace } from './world.ts'
import { demoVillage } from './world.ts'

const inEach = 16
/** How many of each village were received; the next one has a case as well. */
export const received = 2
/** Before how many days the wave began, and what it is called. */
export const begun = 6
export const waveName = 'PBI-JKN dinonaktifkan (data contoh)'

/** Somebody whom a wave strikes, as the list of it says. */
export interface Affected {
  readonly id: string
  readonly kase: CaseId
  readonly village: string
  readonly said: object
  readonly rank: number
  readonly client: { readonly name: string; readonly nik: string; readonly phone: string; readonly address: string }
}

type Where = Pick<Scene, 'seed' | 'now' | 'world' | 'calendar'>

/** The people of a wave, of each village in the order in which they are received. */
export function affectedIn({ seed, now, world, calendar }: Where): readonly (readonly Affected[])[] {
  const on = dayIn(calendar.zone, now - begun * dayMs)
  return villagesOf(world.villages).map((village, nth) =>
    Array.from({ length: inEach }, (_, line) =>
      affected(`${seed} affected ${village.code} ${line}`, village, {
        line: nth * inEach + line + 1,
        on,
      }),
    ).toSorted((one, other) => one.rank - other.rank),
  )
}

/** Caturtunggal and two villages beside it. */
export const villagesOf = (villages: readonly DemoPlace[]): readonly DemoPlace[] =>
  villages.filter(({ code }) => code.slice(0, 8) === demoVillage.slice(0, 8)).slice(0, 3)

export function affected(
  own: string,
  village: DemoPlace,
  { line, on }: { readonly line: number; readonly on: Day },
): Affected {
  const dice = diceOf(own)
  const { name: called, nik, phone, address } = personOf(dice, village)
  const facts = dice.chance(0.25)
    ? [dice.pick(['emergency', 'chronic', 'chronic', 'pregnant', 'disabled'] as const)]
    : []
  const birthDate = dice.chance(0.7)
    ? `${dice.between(1940, 2022)}-0${dice.between(1, 9)}-1${dice.between(0, 9)}`
    : null
  const [id, kase] = [idOf(own), caseId.parse(idOf(`${own} case`))]
  const client = { name: called, nik, phone, address }
  const said = { id, case: kase, place: village.code, ...client, birthDate, facts, line }
  // In the file's order within a class; the line is far smaller than a class weighs.
  const rank = triage({ facts, values: null, birthDate }, usualRules, on).rank * 1000 + line
  return { id, kase, village: village.code, said, rank, client }
}

/** How many of a demo's cases are those of the wave. */
export const casesOfSurge = 9

/** DEMO-18 The cases of those who were received, as the secretariat opens them and the village settles them. */
export function surgeCases(scene: Where): readonly Step[] {
  const opened = scene.now - 3 * dayMs
  return affectedIn(scene).flatMap((those) =>
    those.slice(0, received + 1).flatMap((one, nth): readonly Step[] => {
      const at = (minutes: number): number => addWorking(scene.calendar, opened - 2 * dayMs, minutes + nth)
      const step = (kind: string, by: Step['by'], minutes: number, data: object): Step => {
        return { at: at(minutes), id: idOf(`${one.id} ${kind}`), kind, case: one.kase, by, data }
      }
      const boss = staffOf(scene.world, 'secretariat', 'manager', '0')
      const office = scene.world.offices.get(one.village)?.id ?? ''
      const given = [
        step('case.register', boss, 5, registration(one)),
        step('case.hand-down', boss, 8, { office, note: waveName }),
      ]
      const fo = staffOf(scene.world, one.village, 'fo', one.id)
      const done = { outcome: 'data-corrected', note: 'Usulan pengaktifan kembali dikirim pada hari yang sama.' }
      return nth < received ? [...given, step('case.settle', fo, 40, done)] : given
    }),
  )
}

const registration = ({ client, village }: Affected): object => ({
  kind: 'service',
  category: 'pbi-inactive',
  channel: 'walk-in',
  red: false,
  place: village,
  summary: waveName,
  story: waveName,
  client: { ...client, kk: null },
  reporter: { name: null, phone: null, relation: 'officer', anonymous: false },
  contactVia: 'phone',
  restricted: null,
})
