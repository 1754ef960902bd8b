import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { TextField } from '@navikt/ds-react/TextField'
import { type FormEvent, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'
import { PasswordField } from './password-field.tsx'
import './sign-in-form.css'
import { signIn, welcome } from './sign-in.ts'
import { StepLeft } from './step-left.tsx'

/** Name, password, and the step that is left after them; `onIn` is called once the server has let the person in. */
export function SignInForm({ onIn }: { onIn: () => void }) {
  const [left, setLeft] = useState<Left | null>(null)
  if (!left) return <NameAndPassword onIn={onIn} onLeft={setLeft} />
  return (
    <StepLeft
      next={left}
      onBack={() => setLeft(null)}
      onIn={(me) => {
        welcome(me)
        onIn()
      }}
    />
  )
}

type Left = 'code' | 'set-up'

function NameAndPassword({ onIn, onLeft }: { onIn: () => void; onLeft: (step: Left) => void }) {
  const t = useText()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || password === '') return
    setBusy(true)
    const answer = await signIn(name, password)
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    setPassword('')
    setTried(false)
    if (!answer.ok) return
    if (answer.value === 'in') onIn()
    else onLeft(answer.value)
  }
  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)} noValidate>
      {problem && (
        <InlineMessage status="error" role="alert">
          {problem.message}
        </InlineMessage>
      )}
      <TextField
        label={t('account.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' && t('account.name.missing')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        label={t('account.password')}
        value={password}
        onChange={setPassword}
        error={tried && password === '' && !problem && t('account.password.missing')}
        autoComplete="current-password"
      />
      <Button type="submit" loading={busy}>
        {t('account.sign-in')}
      </Button>
    </form>
  )
}
