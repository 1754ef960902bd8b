import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { StatementAnswer } from '../registry/statements.ts'
import { answerIn, statementName } from '../registry/statements.ts'
import { testFor } from './compare.ts'
import type { Comparison, Criterion, Statement } from './criterion.ts'
import { asMember, isOther, readingOf, stated } from './evaluate.ts'
import type { Fact, Vocabulary } from './fact.ts'
import type { FactSet } from './fact-set.ts'
import { knowsMembers } from './sums.ts'
import type { Truth } from './truth.ts'
import { allOf, anyOf, opposite } from './truth.ts'

/** Why a rule came out as it did: its own shape, with what was seen at each place. */
export type Reason = GroupReason | NotReason | MemberReason | StatementReason | FactReason
export type GroupReason = { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly parts: readonly Reason[] }
export type NotReason = { readonly kind: 'not'; readonly truth: Truth; readonly part: Reason }
export type MemberReason = {
  readonly kind: 'member'
  readonly truth: Truth
  /** One for each member, in their order. */
  readonly parts: readonly Reason[]
  /** Nobody of the family is recorded yet. */
  readonly open: boolean
}
export type StatementReason = {
  readonly kind: 'ask'
  readonly truth: Truth
  readonly statement: Statement
  /** What was answered last, though it may be too long ago to count. */
  readonly answer: StatementAnswer | null
}
export type FactReason = {
  readonly kind: 'fact'
  readonly truth: Truth
  readonly comparison: Comparison
  /** What is recorded; null where nothing is. */
  readonly saw: Json
  /** What a fact that follows from others was worked out from. */
  readonly because: Reason | null
  /** The recorded facts that would have to be known to tell. */
  readonly lacks: readonly string[]
  /** The day on which time alone makes it met; `never` where time can't either. */
  readonly turns: Day | 'never' | null
}

/** What an explanation is made for. */
export interface Asked {
  readonly vocabulary: Vocabulary
  readonly day: Day
}

/** PROG-5 The same answer as the rule made ready gives, with the reasons. */
export function explain(criterion: Criterion, facts: FactSet, asked: Asked): Reason {
  if ('all' in criterion || 'any' in criterion) return explainGroup(criterion, facts, asked)
  if ('not' in criterion) {
    const part = explain(criterion.not, facts, asked)
    return { kind: 'not', truth: opposite(part.truth), part }
  }
  if ('member' in criterion) return explainMembers(criterion.member, facts, asked)
  if ('ask' in criterion) return explainStatement(criterion, facts, asked)
  return explainFact(criterion, facts, asked)
}

const explainStatement = (statement: Statement, facts: FactSet, { day }: Asked): StatementReason => ({
  kind: 'ask',
  truth: stated(statement, day)(facts),
  statement,
  answer: answerIn(facts.said[statementName(statement.ask)]),
})

function explainGroup(
  criterion: Extract<Criterion, { all: unknown } | { any: unknown }>,
  facts: FactSet,
  asked: Asked,
): GroupReason {
  const kind = 'all' in criterion ? 'all' : 'any'
  const parts = ('all' in criterion ? criterion.all : criterion.any).map((part) => explain(part, facts, asked))
  const truths = parts.map(({ truth }) => truth)
  return { kind, truth: kind === 'all' ? allOf(truths) : anyOf(truths), parts }
}

function explainMembers(criterion: Criterion, facts: FactSet, asked: Asked): MemberReason {
  const parts = facts.members.map((member) => explain(criterion, asMember(facts, member), asked))
  const open = !knowsMembers(facts)
  return {
    kind: 'member',
    truth: anyOf([...parts.map(({ truth }) => truth), ...(open ? ['unknown' as const] : [])]),
    parts,
    open,
  }
}

function explainFact(comparison: Comparison, facts: FactSet, asked: Asked): FactReason {
  const fact = asked.vocabulary.get(comparison.fact)
  if (!fact) return unknownFact(comparison)
  const saw = readingOf(fact, asked.vocabulary, asked.day)(facts)
  const because = fact.derived?.by === 'rule' ? explain(fact.derived.rule, facts, asked) : null
  const truth = testFor(fact, comparison)(saw)
  const lacks = truth === 'unknown' && !because ? lackingOf(fact.name, facts, asked) : []
  const turns = truth === 'not-met' && isForGood(fact, facts) ? turnsOn(comparison, saw, facts) : null
  return { kind: 'fact', truth, comparison, saw: saw ?? null, because, lacks, turns }
}

/** An indicator that its district has dropped, or a programme of another place: it stays to be found out. */
const unknownFact = (comparison: Comparison): FactReason => {
  const nothing = { saw: null, because: null, turns: null } as const
  return { kind: 'fact', truth: 'unknown', comparison, lacks: [comparison.fact], ...nothing }
}

/** The recorded facts that a fact waits for; itself where it is asked of people, or is written in another shape. */
function lackingOf(name: string, facts: FactSet, asked: Asked): readonly string[] {
  const sources = sourcesOf(name, asked).filter((source) => isUnrecorded(source, facts, asked))
  return sources.length > 0 ? sources : [name]
}

function sourcesOf(name: string, asked: Asked): readonly string[] {
  const derived = asked.vocabulary.get(name)?.derived
  const from = derived?.by === 'sum' ? derived.from : []
  return from.length === 0 ? [name] : from.flatMap((source) => sourcesOf(source, asked))
}

function isUnrecorded(name: string, facts: FactSet, { vocabulary, day }: Asked): boolean {
  const fact = vocabulary.get(name)
  const value = fact && readingOf(fact, vocabulary, day)(facts)
  return value === undefined || value === null
}

const isForGood = ({ fixed, onlyOf }: Fact, { person }: FactSet): boolean =>
  fixed === true || (onlyOf !== undefined && isOther(person['jenis_kelamin'], onlyOf))

/** PROG-6 An age comes by itself, on the birthday on which it is reached; no other fixed fact ever changes. */
function turnsOn(comparison: Comparison, saw: Json | undefined, { person }: FactSet): Day | 'never' | null {
  if (comparison.fact !== 'usia' || typeof saw !== 'number') return 'never'
  const [least, born] = [leastOf(comparison), person['tanggal_lahir']]
  if (typeof least !== 'number' || least <= saw) return 'never'
  return typeof born === 'string' ? birthday(born, least) : null
}

function leastOf(comparison: Comparison): unknown {
  if (comparison.is === 'at-least' || comparison.is === 'eq') return comparison.value
  return comparison.is === 'between' ? comparison.value[0] : null
}

// Somebody born on 29 February has no birthday in most years: they are older from 1 March on.
function birthday(born: Day, age: number): Day {
  const year = Number(born.slice(0, 4)) + age
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}${born.endsWith('-02-29') && !leap ? '-03-01' : born.slice(4)}`
}
