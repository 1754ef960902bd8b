import type { Json } from '../kernel/json.ts'
import type { Step } from '../ledger/evolve.ts'

/** How one entry moves the counters: `day` measures count what happened on a day, `state` what lies where now. */
export interface Counts {
  readonly day: ReadonlyMap<string, number>
  readonly state: ReadonlyMap<string, number>
}

/** Measures that dashboards show per day and district. Each has its definition in the message `measure.<name>`. */
export const measures = [
  'registered',
  'answered',
  'confirmed',
  'settled',
  'no-word',
  'escalated',
  'disputed',
  'referred',
  'referral-completed',
] as const
export type Measure = (typeof measures)[number]

/** LEDGER-6 What an entry's steps add to the counters. The same function feeds the write and the rebuild. */
export function countsOf(action: string, steps: readonly Step[]): Counts {
  const day = new Map<string, number>()
  const state = new Map<string, number>()
  const measure = dayMeasure(action, steps)
  if (measure) add(day, measure, 1)
  for (const { table, before, after } of steps) {
    if (table !== 'case') continue
    if (before) add(state, stateKey(before), -1)
    add(state, stateKey(after), 1)
  }
  return { day: nonZero(day), state: nonZero(state) }
}

const measureOf: Readonly<Record<string, Measure>> = {
  register: 'registered',
  answer: 'answered',
  reject: 'answered',
  confirm: 'confirmed',
  'letter-confirm': 'confirmed',
  settle: 'settled',
  lapse: 'no-word',
  escalate: 'escalated',
  appeal: 'escalated',
  dispute: 'disputed',
  refer: 'referred',
  redirect: 'referred',
  'referral-complete': 'referral-completed',
}

function dayMeasure(action: string, steps: readonly Step[]): Measure | null {
  return steps.some(({ table }) => table === 'case') ? (measureOf[action] ?? null) : null
}

/** The counter that a case in this state belongs to. */
export const stateKey = (row: { readonly [key: string]: Json | undefined }): string => `${row['status']}|${row['kind']}`

function add(map: Map<string, number>, key: string, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by)
}

const nonZero = (map: Map<string, number>): Map<string, number> => new Map([...map].filter(([, count]) => count !== 0))
