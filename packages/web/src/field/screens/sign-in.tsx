import { useLocation } from 'wouter'
import { useText } from '../../platform/i18n/use-text.ts'
import { session } from '../../platform/session/session-store.ts'
import { SignInForm } from '../../platform/session/sign-in-form.tsx'
import { usePhone } from '../phone-context.ts'

/** The session on the server has ended: what was typed waits here until its person has signed in again. */
export function SignInScreen() {
  const t = useText()
  const [, go] = useLocation()
  const { keys, sync, lock } = usePhone()
  const onIn = (): void => {
    // Somebody else: they have a drawer of their own.
    if (session().me?.staff !== keys.me.staff) return lock()
    sync()
    go('/kirim')
  }
  return (
    <>
      <h1 className="field__title">{t('field.sync.sign-in')}</h1>
      <p>{t('field.sync.problem.unauthenticated')}</p>
      <SignInForm onIn={onIn} />
    </>
  )
}
