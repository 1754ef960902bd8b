import { Button } from '@navikt/ds-react/Button'
import type { SignedIn } from '@openslrt/core/contract/account.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { secondFactorRoutes } from '@openslrt/core/contract/second-factor.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ErrorState } from '../../ui/error-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { askOnce } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import { CodeForm } from './code-form.tsx'
import { FactorSetUp, type NewFactor } from './factor-set-up.tsx'
import './sign-in-form.css'
import './texts.ts'

interface SecondStepProps {
  readonly next: Exclude<SignedIn['next'], 'in'>
  readonly onIn: (me: Me) => void
  readonly onBack: () => void
}

/** What is left after the password: a code, or setting up what gives one. */
export function SecondStep({ next, onIn, onBack }: SecondStepProps) {
  return next === 'code' ? <CodeStep onIn={onIn} onBack={onBack} /> : <SetUpStep onIn={onIn} onBack={onBack} />
}

type StepProps = Omit<SecondStepProps, 'next'>

function CodeStep({ onIn, onBack }: StepProps) {
  const t = useText()
  return (
    <div className="sign-in__step">
      <h2>{t('factor.code.title')}</h2>
      <p>{t('factor.code.text')}</p>
      <CodeForm
        actText={t('factor.code.go')}
        onCode={async (code) => {
          const answer = await askOnce(secondFactorRoutes.enter, { body: { code } })
          if (answer.ok) onIn(answer.value)
          return answer.ok ? null : answer.error
        }}
      >
        <Back onBack={onBack} />
      </CodeForm>
      <p>{t('factor.code.lost')}</p>
    </div>
  )
}

function SetUpStep({ onIn, onBack }: StepProps) {
  const t = useText()
  const { factor, problem, begin } = useNewFactor()
  return (
    <div className="sign-in__step">
      <h2>{t('factor.set-up.title')}</h2>
      <p className="not-on-paper">{t('factor.set-up.required')}</p>
      {factor && (
        <FactorSetUp factor={factor} onDone={onIn}>
          <Back onBack={onBack} />
        </FactorSetUp>
      )}
      {!factor && !problem && <Loading label={t('shell.loading')} rows={4} />}
      {problem && (
        <ErrorState
          title={t('own.failed.title')}
          text={problem.message}
          action={
            <>
              <Button onClick={begin}>{t('failed.action')}</Button>
              <Back onBack={onBack} />
            </>
          }
        />
      )}
    </div>
  )
}

function useNewFactor() {
  const [factor, setFactor] = useState<NewFactor | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const begin = useCallback((): void => {
    setProblem(null)
    // What comes of it is seen on the screen.
    void askOnce(secondFactorRoutes.begin, { body: {} }).then((answer) => {
      if (answer.ok) setFactor(answer.value)
      else setProblem(answer.error)
    })
  }, [])
  const begun = useRef(false)
  useEffect(() => {
    // Once: each beginning makes another secret, and only the last one counts.
    if (!begun.current) begin()
    begun.current = true
  }, [begin])
  return { factor, problem, begin }
}

function Back({ onBack }: { onBack: () => void }) {
  const t = useText()
  return (
    <Button type="button" variant="tertiary" data-color="neutral" onClick={onBack}>
      {t('own.back')}
    </Button>
  )
}
