import { Button } from '@navikt/ds-react/Button'
import { InlineMessage } from '@navikt/ds-react/InlineMessage'
import { TextField } from '@navikt/ds-react/TextField'
import { accountRoutes } from '@openslrt/core/contract/account.ts'
import type { Me } from '@openslrt/core/contract/reference-queries.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { z } from 'zod'
import { askOnce } from '../../platform/api/ask.ts'
import type { Problem } from '../../platform/api/problem.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { signInPath } from '../../platform/session/continue-at.ts'
import { PasswordField } from '../../platform/session/password-field.tsx'
import { welcome } from '../../platform/session/sign-in.ts'
import { StepLeft } from '../../platform/session/step-left.tsx'
import { type Acceptance, type AcceptFault, faultsIn } from './acceptance.ts'
import { PasswordRules } from './password-rules.tsx'

export type Invitation = z.output<typeof accountRoutes.link.reply>

/** Choosing how to sign in. The first administrator gives their name too: nobody has written it down before. */
export function AcceptForm({ token, invitation }: { token: string; invitation: Invitation }) {
  const t = useText()
  const form = useAcceptance(token, invitation)
  const first = invitation.purpose === 'first-admin'
  if (form.left) return <StepLeft next={form.left} onIn={form.enter} onBack={form.toSignIn} />
  const sayFault = (fault: AcceptFault) => form.faults.has(fault) && t(faultTexts[fault])
  return (
    <form className="door__form" noValidate onSubmit={form.submit}>
      <p>{t(`account.link.${invitation.purpose}`, { name: invitation.name ?? '' })}</p>
      {first && (
        <TextField
          label={t('account.link.name')}
          value={form.values.name}
          onChange={(event) => form.change({ name: event.target.value })}
          error={sayFault('name')}
          autoComplete="name"
        />
      )}
      <TextField
        label={t('account.link.sign-in-name')}
        description={t('account.link.sign-in-name.hint')}
        value={form.values.signInName}
        onChange={(event) => form.change({ signInName: event.target.value })}
        error={sayFault('sign-in-name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        label={t('account.password')}
        description={t('account.rule.advice')}
        value={form.values.password}
        onChange={(password) => form.change({ password })}
        error={sayFault('password')}
        autoComplete="new-password"
      />
      <PasswordRules password={form.values.password} signInName={form.values.signInName} />
      <PasswordField
        label={t('account.link.repeat')}
        value={form.values.repeated}
        onChange={(repeated) => form.change({ repeated })}
        error={sayFault('repeated')}
        autoComplete="new-password"
      />
      {form.problem && (
        <InlineMessage status="error" role="alert">
          {form.problem.message}
        </InlineMessage>
      )}
      <Button type="submit" loading={form.busy}>
        {t('account.link.save')}
      </Button>
    </form>
  )
}

const faultTexts = {
  name: 'account.link.name.missing',
  'sign-in-name': 'account.link.sign-in-name.wrong',
  password: 'account.password.weak',
  repeated: 'account.link.repeat.wrong',
} as const satisfies Record<AcceptFault, string>

const noFaults: ReadonlySet<AcceptFault> = new Set()

function useAcceptance(token: string, { name, signInName }: Invitation) {
  const [, go] = useLocation()
  const [values, setValues] = useState<Acceptance>({
    name: name ?? '',
    signInName: signInName ?? '',
    password: '',
    repeated: '',
  })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [left, setLeft] = useState<'code' | 'set-up' | null>(null)
  const faults = faultsIn(values)

  const enter = (me: Me): void => {
    welcome(me)
    // The used token leaves the address and the way back.
    go('/', { replace: true })
  }
  const save = async (): Promise<void> => {
    setTried(true)
    if (faults.size > 0 || busy) return
    setBusy(true)
    const { repeated: _repeated, ...body } = values
    const answer = await askOnce(accountRoutes.accept, { body: { token, ...body } })
    setBusy(false)
    setProblem(answer.ok ? null : answer.error)
    if (!answer.ok) return
    if (answer.value.me) enter(answer.value.me)
    else if (answer.value.next !== 'in') setLeft(answer.value.next)
  }
  return {
    values,
    busy,
    problem,
    left,
    enter,
    toSignIn: () => go(signInPath, { replace: true }),
    faults: tried ? faults : noFaults,
    change: (some: Partial<Acceptance>) => setValues((before) => ({ ...before, ...some })),
    submit: (event: FormEvent) => {
      event.preventDefault()
      void save()
    },
  }
}
