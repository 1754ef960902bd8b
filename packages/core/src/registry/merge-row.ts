import { z } from 'zod'
import type { PairId } from '../kernel/id.ts'
import { pairId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { LedgerCode, PlaceCode } from '../place/code.ts'
import type { Holder } from './registry.ts'

export const verdicts = ['distinct', 'merged', 'undone'] as const
export const verdict = z.enum(verdicts)
export type Verdict = (typeof verdicts)[number]

/** What somebody said of two people, or two families, who looked like one. Of one that was merged it keeps all that undoing takes. */
export type PairRow = {
  readonly id: PairId
  readonly district: LedgerCode
  readonly version: number
  readonly of: Holder
  /** Whoever stands on, and whoever went into them. */
  readonly kept: string
  readonly gone: string
  readonly place: PlaceCode
  readonly otherPlace: PlaceCode
  readonly verdict: Verdict
  /** Fields in which the other's value was taken. */
  readonly took: readonly string[]
  /** What stood before, as JSON, sealed: numbers may be among it. */
  readonly was: string | null
  /** Rows of other tables that followed: table, id and field of each. */
  readonly moved: Json
  readonly by: string
  readonly at: Instant
  readonly undoneAt: Instant | null
}

/** The id under which the merge of a pair, or its undoing, is written into the history of whoever stands on. */
export const recordIdOf = (pair: string, what: 'merge' | 'undo'): string =>
  pairId.parse(`${pair.slice(0, 14)}${what === 'merge' ? '8' : '5'}${pair.slice(15)}`)
