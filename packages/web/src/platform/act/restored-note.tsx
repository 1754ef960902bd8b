import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { useText } from '../i18n/use-text.ts'
import type { Form } from './use-form.ts'
import './restored-note.css'

/** Of a form, what is told about its draft. */
export type Kept = Pick<Form<object>, 'restored' | 'clear'>

/** Says that what stands here was typed earlier and never sent, so that nobody takes it for what holds. */
export function RestoredNote({ restored, clear }: Kept) {
  const t = useText()
  if (!restored) return null
  return (
    <div className="restored-note">
      <InlineMessage status="info">{t('act.restored')}</InlineMessage>
      <Button size="small" variant="tertiary" data-color="neutral" type="button" onClick={clear}>
        {t('act.clear')}
      </Button>
    </div>
  )
}
