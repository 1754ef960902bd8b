import type { LetterOffice, LetterRuleLine } from '@openslrt/core/contract/letter-queries.ts'
import type { NumberField } from '@openslrt/core/letter/number.ts'
import { letterNumber, patternOn } from '@openslrt/core/letter/number.ts'
import { numberData } from '@openslrt/core/letter/rules.ts'

/** In the place of an office: what counts for all that have nothing of their own. */
export const standard = 'standard'

/** What is said of an office, or of all, on a list of letters' rules. */
export const ruleFor = (
  rules: readonly LetterRuleLine[],
  list: LetterRuleLine['list'],
  code: string,
): LetterRuleLine | undefined => rules.find((rule) => rule.list === list && rule.code === code)

const patternIn = (data: unknown): string => numberData.safeParse(data).data?.pattern ?? ''

/** The pattern by which an office numbers today: its own, or that of all. */
export const patternFor = (rules: readonly LetterRuleLine[], office: string): string =>
  patternIn((ruleFor(rules, 'letter-number', office)?.now ?? ruleFor(rules, 'letter-number', standard)?.now)?.data)

/** The code of a matter, for examples. */
const matter = '400.9'

/** What each field stands for on a day, at an office. */
export function examplesOf(
  { place, next }: Pick<LetterOffice, 'place' | 'next'>,
  day: string,
): Record<NumberField, string> {
  const said = (pattern: string): string => letterNumber(patternOn(pattern, day, matter, place), next)
  return {
    nomor: said('{nomor}'),
    kode: matter,
    wilayah: place,
    bulan: said('{bulan}'),
    'bulan-romawi': said('{bulan-romawi}'),
    tahun: said('{tahun}'),
  }
}

/** LETTER-32 The number that the next letter of an office would get; a new year begins anew. */
export const nextNumber = (pattern: string, office: LetterOffice, from: string, today: string): string => {
  const next = from.slice(0, 4) === today.slice(0, 4) ? office.next : 1
  return letterNumber(patternOn(pattern, from, matter, office.place), next)
}

/** LETTER-32 Offices of one place that number by the standard: their numbers can be the same. */
export function sharing(rules: readonly LetterRuleLine[], offices: readonly LetterOffice[]): readonly LetterOffice[] {
  const plain = offices.filter(({ office }) => !ruleFor(rules, 'letter-number', office)?.now)
  return plain.filter(({ office, place }) => plain.some((other) => other.place === place && other.office !== office))
}
