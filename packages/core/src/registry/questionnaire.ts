import type { Day } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import { askedOf } from './complete.ts'
import { groupsOf, namesIn, type ValueGroup } from './groups.ts'
import type { Holder, Values } from './registry.ts'
import { type Typed, valueOf } from './typed.ts'
import { valueFault } from './values.ts'
import type { Variable } from './variables.ts'
import { familyVariables, personVariables } from './variables.ts'

/** Who is asked: what is said of them already, on which day, and what their place asks beside. */
export interface AskedHolder {
  readonly of: Holder
  readonly said: Values
  readonly day: Day
  readonly local: readonly Variable[]
  /** Asked besides, because a programme asks for it (FIELD-22). */
  readonly also?: readonly string[]
}

/** What came of the questions so far: answers as they were typed, and questions that were passed by. */
export interface Answers {
  readonly typed: Typed
  readonly passed: readonly string[]
}

/** Answered now, passed by now, known from before, or none of these. */
export type QuestionState = 'answered' | 'passed' | 'known' | 'open'
export interface Question {
  readonly variable: Variable
  readonly state: QuestionState
}
export interface Chapter {
  readonly group: ValueGroup
  readonly questions: readonly Question[]
}

/** FIELD-1, FIELD-2 The questions that are left by what is known and what was answered, a chapter at a time. */
export function chaptersOf(holder: AskedHolder, answers: Answers): readonly Chapter[] {
  const given = answeredIn(holder, answers.typed)
  const asked = questionsOf(holder, given)
  const stateOf = ({ name }: Variable): QuestionState => {
    if (name in given) return 'answered'
    if (answers.passed.includes(name)) return 'passed'
    return name in holder.said ? 'known' : 'open'
  }
  const chapter = (group: ValueGroup, names: readonly string[]): Chapter => ({
    group,
    questions: names
      .flatMap((name) => asked.find((one) => one.name === name) ?? [])
      .map((variable) => ({ variable, state: stateOf(variable) })),
  })
  const local = asked.filter(({ from }) => from === 'local').map(({ name }) => name)
  return [...groupsOf[holder.of].map((group) => chapter(group, namesIn(group))), chapter('local', local)].filter(
    ({ questions }) => questions.length > 0,
  )
}

/** The official questions, the counts of assets and the place's own. Where a family lives the village itself says. */
const questionsOf = ({ of, said, day, local, also = [] }: AskedHolder, given: Values): readonly Variable[] =>
  askedOf(of, { ...said, ...given }, day, local).filter(
    ({ name, from }) => (from !== 'enrichment' || also.includes(name)) && name !== 'kode_kelurahan_desa',
  )

/** FIELD-4 What of the answers can be taken: in the right form, and to questions that no other answer closes. */
function answeredIn(holder: AskedHolder, typed: Typed): Values {
  let given = takenOf(holder, typed)
  for (;;) {
    const open = new Set(questionsOf(holder, given).map(({ name }) => name))
    const kept = Object.entries(given).filter(([name]) => open.has(name))
    if (kept.length === Object.keys(given).length) return given
    given = Object.fromEntries(kept)
  }
}

function takenOf({ of, local }: AskedHolder, typed: Typed): Values {
  const own = of === 'person' ? personVariables : familyVariables
  const taken = [...own, ...local].flatMap((variable): [string, Json][] => {
    const value = valueOf(variable, typed[variable.name] ?? '')
    return value === undefined || valueFault(variable, value, () => true) !== null ? [] : [[variable.name, value]]
  })
  return Object.fromEntries(taken)
}

/** FIELD-4 What goes in one command: answers that say another thing than what is known. */
export function givenBy(holder: AskedHolder, answers: Answers): Values {
  const given = Object.entries(answeredIn(holder, answers.typed))
  const isNew = ([name, value]: readonly [string, Json]): boolean =>
    !(name in holder.said) || canonical(holder.said[name]) !== canonical(value)
  return Object.fromEntries(given.filter(isNew))
}

/** How many of what is asked is known by now. */
export interface Progress {
  readonly done: number
  readonly all: number
}

export function progressOf(chapters: readonly Chapter[]): Progress {
  const states = chapters.flatMap(({ questions }) => questions.map(({ state }) => state))
  return { done: states.filter((state) => state === 'answered' || state === 'known').length, all: states.length }
}

/** FIELD-5 Where somebody goes on who was interrupted: at that question, else at the first that is open. */
export function resumeAt(chapters: readonly Chapter[], at: string): string | null {
  const all = chapters.flatMap(({ questions }) => questions)
  const there = all.find(({ variable }) => variable.name === at) ?? all.find(({ state }) => state === 'open')
  return there?.variable.name ?? null
}

/** FIELD-2 The next question, or the one before; what is known from before is passed over. None at the end. */
export function stepFrom(chapters: readonly Chapter[], at: string, way: 1 | -1): string | null {
  const all = chapters.flatMap(({ questions }) => questions)
  const here = all.findIndex(({ variable }) => variable.name === at)
  const rest = way === 1 ? all.slice(here + 1) : all.slice(0, Math.max(0, here)).toReversed()
  return rest.find(({ state }) => state !== 'known')?.variable.name ?? null
}
