import { answerMonths } from '../registry/statements.ts'
import type { Criterion } from './criterion.ts'
import { comparisons } from './criterion.ts'

/** Deeper than any rule that is taken; a wire may bring whatever it likes. */
const deepest = 20

/** Whether something that came over a wire has the shape of a rule: nothing more, nothing less. */
export const isRule = (value: unknown): value is Criterion => isPart(value, 0)

function isPart(value: unknown, depth: number): boolean {
  const part = depth > deepest ? null : membersOf(value)
  if (!part) return false
  const below = (inner: unknown): boolean => isPart(inner, depth + 1)
  for (const group of ['all', 'any']) {
    const parts = part.get(group)
    if (part.has(group)) return part.size === 1 && Array.isArray(parts) && parts.every(below)
  }
  for (const one of ['not', 'member']) if (part.has(one)) return part.size === 1 && below(part.get(one))
  return part.has('ask')
    ? has(part, { ask: isText, ...(part.has('months') && { months: isMonths }) })
    : isComparison(part)
}

const membersOf = (value: unknown): ReadonlyMap<string, unknown> | null =>
  typeof value !== 'object' || value === null || Array.isArray(value) ? null : new Map(Object.entries(value))

type Check = (value: unknown) => boolean
const isText: Check = (value) =>
  typeof value === 'string' && value.length <= 300 && /^(?:[^\p{Cc}\p{Cs}]|[\t\n])*$/u.test(value)
const isMonths: Check = (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= answerMonths.most
const isAmount: Check = (value) => isText(value) || Number.isFinite(value)
const isScalar: Check = (value) => isAmount(value) || typeof value === 'boolean'

function isComparison(part: ReadonlyMap<string, unknown>): boolean {
  const is = comparisons.find((one) => one === part.get('is'))
  if (is === undefined) return false
  const asked = { fact: isText, is: () => true }
  return has(part, is === 'known' ? asked : { ...asked, value: valueChecks[is] })
}

const valueChecks = {
  eq: isScalar,
  in: (value) => Array.isArray(value) && value.length <= 100 && value.every(isAmount),
  'at-least': isAmount,
  'at-most': isAmount,
  between: (value) => Array.isArray(value) && value.length === 2 && value.every(isAmount),
} as const satisfies Readonly<Record<string, Check>>

/** Exactly these members, and perhaps the rule of law. */
function has(part: ReadonlyMap<string, unknown>, members: Readonly<Record<string, Check>>): boolean {
  const names = Object.keys(members)
  const based = part.has('base')
  if (part.size !== names.length + (based ? 1 : 0) || (based && !isText(part.get('base')))) return false
  return Object.entries(members).every(([name, check]) => part.has(name) && check(part.get(name)))
}
