import type { Lang } from '@openslrt/core/i18n/translate.ts'

export const storeKey = 'openslrt.lang'

/** The language somebody chose before: what this browser keeps, else what the public face's cookie says. */
export function chosenLanguage(kept: string | null, cookies: string): Lang {
  const inCookie = /(?:^|;\s*)bahasa=(id|en)(?:;|$)/.exec(cookies)?.[1]
  const wanted = kept ?? inCookie
  return wanted === 'en' ? 'en' : 'id'
}

/** The cookie by which the server-rendered face answers in the same language; a year, this site only. */
export const languageCookie = (lang: Lang): string => `bahasa=${lang}; Path=/; Max-Age=31536000; SameSite=Lax`
