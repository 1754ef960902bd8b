import { Button } from '@navikt/ds-react/Button'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { Redirect, useLocation, useSearch } from 'wouter'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import { continueAt, signInPath } from './continue-at.ts'
import { lookWhoIsIn } from './sign-in.ts'
import { SignInAgain } from './sign-in-again.tsx'
import { useSession } from './use-session.ts'
import './require-session.css'

/** Shows what is below it to people who are signed in; others are led to the sign-in screen and back again. */
export function RequireSession({ children }: { children: ReactNode }) {
  const t = useText()
  const { phase, me } = useSession()
  const [path] = useLocation()
  const search = useSearch()
  const { problem, look } = useFirstLook()
  if (phase === 'left') return <Redirect href={signInPath} replace />
  if (phase === 'out') return <Redirect href={continueAt(path, search)} replace />
  if (me)
    return (
      <>
        {children}
        <SignInAgain />
      </>
    )
  return (
    <div className="before-desk">
      {problem ? (
        <ErrorState
          level={1}
          title={t('account.unreached.title')}
          text={problem.message}
          action={<Button onClick={look}>{t('failed.action')}</Button>}
        />
      ) : (
        <Loading label={t('shell.loading')} rows={6} />
      )}
    </div>
  )
}

const againMs = 5_000

function useFirstLook(): { problem: Problem | null; look: () => void } {
  const { phase } = useSession()
  const [problem, setProblem] = useState<Problem | null>(null)
  // Both ends are seen on the screen: the store, or the problem.
  const look = useCallback(() => void lookWhoIsIn().then(setProblem), [])
  useEffect(() => {
    if (phase === 'unknown') look()
  }, [phase, look])
  // Nobody should have to press a button to learn that the server is back.
  useEffect(() => {
    if (!problem) return undefined
    const timer = setTimeout(look, againMs)
    return () => clearTimeout(timer)
  }, [problem, look])
  return { problem, look }
}
