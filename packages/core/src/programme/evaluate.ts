import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import type { Values } from '../registry/registry.ts'
import { answerCounts, answerIn, statementName } from '../registry/statements.ts'
import { testFor } from './compare.ts'
import type { Comparison, Criterion, Statement } from './criterion.ts'
import type { Fact, Vocabulary } from './fact.ts'
import type { FactSet } from './fact-set.ts'
import { knowsMembers } from './sums.ts'
import type { Truth } from './truth.ts'
import { opposite, truthOf } from './truth.ts'

/** A rule made ready for one day: nothing of it is looked up any more while a million people are held against it. */
export type Rule = (facts: FactSet) => Truth
/** Reads a fact of somebody. */
export type Reading = (facts: FactSet) => Json | undefined

/** PROG-1, PROG-2 Makes a rule ready. A fact that the vocabulary does not know is unknown of everybody. */
export function ready(criterion: Criterion, vocabulary: Vocabulary, day: Day): Rule {
  const made = (part: Criterion) => ready(part, vocabulary, day)
  if ('all' in criterion) return every(criterion.all.map(made))
  if ('any' in criterion) return some(criterion.any.map(made))
  if ('not' in criterion) return opposed(made(criterion.not))
  if ('ask' in criterion) return stated(criterion, day)
  if ('member' in criterion) return anyMember(made(criterion.member))
  return compared(criterion, vocabulary, day)
}

/** PROG-3 What was answered to a statement of whoever is asked about; what no longer counts is unknown again. */
export function stated({ ask, months }: Statement, day: Day): Rule {
  const name = statementName(ask)
  return ({ said }) => {
    const answer = answerIn(said[name])
    return answer && answerCounts(answer, day, months) ? truthOf(answer.yes) : 'unknown'
  }
}

function compared(comparison: Comparison, vocabulary: Vocabulary, day: Day): Rule {
  const fact = vocabulary.get(comparison.fact)
  if (!fact) return () => 'unknown'
  const [read, test] = [readingOf(fact, vocabulary, day), testFor(fact, comparison)]
  return (facts) => test(read(facts))
}

/** How a fact is read: as it stands, or worked out. */
export function readingOf(fact: Fact, vocabulary: Vocabulary, day: Day): Reading {
  const { name, derived } = fact
  if (derived?.by === 'sum') return (facts) => derived.sum(facts, day)
  if (derived?.by === 'rule') return answerOf(ready(derived.rule, vocabulary, day))
  switch (fact.of) {
    case 'person':
      return fact.onlyOf ? onlyOf(fact.onlyOf, name) : ({ person }) => person[name]
    case 'family':
      return ({ family }) => family[name]
    case 'case':
      return (facts) => facts.case[name]
  }
}

// PROG-3 Nobody asks a man whether he is pregnant; what a form says all the same stays as it was said.
const onlyOf =
  (sex: string, name: string): Reading =>
  ({ person }) =>
    person[name] ?? (isOther(person['jenis_kelamin'], sex) ? false : undefined)

/** Whether it is known that somebody is of the other sex. */
export const isOther = (sex: Json | undefined, wanted: string): boolean =>
  typeof sex === 'string' && sex !== '' && sex !== wanted

function answerOf(rule: Rule): Reading {
  return (facts) => {
    const truth = rule(facts)
    return truth === 'unknown' ? undefined : truth === 'met'
  }
}

/** The same facts with a member of the family in the place of the person. */
export const asMember = (facts: FactSet, member: Values): FactSet => ({
  person: member,
  family: facts.family,
  case: facts.case,
  members: facts.members,
  said: member,
})

const opposed =
  (rule: Rule): Rule =>
  (facts) =>
    opposite(rule(facts))

// Kleene's all and any of truth.ts once more, as loops that end early and make nothing: here they run by the million.
// A property test binds the two.
function every(rules: readonly Rule[]): Rule {
  return (facts) => {
    let all: Truth = 'met'
    for (const rule of rules) {
      const truth = rule(facts)
      if (truth === 'not-met') return truth
      if (truth === 'unknown') all = truth
    }
    return all
  }
}

function some(rules: readonly Rule[]): Rule {
  return (facts) => {
    let any: Truth = 'not-met'
    for (const rule of rules) {
      const truth = rule(facts)
      if (truth === 'met') return truth
      if (truth === 'unknown') any = truth
    }
    return any
  }
}

/** PROG-4 A family of whom nobody is recorded yet may still have such a member. */
function anyMember(rule: Rule): Rule {
  return (facts) => {
    let any: Truth = knowsMembers(facts) ? 'not-met' : 'unknown'
    for (const member of facts.members) {
      const truth = rule(asMember(facts, member))
      if (truth === 'met') return truth
      if (truth === 'unknown') any = truth
    }
    return any
  }
}
