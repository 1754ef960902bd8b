import { keysOf } from '../kernel/keys.ts'
import type { LoadStatus } from './load.ts'

interface Rule {
  readonly from: readonly LoadStatus[]
  readonly to: LoadStatus | 'same'
  /** Who does it: a person, or the work of the server in that person's name. */
  readonly by: 'person' | 'work'
}

/** LOAD-7 The only place that says what may follow what in a load. A chunk of rows is a step as well. */
export const loadMoves = {
  check: { from: ['read'], to: 'checked', by: 'work' },
  record: { from: ['read', 'checked', 'running', 'stopped', 'done'], to: 'same', by: 'person' },
  start: { from: ['checked', 'stopped'], to: 'running', by: 'person' },
  take: { from: ['running'], to: 'running', by: 'work' },
  finish: { from: ['running'], to: 'done', by: 'work' },
  stop: { from: ['running'], to: 'stopped', by: 'person' },
  cancel: { from: ['read', 'checked', 'stopped'], to: 'cancelled', by: 'person' },
} as const satisfies Record<string, Rule>

export type LoadMove = keyof typeof loadMoves
export const loadRule = (move: LoadMove): Rule => loadMoves[move]

/** What a person may do with a load that stands so. */
export const loadActs = (status: LoadStatus): readonly LoadMove[] =>
  keysOf(loadMoves).filter((move) => loadRule(move).by === 'person' && loadRule(move).from.includes(status))

/** Where the server has something to do: a trial, or rows. */
export const workOf = (status: LoadStatus): 'check' | 'take' | null => {
  if (loadRule('check').from.includes(status)) return 'check'
  return loadRule('take').from.includes(status) ? 'take' : null
}

/** Loads whose file is no longer needed for anything but its wrong rows. */
export const endedLoads: readonly LoadStatus[] = ['done', 'cancelled']
