import type { Lang } from './translate.ts'

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Lang, string>

/** "1.234" in Indonesian, "1,234" in English. */
export const sayNumber = (value: number, lang: Lang): string => new Intl.NumberFormat(locales[lang]).format(value)

/** A share from 0 to 1 as "87%"; one digit after the comma where it says more. */
export function sayShare(share: number, lang: Lang): string {
  const percent = share * 100
  const digits = percent > 0 && percent < 10 ? 1 : 0
  const written = new Intl.NumberFormat(locales[lang], { maximumFractionDigits: digits }).format(percent)
  return `${written}%`
}

/** The size of a file, or of a store: "820 KB", "1,2 MB", "5,4 GB". What rounds to a thousand is one of the next. */
export function saySize(bytes: number, lang: Lang): string {
  const [value, unit] = sized(bytes)
  return `${new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`
}

function sized(bytes: number): readonly [value: number, unit: string] {
  if (bytes < 1_000_000) return [Math.ceil(bytes / 1_000), 'KB']
  return bytes < 999_950_000 ? [bytes / 1_000_000, 'MB'] : [bytes / 1_000_000_000, 'GB']
}
