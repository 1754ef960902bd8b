import { findClash } from './clash.ts'
import type { Comparison, Criterion, Scalar } from './criterion.ts'
import { partsOf, valuesOf } from './criterion.ts'
import type { Fact, FactKind, Vocabulary } from './fact.ts'

/** What programmes are given to. A group is formed by people who each fulfil the rule. */
export const units = ['person', 'family', 'pupil', 'group'] as const
export type Unit = (typeof units)[number]

/** What is wrong with a rule, and where: the numbers of the parts on the way there. */
export interface Fault {
  readonly code: FaultCode
  readonly at: readonly number[]
  readonly fact?: string
}
export const faultCodes = [
  'unknown-fact',
  'wrong-comparison',
  'wrong-value',
  'never-met',
  'empty-group',
  'clash',
  'needs-member',
  'no-member',
  'no-words',
  'too-large',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** More than any rule of law asks for; it keeps a slip from making a rule that no screen can show. */
const mostComparisons = 100
const mostDepth = 8

interface Where {
  readonly vocabulary: Vocabulary
  /** Whether a person is looked at here: outside of `member`, a family's programme asks about the family. */
  readonly person: boolean
  readonly inMember: boolean
}

/** PROG-7 Everything that makes a rule unusable: one with any of these is refused when it is saved. */
export function checkRule(criterion: Criterion, unit: Unit, vocabulary: Vocabulary): readonly Fault[] {
  if (isTooLarge(criterion)) return [{ code: 'too-large', at: [] }]
  return [...faultsIn(criterion, { vocabulary, person: unit !== 'family', inMember: false }, [])]
}

function isTooLarge(criterion: Criterion): boolean {
  let leaves = 0
  const tooDeep = (part: Criterion, depth: number): boolean => {
    const parts = partsOf(part)
    if (parts.length === 0) leaves += 1
    return depth > mostDepth || leaves > mostComparisons || parts.some((below) => tooDeep(below, depth + 1))
  }
  return tooDeep(criterion, 1)
}

function* faultsIn(criterion: Criterion, where: Where, at: readonly number[]): Generator<Fault> {
  if ('fact' in criterion) {
    yield* faultsOf(criterion, where, at)
    return
  }
  if ('ask' in criterion) {
    if (criterion.ask.trim() === '') yield { code: 'no-words', at }
    return
  }
  if ('member' in criterion) {
    if (where.inMember) yield { code: 'no-member', at }
    yield* faultsIn(criterion.member, { ...where, person: true, inMember: true }, [...at, 0])
    return
  }
  const parts = partsOf(criterion)
  if (parts.length === 0) yield { code: 'empty-group', at }
  for (const [nth, part] of parts.entries()) yield* faultsIn(part, where, [...at, nth])
  const clash = 'all' in criterion ? findClash(criterion.all, where.vocabulary) : null
  if (clash) yield { code: 'clash', at, fact: clash }
}

function* faultsOf(comparison: Comparison, { vocabulary, person }: Where, at: readonly number[]): Generator<Fault> {
  const fact = vocabulary.get(comparison.fact)
  const name = { at, fact: comparison.fact }
  if (!fact) yield { code: 'unknown-fact', ...name }
  else if (!asks[fact.kind].includes(comparison.is)) yield { code: 'wrong-comparison', ...name }
  else if (!valuesOf(comparison).every((value) => fits(value, fact))) yield { code: 'wrong-value', ...name }
  else if (canNeverBe(comparison, fact)) yield { code: 'never-met', ...name }
  else if (fact.of === 'person' && !person) yield { code: 'needs-member', ...name }
}

/** What can be asked of each kind of fact. */
export const asks: Readonly<Record<FactKind, readonly Comparison['is'][]>> = {
  code: ['eq', 'in', 'known'],
  codes: ['eq', 'in', 'known'],
  count: ['eq', 'at-least', 'at-most', 'between', 'known'],
  quantity: ['at-least', 'at-most', 'between', 'known'],
  day: ['at-least', 'at-most', 'between', 'known'],
  'yes-no': ['eq', 'known'],
}

const fits = (value: Scalar, { kind, codes }: Fact): boolean =>
  isOf[kind](value) && (typeof value !== 'string' || (codes?.includes(value) ?? true))

const isCode = (value: Scalar): boolean => typeof value === 'string' && value !== ''
const isOf: Readonly<Record<FactKind, (value: Scalar) => boolean>> = {
  code: isCode,
  codes: isCode,
  count: (value) => Number.isInteger(value),
  quantity: (value) => Number.isFinite(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  'yes-no': (value) => typeof value === 'boolean',
}

function canNeverBe(comparison: Comparison, { least = -Infinity, most = Infinity }: Fact): boolean {
  switch (comparison.is) {
    case 'in':
      return comparison.value.length === 0
    case 'between':
      return (
        comparison.value[0] > comparison.value[1] ||
        isBeyond(comparison.value[0], most) ||
        isBelow(comparison.value[1], least)
      )
    case 'at-least':
      return isBeyond(comparison.value, most)
    case 'at-most':
      return isBelow(comparison.value, least)
    case 'eq':
      return isBeyond(comparison.value, most) || isBelow(comparison.value, least)
    case 'known':
      return false
  }
}

const isBeyond = (value: unknown, most: number): boolean => typeof value === 'number' && value > most
const isBelow = (value: unknown, least: number): boolean => typeof value === 'number' && value < least
