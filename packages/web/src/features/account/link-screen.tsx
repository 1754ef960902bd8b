import { Button } from '@navikt/ds-react/Button'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'wouter'
import { askOnce } from '../../platform/api/ask.ts'
import { mayPass, type Problem } from '../../platform/api/problem.ts'
import { LanguageSwitch } from '../../platform/i18n/language-switch.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { AcceptForm, type Invitation } from './accept-form.tsx'
import { DoorPage } from './door-page.tsx'
import { tokenIn } from './token-in.ts'

/** What a one-time link leads to. Its token stands in the fragment, which browsers send to no server. */
export function Screen() {
  const t = useText()
  const token = tokenIn(useSyncExternalStore(subscribeToHash, () => window.location.hash))
  const { invitation, problem, look } = useInvitation(token)
  return (
    <DoorPage title={t('account.link.title')} language={<LanguageSwitch />}>
      {token === null && <Broken text={t('account.link.incomplete')} />}
      {token !== null && problem && <Broken text={problem.message} {...(mayPass(problem.code) && { onRetry: look })} />}
      {token !== null && !invitation && !problem && <Loading label={t('account.link.reading')} />}
      {token !== null && invitation && <AcceptForm token={token} invitation={invitation} />}
    </DoorPage>
  )
}

// Another link pasted over this one changes the fragment only: no page is loaded for it.
function subscribeToHash(hear: () => void): () => void {
  window.addEventListener('hashchange', hear)
  return () => window.removeEventListener('hashchange', hear)
}

function useInvitation(token: string | null) {
  const [invitation, setInvitation] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const look = useCallback(() => {
    if (token === null) return
    // What comes of it is seen on the screen.
    void askOnce(accountRoutes.link, { body: { token } }).then((answer) => {
      setInvitation(answer.ok ? answer.value : null)
      setProblem(answer.ok ? null : answer.error)
    })
  }, [token])
  useEffect(look, [look])
  return { invitation, problem, look }
}

function Broken({ text, onRetry }: { text: string; onRetry?: () => void }) {
  const t = useText()
  return (
    <ErrorState
      title={t('account.link.broken.title')}
      text={text}
      action={
        onRetry ? (
          <Button onClick={onRetry}>{t('failed.action')}</Button>
        ) : (
          <Button as={Link} href="/masuk" variant="secondary">
            {t('account.link.to-sign-in')}
          </Button>
        )
      }
    />
  )
}
