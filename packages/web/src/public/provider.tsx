import { en } from '@navikt/ds-react/locales'
import { Provider } from '@navikt/ds-react/Provider'
import type { Lang } from '@openslrt/core/i18n/translate.ts'
import type { ReactNode } from 'react'
import { akselInIndonesian } from '../platform/i18n/aksel-texts.ts'

const none = {}

/** Gives the component library its few texts in the language of the page. */
export function PublicProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  return (
    <Provider locale={en} translations={lang === 'id' ? akselInIndonesian : none}>
      {children}
    </Provider>
  )
}
