import type { Json } from '../kernel/json.ts'
import { numberFault } from './identity.ts'
import type { Values } from './registry.ts'
import { valueFault } from './values.ts'
import type { Variable } from './variables.ts'

/** A group of values as its form holds it: text only, so that a draft of it can be kept and read back. */
export type Typed = Readonly<Record<string, string>>

/** Said to be none, or not known: another thing than a question that nobody answered. */
export const saidNone = '-'
const between = ' '
const hidden: ReadonlySet<string> = new Set(['nomor_induk_kependudukan', 'nomor_kartu_keluarga', 'nomor_telepon'])

/** Whether a value is shown masked: its form begins empty, and what stays empty stays as it is. */
export const isHidden = (name: string): boolean => hidden.has(name)

/** What the fields of a form begin with. */
export const typedOf = (variables: readonly Variable[], said: Values): Typed =>
  Object.fromEntries(
    variables.map((variable) => [variable.name, isHidden(variable.name) ? '' : textOf(variable, said)]),
  )

function textOf({ name, kind }: Variable, said: Values): string {
  const value = said[name]
  if (value === undefined) return ''
  // Fields that are typed into show an unknown as an empty field; chosen ones have a choice for it.
  if (value === null) return isChosen(kind) ? saidNone : ''
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  if (Array.isArray(value)) return value.length === 0 ? saidNone : value.join(kind === 'point' ? ', ' : between)
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value)
}

const isChosen = (kind: Variable['kind']): boolean => kind === 'code' || kind === 'yes-no'

/** What was typed as a value; undefined where nothing was, or nothing that could be one. */
export function valueOf({ kind }: Variable, typed: string): Json | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  if (text === saidNone) return kind === 'codes' ? [] : null
  if (kind === 'yes-no') return text === 'ya'
  if (kind === 'codes') return text.split(between)
  if (kind === 'count' || kind === 'quantity') return numberOf(text)
  if (kind === 'point') return text.split(/[,;]\s*/).map(Number)
  return text
}

/** A number as people here write it: 1.500 and 2,5. */
function numberOf(text: string): number {
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : text
  return Number(plain.replace(',', '.'))
}

/** What of a form is new: the values to be sent. What was said and is empty now is said to be unknown. */
export function givenIn(variables: readonly Variable[], before: Typed, typed: Typed): Values {
  const changed = variables.filter(({ name }) => (typed[name] ?? '').trim() !== (before[name] ?? ''))
  return Object.fromEntries(
    changed.map((variable) => [variable.name, valueOf(variable, typed[variable.name] ?? '') ?? null]),
  )
}

export type Fault = 'family.edit.wrong' | 'family.edit.digits' | 'family.new.name.missing'

/** What is wrong with what was typed, by its form alone. */
export function faultsIn(variables: readonly Variable[], before: Typed, typed: Typed): Readonly<Record<string, Fault>> {
  const given = givenIn(variables, before, typed)
  const found = variables.flatMap((variable): [string, Fault][] => {
    const value = given[variable.name]
    if (value === undefined || valueFault(variable, value, () => true) === null) return []
    return [[variable.name, faultOf(variable.name, value)]]
  })
  return Object.fromEntries(found)
}

function faultOf(name: string, value: Json): Fault {
  if (value === null) return 'family.new.name.missing'
  const isNumber = name.startsWith('nomor_') && typeof value === 'string' && numberFault(value) !== null
  return isNumber && name !== 'nomor_telepon' ? 'family.edit.digits' : 'family.edit.wrong'
}
