/**
 * Who a programme is for, as data that an office writes in the browser and every device evaluates alike: groups (all,
 * any, not), "some member of the family who ...", and comparisons of documented facts.
 */
export type Criterion = AllOf | AnyOf | Not | SomeMember | Statement | Comparison
export type AllOf = { readonly all: readonly Criterion[] }
export type AnyOf = { readonly any: readonly Criterion[] }
export type Not = { readonly not: Criterion }
/** Some member of the family of whom this holds: how a family's programme asks about people. */
export type SomeMember = { readonly member: Criterion }

/** What no record says and somebody has to find out: a decision of the village's meeting, a statement, a selection. */
export type Statement = {
  readonly ask: string
  readonly base?: string
  /** How many months an answer counts, where it is not the year that it counts otherwise. */
  readonly months?: number
}

/** What a comparison holds a fact against. Days are compared as they are written. */
export type Scalar = string | number | boolean

type About = {
  readonly fact: string
  /** The rule of law that asks for it, where it is not that of the whole programme. */
  readonly base?: string
}
export type Comparison =
  | (About & { readonly is: 'eq'; readonly value: Scalar })
  | (About & { readonly is: 'in'; readonly value: readonly (string | number)[] })
  | (About & { readonly is: 'at-least' | 'at-most'; readonly value: string | number })
  | (About & { readonly is: 'between'; readonly value: readonly [string | number, string | number] })
  | (About & { readonly is: 'known' })

/** What a fact can be asked. `known` is met once the fact is recorded, and unknown until then. */
export const comparisons = ['eq', 'in', 'at-least', 'at-most', 'between', 'known'] as const
export type ComparisonKind = (typeof comparisons)[number]

/** Whether a part of a rule compares one fact. */
export const isComparison = (criterion: Criterion): criterion is Comparison => 'fact' in criterion

/** All values that a comparison names. */
export function valuesOf(comparison: Comparison): readonly Scalar[] {
  if (comparison.is === 'known') return []
  return Array.isArray(comparison.value) ? comparison.value : [comparison.value].flat()
}

/** The parts right below a group; a comparison has none. */
export function partsOf(criterion: Criterion): readonly Criterion[] {
  if ('all' in criterion) return criterion.all
  if ('any' in criterion) return criterion.any
  if ('not' in criterion) return [criterion.not]
  return 'member' in criterion ? [criterion.member] : []
}

/** Every statement of a rule, wherever it stands. */
export function* statementsIn(criterion: Criterion): Generator<Statement> {
  if ('ask' in criterion) yield criterion
  for (const part of partsOf(criterion)) yield* statementsIn(part)
}

/** Every comparison of a rule, wherever it stands. */
export function* comparisonsIn(criterion: Criterion): Generator<Comparison> {
  if (isComparison(criterion)) yield criterion
  for (const part of partsOf(criterion)) yield* comparisonsIn(part)
}
