import type { Json } from '../kernel/json.ts'
import type { Comparison } from './criterion.ts'
import { valuesOf } from './criterion.ts'
import type { Fact } from './fact.ts'
import type { Truth } from './truth.ts'
import { truthOf } from './truth.ts'

/** Holds a recorded value against what a rule asks. */
export type Test = (value: Json | undefined) => Truth

/**
 * PROG-2 Made once for each rule. What is absent, null or of another shape than the rule expects is unknown: no slip of
 * a form or of a file turns anybody away. Of several codes one is enough.
 */
export function testOf(comparison: Comparison): Test {
  switch (comparison.is) {
    case 'known':
      return known
    case 'eq':
      return oneOf([comparison.value])
    case 'in':
      return oneOf(comparison.value)
    case 'at-least':
      return within(comparison.value, null)
    case 'at-most':
      return within(null, comparison.value)
    case 'between':
      return within(...comparison.value)
  }
}

/** PROG-19 The same of one fact: whoever is not told of a code can't say that somebody does not have it. */
export function testFor({ unseen = [] }: Pick<Fact, 'unseen'>, comparison: Comparison): Test {
  const test = testOf(comparison)
  const touches = comparison.is === 'known' || valuesOf(comparison).some((code) => unseen.some((one) => one === code))
  if (unseen.length === 0 || !touches) return test
  return (value) => (test(value) === 'met' ? 'met' : 'unknown')
}

// Of codes that may be several, none was said where the list is empty: then there is nothing recorded, for sure.
const known: Test = (value) =>
  value === undefined || value === null ? 'unknown' : truthOf(!Array.isArray(value) || value.length > 0)

function oneOf(wanted: readonly (string | number | boolean)[]): Test {
  const asked: ReadonlySet<unknown> = new Set(wanted)
  const kind = typeof wanted[0]
  return (value) => {
    if (typeof value === kind) return truthOf(asked.has(value))
    return isCodes(value) && kind === 'string' ? truthOf(value.some((one) => asked.has(one))) : 'unknown'
  }
}

const isCodes = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

type Bound = string | number | null

function within(least: Bound, most: Bound): Test {
  const kind = typeof (least ?? most)
  return (value) => {
    if (typeof value !== kind || (typeof value !== 'number' && typeof value !== 'string')) return 'unknown'
    return truthOf((least === null || value >= least) && (most === null || value <= most))
  }
}
