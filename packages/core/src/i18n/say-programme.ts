import type { Json } from '../kernel/json.ts'
import type { Criterion, Statement } from '../programme/criterion.ts'
import { valuesOf } from '../programme/criterion.ts'
import type { FactReason, GroupReason, Reason, StatementReason } from '../programme/explain.ts'
import type { Missing, Turn } from '../programme/pending.ts'
import type { Room } from '../programme/room.ts'
import type { Truth } from '../programme/truth.ts'
import { sayNumber } from './amount.ts'
import type { Telling } from './say-fact.ts'
import { sayComparison, sayDayOf, sayFact, sayValue } from './say-fact.ts'
import type { Lang } from './translate.ts'
import { sayIn } from './translate.ts'

/** A rule in words, part by part as it is built; with the answer of each part, where it was held against somebody. */
export interface Said {
  readonly text: string
  readonly truth: Truth | null
  /** What was seen, or the rule of law. */
  readonly detail: string
  readonly parts: readonly Said[]
}

/** PROG-15 A rule as people say it. */
export function sayRule(rule: Criterion, telling: Telling): Said {
  const said = (text: string, parts: readonly Criterion[], base = ''): Said => ({
    text,
    truth: null,
    detail: base,
    parts: parts.map((part) => sayRule(part, telling)),
  })
  const t = sayIn(telling.lang)
  if ('all' in rule) return said(t('rule.all'), rule.all)
  if ('any' in rule) return said(t('rule.any'), rule.any)
  if ('not' in rule) return said(t('rule.not'), [rule.not])
  if ('member' in rule) return said(t('rule.member'), [rule.member])
  return 'ask' in rule ? said(sayAsk(rule, telling), [], rule.base) : said(sayComparison(rule, telling), [], rule.base)
}

const sayAsk = ({ ask, months }: Statement, { lang }: Telling): string =>
  months === undefined ? ask : sayIn(lang)('rule.ask.months', { ask, months })

/** PROG-15 Why a rule came out as it did, in the same shape, with what was seen at each place. */
export function sayReason(reason: Reason, telling: Telling): Said {
  const t = sayIn(telling.lang)
  switch (reason.kind) {
    case 'fact':
      return {
        text: sayComparison(reason.comparison, telling),
        truth: reason.truth,
        detail: sayGiven(reason, telling),
        parts: becauseOf(reason, telling),
      }
    case 'ask':
      return { text: reason.statement.ask, truth: reason.truth, detail: sayAnswer(reason, telling), parts: [] }
    case 'not':
      return { text: t('rule.not'), truth: reason.truth, detail: '', parts: [sayReason(reason.part, telling)] }
    case 'member':
      return {
        text: t('rule.member'),
        truth: reason.truth,
        detail: reason.open ? t('rule.nobody') : '',
        parts: ofMembers(reason.parts, reason.truth, telling),
      }
    default:
      return sayGroup(reason, telling)
  }
}

/** PROG-21 What was answered, as of which day; and that it has to be asked again, where that is too long ago. */
export function sayAnswer(
  { truth, answer }: Pick<StatementReason, 'truth' | 'answer'>,
  { lang }: Pick<Telling, 'lang'>,
): string {
  const t = sayIn(lang)
  if (!answer) return t('rule.unsaid')
  const said = { answer: t(answer.yes ? 'rule.yes' : 'rule.no'), day: sayDayOf(answer.on, lang) }
  return t(truth === 'unknown' ? 'rule.said.old' : 'rule.said', said)
}

/** A group says itself where there is more than one part to tell; one that decides alone stands for all. */
function sayGroup(reason: GroupReason, telling: Telling): Said {
  const parts = deciding(reason)
  const [only] = parts
  if (only && parts.length === 1) return sayReason(only, telling)
  const text = sayIn(telling.lang)(`rule.${reason.kind}`)
  return { text, truth: reason.truth, detail: '', parts: parts.map((part) => sayReason(part, telling)) }
}

// What a datum is worked out from is told once it decides; until then it stands among what is missing.
function becauseOf({ because, truth }: FactReason, telling: Telling): readonly Said[] {
  const texts = because && truth !== 'unknown' ? [...seenIn(because, telling)] : []
  return [...new Set(texts)].map((text) => ({ text, truth: null, detail: '', parts: [] }))
}

/** The recorded data that decided, as they stand: "Atap terluas: Jerami". */
function* seenIn(reason: Reason, telling: Telling): Generator<string> {
  switch (reason.kind) {
    case 'fact':
      if (reason.because) yield* seenIn(reason.because, telling)
      else if (reason.saw !== null) yield saySaw(reason.comparison.fact, reason.saw, telling)
      return
    case 'not':
      yield* seenIn(reason.part, telling)
      return
    case 'ask':
      return
    case 'member':
      for (const part of reason.parts) yield* seenIn(part, telling)
      return
    default:
      for (const part of deciding(reason)) yield* seenIn(part, telling)
  }
}

