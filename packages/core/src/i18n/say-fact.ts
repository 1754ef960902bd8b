import { sectorNames, sectors } from '../lists/sectors.ts'
import type { Comparison, Scalar } from '../programme/criterion.ts'
import { valuesOf } from '../programme/criterion.ts'
import type { Fact, Vocabulary } from '../programme/fact.ts'
import { takenBy } from '../programme/place-facts.ts'
import { vocabulary as everywhere } from '../programme/vocabulary.ts'
import { isMessageKey } from './known-key.ts'
import type { Lang } from './translate.ts'
import { sayIn } from './translate.ts'
import { sayDate } from './when.ts'

/** How somebody is told of rules: their language, what codes are called where they are, and who the members are. */
export interface Telling {
  readonly lang: Lang
  readonly codeName: (list: string, code: string) => string
  readonly members: readonly string[]
  /** With the facts of a place, where its rules ask about them. */
  readonly vocabulary?: Vocabulary
}
type Naming = Pick<Telling, 'lang' | 'vocabulary'>

const factIn = (name: string, { vocabulary = everywhere }: Naming): Fact | undefined => vocabulary.get(name)

/** What a fact is called. */
export function sayFact(name: string, naming: Naming): string {
  const t = sayIn(naming.lang)
  const [key] = [`fact.${name}`, `variable.${name}`].filter(isMessageKey)
  if (key) return t(key)
  const own = factIn(name, naming)?.names?.[naming.lang]
  if (own === undefined) return everywhere.has(name) ? name : t('fact.gone', { name })
  return takenBy(name) === null ? own : t('fact.program', { name: own })
}

/** "Desil 4 ke bawah", "Umur 0 sampai 6 tahun", "Jenis kloset: leher angsa", "Tidak sedang menerima PKH". */
export function sayComparison(comparison: Comparison, telling: Telling): string {
  const t = sayIn(telling.lang)
  const fact = sayFact(comparison.fact, telling)
  const value = (one: Scalar): string => sayValue(comparison.fact, one, telling)
  const day = factIn(comparison.fact, telling)?.kind === 'day'
  switch (comparison.is) {
    case 'known':
      return t('rule.known', { fact })
    case 'between':
      return t('rule.between', { fact, from: bare(comparison, telling), to: value(comparison.value[1]) })
    case 'at-least':
      return t(day ? 'rule.since' : 'rule.at-least', { fact, value: value(comparison.value) })
    case 'at-most':
      return t(day ? 'rule.until' : 'rule.at-most', { fact, value: value(comparison.value) })
    default:
      return sayTaken(comparison, telling) ?? sayChoice(comparison, telling)
  }
}

// Of a range the unit is said once.
const bare = ({ fact, value }: Extract<Comparison, { is: 'between' }>, telling: Telling): string =>
  typeof value[0] === 'number' ? sayNumber(value[0], telling) : sayValue(fact, value[0], telling)

function sayChoice(comparison: Extract<Comparison, { is: 'eq' | 'in' }>, telling: Telling): string {
  const t = sayIn(telling.lang)
  const name = sayFact(comparison.fact, telling)
  const [first] = valuesOf(comparison)
  if (first === true) return name
  if (first === false) return sayNo(comparison.fact, telling)
  const value = valuesOf(comparison)
    .map((one) => sayValue(comparison.fact, one, telling))
    .join('; ')
  return t(typeof first === 'number' ? 'rule.exactly' : 'rule.is', { fact: name, value })
}

// "Rumah belum layak huni" rather than "Rumah layak huni: tidak", where people say so.
function sayNo(name: string, telling: Telling): string {
  const t = sayIn(telling.lang)
  const key = `fact.no.${name}`
  return isMessageKey(key) ? t(key) : t('rule.is', { fact: sayFact(name, telling), value: t('rule.no') })
}

/** What somebody has of a programme is said as a sentence; null for every other fact. */
function sayTaken(comparison: Extract<Comparison, { is: 'eq' | 'in' }>, telling: Telling): string | null {
  const key = takenBy(comparison.fact)
  if (key === null) return null
  const t = sayIn(telling.lang)
  const name = factIn(comparison.fact, telling)?.names?.[telling.lang] ?? key
  const asked = valuesOf(comparison)
  if (asked.length === 2 && !asked.includes('receives')) return t('taken.not', { name })
  const said = asked.map((one) => `taken.${one}`).filter(isMessageKey)
  return said.map((one) => t(one, { name })).join(t('taken.or'))
}

/** A value as it is said: yes, a day, a code by its name, an amount. */
export function sayValue(name: string, value: unknown, telling: Telling): string {
  const t = sayIn(telling.lang)
  if (typeof value === 'boolean') return t(value ? 'rule.yes' : 'rule.no')
  if (typeof value === 'number') return sayAmount(name, value, telling)
  if (Array.isArray(value))
    return value.length === 0 ? '-' : value.map((one) => sayValue(name, one, telling)).join(', ')
  if (typeof value !== 'string') return t('rule.unseen')
  const fact = factIn(name, telling)
  return fact?.kind === 'day' ? sayDayOf(value, telling.lang) : codeOf(fact, value, telling)
}

const sayNumber = (value: number, { lang }: Naming): string => new Intl.NumberFormat(lang).format(value)

const sayAmount = (name: string, value: number, telling: Telling): string => {
  const n = sayNumber(value, telling)
  return name === 'usia' ? sayIn(telling.lang)('rule.years', { n }) : n
}

function codeOf(fact: Fact | undefined, code: string, { lang, codeName }: Telling): string {
  const name = fact?.name ?? ''
  const sector = name === 'bidang_kasus' ? sectors.find((one) => one === code) : undefined
  if (sector) return sectorNames[sector][lang === 'id' ? 0 : 1]
  const key = keysOf(name, code).find(isMessageKey)
  if (key) return sayIn(lang)(key)
  return fact?.list ? codeName(fact.list, code) : code
}

/** The texts that may say a code. */
const keysOf = (name: string, code: string): readonly string[] => [
  `fact.${name}.${code}`,
  ...(takenBy(name) === null ? [] : [`taking.${code}`]),
  ...(name === 'jenis_kasus' ? [`kind.${code}`] : []),
]

/** A day as people write it. It is the same in every zone; the moment that stands for it is within it in all of Indonesia's. */
export const sayDayOf = (day: string, lang: Lang): string => sayDate(Date.parse(day), 'Asia/Jakarta', lang)
