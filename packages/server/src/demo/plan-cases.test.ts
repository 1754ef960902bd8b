import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { dueMoments } from './due-moments.ts'
import { complaints } from './needs-complaints.ts'
import { services } from './needs-services.ts'
import { planCases } from './plan-cases.ts'
import type { Step } from './trail.ts'
import { planWorld } from './world.ts'

const calendar: Calendar = {
  zone: 'Asia/Jakarta',
  week: shippedLists.officeHours.week,
  closed: new Set(shippedLists.holidays.map(({ day }) => day)),
}
const villages = Array.from({ length: 86 }, (_, n) => ({
  code: placeCode.parse(`34.04.${String(1 + (n % 17)).padStart(2, '0')}.${2001 + Math.floor(n / 17)}`),
  name: `Desa ${n}`,
}))
const world = planWorld('spread', villages, null)
const now = Date.parse('2026-11-18T10:00:00+07:00')
const count = 2000

test('DEMO-9 about a fifth of the cases of a year are in process, and most of these are in time or wait for their citizen', () => {
  const ways = waysOf(planCases({ seed: 'spread', now, world, calendar }, count))
  assert.equal(ways.length, count)
  const inProcess = ways.filter((steps) => !ends.has(lastKind(steps)))
  const late = inProcess.filter((steps) => !waits.has(lastKind(steps)) && dueOf(steps) < now)
  assert.ok(inProcess.length > 0.14 * count && inProcess.length < 0.24 * count, `${inProcess.length} in process`)
  assert.ok(late.length < inProcess.length / 2, `${late.length} of ${inProcess.length} late`)
})

const ends: ReadonlySet<string> = new Set([
  'case.settle',
  'case.confirm',
  'case.lapse',
  'case.expire',
  'case.cancel',
  'case.merge',
])
const waits: ReadonlySet<string> = new Set(['case.return', 'case.answer', 'case.reject'])

function waysOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const ways = new Map<string, Step[]>()
  for (const step of steps) ways.set(step.case, [...(ways.get(step.case) ?? []), step])
  return [...ways.values()]
}

const lastKind = (steps: readonly Step[]): string => steps.at(-1)?.kind ?? ''

function dueOf(steps: readonly Step[]): number {
  const [first] = steps
  const need = [...services, ...complaints].find(
    ({ category }) => category === Reflect.get(first?.data ?? {}, 'category'),
  )
  if (!first || !need) throw new Error('a way begins with a registration under a known category')
  const office = world.staff.find(({ id }) => id === first.by)?.office ?? ''
  return dueMoments({ need, at: first.at, office }, steps, calendar).at(-1)?.at ?? 0
}
