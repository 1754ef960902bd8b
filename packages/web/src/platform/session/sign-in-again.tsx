import { Button } from '@navikt/ds-react/Button'
import { Modal } from '@navikt/ds-react/Modal'
import { useEffect } from 'react'
import { useFocusBack } from '../../ui/focus-back.ts'
import { useText } from '../i18n/use-text.ts'
import { leave } from './session-store.ts'
import { lookWhoIsIn, signedInMark } from './sign-in.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useSession } from './use-session.ts'

/** Over whatever is being done when a session ends: what was typed stays below it, and goes on after signing in. */
export function SignInAgain() {
  const { phase, me } = useSession()
  const expired = phase === 'expired'
  useSignInElsewhere(expired)
  return expired && me ? <AgainDialog name={me.name} /> : null
}

function AgainDialog({ name }: { name: string }) {
  const t = useText()
  useFocusBack()
  return (
    <Modal
      open
      onClose={stayOpen}
      onBeforeClose={() => false}
      header={{ heading: t('account.again.title'), closeButton: false, size: 'small' }}
      width="small"
    >
      <Modal.Body>
        <p className="sign-in-again__text">{t('account.again.text', { name })}</p>
        <SignInForm onIn={stayOpen} />
      </Modal.Body>
      <Modal.Footer>
        <Button size="small" variant="tertiary" data-color="neutral" onClick={() => leave()}>
          {t('account.again.leave')}
        </Button>
      </Modal.Footer>
    </Modal>
  )
}

// The dialog goes when the session is back, and by nothing else.
const stayOpen = (): void => {}

/** Signing in once is enough for all windows: this one looks again when another did, or when someone returns to it. */
function useSignInElsewhere(expired: boolean): void {
  useEffect(() => {
    if (!expired) return undefined
    // The store changes when somebody is in; a no leaves the dialog as it is.
    const look = () => void lookWhoIsIn()
    const hear = (event: StorageEvent) => {
      if (event.key === signedInMark) look()
    }
    window.addEventListener('storage', hear)
    window.addEventListener('focus', look)
    return () => {
      window.removeEventListener('storage', hear)
      window.removeEventListener('focus', look)
    }
  }, [expired])
}
