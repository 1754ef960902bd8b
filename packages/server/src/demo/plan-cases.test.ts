import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { dayMs } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import { placeCode } from '@openslrt/core/place/code.ts'
import { demoCase } from './demo-case.ts'
import { dueMoments } from './due-moments.ts'
import { complaints } from './needs-complaints.ts'
import { services } from './needs-services.ts'
import { planCases } from './plan-cases.ts'
import type { Step } from './trail.ts'
import { wayOf } from './ways.ts'
import { demoVillage, planWorld } from './world.ts'

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

const scene = { seed: 'due', now, world, calendar }
const plainWays = Array.from({ length: 150 }, (_, n) => {
  const kase = demoCase(scene, n, now - (n + 1) * 2 * dayMs)
  return { kase, steps: wayOf(kase, scene) }
})

// Monday 2 November 2026, nine o'clock: a week without holidays, seven hours a day, six on a Friday.
const begin = Date.parse('2026-11-02T09:00:00+07:00')
const stepAt = (kind: string, days: number): Step => ({
  ...(plainWays[0]?.steps[0] ?? assert.fail()),
  kind,
  at: begin + days * dayMs,
})
const needed = (code: string, office: string) => {
  const found = plainWays.find(({ kase: { need } }) => need.category === code) ?? assert.fail(code)
  return { need: found.kase.need, at: begin, office }
}
const levelsAfter = (office: string, ...kinds: readonly string[]) =>
  dueMoments(
    needed('pip', office),
    kinds.map((kind, nth) => stepAt(kind, nth)),
    calendar,
  ).map(({ level }) => level)

test('DEMO-3 a case lies in the village, or the district, until it is passed on, and comes back down', () => {
  const puskesos = demoVillage
  assert.deepEqual(levelsAfter(puskesos, 'case.register', 'case.take', 'case.escalate', 'case.take', 'case.escalate'), [
    'village',
    'village',
    'district',
    'district',
    'province',
  ])
  assert.deepEqual(levelsAfter('secretariat', 'case.register', 'case.hand-down', 'case.answer', 'case.appeal'), [
    'district',
    'village',
    'village',
    'district',
  ])
  assert.deepEqual(levelsAfter(puskesos), [])
})

test('DEMO-3 time begins anew where the law says so, and runs on through every other step', () => {
  const all = dueMoments(
    needed('pip', demoVillage),
    ['case.register', 'case.take', 'case.recommend', 'case.approve', 'case.escalate', 'case.take'].map(stepAt),
    calendar,
  )
  const at = all.map((due) => due.at)
  assert.equal(new Set(at.slice(0, 4)).size, 1)
  assert.equal(at[4], at[5])
  assert.ok((at[4] ?? 0) > (at[3] ?? 0), 'who gets it has time of their own')
})

test('DEMO-3 no office has longer than is left of the whole', () => {
  for (const { kase, steps: own } of plainWays) {
    const due = dueMoments(kase, own, calendar)
    assert.equal(due.length, own.length)
    const latest = Math.max(...due.map(({ at }) => at))
    assert.ok(due.every(({ at }) => at > kase.at && at <= latest))
    const repeated = dueMoments(
      kase,
      [...own, { ...(own.at(-1) ?? assert.fail()), kind: 'case.escalate', at: now + 900 * dayMs }],
      calendar,
    )
    assert.ok((repeated.at(-1)?.at ?? 0) < now + 900 * dayMs, 'what comes years later is late, whoever has it')
  }
})
