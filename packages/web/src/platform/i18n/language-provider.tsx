import { en } from '@navikt/ds-react/locales'
import { Provider } from '@navikt/ds-react/Provider'
import { type ReactNode, useEffect } from 'react'
import { akselInIndonesian } from './aksel-texts.ts'
import { languageCookie } from './chosen-language.ts'
import { useLanguage } from './use-text.ts'

const none = {}

/** Gives the component library its texts, and tells browsers, readers and the server which language the page speaks. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  useEffect(() => {
    document.documentElement.lang = lang
    document.cookie = languageCookie(lang)
  }, [lang])
  return (
    <Provider locale={en} translations={lang === 'id' ? akselInIndonesian : none}>
      {children}
    </Provider>
  )
}
