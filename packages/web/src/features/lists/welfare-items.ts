import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import { cellLimitList, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import { type PsksField, psksFieldKinds, psksKindList } from '@openslrt/core/psks/kinds.ts'

/** The lists by which PPKS and PSKS are sorted and counted: of the nation. */
const welfareLists = [ppksTypeList, psksKindList, cellLimitList] as const
export type WelfareList = (typeof welfareLists)[number]
export const isWelfare = (list: string): list is WelfareList => welfareLists.some((one) => one === list)

export const mostNumber = 99
export const mostCells = 50
/** Below two a limit withholds nothing. */
const leastCells = 2

/** What the form of such an item holds, as text. */
export interface WelfareValues {
  readonly number: string
  readonly restricted: string
  readonly who: string
  /** The fields of a kind of PSKS, as JSON. */
  readonly fields: string
  readonly amount: string
  readonly basis: string
}

export type WelfareField = { readonly [Part in keyof PsksField]: string }

const part = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined

/** The form of an item as it stands. */
export function welfareValues(data: unknown): Pick<WelfareValues, 'number' | 'who' | 'fields'> {
  const [number, who] = [part(data, 'number'), part(data, 'who')]
  return {
    number: typeof number === 'number' ? String(number) : '',
    who: typeof who === 'string' ? who : '',
    fields: JSON.stringify(part(data, 'fields') ?? []),
  }
}

/** The fields that a form holds, read back. */
export function fieldsIn({ fields }: Pick<WelfareValues, 'fields'>): readonly WelfareField[] {
  const read: unknown = fields === '' ? [] : JSON.parse(fields)
  return (Array.isArray(read) ? read : []).map((one: unknown) => ({
    code: wordIn(one, 'code'),
    kind: wordIn(one, 'kind'),
    id: wordIn(one, 'id'),
    en: wordIn(one, 'en'),
  }))
}

const wordIn = (from: unknown, name: string): string => {
  const said = part(from, name)
  return typeof said === 'string' ? said : ''
}

const isBetween = (text: string, least: number, most: number): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most

/** What is wrong, as far as this page can tell. */
export function welfareFaults(
  list: WelfareList,
  values: WelfareValues,
): Partial<Record<'number' | 'who' | 'fields' | 'amount', MessageKey>> {
  if (list === cellLimitList)
    return isBetween(values.amount, leastCells, mostCells) ? {} : { amount: 'lists.form.least.wrong' }
  return {
    ...(!isBetween(values.number, 1, mostNumber) && { number: 'lists.form.number' as const }),
    ...(list === psksKindList && kindFaults(values)),
  }
}

const kindFaults = (values: WelfareValues): Partial<Record<'who' | 'fields', MessageKey>> => ({
  ...(values.who === '' && { who: 'lists.form.who.missing' }),
  ...(!areFields(fieldsIn(values)) && { fields: 'lists.form.fields.wrong' }),
})

const areFields = (fields: readonly WelfareField[]): boolean =>
  fields.every(({ id, en, code, kind }) => {
    const isNamed = [id, en].every((name) => name.trim() !== '' && name.length <= 80 && !/[|=]/.test(name))
    return isNamed && /^[a-z][a-z-]{0,39}$/.test(code) && psksFieldKinds.some((one) => one === kind)
  }) && new Set(fields.map(({ code }) => code)).size === fields.length

/** What the command carries of it. */
export function welfareData(list: WelfareList, values: WelfareValues): object {
  const { number, restricted, who, amount, basis } = values
  if (list === cellLimitList) return { least: Number(amount), basis }
  if (list === ppksTypeList) return { number: Number(number), restricted: restricted === '' ? null : restricted }
  return { number: Number(number), who, fields: fieldsIn(values) }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** A code for a field that is added: what is answered stands under it, so it is never one that is taken. */
export const freshCode = (taken: readonly string[]): string =>
  letters.map((letter) => `isian-${letter}`).find((code) => !taken.includes(code)) ?? 'isian'
