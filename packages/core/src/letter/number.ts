import type { Day } from '../kernel/instant.ts'
import type { PlaceCode } from '../place/code.ts'
import { fieldsIn } from './template.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const
const numberFields = ['nomor', 'kode', 'wilayah', 'bulan', 'bulan-romawi', 'tahun']

/** LETTER-30 Whether a pattern can number letters: it names its place in the series, the year, and nothing unknown. */
export function isNumberPattern(pattern: string): boolean {
  const fields = fieldsIn(pattern)
  const known = fields.every((field) => numberFields.includes(field))
  return known && fields.filter((field) => field === 'nomor').length === 1 && fields.includes('tahun')
}

/** The pattern of one letter with everything said but its place in the series, which the ledger gives. */
export function patternOn(pattern: string, day: Day, code: string, place: PlaceCode): string {
  const [year = '', month = ''] = day.split('-')
  const values: Readonly<Record<string, string>> = {
    kode: code,
    wilayah: place,
    bulan: month,
    'bulan-romawi': roman[Number(month) - 1] ?? '',
    tahun: year,
  }
  return pattern.replace(
    /\{([^{}]*)\}/g,
    (whole, field: string) => values[field.trim()] ?? (field.trim() === 'nomor' ? '{nomor}' : whole),
  )
}

/** LETTER-31 The number that a letter gets with its place in the series: three digits at least. */
export const letterNumber = (pattern: string, serial: number): string =>
  pattern.replace('{nomor}', String(serial).padStart(3, '0'))
