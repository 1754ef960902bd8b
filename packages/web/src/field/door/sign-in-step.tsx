import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { useState } from 'react'
import { useText } from '../../platform/i18n/use-text.ts'
import { session } from '../../platform/session/session-store.ts'
import { SignInForm } from '../../platform/session/sign-in-form.tsx'
import type { Keys } from '../../platform/vault/vault.ts'
import { SetPin } from './set-pin.tsx'

interface SignInStepProps {
  /** Nobody was here before. */
  readonly first: boolean
  readonly onOpen: (keys: Keys) => void
  readonly onBack: () => void
}

/** With a signal: the person signs in as at the desk, and then chooses a PIN. */
export function SignInStep({ first, onOpen, onBack }: SignInStepProps) {
  const t = useText()
  const [me, setMe] = useState<Me | null>(null)
  if (me) return <SetPin me={me} onOpen={onOpen} />
  return (
    <section className="door__form">
      <h1 className="field__title">{t(first ? 'field.door.first.title' : 'field.door.again.title')}</h1>
      <p>{t(first ? 'field.door.first.text' : 'field.door.again.text')}</p>
      <SignInForm onIn={() => setMe(session().me)} />
      {!first && (
        <button type="button" className="field__link" onClick={onBack}>
          {t('field.back')}
        </button>
      )}
    </section>
  )
}
