import type { Instant } from '../kernel/instant.ts'
import type { Json } from '../kernel/json.ts'
import { canonical } from '../kernel/json.ts'
import { isRealDay, numberFault, numberTyped } from './identity.ts'
import type { RecordRow, Values, Way } from './registry.ts'
import type { Kind, Variable } from './variables.ts'
import { variables } from './variables.ts'

/** What somebody gives anew: only what differs from what stood there, and what that was. */
export interface Difference {
  readonly values: Values
  readonly was: Values
}

// A column has no room for "said to be none": it is empty, or it is not.
const columns: ReadonlySet<string> = new Set(variables.filter(({ column }) => column).map(({ name }) => name))

/** REGISTRY-9 What of given values is new. What was never said counts as another thing than what was said to be none. */
export function differenceOf(before: Values, given: Values): Difference {
  const isNew = (name: string): boolean =>
    name in before ? !same(before[name], given[name]) : !(columns.has(name) && given[name] === null)
  const changed = Object.keys(given).filter(isNew)
  return {
    values: pick(given, changed),
    was: pick(
      before,
      changed.filter((name) => name in before),
    ),
  }
}

/** REGISTRY-9 What a holder's values are after all of these records, over what its load brought. */
export const foldRecords = (loaded: Values, records: readonly Pick<RecordRow, 'values'>[]): Values =>
  Object.assign({}, loaded, ...records.map(({ values }) => values))

/** One step in the life of a value. */
export interface Giving {
  readonly value: Json
  /** Undefined where nobody had said anything before. */
  readonly was: Json | undefined
  readonly by: string
  readonly at: Instant
  readonly way: Way
  readonly source: string
  readonly ref: string | null
}

type Kept = Pick<RecordRow, 'values' | 'was' | 'by' | 'at' | 'way' | 'source' | 'ref'>

/** REGISTRY-9 Who gave a value, when and how, the newest first, with what stood before each. */
export const historyOf = (name: string, records: readonly Kept[]): readonly Giving[] =>
  records
    .filter(({ values }) => name in values)
    .map(({ values, was, by, at, way, source, ref }) => ({
      value: values[name] ?? null,
      was: name in was ? was[name] : undefined,
      by,
      at,
      way,
      source,
      ref,
    }))
    .toSorted((left, right) => right.at - left.at)

const same = (left: Json | undefined, right: Json | undefined): boolean => canonical(left) === canonical(right)

const pick = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

export type ValueFault = 'unknown' | 'missing' | 'shape' | 'code' | 'digits' | 'length'
export type KnowsCode = (list: string, code: string) => boolean

/**
 * REGISTRY-10 What is wrong with the form of a value: the only thing for which one is refused. Whether it is likely is
 * told by doubts, and stops nobody. Null (none, or not known) may be said of everything but a name and a village.
 */
export function valueFault(variable: Variable, value: Json, knowsCode: KnowsCode): ValueFault | null {
  if (value === null) return needed.has(variable.name) ? 'missing' : null
  if (numbers.has(variable.name)) return typeof value === 'string' ? numberFault(value) : 'shape'
  if (variable.name === 'nomor_telepon') return fits(typeof value === 'string' && phone.test(value))
  return shapes[variable.kind](value, (code) => variable.list !== undefined && knowsCode(variable.list, code))
}

/** REGISTRY-4 Numbers as their digits, however they were grouped. */
export const tidy = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      numbers.has(name) && typeof value === 'string' ? numberTyped(value) : value,
    ]),
  )

const needed: ReadonlySet<string> = new Set(['nama', 'kode_kelurahan_desa'])
const numbers: ReadonlySet<string> = new Set(['nomor_induk_kependudukan', 'nomor_kartu_keluarga'])
const phone = /^\+?[0-9 ()-]{6,20}$/
const mostText = 300
const most = { count: 9_999, quantity: 1_000_000 } as const

type Shape = (value: Json, knows: (code: string) => boolean) => ValueFault | null
const fits = (right: boolean): ValueFault | null => (right ? null : 'shape')

const shapes: Readonly<Record<Kind, Shape>> = {
  code: (value, knows) => codesFault([value], knows),
  codes: (value, knows) => codesFault(value, knows),
  count: (value) => fits(Number.isInteger(value) && within(value, most.count)),
  quantity: (value) => fits(within(value, most.quantity)),
  text: (value) => fits(typeof value === 'string' && value.trim() !== '' && value.length <= mostText),
  day: (value) => fits(typeof value === 'string' && isRealDay(value)),
  'yes-no': (value) => fits(typeof value === 'boolean'),
  point: (value) =>
    fits(Array.isArray(value) && value.length === 2 && isDegree(value[0], 90) && isDegree(value[1], 180)),
}

function codesFault(value: Json, knows: (code: string) => boolean): ValueFault | null {
  if (!Array.isArray(value) || new Set(value).size !== value.length) return 'shape'
  if (!value.every((code): code is string => typeof code === 'string')) return 'shape'
  return value.every(knows) ? null : 'code'
}

const within = (value: Json, top: number): boolean => typeof value === 'number' && value >= 0 && value <= top
const isDegree = (value: unknown, top: number): boolean => typeof value === 'number' && Math.abs(value) <= top
