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

/** The size of a file: "820 KB", "1,2 MB". */
export function saySize(bytes: number, lang: Lang): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), 'KB'] : [bytes / 1_000_000, 'MB']
  return `${new Intl.NumberFormat(locales[lang], { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`
}
