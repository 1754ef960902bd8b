import type { Instrument } from '@openslrt/core/independence/instrument.ts'

/** What the form of a new version holds, as it is typed. */
export type ChangeValues = Readonly<Record<string, string>>

export const weightKey = (code: string): string => `weight ${code}`
export const limitKey = (nth: number): string => `limit ${nth}`

export const changeValuesOf = ({ indicators, categories, least }: Instrument, from: string): ChangeValues => ({
  from,
  basis: '',
  least: String(least),
  ...Object.fromEntries(categories.map((one, nth) => [limitKey(nth), String(one.from)])),
  ...Object.fromEntries(indicators.map(({ code, weight }) => [weightKey(code), String(weight)])),
})

/** A whole number between two; null where it is none. */
export function numberIn(text: string | undefined, least: number, most: number): number | null {
  const typed = (text ?? '').trim()
  const n = Number(typed)
  return /^\d{1,3}$/.test(typed) && n >= least && n <= most ? n : null
}

/** Which limits of classes do not rise, by their place in the list. */
export const wrongLimits = (values: ChangeValues, { categories }: Instrument): readonly number[] =>
  categories.flatMap((_, nth) => {
    if (nth === 0) return []
    const own = numberIn(values[limitKey(nth)], 1, 100)
    const before = nth === 1 ? 0 : numberIn(values[limitKey(nth - 1)], 0, 100)
    return own !== null && before !== null && own > before ? [] : [nth]
  })

/** What is sent: the instrument as it holds, with what was typed in its place. */
export const changeDataOf = (values: ChangeValues, { indicators, categories, least }: Instrument) => ({
  from: values['from'] ?? '',
  basis: (values['basis'] ?? '').trim(),
  least: numberIn(values['least'], 1, 100) ?? least,
  categories: categories.map((one, nth) => ({
    ...one,
    from: nth === 0 ? 0 : (numberIn(values[limitKey(nth)], 1, 100) ?? one.from),
  })),
  indicators: indicators.map((one) => ({
    ...one,
    weight: numberIn(values[weightKey(one.code)], 1, 10) ?? one.weight,
  })),
})
