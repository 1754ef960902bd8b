import { blankIn, blankNumber, type NamedBlank } from '@openslrt/core/blank/blank.ts'
import { type PublicBlank, publicBlank } from '@openslrt/core/contract/blank.ts'
import type { PublicCase } from '@openslrt/core/contract/public-case.ts'
import { publicCase } from '@openslrt/core/contract/public-case.ts'
import type { PublicParts } from './parts.ts'
import { findPublicCase, findPublicForm } from './queries.ts'

/** Asks the door for a case: nothing without the right proof, and never more than the public projection. */
export async function knock(
  { pools }: Pick<PublicParts, 'pools'>,
  district: string,
  key: string,
  proof: Buffer,
): Promise<PublicCase | null> {
  const found = await findPublicCase(pools.door, district, key, proof)
  return found === null ? null : publicCase.parse(found)
}

/** BLANK-4 Asks the door for a paper form: by the number on its slip, or by its long secret alone. */
export async function knockForm(
  { pools }: Pick<PublicParts, 'pools'>,
  { district, blank }: Named,
  proof: Buffer,
): Promise<PublicBlank | null> {
  const found = await findPublicForm(pools.door, district, blank?.batch ?? '', blank?.sheet ?? 0, proof)
  return found === null ? null : publicBlank.parse(found)
}

/** A case as somebody names it when they come with their receipt. */
export interface Named {
  readonly district: string
  /** The number; empty with a long secret, which names its case alone. */
  readonly number: string
  readonly secret: string
  /** Set where the number is that of a paper form. */
  readonly blank?: NamedBlank
}

/** The number and secret of a receipt, however they were typed: gaps, dashes and capitals do not matter. Null: not one. */
export function namedBy(number: string, secret: string): Named | null {
  const form = blankIn(number)
  const typed = secret.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (form) return { district: form.district, number: blankNumber(form.batch, form.sheet), secret: typed, blank: form }
  const digits = number.replace(/\D/g, '')
  // Guesses are counted under the number, in an index that has no room for thousands of digits.
  const parts = /^(\d{2})(\d{2})(\d{2})(\d{6,12})$/.exec(digits)
  const [, province, district, year, rest] = parts ?? []
  if (!province || !district || !year || !rest) return null
  return {
    district: `${province}.${district}`,
    number: `${province}${district}-${year}-${rest}`,
    secret: typed,
  }
}

/** What a QR code carries behind its `#`: the digits of the ledger, a dot, and 192 random bits. */
export function namedByKey(key: string): Named | null {
  const parts = /^(\d{2})(\d{2})\.[\w-]{32}$/.exec(key.trim())
  const [, province, district] = parts ?? []
  if (!province || !district) return null
  return { district: `${province}.${district}`, number: '', secret: key.trim() }
}
