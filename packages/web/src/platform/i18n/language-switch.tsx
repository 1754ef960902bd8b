import { Button } from '@navikt/ds-react/Button'
import { useOtherLanguage } from './use-other-language.ts'

/** Offers the other language, in that language: whoever needs it can read it. */
export function LanguageSwitch() {
  const other = useOtherLanguage()
  return (
    <Button size="small" variant="tertiary" data-color="neutral" lang={other.speaks} onClick={other.choose}>
      {other.label}
    </Button>
  )
}
