import type { Hours } from '../kernel/calendar.ts'
import type { Day } from '../kernel/instant.ts'
import type { JsonObject } from '../kernel/json.ts'
import type { LedgerCode } from '../place/code.ts'
import type { Names } from './item.ts'

/**
 * What a place says of an item from a day on: it holds with these words, it is no longer offered here, or whatever the
 * place above says counts again. What was planned and taken back says nothing at all.
 */
export const sayings = ['holds', 'ended', 'as-above', 'taken-back'] as const
export type Saying = (typeof sayings)[number]

/** One thing that a place (the nation, a province, a district) says of an item, from a day until it says another. */
export type ListItemRow = {
  readonly id: string
  readonly district: LedgerCode
  readonly version: number
  readonly list: string
  readonly code: string
  readonly names: Names
  readonly data: JsonObject
  readonly from: Day
  readonly says: Saying
}

/** A day on which offices of a place are closed, or open after all. */
export type CalendarDayRow = {
  readonly id: string
  readonly district: LedgerCode
  readonly version: number
  readonly day: Day
  readonly closed: boolean
  readonly name: string
  readonly basis: string
}

/** Hours from Sunday to Saturday; null is a day off. */
export type Week = readonly (Hours | null)[]

/** Opening hours of a place's offices, from a day until it sets others. */
export type OfficeHoursRow = {
  readonly id: string
  readonly district: LedgerCode
  readonly version: number
  readonly from: Day
  readonly week: Week
  readonly basis: string
}
