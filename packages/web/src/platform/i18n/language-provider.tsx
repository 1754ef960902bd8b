import { en } from '@navikt/ds-react/locales'
import { Provider } from '@navikt/ds-react/Provider'
import { type ReactNode, useEffect } from 'react'
import { akselInIndonesian } from './aksel-texts.ts'
import { useLanguage } from './use-text.ts'

const none = {}

/** Gives the component library its texts, and tells browsers and readers which language the page speaks. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  return (
    <Provider locale={en} translations={lang === 'id' ? akselInIndonesian : none}>
      {children}
    </Provider>
  )
}
