import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { providerRoutes } from '@openslrt/core/contract/provider.ts'
import { type FormEvent, useState } from 'react'
import { ask } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useAsk } from '../../platform/api/use-ask.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { useWhen } from '../../platform/i18n/use-when.ts'
import { PasswordField } from '../../platform/session/password-field.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { OwnPart } from './own-part.tsx'

/** Whether the own account is connected to the identity provider; nothing where there is none. */
export function ProviderPart() {
  const t = useText()
  const when = useWhen()
  const asked = useAsk(providerRoutes.own)
  const name = asked.data?.name
  if (!name) return null
  return (
    <OwnPart title={t('provider.title', { name })} asked={asked}>
      {({ since }) => (
        <>
          <p>{t('provider.about', { name })}</p>
          <div>
            <StatusTag
              small
              tone={since === null ? 'waiting' : 'done'}
              label={since === null ? t('provider.off') : t('provider.since', { date: when.date(since) })}
            />
          </div>
          {since === null ? <Connecting name={name} /> : <Leaving name={name} onLeft={asked.refetch} />}
        </>
      )}
    </OwnPart>
  )
}

function Connecting({ name }: { name: string }) {
  const t = useText()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const connect = async (): Promise<void> => {
    setTried(true)
    if (password === '') return
    setBusy(true)
    const answer = await ask(providerRoutes.connect, { body: { password } })
    // The button stays busy while the browser leaves.
    if (answer.ok) return window.location.assign(answer.value.address)
    setBusy(false)
    setTried(false)
    setPassword('')
    setProblem(answer.error)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void connect()
  }
  return (
    <form className="own-part__form" noValidate onSubmit={submit}>
      <p>{t('provider.connect.text')}</p>
      <PasswordField
        label={t('account.password')}
        value={password}
        onChange={setPassword}
        error={tried && password === '' && t('account.password.missing')}
        autoComplete="current-password"
      />
      <Refused problem={problem} />
      <div>
        <Button size="small" loading={busy}>
          {t('provider.connect', { name })}
        </Button>
      </div>
    </form>
  )
}

function Leaving({ name, onLeft }: { name: string; onLeft: () => void }) {
  const t = useText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const leave = async (): Promise<void> => {
    const answer = await ask(providerRoutes.leave)
    setProblem(answer.ok ? null : answer.error)
    onLeft()
  }
  return (
    <>
      <Refused problem={problem} />
      <div>
        <Button size="small" variant="tertiary" data-color="danger" onClick={() => void leave()}>
          {t('provider.leave', { name })}
        </Button>
      </div>
    </>
  )
}

function Refused({ problem }: { problem: Problem | null }) {
  return (
    problem && (
      <InlineMessage status="error" role="alert">
        {problem.message}
      </InlineMessage>
    )
  )
}
