import { useLanguage } from '../../platform/i18n/use-text.ts'

/** "Oktober 2026". */
export function useMonth(): (month: string) => string {
  const lang = useLanguage()
  const names = new Intl.DateTimeFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (month) => names.format(new Date(`${month}-01T00:00:00Z`))
}
