import { Button } from '@navikt/ds-react/Button'
import { useText } from '../../platform/i18n/use-text.ts'
import type { Saving } from './ask-page.ts'

/** Saves what was answered so far; the rest can wait for another day. */
export function SaveLine({ count, busy, problem, save, loud = false }: Saving & { readonly loud?: boolean }) {
  const t = useText()
  if (count === 0) return <p className="field__note">{t('ask.save.none')}</p>
  return (
    <>
      {problem && <p role="alert">{problem}</p>}
      <Button type="button" variant={loud ? 'primary' : 'secondary'} loading={busy} onClick={() => void save()}>
        {t('ask.save', { count })}
      </Button>
      <p className="field__note">{t('field.visit.saved')}</p>
    </>
  )
}
