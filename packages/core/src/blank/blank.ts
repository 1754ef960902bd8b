import { z } from 'zod'
import type { BatchId, BlankId, CaseId, OfficeId, StaffId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { LedgerCode } from '../place/code.ts'

/** How a paper form stands: printed and perhaps with somebody, typed in as a case, torn up, or not to be found. */
export const blankStatuses = ['issued', 'typed', 'void', 'lost'] as const
export const blankStatus = z.enum(blankStatuses)
export type BlankStatus = z.infer<typeof blankStatus>

/** Paper forms that were printed together: they share a number, each with its sheet behind it. */
export type BatchRow = {
  readonly id: BatchId
  readonly district: LedgerCode
  readonly version: number
  /** `F3404-26-012`, given with its place in the series. */
  readonly number: string
  readonly serial: number
  readonly office: OfficeId
  readonly size: number
  readonly issuedBy: StaffId
  readonly issuedAt: Instant
}

/** One paper form (formulir): its receipt is in somebody's hand before there is a case. */
export type BlankRow = {
  readonly id: BlankId
  readonly district: LedgerCode
  readonly version: number
  readonly batch: BatchId
  readonly sheet: number
  readonly office: OfficeId
  readonly status: BlankStatus
  readonly caseId: CaseId | null
  /** What somebody said of it: why it was torn up or where it was seen last. */
  readonly note: string
  readonly changedAt: Instant
  /** Keyed digests of the two secrets on the slip. */
  readonly doorShort: string
  readonly doorLong: string
}

/** Why a number of a paper form makes no case, or an act is not for it. */
export type BlankRefusal =
  | { readonly code: 'unknown-form' }
  | { readonly code: 'wrong-form-status'; readonly status: BlankStatus }

/** The most sheets of one batch: a pile that a desk can count. */
export const mostSheets = 50

/** BLANK-2 The number of one sheet: that of its batch, and which one it is. */
export const blankNumber = (batch: string, sheet: number): string => `${batch}-${String(sheet).padStart(2, '0')}`

/** What the secrets of a form are made of: it is printed again with the same ones. */
export const blankSeed = ({ batch, sheet }: Pick<BlankRow, 'batch' | 'sheet'>): string => `form ${batch} ${sheet}`

export interface NamedBlank {
  readonly district: string
  readonly batch: string
  readonly sheet: number
}

/**
 * BLANK-3 A number of a paper form, however it was typed: gaps, dashes and the case of its letter do not matter. Without
 * its letter it is one as long as it is too short for the number of a case. Null: not one.
 */
export function blankIn(typed: string): NamedBlank | null {
  const letter = /^\s*f/i.test(typed)
  const digits = typed.replace(/\D/g, '')
  const [, province, district, year, serial, sheet] = /^(\d{2})(\d{2})(\d{2})(\d{3,6})(\d{2})$/.exec(digits) ?? []
  if (!province || !district || !year || !serial || !sheet) return null
  if (!letter && digits.length !== shortest) return null
  return {
    district: `${province}.${district}`,
    batch: `F${province}${district}-${year}-${serial}`,
    sheet: Number(sheet),
  }
}

/** Digits of a form's number while its serial has three; a case's has twelve at least. */
const shortest = 11
