import { Button } from '@navikt/ds-react/Button'
import { useText } from '../../../platform/i18n/use-text.ts'
import { RegisterForm } from '../register/register-form.tsx'
import { type Pasted } from './pasted.ts'
import { SaidPanel } from './said-panel.tsx'
import type { LookedUp } from './use-looked-up.ts'
import { messagesOf, type Pasting } from './use-pasted.ts'

interface CheckPartProps {
  readonly pasted: Pasted
  readonly found: LookedUp
  readonly pasting: Pasting
  readonly onClose: () => void
}

/** The form of a new case as the report filled it, beside what was written. */
export function CheckPart({ pasted, found, pasting, onClose }: CheckPartProps) {
  const t = useText()
  const { key } = pasted
  return (
    <RegisterForm
      title={t('intake.check.title')}
      start={{ key: `intake-${key}`, values: found.values, messages: messagesOf(pasting, key) }}
      back={
        <Button size="small" variant="tertiary" onClick={onClose}>
          {t('intake.list')}
        </Button>
      }
      renderAside={(form) => <SaidPanel pasted={pasted} villageDoubtful={found.villageDoubtful} form={form} />}
      onRegistered={(receipt) => {
        void pasting.settle({ [key]: { state: 'done', receipt } }).then(onClose)
      }}
      onKept={(kept) => {
        void pasting.settle({ [key]: { state: 'kept', kept } }).then(onClose)
      }}
    />
  )
}
