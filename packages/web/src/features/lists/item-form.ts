import { type CaseKind, caseKinds } from '@openslrt/core/case/case.ts'
import { usualShares } from '@openslrt/core/case/policy.ts'
import { code as listCode } from '@openslrt/core/contract/case.ts'
import type { ItemLine } from '@openslrt/core/contract/list-queries.ts'
import { itemWords } from '@openslrt/core/contract/lists.ts'
import type { MessageKey } from '@openslrt/core/i18n/id.ts'
import type { EditableList } from '@openslrt/core/lists/list-law.ts'
import { zonedCode } from '@openslrt/core/lists/zones.ts'
import { type OfficeLevel, officeLevels } from '@openslrt/core/office/office.ts'
import { cellLimitList, ppksTypeList } from '@openslrt/core/ppks/types.ts'
import { psksKindList } from '@openslrt/core/psks/kinds.ts'
import { indicatorList } from '@openslrt/core/registry/indicators.ts'
import { isWelfare, mostCells, mostNumber, welfareData, welfareFaults, welfareValues } from './welfare-items.ts'

/** An item as its form holds it: text only, so that a draft of it can be kept and read back. */
export type ItemValues = {
  readonly [Field in
    | 'id'
    | 'en'
    | 'code'
    | 'from'
    | 'sector'
    | 'kinds'
    | 'total'
    | 'basis'
    | 'restricted'
    | 'zone'
    | 'take'
    | 'decide'
    | 'rises'
    | 'amount'
    | 'of'
    | 'kind'
    | 'why'
    | 'number'
    | 'who'
    | 'fields']: string
} & { readonly [Level in OfficeLevel as `hop-${Level}`]: string }

const part = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? new Map<string, unknown>(Object.entries(data)).get(name) : undefined
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** The form of an item as it stands today, or of a new one. */
export function valuesOf(item: ItemLine | null, today: string): ItemValues {
  const data = item?.data
  const kinds = part(data, 'kinds')
  const hop = (level: OfficeLevel): string => textOf(part(part(data, 'hopDays'), level))
  return {
    id: item?.names.id ?? '',
    en: item?.names.en ?? '',
    code: item?.code ?? '',
    from: today,
    sector: textOf(part(data, 'sector')),
    kinds: Array.isArray(kinds) ? kinds.join(' ') : caseKinds.join(' '),
    total: textOf(part(data, 'totalDays')),
    ...stepsOf(data),
    basis: textOf(part(data, 'basis')),
    restricted: textOf(part(data, 'restricted')),
    zone: textOf(part(data, 'zone')),
    of: textOf(part(data, 'of')),
    kind: textOf(part(data, 'kind')),
    why: textOf(part(data, 'why')),
    amount: textOf(part(data, 'days') ?? part(data, 'years') ?? part(data, 'maxDesil') ?? part(data, 'least')),
    ...welfareValues(data),
    'hop-village': hop('village'),
    'hop-subdistrict': hop('subdistrict'),
    'hop-district': hop('district'),
    'hop-province': hop('province'),
    'hop-nation': hop('nation'),
  }
}

const stepsOf = (data: unknown): Pick<ItemValues, 'take' | 'decide' | 'rises'> => ({
  take: textOf(part(data, 'takePercent') ?? usualShares.take),
  decide: textOf(part(data, 'decidePercent') ?? usualShares.decide),
  rises: part(data, 'rises') === false ? 'no' : 'yes',
})

/** What is as usual is not said: what is usual may change for all who said nothing of their own. */
function stepData({ take, decide, rises }: ItemValues): object {
  const own = Number(take) !== usualShares.take || Number(decide) !== usualShares.decide
  return {
    ...(own ? { takePercent: Number(take), decidePercent: Number(decide) } : {}),
    ...(rises === 'no' ? { rises: false } : {}),
  }
}

/** The most that an amount of a list may be: days of a window, years of keeping, a desil. */
export const mostOf = (list: EditableList): number => mosts[list] ?? 365
const mosts: Readonly<Partial<Record<EditableList, number>>> = {
  retention: 100,
  'letter-purpose': 10,
  [cellLimitList]: mostCells,
  [ppksTypeList]: mostNumber,
  [psksKindList]: mostNumber,
}

export const kindsOf = ({ kinds }: ItemValues): readonly CaseKind[] => caseKinds.filter((kind) => kinds.includes(kind))

