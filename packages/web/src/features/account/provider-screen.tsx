import { Button } from '@navikt/ds-react/Button'
import type { SignedIn } from '@openslrt/core/contract/account.ts'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { askOnce } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { LanguageSwitch } from '../../platform/i18n/language-switch.tsx'
import { useText } from '../../platform/i18n/use-text.ts'
import { takeWanted } from '../../platform/session/continue-at.ts'
import { SecondStep } from '../../platform/session/second-step.tsx'
import { welcome } from '../../platform/session/sign-in.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { DoorPage } from './door-page.tsx'
import { ownAccountPath } from './sign-in-log.tsx'

/** Where the identity provider sends the browser back to. */
export function Screen() {
  const t = useText()
  const { left, problem, enter, toSignIn } = useReturn()
  return (
    <DoorPage title={t('provider.back.title')} language={<LanguageSwitch />}>
      {left && <SecondStep next={left} onIn={enter} onBack={toSignIn} />}
      {!left && !problem && <Loading label={t('provider.back.wait')} />}
      {problem && (
        <ErrorState
          title={t('provider.back.failed')}
          text={problem.message}
          action={
            <Button as={Link} href="/masuk" variant="secondary">
              {t('provider.back.to-sign-in')}
            </Button>
          }
        />
      )}
    </DoorPage>
  )
}

function useReturn() {
  const [, go] = useLocation()
  const [left, setLeft] = useState<Exclude<SignedIn['next'], 'in'> | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const enter = (me: Me): void => {
    welcome(me)
    go(takeWanted(), { replace: true })
  }
  const finish = async (): Promise<void> => {
    const { search } = window.location
    const answer = await askOnce(providerRoutes.finish, { body: { search: search === '' ? '?' : search } })
    if (!answer.ok) return setProblem(answer.error)
    const { next, me } = answer.value
    if (next === 'connected') return go(ownAccountPath, { replace: true })
    if (me) enter(me)
    else if (next !== 'in') setLeft(next)
  }
  const begun = useRef(false)
  useEffect(() => {
    // Once: what came back counts one time. What comes of it is seen on the screen.
    if (!begun.current) void finish()
    begun.current = true
  })
  return { left, problem, enter, toSignIn: () => go('/masuk', { replace: true }) }
}
