import { Button } from '@navikt/ds-react/Button'
import { chooseLanguage, useLanguage, useText } from './use-text.ts'

/** Offers the other language, in that language: whoever needs it can read it. */
export function LanguageSwitch() {
  const t = useText()
  const other = useLanguage() === 'id' ? 'en' : 'id'
  return (
    <Button size="small" variant="tertiary" data-color="neutral" lang={other} onClick={() => chooseLanguage(other)}>
      {t('shell.language.other')}
    </Button>
  )
}
