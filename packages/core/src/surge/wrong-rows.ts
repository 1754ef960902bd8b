import type { AffectedRow } from './surge.ts'

/** By what somebody is known again among rows that could not be read. */
export type Listed = Pick<AffectedRow, 'name' | 'nik' | 'phone'>

/**
 * PRIVACY-12 The wrong rows of a file without those that name any of these people: by name, NIK or phone, in whichever
 * cell. The first row is the heads.
 */
export const wrongRowsWithout = (
  rows: readonly (readonly string[])[],
  people: readonly Listed[],
): readonly (readonly string[])[] => {
  const known = new Set(people.flatMap(({ name, nik, phone }) => [wordsOf(name), digitsOf(nik), digitsOf(phone)]))
  known.delete('')
  return rows.filter((cells, nth) => nth === 0 || !cells.some((cell) => namesOne(cell, known)))
}

const namesOne = (cell: string, known: ReadonlySet<string>): boolean =>
  known.has(wordsOf(cell)) || known.has(digitsOf(cell))

const wordsOf = (text: string | null): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
/** The same phone is written with 0, 62 and +62. */
const digitsOf = (text: string | null): string => (text ?? '').replaceAll(/\D/g, '').replace(/^(62|0)/, '')