/** What is wrong, as far as this page can tell; the rest is the law's to say. */
export function itemFaults(
  list: EditableList,
  values: ItemValues,
  today: string,
): Partial<Record<keyof ItemValues, MessageKey>> {
  return {
    ...(values.id.trim() === '' && { id: 'lists.form.name.missing' }),
    ...(values.en.trim() === '' && { en: 'lists.form.name.missing' }),
    ...codeFaults(list, values),
    ...(values.from < today && { from: 'lists.form.from.missing' }),
    ...dataFaults(list, values),
  }
}

function codeFaults(list: EditableList, values: ItemValues): { readonly code?: MessageKey } {
  const code = codeOf(values)
  if (list === 'zone') return zonedCode.test(code) ? {} : { code: 'lists.form.code.place' }
  // Codes of windows and years are the law's own: the form never asks for them. A missing name is told by itself.
  const isAsked = list !== 'window' && list !== 'retention' && (values.code + values.id).trim() !== ''
  return !isAsked || isCode(code) ? {} : { code: 'lists.form.code.wrong' }
}

function dataFaults(list: EditableList, values: ItemValues): Partial<Record<keyof ItemValues, MessageKey>> {
  const kinds = kindsOf(values).length === 0 && { kinds: 'lists.form.kinds.missing' as const }
  if (list === 'outcome') return { ...kinds }
  if (list === 'window' || list === 'retention' || list === 'letter-purpose') return amountFaults(list, values)
  if (list === indicatorList) return indicatorFaults(values)
  if (isWelfare(list)) return welfareFaults(list, values)
  if (list === 'category') return { ...kinds, ...categoryFaults(values) }
  return list === 'zone' && values.zone === '' ? { zone: 'lists.form.zone.missing' } : {}
}

function amountFaults(list: EditableList, { code, amount }: ItemValues): { readonly amount?: MessageKey } {
  const isOff = list === 'window' && code === 'reviewDays' && amount === '0'
  const isLeftOut = isOff || (list === 'letter-purpose' && amount === '')
  return isLeftOut || isUpTo(amount, mostOf(list)) ? {} : { amount: 'lists.form.number' }
}

const indicatorFaults = ({ of, kind }: ItemValues): Partial<Record<keyof ItemValues, MessageKey>> => ({
  ...(of === '' && { of: 'lists.form.of.missing' }),
  ...(kind === '' && { kind: 'lists.form.kind.missing' }),
})

function categoryFaults(values: ItemValues): Partial<Record<keyof ItemValues, MessageKey>> {
  const hopsFit = officeLevels.every((level) => isUpTo(values[`hop-${level}`], Number(values.total)))
  return {
    ...(values.sector === '' && { sector: 'lists.form.sector.missing' }),
    ...(!isUpTo(values.total, 365) && { total: 'lists.form.number' }),
    ...(!sharesFit(values) && { take: 'lists.form.shares.missing' }),
    ...(!hopsFit && { 'hop-village': 'lists.form.hops.missing' }),
  }
}

/** Something must be left for the work itself. */
const sharesFit = ({ take, decide }: ItemValues): boolean =>
  [take, decide].every((text) => isUpTo(text, 80) && Number(text) >= 5) && Number(take) + Number(decide) <= 90

/** What the command carries; null where the wire would not take it. */
export function itemData(list: EditableList, values: ItemValues) {
  const { id, en, from } = values
  const code = codeOf(values)
  const read = itemWords.safeParse({ list, code, names: { id, en }, from, data: dataOf(list, values) })
  return read.success ? read.data : null
}

function dataOf(list: EditableList, values: ItemValues): object {
  const { sector, basis, restricted, amount, total, zone } = values
  if (isWelfare(list)) return welfareData(list, values)
  const kinds = kindsOf(values)
  switch (list) {
    case 'category': {
      const hopDays = Object.fromEntries(officeLevels.map((level) => [level, Number(values[`hop-${level}`])]))
      return {
        sector,
        kinds,
        hopDays,
        totalDays: Number(total),
        ...stepData(values),
        basis,
        restricted: restricted === '' ? null : restricted,
      }
    }
    case 'outcome':
      return kinds.length === caseKinds.length ? {} : { kinds }
    case 'window':
      return { days: Number(amount), basis }
    case 'retention':
      return { years: Number(amount), basis }
    case 'letter-purpose':
      return { maxDesil: amount === '' ? null : Number(amount), basis }
    case 'zone':
      return { zone, basis }
    case indicatorList:
      return { of: values.of, kind: values.kind, why: values.why.trim() }
    default:
      return {}
  }
}

const codeOf = ({ code, id }: ItemValues): string => code.trim() || codeFrom(id)

/** A code made from a name: small letters and digits, parted by hyphens. */
export const codeFrom = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')

const isCode = (text: string): boolean => listCode.safeParse(text).success
const isUpTo = (text: string, most: number): boolean =>
  /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most
