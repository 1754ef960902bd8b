import { canonical } from '../kernel/json.ts'
import type { Comparison, Criterion, Scalar } from './criterion.ts'
import type { Vocabulary } from './fact.ts'

/**
 * PROG-7 The fact of which an `all` asks what can't be together: two ranges without a common value, two lists without a
 * common code, or a thing and its opposite. Null where none is found.
 */
export function findClash(parts: readonly Criterion[], vocabulary: Vocabulary): string | null {
  const together = flat(parts)
  const byFact = Map.groupBy(
    together.filter((part) => 'fact' in part),
    ({ fact }) => fact,
  )
  for (const [fact, comparisons] of byFact) {
    // A person may have several of these at once.
    const several = vocabulary.get(fact)?.kind === 'codes'
    if (!several && (noRange(comparisons) || noChoice(comparisons))) return fact
  }
  return opposed(together)
}

const flat = (parts: readonly Criterion[]): readonly Criterion[] =>
  parts.flatMap((part) => ('all' in part ? flat(part.all) : [part]))

type Value = string | number
function noRange(comparisons: readonly Comparison[]): boolean {
  let [least, most]: readonly [Value | null, Value | null] = [null, null]
  for (const comparison of comparisons) {
    const [low, high] = rangeOf(comparison)
    if (low !== null && (least === null || low > least)) least = low
    if (high !== null && (most === null || high < most)) most = high
  }
  return least !== null && most !== null && least > most
}

function rangeOf(comparison: Comparison): readonly [Value | null, Value | null] {
  switch (comparison.is) {
    case 'at-least':
      return [comparison.value, null]
    case 'at-most':
      return [null, comparison.value]
    case 'between':
      return comparison.value
    case 'eq':
      return typeof comparison.value === 'number' ? [comparison.value, comparison.value] : [null, null]
    default:
      return [null, null]
  }
}

function noChoice(comparisons: readonly Comparison[]): boolean {
  const choices = comparisons.map(choiceOf).filter((choice) => choice !== null)
  const [first, ...others] = choices
  return first !== undefined && !first.some((one) => others.every((other) => other.includes(one)))
}

function choiceOf(comparison: Comparison): readonly Scalar[] | null {
  if (comparison.is === 'eq') return [comparison.value]
  return comparison.is === 'in' ? comparison.value : null
}

function opposed(parts: readonly Criterion[]): string | null {
  const said = new Set(parts.map((part) => canonical(part)))
  for (const part of parts)
    if ('not' in part && said.has(canonical(part.not))) return 'fact' in part.not ? part.not.fact : ''
  return null
}
