import { sayDate } from '@openslrt/core/i18n/when.ts'
import { useLanguage } from '../i18n/use-text.ts'

/** Says a calendar day in the reader's language. Noon of its own: no zone turns it into the day beside it. */
export function useDay(): (day: string) => string {
  const lang = useLanguage()
  return (day) => sayDate(Date.parse(`${day}T12:00:00+07:00`), 'Asia/Jakarta', lang)
}
