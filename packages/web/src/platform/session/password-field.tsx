import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { TextField } from '@navikt/ds-react/TextField'
import { type ReactNode, useState } from 'react'
import { useText } from '../i18n/use-text.ts'

interface PasswordFieldProps {
  readonly label: string
  readonly description?: ReactNode
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error?: ReactNode
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at: on a phone's keys a hidden slip costs a locked door. */
export function PasswordField({ label, description, value, onChange, error, autoComplete }: PasswordFieldProps) {
  const t = useText()
  const [shown, setShown] = useState(false)
  return (
    <div className="password-field">
      <TextField
        label={label}
        description={description}
        type={shown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={shown ? <EyeSlashIcon aria-hidden /> : <EyeIcon aria-hidden />}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {t('account.password.show')}
      </Button>
    </div>
  )
}