const saySaw = (name: string, saw: Json, telling: Telling): string =>
  typeof saw === 'boolean'
    ? sayComparison({ fact: name, is: 'eq', value: saw }, telling)
    : sayIn(telling.lang)('rule.is', { fact: sayFact(name, telling), value: sayValue(name, saw, telling) })

// Where one part decides, the others are nothing to anybody.
function deciding({ kind, truth, parts }: GroupReason): readonly Reason[] {
  return truth === (kind === 'any' ? 'met' : 'not-met') ? parts.filter((part) => part.truth === truth) : parts
}

// One who fulfils it is enough; nobody reads why the others do not.
function ofMembers(parts: readonly Reason[], truth: Truth, telling: Telling): readonly Said[] {
  return parts.flatMap((part, nth) => {
    const said: Said = {
      text: telling.members[nth] ?? '',
      truth: part.truth,
      detail: '',
      parts: [sayReason(part, telling)],
    }
    return truth === 'met' && part.truth !== 'met' ? [] : [said]
  })
}

function sayGiven(reason: FactReason, telling: Telling): string {
  const { comparison, saw, because, truth } = reason
  const t = sayIn(telling.lang)
  if (saw === null) return t(because ? 'rule.uncounted' : 'rule.unseen')
  if (typeof saw === 'boolean')
    return truth === 'met' ? '' : t('rule.saw', { value: saySeen(comparison.fact, saw, telling) })
  if (truth === 'met' && isSaid(reason)) return ''
  const value = sayValue(comparison.fact, saw, telling)
  return t(comparison.fact === 'usia' ? 'rule.saw.age' : 'rule.saw', { value })
}

// What was seen is what the rule says in so many words.
const isSaid = ({ comparison, saw }: FactReason): boolean => {
  const values = valuesOf(comparison)
  return (comparison.is === 'eq' || comparison.is === 'in') && values.length === 1 && values[0] === saw
}

const saySeen = (fact: string, value: boolean, telling: Telling): string => {
  const said = sayComparison({ fact, is: 'eq', value }, telling)
  return said.slice(0, 1).toLowerCase() + said.slice(1)
}

/** PROG-15 What is missing, each as somebody would ask for it. */
export function sayMissing(missing: Missing, telling: Telling): string {
  const t = sayIn(telling.lang)
  if (missing.kind === 'members') return t('match.members')
  return ofMember(missing.kind === 'ask' ? missing.ask : sayFact(missing.fact, telling), missing.member, telling)
}

function ofMember(fact: string, member: number | null, telling: Telling): string {
  const name = member === null ? undefined : telling.members[member]
  return name === undefined ? fact : sayIn(telling.lang)('match.of', { fact, name })
}

/** PROG-15 What would change a no, in the shape in which it would have to: all of these, or one of those. */
export function sayTurn(turn: Turn, telling: Telling): Said {
  const t = sayIn(telling.lang)
  const plain = (text: string): Said => ({ text, truth: null, detail: '', parts: [] })
  switch (turn.kind) {
    case 'members':
      return plain(t('match.members'))
    case 'ask':
      return plain(sayAskTurn(turn, telling))
    case 'fact':
      return plain(sayFactTurn(turn, telling))
    default:
      return { ...plain(t(`rule.${turn.kind}`)), parts: turn.parts.map((part) => sayTurn(part, telling)) }
  }
}

function sayAskTurn({ ask, to, member }: Extract<Turn, { kind: 'ask' }>, telling: Telling): string {
  const rule = ofMember(ask, member, telling)
  return to ? rule : sayIn(telling.lang)('match.not', { rule })
}

function sayFactTurn({ reason, to, member }: Extract<Turn, { kind: 'fact' }>, telling: Telling): string {
  const t = sayIn(telling.lang)
  const own = ofMember(sayComparison(reason.comparison, telling), member, telling)
  const rule = to ? own : t('match.not', { rule: own })
  if (reason.turns === 'never') return t('match.never', { rule })
  if (reason.turns !== null) return t('match.from', { rule, day: sayDayOf(reason.turns, telling.lang) })
  return reason.saw === null
    ? rule
    : t('match.now', { rule, value: sayValue(reason.comparison.fact, reason.saw, telling) })
}

/** MATCH-7 How much of a programme is left where somebody lives, and how many wait for it already. */
export function sayRoom({ full, left, waiting }: Room, lang: Lang): string {
  const t = sayIn(lang)
  if (!full) return t('match.room', { n: sayNumber(left, lang) })
  return waiting === 0 ? t('match.full') : t('match.full.waiting', { n: sayNumber(waiting, lang) })
}
