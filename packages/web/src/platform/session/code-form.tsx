import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { TextField } from '@navikt/ds-react/TextField'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { useText } from '../i18n/use-text.ts'

interface CodeFormProps {
  readonly actText: string
  /** Only an app's code will do: it is the app that is being set up. */
  readonly appOnly?: boolean
  readonly harmful?: boolean
  /** Null when it was taken. */
  readonly onCode: (code: string) => Promise<Problem | null>
  readonly children?: ReactNode
}

/** Asks for a code and says why one was not taken. */
export function CodeForm({ actText, appOnly = false, harmful = false, onCode, children }: CodeFormProps) {
  const t = useText()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const bare = code.replace(/[\s-]/g, '')
  const whole = appOnly ? /^\d{6}$/.test(bare) : /^(\d{6}|[2-9a-z]{10})$/i.test(bare)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!whole || busy) return
    setBusy(true)
    const refused = await onCode(bare)
    setBusy(false)
    setProblem(refused)
    if (refused) setCode('')
    setTried(false)
  }
  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)} noValidate>
      {problem && (
        <InlineMessage status="error" role="alert">
          {problem.message}
        </InlineMessage>
      )}
      <TextField
        className="sign-in__code"
        label={t('factor.code')}
        description={appOnly ? undefined : t('factor.code.hint')}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={tried && !whole && t('factor.code.missing')}
        inputMode={appOnly ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
      />
      <div className="sign-in__acts">
        <Button type="submit" loading={busy} data-color={harmful ? 'danger' : 'accent'}>
          {actText}
        </Button>
        {children}
      </div>
    </form>
  )
}
