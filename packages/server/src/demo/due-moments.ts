import type { Calendar } from '@openslrt/core/kernel/calendar.ts'
import { addWorking, minutesOfDay } from '@openslrt/core/kernel/calendar.ts'
import type { Instant } from '@openslrt/core/kernel/instant.ts'
import { shippedLists } from '@openslrt/core/lists/shipped.ts'
import type { OfficeLevel } from '@openslrt/core/office/office.ts'
import type { DemoCase } from './demo-case.ts'
import type { Step } from './trail.ts'

/** Moves with which an office begins its time anew. */
const begins: ReadonlySet<string> = new Set([
  'case.register',
  'case.escalate',
  'case.hand-down',
  'case.appeal',
  'case.dispute',
  'case.reopen',
])
const rises: ReadonlySet<string> = new Set(['case.escalate', 'case.appeal'])

interface Due {
  /** Until when the case must have moved on to be in time, here and from end to end. */
  readonly at: Instant
  /** At what kind of office it lies until then. */
  readonly level: OfficeLevel
}

/** What holds after each step. Time that waits for the citizen is not given back: what counts as in time surely is. */
export function dueMoments(
  kase: Pick<DemoCase, 'need' | 'at' | 'office'>,
  steps: readonly Step[],
  calendar: Calendar,
): readonly Due[] {
  const limits = limitsOf.get(kase.need.category)
  const after = (from: Instant, days = 0): Instant => addWorking(calendar, from, days * minutesOfDay(calendar))
  const total = after(kase.at, limits?.totalDays)
  let level: OfficeLevel = kase.office === 'secretariat' ? 'district' : 'village'
  let hop = total
  return steps.map(({ kind, at }) => {
    if (rises.has(kind)) level = level === 'village' ? 'district' : 'province'
    if (kind === 'case.hand-down') level = 'village'
    if (begins.has(kind)) hop = after(at, limits?.hopDays[level])
    return { at: Math.min(hop, total), level }
  })
}

const limitsOf = new Map(shippedLists.categories.map((category) => [category.code, category]))
