import type { Say } from '@openslrt/core/i18n/translate.ts'
import { isAged, usualRules } from '@openslrt/core/surge/order.ts'
import type { TriageClass, TriageRule } from '@openslrt/core/surge/surge.ts'
import { triageClasses } from '@openslrt/core/surge/surge.ts'
import type { Errors } from '../../platform/act/use-form.ts'

/** A class in its place, with its years as they are typed; the others always come last and stand in no row. */
export interface OrderRow {
  readonly class: TriageClass
  readonly years: string
}
export interface OrderValues {
  readonly rows: readonly OrderRow[]
  readonly from: string
  readonly basis: string
}

export const orderRows = (rules: readonly TriageRule[]): readonly OrderRow[] =>
  rules
    .filter((rule) => rule.class !== 'other')
    .map((rule) => ({ class: rule.class, years: rule.years === null ? '' : String(rule.years) }))

/** A row in the place of its neighbour; what has none stays. */
export function movedBy(rows: readonly OrderRow[], at: number, by: -1 | 1): readonly OrderRow[] {
  const [one, other] = [rows[at], rows[at + by]]
  return one && other ? rows.with(at, other).with(at + by, one) : rows
}

/** Classes that stand in no row yet. */
export const leftOf = (rows: readonly OrderRow[]): readonly TriageClass[] =>
  triageClasses.filter((one) => one !== 'other' && rows.every((row) => row.class !== one))

/** The usual ages, where a class takes one. */
export const rowFor = (of: TriageClass): OrderRow =>
  orderRows(usualRules).find((row) => row.class === of) ?? { class: of, years: '' }

/** What is wrong with an order. */
export function orderFaults({ rows, from }: OrderValues, t: Say): Errors<OrderValues> {
  const fits = rows.length > 0 && rows.every((row) => !isAged(row.class) || isYears(row.years))
  return {
    ...(fits ? {} : { rows: t('surge.order.missing') }),
    ...(from === '' ? { from: t('surge.form.day.missing') } : {}),
  }
}
const isYears = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text.trim()) && Number(text) <= 120

/** What goes out: the rows as rules, and everybody else after them. */
export const rulesSent = (rows: readonly OrderRow[]): TriageRule[] => [
  ...rows.map((row) => ({ class: row.class, years: isAged(row.class) ? Number(row.years) : null })),
  { class: 'other', years: null },
]
