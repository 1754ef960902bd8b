import { asks } from '@openslrt/core/programme/check-rule.ts'
import type { Comparison, ComparisonKind, Criterion, Scalar } from '@openslrt/core/programme/criterion.ts'
import type { Fact, Vocabulary } from '@openslrt/core/programme/fact.ts'
import { vocabulary } from '@openslrt/core/programme/vocabulary.ts'

/** A rule while it is being put together: values as they are typed, and groups that may still be empty. */
export type RuleDraft = GroupDraft | FactDraft | AskDraft
export const groupKinds = ['all', 'any', 'not', 'member'] as const
export type GroupKind = (typeof groupKinds)[number]
export type GroupDraft = { readonly kind: GroupKind; readonly parts: readonly RuleDraft[] }
export type FactDraft = {
  readonly kind: 'fact'
  readonly fact: string
  readonly is: ComparisonKind
  readonly values: readonly string[]
  readonly base: string
}
export type AskDraft = {
  readonly kind: 'ask'
  readonly ask: string
  readonly base: string
  /** How many months an answer counts; null for what is usual. */
  readonly months: number | null
}

export const emptyGroup: GroupDraft = { kind: 'all', parts: [] }
export const newPart: FactDraft = { kind: 'fact', fact: 'desil', is: 'at-most', values: [''], base: '' }
export const newAsk: AskDraft = { kind: 'ask', ask: '', base: '', months: null }

/** A rule as the editor holds it: always a group on top, so that there is somewhere to add. */
export function draftOf(rule: Criterion): GroupDraft {
  const draft = partOf(rule)
  return 'parts' in draft ? draft : { kind: 'all', parts: [draft] }
}

function partOf(rule: Criterion): RuleDraft {
  if ('all' in rule) return { kind: 'all', parts: rule.all.map(partOf) }
  if ('any' in rule) return { kind: 'any', parts: rule.any.map(partOf) }
  if ('not' in rule) return { kind: 'not', parts: within(rule.not) }
  if ('member' in rule) return { kind: 'member', parts: within(rule.member) }
  const base = rule.base ?? ''
  if ('ask' in rule) return { kind: 'ask', ask: rule.ask, base, months: rule.months ?? null }
  return {
    kind: 'fact',
    fact: rule.fact,
    is: rule.is,
    values: rule.is === 'known' ? [] : [rule.value].flat().map(String),
    base,
  }
}

// "Not" and "some member who" hold one rule; of several parts in them all must hold.
const within = (rule: Criterion): readonly RuleDraft[] => ('all' in rule ? rule.all.map(partOf) : [partOf(rule)])

/** The rule that a draft says, among the facts that are known. Whether it can be meant is judged by the law of rules. */
export function ruleOf(draft: RuleDraft, known: Vocabulary = vocabulary): Criterion {
  if (draft.kind === 'ask')
    return { ask: draft.ask.trim(), ...based(draft.base), ...(draft.months !== null && { months: draft.months }) }
  if (draft.kind === 'fact') return comparisonOf(draft, known)
  const parts = draft.parts.map((part) => ruleOf(part, known))
  if (draft.kind === 'all') return { all: parts }
  if (draft.kind === 'any') return { any: parts }
  const inner = parts.length === 1 && parts[0] ? parts[0] : { all: parts }
  return draft.kind === 'not' ? { not: inner } : { member: inner }
}

const based = (base: string) => (base.trim() === '' ? {} : { base: base.trim() })

function comparisonOf({ fact, is, values, base }: FactDraft, known: Vocabulary): Comparison {
  const kind = known.get(fact)?.kind
  const about = { fact, ...based(base) }
  const [first = '', second = ''] = values.map((typed) => valueOf(typed, kind))
  switch (is) {
    case 'known':
      return { ...about, is }
    case 'in':
      return { ...about, is, value: values }
    case 'between':
      return { ...about, is, value: [plain(first), plain(second)] }
    case 'eq':
      return { ...about, is, value: first }
    default:
      return { ...about, is, value: plain(first) }
  }
}

const plain = (value: Scalar): string | number => (typeof value === 'boolean' ? String(value) : value)

function valueOf(typed: string, kind: Fact['kind'] | undefined): Scalar {
  if (kind === 'yes-no') return typed === 'true'
  if (kind !== 'count' && kind !== 'quantity') return typed
  // People here write a comma where a program has a point. Nothing is no number, and no nought; what is no number stays as
  // it was typed, and is told as a fault.
  const number = typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'))
  return Number.isFinite(number) ? number : typed.trim()
}

/** The same part about another fact: with a comparison that fits it, and nothing of the value before. */
export function aboutFact(part: FactDraft, name: string, known: Vocabulary = vocabulary): FactDraft {
  const kind = known.get(name)?.kind ?? 'count'
  const is = asks[kind].includes(part.is) ? part.is : (asks[kind][0] ?? 'known')
  return { ...part, fact: name, ...comparedBy(is, kind) }
}

/** What a comparison begins with. */
export function comparedBy(is: ComparisonKind, kind: Fact['kind']): Pick<FactDraft, 'is' | 'values'> {
  if (is === 'known' || is === 'in') return { is, values: [] }
  if (is === 'between') return { is, values: ['', ''] }
  return { is, values: [kind === 'yes-no' ? 'true' : ''] }
}
