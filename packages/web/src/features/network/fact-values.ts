import { firstYear } from '@openslrt/core/network/kinds.ts'

/** A year as people write it; null where none is said, and NaN for what is none. */
export function yearOf(typed: string): number | null {
  const year = typed.trim()
  if (year === '') return null
  return /^\d{4}$/.test(year) && Number(year) >= firstYear && Number(year) <= 2100 ? Number(year) : Number.NaN
}

/** Whether it is a year, or none where none has to be said. */
export const isYear = (typed: string, needed: boolean): boolean => {
  const year = yearOf(typed)
  return year === null ? !needed : !Number.isNaN(year)
}

/** Rupiah with points between thousands or without; null where nothing is said. */
export function rupiahOf(typed: string): number | null {
  const digits = typed.trim().replace(/^rp/i, '').replace(/[.\s]/g, '')
  if (digits === '') return null
  const amount = /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  return amount > 0 && amount <= mostRupiah ? amount : Number.NaN
}
const mostRupiah = 10_000_000_000_000

export const isRupiah = (typed: string): boolean => !Number.isNaN(rupiahOf(typed) ?? 0)

/** How many there are of something; nothing typed is none. */
export function countOf(typed: string): number {
  const count = typed.trim() === '' ? '0' : typed.trim()
  return /^\d{1,3}$/.test(count) ? Number(count) : Number.NaN
}

/** Degrees with a point or a comma, six digits behind it: a tenth of a metre is more than anybody measures. */
export function degreesOf(typed: string): number {
  const words = typed.trim().replace(',', '.')
  return /^-?\d{1,3}(\.\d+)?$/.test(words) ? Math.round(Number(words) * 1e6) / 1e6 : Number.NaN
}

/** Degrees within Indonesia. */
export const isWithin = (typed: string, least: number, most: number): boolean => {
  const degrees = degreesOf(typed)
  return degrees >= least && degrees <= most
}
