import { canonical } from '../kernel/json.ts'
import type { StatementAnswer } from '../registry/statements.ts'
import type { FactReason, Reason } from './explain.ts'
import type { Vocabulary } from './fact.ts'
import type { Truth } from './truth.ts'

/** What somebody has to record, or find out, before it can be told; `member` counts the family's people from 0. */
export type Missing =
  | { readonly kind: 'fact'; readonly fact: string; readonly member: number | null }
  | { readonly kind: 'ask'; readonly ask: string; readonly member: number | null }
  | { readonly kind: 'members' }

/**
 * PROG-5 What is missing: only what could still decide. Where a part has decided already, nobody is sent home for the
 * data of the others.
 */
export function missingOf(reason: Reason, vocabulary: Vocabulary): readonly Missing[] {
  const found = new Map<string, Missing>()
  for (const one of wanted(reason, vocabulary, null)) found.set(canonical(one), one)
  return [...found.values()]
}

function* wanted(reason: Reason, vocabulary: Vocabulary, member: number | null): Generator<Missing> {
  if (reason.truth !== 'unknown') return
  switch (reason.kind) {
    case 'not':
      yield* wanted(reason.part, vocabulary, member)
      return
    case 'fact':
      yield* recorded(reason, vocabulary, member)
      return
    case 'ask':
      yield { kind: 'ask', ask: reason.statement.ask, member }
      return
    case 'member':
      if (reason.open) yield { kind: 'members' }
      for (const [nth, part] of reason.parts.entries()) yield* wanted(part, vocabulary, nth)
      return
    default:
      for (const part of reason.parts) yield* wanted(part, vocabulary, member)
  }
}

function* recorded(reason: FactReason, vocabulary: Vocabulary, member: number | null): Generator<Missing> {
  if (reason.because) yield* wanted(reason.because, vocabulary, member)
  for (const fact of reason.lacks)
    if (fact === 'jumlah_anggota') yield { kind: 'members' }
    else yield { kind: 'fact', fact, member: vocabulary.get(fact)?.of === 'person' ? member : null }
}

/** A statement of a rule as it was answered, of which member. */
export interface Answered {
  readonly ask: string
  readonly member: number | null
  readonly truth: Truth
  readonly answer: StatementAnswer
}

/** PROG-21 The statements of a rule that somebody answered: each may be changed where it is told. */
export function answeredIn(reason: Reason): readonly Answered[] {
  const found = new Map([...answers(reason, null)].map((one) => [`${one.member} ${one.ask}`, one]))
  return [...found.values()]
}

function* answers(reason: Reason, member: number | null): Generator<Answered> {
  if (reason.kind === 'ask') {
    const { statement, truth, answer } = reason
    if (answer) yield { ask: statement.ask, member, truth, answer }
  } else if (reason.kind === 'not') yield* answers(reason.part, member)
  else if (reason.kind === 'member') for (const [nth, part] of reason.parts.entries()) yield* answers(part, nth)
  else if (reason.kind !== 'fact') for (const part of reason.parts) yield* answers(part, member)
}

/** What would have to be otherwise for a rule to come out `to`: all of the parts, or any one of them. */
export type Turn =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Turn[] }
  | { readonly kind: 'fact'; readonly reason: FactReason; readonly to: boolean; readonly member: number | null }
  | { readonly kind: 'ask'; readonly ask: string; readonly to: boolean; readonly member: number | null }
  | { readonly kind: 'members' }

/** PROG-6 What would change the answer to `met`: null where it is met. What is only not known yet is told by `missingOf`. */
export const turnOf = (reason: Reason): Turn | null => turn(reason, true, null)

function turn(reason: Reason, to: boolean, member: number | null): Turn | null {
  if (reason.truth === (to ? 'met' : 'not-met')) return null
  switch (reason.kind) {
    case 'not':
      return turn(reason.part, !to, member)
    case 'fact':
      return { kind: 'fact', reason, to, member }
    case 'ask':
      return { kind: 'ask', ask: reason.statement.ask, to, member }
    case 'member': {
      const parts = reason.parts.map((part, nth) => turn(part, to, nth))
      return gather(to ? 'any' : 'all', reason.open && to ? [...parts, { kind: 'members' }] : parts)
    }
    default:
      return gather(
        (reason.kind === 'all') === to ? 'all' : 'any',
        reason.parts.map((part) => turn(part, to, member)),
      )
  }
}

function gather(kind: 'all' | 'any', turns: readonly (Turn | null)[]): Turn | null {
  const parts = turns.flatMap((part) => spread(kind, part))
  return parts.length === 1 ? (parts[0] ?? null) : { kind, parts }
}

// One of these or one of those is one of all of them; so it is said once.
function spread(kind: 'all' | 'any', turn: Turn | null): readonly Turn[] {
  if (turn === null) return []
  return 'parts' in turn && turn.kind === kind ? turn.parts : [turn]
}

/** PROG-6 What of it can come about at all: nobody grows younger. Null where nothing can. */
export function reachable(turn: Turn | null): Turn | null {
  if (turn === null || turn.kind === 'members' || turn.kind === 'ask') return turn
  if (turn.kind === 'fact') return turn.reason.turns === 'never' ? null : turn
  const parts = turn.parts.map(reachable)
  return turn.kind === 'all' && parts.includes(null) ? null : gatherSome(turn.kind, parts)
}

const gatherSome = (kind: 'all' | 'any', parts: readonly (Turn | null)[]): Turn | null =>
  parts.every((part) => part === null) ? null : gather(kind, parts)
