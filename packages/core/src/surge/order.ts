import { z } from 'zod'
import { lineText } from '../contract/case.ts'
import type { ShippedItem } from '../lists/item.ts'
import { itemsOf } from '../lists/item.ts'
import type { TriageClass, TriageRule } from './surge.ts'
import { triageRule } from './surge.ts'

/** The list of who comes first: dated data of each place, like every list. An event keeps the order that it began with. */
export const orderList = 'surge-order'
/** The one item that it needs. */
export const usualOrder = 'usual'

/** Classes that are told by age: from so many years on, or under so many. */
export const agedClasses = ['elderly', 'child'] as const
export const isAged = (of: TriageClass): boolean => agedClasses.some((aged) => aged === of)

/** SURGE-1, SURGE-14 Each class once, ages with their years and nothing else with any, and the others last. */
export function areRules(rules: readonly TriageRule[]): boolean {
  const once = new Set(rules.map((rule) => rule.class)).size === rules.length
  const aged = rules.every((rule) => isAged(rule.class) === (rule.years !== null))
  const other = rules.findIndex((rule) => rule.class === 'other')
  return once && aged && (other === -1 || other === rules.length - 1)
}

/** SURGE-14 Who comes first, and what says so. */
export const orderData = z.strictObject({
  rules: z.array(triageRule).min(1).max(7).refine(areRules),
  basis: lineText(300),
})

/** What holds where the list says nothing that can be read: emergencies, the chronically ill, the old, and then the others. */
export const usualRules: readonly TriageRule[] = [
  { class: 'emergency', years: null },
  { class: 'chronic', years: null },
  { class: 'elderly', years: 60 },
  { class: 'pregnant', years: null },
  { class: 'disabled', years: null },
  { class: 'child', years: 5 },
  { class: 'other', years: null },
]

/** The order that a new installation holds. */
export const shippedOrder: readonly ShippedItem[] = itemsOf(orderList, [
  [usualOrder, 'Urutan pelayanan warga terdampak', 'Who comes first among affected people'],
]).map((item) => ({
  ...item,
  data: {
    rules: usualRules.map((rule) => ({ ...rule })),
    basis: 'Usulan; daerah menetapkan menurut peristiwanya. Lanjut usia: 60 tahun ke atas (UU 13/1998)',
  },
}))
