import type { Day } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'

/** What people call a list item, in both languages. Data, not message keys: an office may add items of its own. */
export type Names = { readonly id: string; readonly en: string }

/** One item of a list as a new installation holds it, in force from a day until another. */
export interface ShippedItem {
  readonly list: string
  readonly code: string
  readonly names: Names
  readonly data: JsonObject
  readonly from: Day
  readonly until: Day | null
}

/** SLRT itself began in 2016; nothing that this system records is older. */
export const sinceTheStart = { from: '2016-01-01', until: null } as const

/** An item's row, written short: code, Indonesian, English. */
export type Line = readonly [code: string, id: string, en: string]

/** The items of a list whose codes carry nothing but their names. */
export const itemsOf = (list: string, lines: readonly Line[]): readonly ShippedItem[] =>
  lines.map(([code, id, en]) => ({ list, code, names: { id, en }, data: {}, ...sinceTheStart }))
